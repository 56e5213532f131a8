// mutate.cmake makes what a mutant says, or nothing.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "e2e/process.hpp"

namespace dais::mutants {
namespace {

constexpr auto a_source = "int one() {\n    return \"a;b\\n[x]\"[0];\n}\nint two() { return 2; }\n";

class Mutate : public testing::Test {
  protected:
    e2e::Ran mutate(const std::string& description) {
        e2e::write_file(root_ / "source.cpp", a_source);
        e2e::write_file(root_ / "some_mutant.cmake", description);
        return e2e::run({DAIS_CMAKE, "-DMUTANT=" + (root_ / "some_mutant.cmake").string(),
                         "-DROOT=" + root_.string(), "-DOUT=" + out_.string(), "-P",
                         e2e::source("tests/mutants/mutate.cmake").string()});
    }
    // It is not made, and the reason is said.
    void refuses(const std::string& description, const std::string& reason) {
        const auto ran = mutate(description);
        EXPECT_NE(ran.code, 0);
        // CMake breaks the lines of what it says.
        std::string said;
        for (const char each : ran.out) {
            const bool space = each == ' ' || each == '\n';
            if (!space || (!said.empty() && said.back() != ' ')) said += space ? ' ' : each;
        }
        EXPECT_NE(said.find("The mutant some_mutant cannot be made"), std::string::npos) << ran.out;
        EXPECT_NE(said.find(reason), std::string::npos) << ran.out;
        EXPECT_FALSE(std::filesystem::exists(out_));
    }

    std::filesystem::path root_ = e2e::fresh_directory("mutate");
    std::filesystem::path out_ = root_ / "mutated.cpp";
};

TEST_F(Mutate, replaces_each_text_and_leaves_the_rest) {
    const auto ran = mutate(
        "wrong(\"It counts wrongly.\")\nof(source.cpp)\n"
        "replace([[two() { return 2; }]] [[two() { return 3; }]])\n"
        "replace([[int one() {\n]] [[int one() {\n    // \"\\;\n]])\n");
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_EQ(e2e::read_file(out_),
              "// source.cpp, mutated: It counts wrongly.\n#line 1 \"source.cpp\"\n"
              "int one() {\n    // \"\\;\n    return \"a;b\\n[x]\"[0];\n}\n"
              "int two() { return 3; }\n");
}

TEST_F(Mutate, refuses_a_text_that_is_not_there) {
    refuses("wrong(\"W.\")\nof(source.cpp)\nreplace([[three]] [[four]])\n", "this text is not in source.cpp");
}

TEST_F(Mutate, refuses_a_text_that_stands_there_twice) {
    refuses("wrong(\"W.\")\nof(source.cpp)\nreplace([[return]] [[return -]])\n",
            "this text stands in source.cpp more than once");
}

TEST_F(Mutate, refuses_a_second_text_that_is_not_there) {
    refuses("wrong(\"W.\")\nof(source.cpp)\nreplace([[one()]] [[won()]])\nreplace([[three]] [[four]])\n",
            "this text is not in source.cpp");
}

TEST_F(Mutate, refuses_what_changes_nothing) {
    refuses("wrong(\"W.\")\nof(source.cpp)\nreplace([[one]] [[one]])\n", "it replaces a text by itself");
    refuses("wrong(\"W.\")\nof(source.cpp)\n", "it replaces nothing");
}

TEST_F(Mutate, refuses_a_mutant_that_does_not_say_what_it_is) {
    refuses("of(source.cpp)\nreplace([[one]] [[won]])\n", "it does not say with wrong()");
    refuses("wrong(\"W.\")\nof(elsewhere.cpp)\nreplace([[one]] [[won]])\n", "there is no elsewhere.cpp");
    refuses("wrong(\"W.\")\nreplace([[one]] [[won]])\n", "before it names its source");
    refuses("wrong(\"W.\")\nof(source.cpp)\nof(source.cpp)\nreplace([[one]] [[won]])\n",
            "it names two sources");
}

}  // namespace
}  // namespace dais::mutants
