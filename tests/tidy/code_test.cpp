// What tidy sees in C++: the reading on which the other rules stand.
#include "tidy/code.hpp"

#include <gtest/gtest.h>

#include "tidy/tree.hpp"

namespace dais::tidy {
namespace {

// "signature@first-last" of each function, joined by " | ".
std::string seen(std::string_view text) {
    std::string all;
    for (const auto& function : functions(text)) {
        if (!all.empty()) all += " | ";
        all += function.signature + "@" + std::to_string(function.first_line) + "-" +
               std::to_string(function.last_line);
    }
    return all;
}

TEST(Bare, loses_comments_and_literals_and_keeps_lines) {
    EXPECT_EQ(bare("a // b\nc /* d\ne */ f"), "a     \nc     \n     f");
    EXPECT_EQ(bare(R"(x = "a{\"b";)"), R"(x = "     ";)");
    EXPECT_EQ(bare("R\"(})\" '{' 1'000'000 '\\''"), "R\"   \" ' ' 1'000'000 '  '");
    EXPECT_EQ(bare("R\"x(\n)\" )x\" b"), "R\"  \n     \" b");
}

TEST(Includes, are_found_outside_comments) {
    const auto found = includes("#include <vector>\n// #include <map>\n#include \"base/id.hpp\"  // ids\n");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].header, "vector");
    EXPECT_FALSE(found[0].quoted);
    EXPECT_EQ(found[1].header, "base/id.hpp");
    EXPECT_EQ(found[1].line, 3u);
    EXPECT_TRUE(found[1].quoted);
}

TEST(Functions, are_found_in_namespaces_and_classes) {
    EXPECT_EQ(seen("namespace a {\nint f() {\n    return 1;\n}\n}\n"), "int f()@2-4");
    EXPECT_EQ(seen("class A {\n  public:\n    int f() const { return 1; }\n\n    void g();\n};\n"),
              "int f() const@3-3");
    EXPECT_EQ(seen("struct A : B {\n    bool operator()(int a) const noexcept {\n    }\n};"),
              "bool operator()(int a) const noexcept@2-3");
    EXPECT_EQ(seen("template <class T>\nT f(T a) {\n}\n"), "template <class T>\nT f(T a)@1-3");
    EXPECT_EQ(seen("auto f(int a)\n    -> int {\n}\n"), "auto f(int a)\n    -> int@1-3");
}

TEST(Functions, have_everything_inside_them) {
    EXPECT_EQ(seen("void f() {\n    for (;;) {\n        g([] { return S{1}; });\n    }\n}\nvoid h() {}\n"),
              "void f()@1-5 | void h()@6-6");
    EXPECT_EQ(seen("A::A(int a) : a_{a}, b_{\n    2} {\n    c();\n}\n"), "A::A(int a) : a_@1-4");
    EXPECT_EQ(seen("void f() {\n    const auto s = \"}\";  // }\n}\n"), "void f()@1-3");
}

TEST(Functions, are_not_tables_types_or_macros) {
    EXPECT_EQ(seen("const int table[] = {\n    1,\n    f(2),\n};\nenum class E : int {\n    "
                   "a\n};\nstd::array<int, 2> x{{1, 2}};\n"),
              "");
    EXPECT_EQ(seen("#define F(x) \\\n    void f() {  \\\n    }\nint a;\n"), "");
    EXPECT_EQ(seen("void f(std::vector<int> a = {1, 2},\n       int b = 1) {\n}\n"),
              "void f(std::vector<int> a =@1-3");
}

}  // namespace
}  // namespace dais::tidy
