// The rules of the house, on the house. What each of them says is shown on made-up input in the tests beside
// this one.
#include <gtest/gtest.h>

#include <set>

#include "tidy/arrows.hpp"
#include "tidy/glossary.hpp"
#include "tidy/lists.hpp"
#include "tidy/shape.hpp"
#include "tidy/tree.hpp"

namespace dais::tidy {
namespace {

const Tree& house() {
    static const Tree tree = read_tree(DAIS_SOURCE_DIR);
    return tree;
}

const Rules& rules() {
    static const Rules read = read_rules(text_of(house(), "docs/architecture.md"));
    return read;
}

TEST(House, is_the_one_that_was_read) {
    for (const std::string_view path : {"CMakeLists.txt", "common/base/text.hpp", "tests/tidy/tidy_test.cpp",
                                        "test", "docs/architecture.md"}) {
        EXPECT_FALSE(text_of(house(), path).empty()) << path;
    }
    EXPECT_GE(rules().arrows.size(), 17u);
    EXPECT_GE(rules().libraries.size(), 15u);
    EXPECT_GE(rules().left_outside.size(), 4u);
}

TEST(House, has_tables_that_name_only_its_rooms) {
    std::set<std::string, std::less<>> rooms = {"tests"};
    for (const auto& [room, arrows] : rules().arrows) rooms.insert(room);
    for (const auto& [room, arrows] : rules().arrows) {
        for (const auto& arrow : arrows) EXPECT_TRUE(rooms.contains(arrow.to)) << room << " -> " << arrow.to;
    }
    for (const auto& library : rules().libraries) {
        for (const auto& room : library.rooms)
            EXPECT_TRUE(rooms.contains(room)) << library.name << ": " << room;
    }
    for (const auto& left : rules().left_outside) {
        for (const auto& room : left.rooms) EXPECT_TRUE(rooms.contains(room)) << left.what << ": " << room;
    }
}

// Arrows point down: whoever follows them never comes back to where he was.
TEST(House, has_arrows_that_point_down) {
    std::set<std::string, std::less<>> settled;
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& [room, arrows] : rules().arrows) {
            bool ready = !settled.contains(room);
            for (const auto& arrow : arrows)
                ready = ready && (arrow.to == room || settled.contains(arrow.to));
            if (ready) moved = settled.insert(room).second;
        }
    }
    for (const auto& [room, arrows] : rules().arrows)
        EXPECT_TRUE(settled.contains(room)) << room << " is part of a circle";
}

TEST(House, keeps_its_arrows) {
    EXPECT_EQ(as_text(check_arrows(rules(), house())), "");
}
TEST(House, keeps_files_short) {
    EXPECT_EQ(as_text(check_file_lengths(house())), "");
}
TEST(House, keeps_functions_short) {
    EXPECT_EQ(as_text(check_function_lengths(house())), "");
}
TEST(House, keeps_headers_clean) {
    EXPECT_EQ(as_text(check_headers(house())), "");
}
TEST(House, keeps_names_telling) {
    EXPECT_EQ(as_text(check_type_names(house())), "");
}
TEST(House, lists_what_it_builds) {
    EXPECT_EQ(as_text(check_lists(house())), "");
}

TEST(House, has_the_words_of_the_trade) {
    const auto glossary = text_of(house(), "docs/glossary.md");
    EXPECT_EQ(as_text(check_glossary(
                  glossary, {"station", "hub", "participant", "list", "request", "floor", "intervention",
                             "paragraph", "take", "link", "record", "right of reply", "point of order",
                             "summary record", "speakers' list"})),
              "");
    EXPECT_GE(terms(glossary).size(), 40u);
}

}  // namespace
}  // namespace dais::tidy
