// Where things lie, and files that are put in place whole.
#include "program/places.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "program/print.hpp"
#include "support/temporary_directory.hpp"

namespace dais::program {
namespace {

namespace fs = std::filesystem;

TEST(Places, data_lies_where_the_user_says) {
    ::setenv("XDG_DATA_HOME", "/srv/data", 1);
    EXPECT_EQ(data_directory(), fs::path("/srv/data/dais"));
    ::setenv("XDG_DATA_HOME", "relative", 1);  // the specification says to pass over it
    ::setenv("HOME", "/home/ana", 1);
    EXPECT_EQ(data_directory(), fs::path("/home/ana/.local/share/dais"));
    ::unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(data_directory(), fs::path("/home/ana/.local/share/dais"));
}

TEST(Places, a_journal_is_named_after_its_folder) {
    EXPECT_EQ(folder_name("config/sample-meeting/"), "sample-meeting");
    EXPECT_EQ(folder_name("config/sample-meeting/."), "sample-meeting");
    EXPECT_EQ(folder_name("no/such/../folder"), "folder");
    EXPECT_EQ(folder_name("/"), "meeting");
}

TEST(Places, there_is_a_house_style_for_each_language_and_for_no_other) {
    for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"})
        EXPECT_TRUE(style_file(language)) << language;
    EXPECT_EQ(style_file("xx").error().code, "no_style");
}

TEST(Places, what_helps_with_typing_lies_beside_the_house_styles) {
    for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"}) {
        EXPECT_TRUE(typography_file(language)) << language;
        EXPECT_TRUE(snippets_file(language)) << language;
    }
    EXPECT_EQ(typography_file("xx").error().code, "no_typography");
    EXPECT_EQ(snippets_file("xx").error().code, "no_snippets");
    EXPECT_EQ(typography_file("en")->parent_path().parent_path(),
              style_file("en")->parent_path().parent_path());
}

TEST(Places, the_boards_page_is_there) {
    EXPECT_TRUE(board_page_file());
}

TEST(Places, a_station_has_a_disk_for_each_hub) {
    ::setenv("XDG_DATA_HOME", "/srv/data", 1);
    EXPECT_EQ(spool_file("board", "tcp://10.0.0.5:7340"),
              fs::path("/srv/data/dais/stations/board@tcp---10.0.0.5-7340.spool"));
    EXPECT_NE(spool_file("board", "tcp://10.0.0.5:7341"), spool_file("board", "tcp://10.0.0.5:7340"));
    ::unsetenv("XDG_DATA_HOME");
}

TEST(Places, our_programs_lie_beside_each_other) {
    EXPECT_EQ(sibling_program("dais"), own_program().parent_path() / "dais");
    EXPECT_TRUE(fs::exists(sibling_program("program_test")));
}

TEST(Sentences, begin_with_the_name_of_the_program) {
    testing::internal::CaptureStderr();
    complain("All is lost.");
    set_program_name("chair-console");
    complain(base::Error{"no_hope", "Nothing is left."});
    set_program_name("dais");
    EXPECT_EQ(testing::internal::GetCapturedStderr(),
              "dais: All is lost.\nchair-console: Nothing is left.\n");
}

TEST(Files, are_written_whole_or_not_at_all) {
    const test::TemporaryDirectory directory;
    const auto file = fs::path(directory.path()) / "record.txt";
    ASSERT_TRUE(write_file(file, "first"));
    ASSERT_TRUE(write_file(file, "second"));
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    EXPECT_EQ(content.str(), "second");
    EXPECT_EQ(write_file(fs::path(directory.path()) / "absent" / "file", "x").error().code, "cannot_write");
}

}  // namespace
}  // namespace dais::program
