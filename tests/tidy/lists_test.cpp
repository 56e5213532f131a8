// The lists of sources on made-up trees.
#include "tidy/lists.hpp"

#include <gtest/gtest.h>

namespace dais::tidy {
namespace {

const Tree good = {
    {"CMakeLists.txt", "add_subdirectory(common)\nadd_subdirectory(tests)\n"},
    {"common/CMakeLists.txt", "foreach(room base core)\nendforeach()\n"},
    {"common/base/CMakeLists.txt", "dais_library(base SOURCES text.cpp\n  deep/inner.cpp)\n"},
    {"common/base/deep/inner.cpp", ""},
    {"common/base/text.cpp", ""},
    {"common/base/text.hpp", ""},
    {"tests/CMakeLists.txt", "foreach(room base support)\nendforeach()\n"},
    {"tests/base/CMakeLists.txt",
     "dais_test(base SOURCES text_test.cpp ../support/clock.cpp\n  "
     "${PROJECT_SOURCE_DIR}/tests/support/disk.cpp)\n"},
    {"tests/base/text_test.cpp", ""},
    {"tests/support/clock.cpp", ""},
    {"tests/support/disk.cpp", ""},
};

std::string findings_with(File file) {
    Tree tree = good;
    tree.push_back(std::move(file));
    return as_text(check_lists(tree));
}

TEST(Lists, name_everything_here) {
    EXPECT_EQ(as_text(check_lists(good)), "");
}

TEST(Lists, miss_a_test) {
    EXPECT_EQ(findings_with({"tests/base/id_test.cpp", ""}),
              "tests/base/id_test.cpp:0: no CMakeLists.txt names this source, so it is not built\n");
}

TEST(Lists, miss_a_source) {
    EXPECT_NE(findings_with({"common/base/check.cpp", ""}), "");
    EXPECT_NE(findings_with({"common/core/text.cpp", ""}),
              "");  // another room's file of that name does not count
}

TEST(Lists, miss_a_folder) {
    EXPECT_NE(findings_with({"tests/attic/CMakeLists.txt", "dais_test(attic SOURCES a.cpp)\n"}), "");
    EXPECT_EQ(findings_with({"common/core/CMakeLists.txt", "dais_library(core)\n"}), "");
}

TEST(Lists, do_not_count_comments) {
    Tree tree = good;
    tree.push_back({"common/core/CMakeLists.txt", "dais_library(core SOURCES a.cpp)  # b.cpp\n"});
    tree.push_back({"common/core/a.cpp", ""});
    EXPECT_EQ(as_text(check_lists(tree)), "");
    tree.push_back({"common/core/b.cpp", ""});
    EXPECT_NE(as_text(check_lists(tree)), "");
}

}  // namespace
}  // namespace dais::tidy
