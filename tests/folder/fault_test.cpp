#include "folder/fault.hpp"

#include <gtest/gtest.h>

#include "folder/given.hpp"

namespace dais::folder {
namespace {

using Texts = std::vector<std::string>;

TEST(Fault, is_printed_with_what_place_it_has) {
    EXPECT_EQ(to_text({"a.toml", {12, 5}, Severity::error, "x, expected y"}),
              "a.toml:12:5: error: x, expected y");
    EXPECT_EQ(to_text({"a.toml", {12, 0}, Severity::warning, "x"}), "a.toml:12: warning: x");
    EXPECT_EQ(to_text({"a.toml", {}, Severity::error, "x"}), "a.toml: error: x");
}

TEST(Faults, stand_in_the_order_of_files_and_places) {
    Faults faults;
    faults.add({"z", {2, 1}, Severity::error, "2"});
    faults.add({"a", {1, 1}, Severity::error, "3"});
    faults.add({"z", {1, 9}, Severity::warning, "1"});
    EXPECT_EQ(given::lines(faults.list()),
              (Texts{"z:1:9: warning: 1", "z:2:1: error: 2", "a:1:1: error: 3"}));
}

TEST(Faults, are_kept_up_to_a_hundred_of_each_severity) {
    Faults faults;
    for (std::size_t i = 1; i <= 250; ++i) faults.add({"f", {i, 1}, Severity::warning, "w"});
    EXPECT_FALSE(faults.failed());
    for (std::size_t i = 1; i <= 101; ++i) faults.add({"f", {i, 2}, Severity::error, "e"});
    const auto list = given::lines(faults.list());
    ASSERT_EQ(list.size(), 202U);
    EXPECT_EQ(list[200], "f: error: and more errors");
    EXPECT_EQ(list[201], "f: warning: and more warnings");
    EXPECT_TRUE(faults.failed());
    EXPECT_TRUE(faults.full());
}

TEST(Fault, columns_count_characters) {
    EXPECT_EQ(place_at("a\nüöß x", 9), (Place{2, 5}));
    EXPECT_EQ(place_at("", 0), (Place{1, 1}));
    EXPECT_EQ(place_at("a\n", 2), (Place{2, 1}));
}

}  // namespace
}  // namespace dais::folder
