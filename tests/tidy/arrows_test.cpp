// The rule of the arrows on made-up trees: that it allows what it should, and that it can fail.
#include "tidy/arrows.hpp"

#include <gtest/gtest.h>

namespace dais::tidy {
namespace {

constexpr std::string_view page = R"(
## The arrows

| from | may use (besides base) |
|---|---|
| base | – |
| core | – |
| record | core, layout (formats/pdf only) |
| layout | – |
| disk | – (bytes) |
| ui | core |
| tool | everything but ui |

| library | headers | only in | why |
|---|---|---|---|
| SQLite | `sqlite3.h` | disk | the disk |
| JSON | nlohmann/ | tool | – |

| what | headers | not in |
|---|---|---|
| threads | thread, mutex | core |
| the system | sys/, unistd.h | core |
)";

std::string findings(std::string path, std::string text) {
    return as_text(check_arrows(read_rules(page), {{std::move(path), std::move(text)}}));
}

TEST(Arrows, are_read_from_the_page) {
    const Rules rules = read_rules(page);
    EXPECT_EQ(rules.arrows.size(), 7u);
    EXPECT_TRUE(rules.arrows.at("core").empty());
    ASSERT_EQ(rules.arrows.at("record").size(), 2u);
    EXPECT_EQ(rules.arrows.at("record")[1].to, "layout");
    EXPECT_EQ(rules.arrows.at("record")[1].part, "formats/pdf");
    EXPECT_EQ(rules.arrows.at("tool").size(), 6u);
    EXPECT_EQ(rules.libraries.size(), 2u);
    EXPECT_EQ(rules.left_outside.size(), 2u);
}

TEST(Arrows, allow_the_own_room_base_the_standard_library_and_the_row) {
    EXPECT_EQ(findings("common/core/a.cpp",
                       "#include \"core/a.hpp\"\n#include <vector>\n#include \"base/id.hpp\"\n"),
              "");
    EXPECT_EQ(findings("common/record/a.cpp", "#include \"core/a.hpp\"\n"), "");
    EXPECT_EQ(findings("common/tool/a.cpp", "#include \"disk/a.hpp\"\n#include <nlohmann/json.hpp>\n"), "");
    EXPECT_EQ(findings("common/disk/a.cpp", "#include <sqlite3.h>\n#include <unistd.h>\n#include <thread>\n"),
              "");
}

TEST(Arrows, refuse_what_the_row_does_not_name) {
    EXPECT_EQ(findings("common/core/a.cpp", "\n#include \"disk/a.hpp\"\n"),
              "common/core/a.cpp:2: no arrow leads from core to disk: disk/a.hpp\n");
    EXPECT_NE(findings("common/tool/a.cpp", "#include \"ui/a.hpp\"\n"), "");
    EXPECT_NE(findings("common/base/a.hpp", "#include \"core/a.hpp\"\n"), "");
}

TEST(Arrows, hold_for_a_part_of_a_room_only) {
    EXPECT_EQ(findings("common/record/formats/pdf.cpp", "#include \"layout/a.hpp\"\n"), "");
    EXPECT_EQ(findings("common/record/formats/pdf/page.cpp", "#include \"layout/a.hpp\"\n"), "");
    EXPECT_NE(findings("common/record/formats/text.cpp", "#include \"layout/a.hpp\"\n"), "");
}

TEST(Arrows, keep_libraries_in_their_room) {
    EXPECT_EQ(findings("common/core/a.cpp", "#include <sqlite3.h>\n"),
              "common/core/a.cpp:1: SQLite does not belong in core: sqlite3.h\n");
    EXPECT_NE(findings("common/disk/a.cpp", "#include \"nlohmann/json.hpp\"\n"), "");
}

TEST(Arrows, refuse_headers_that_nobody_names) {
    EXPECT_NE(findings("common/disk/a.cpp", "#include <boost/any.hpp>\n"), "");
    EXPECT_NE(findings("common/disk/a.cpp", "#include \"neighbour.hpp\"\n"), "");
    EXPECT_NE(findings("common/disk/a.cpp", "#include \"../core/a.hpp\"\n"), "");
}

TEST(Arrows, keep_pure_rooms_pure) {
    EXPECT_EQ(findings("common/core/a.cpp", "#include <thread>\n"),
              "common/core/a.cpp:1: core leaves threads outside: thread\n");
    EXPECT_NE(findings("common/core/a.cpp", "#include <sys/stat.h>\n"), "");
}

TEST(Arrows, know_every_room) {
    EXPECT_NE(findings("common/attic/a.cpp", ""), "");
}

TEST(Arrows, do_not_bind_tests_and_comments) {
    EXPECT_EQ(findings("tests/core/a.cpp", "#include \"disk/a.hpp\"\n"), "");
    EXPECT_EQ(findings("common/core/a.cpp", "// #include \"disk/a.hpp\"\n/*\n#include <sqlite3.h>\n*/\n"),
              "");
}

}  // namespace
}  // namespace dais::tidy
