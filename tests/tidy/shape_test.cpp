// Sizes, headers and names on made-up files: each rule holds at its limit and fails one step beyond.
#include "tidy/shape.hpp"

#include <gtest/gtest.h>

namespace dais::tidy {
namespace {

std::string lines(std::size_t count, std::string_view line = "    a();\n") {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += line;
    return text;
}

TEST(FileLength, ends_at_600) {
    EXPECT_TRUE(check_file_lengths({{"common/a/a.cpp", lines(600)}}).empty());
    EXPECT_EQ(check_file_lengths({{"common/a/a.cpp", lines(601)}}).size(), 1u);
    EXPECT_TRUE(check_file_lengths({{"docs/a.md", lines(700)}}).empty());
}

TEST(FunctionLength, ends_at_70) {
    const auto function_of = [](std::size_t count) { return "void f() {\n" + lines(count - 2) + "}\n"; };
    EXPECT_TRUE(check_function_lengths({{"common/a/a.cpp", function_of(70) + function_of(70)}}).empty());
    const auto findings = check_function_lengths({{"common/a/a.cpp", function_of(70) + function_of(71)}});
    EXPECT_EQ(as_text(findings),
              "common/a/a.cpp:71: the function has 71 lines; 70 are the limit: void f()\n");
}

TEST(FunctionLength, binds_tests_too) {
    EXPECT_EQ(check_function_lengths({{"tests/a/a.cpp", "TEST(A, b) {\n" + lines(70) + "}\n"}}).size(), 1u);
}

TEST(Headers, have_pragma_once) {
    EXPECT_TRUE(check_headers({{"common/a/a.hpp", "// What it is.\n#pragma once\n"}}).empty());
    EXPECT_EQ(check_headers({{"common/a/a.hpp", "// #pragma once\n"}}).size(), 1u);
    EXPECT_TRUE(check_headers({{"common/a/a.cpp", ""}}).empty());
}

TEST(Headers, are_not_using_namespace) {
    EXPECT_EQ(check_headers({{"common/a/a.hpp", "#pragma once\nusing namespace std;\n"}}).size(), 1u);
    EXPECT_TRUE(
        check_headers({{"common/a/a.hpp", "#pragma once\n// using namespace std;\nnamespace a = b;\n"}})
            .empty());
    EXPECT_TRUE(check_headers({{"common/a/a.cpp", "using namespace std::literals;\n"}}).empty());
}

TEST(TypeNames, say_something) {
    const auto count = [](std::string text) {
        return check_type_names({{"common/a/a.hpp", std::move(text)}}).size();
    };
    EXPECT_EQ(count("class FloorManager {};"), 1u);
    EXPECT_EQ(count("struct [[nodiscard]] ListHelper;"), 1u);
    EXPECT_EQ(count("enum class ClockData { a };"), 1u);
    EXPECT_EQ(count("using PeerImpl = int;"), 1u);
    EXPECT_EQ(count("struct TextUtils {};"), 1u);
    EXPECT_EQ(count("class Floor {}; struct Database {}; class Managers {}; // class FloorManager"), 0u);
    EXPECT_EQ(count("auto s = \"class FloorManager\"; int data_impl;"), 0u);
}

}  // namespace
}  // namespace dais::tidy
