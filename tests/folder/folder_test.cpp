#include "folder/folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder/given.hpp"

namespace dais::folder {
namespace {

using given::Directory;
using Texts = std::vector<std::string>;

const std::string meeting = "[meeting]\nbody = \"B\"\ndate = 2021-10-08\ntimezone = \"Europe/Zurich\"\n";
const std::string people =
    "id,title,given_name,family_name,pronoun,role,affiliation,attendance\nlewis,Mr.,,Lewis,he,member,,room\n";
const std::string script = R"({"at": "15:00", "from": "chair", "do": "give_floor", "to": "lewis"})";

Texts faults_of(const Directory& directory, const Options& options = {}) {
    const auto reading = read_folder(directory.path(), given::now, options);
    const auto found = given::lines(reading.faults);
    const bool failed = std::any_of(found.begin(), found.end(),
                                    [](const auto& f) { return f.find(": error: ") != std::string::npos; });
    EXPECT_EQ(reading.folder.has_value(), !failed);
    return found;
}

class FolderTest : public testing::Test {
  protected:
    void SetUp() override {
        directory.write("meeting.toml", meeting);
        directory.write("participants.csv", people);
        directory.write("script.jsonl", script);
    }
    Directory directory;
};

TEST_F(FolderTest, is_read_as_a_whole) {
    directory.write("style.toml", "[sentence]\nopened = \"So.\"\n");
    const auto reading = read_folder(directory.path(), given::now, {directory / "style.toml", true});
    ASSERT_TRUE(reading.folder);
    EXPECT_EQ(given::lines(reading.faults), Texts{});
    EXPECT_EQ(reading.folder->setup.facts.body, "B");
    EXPECT_EQ(reading.folder->setup.style.at("sentence.opened"), "So.");
    EXPECT_EQ(reading.folder->participants.at(0).family_name, "Lewis");
    ASSERT_EQ(reading.folder->script.size(), 1U);
    EXPECT_TRUE(reading.folder->has_script);
    // 15:00 of 8 October 2021 in Zurich is 13:00 UTC.
    EXPECT_EQ(reading.folder->script[0].at.ms, 1'633'698'000'000);
}

TEST_F(FolderTest, a_script_may_be_absent_unless_it_is_asked_for) {
    std::filesystem::remove(directory / "script.jsonl");
    const auto reading = read_folder(directory.path(), given::now);
    ASSERT_TRUE(reading.folder);
    EXPECT_FALSE(reading.folder->has_script);
    EXPECT_EQ(faults_of(directory, {{}, true}), Texts{"script.jsonl: error: there is no such file"});
}

TEST_F(FolderTest, the_script_is_checked_against_the_other_files) {
    directory.write("script.jsonl", R"({"at": "15:00", "from": "chair", "do": "take_up", "item": "x"})");
    EXPECT_EQ(
        faults_of(directory),
        Texts{
            "script.jsonl:1:59: error: item: no agenda item has the id \"x\", expected one of meeting.toml"});
    directory.write("meeting.toml", "[meeting\n");
    directory.write("participants.csv", "");
    directory.write("script.jsonl",
                    R"({"at": "15:00", "from": "chair", "do": "give_floor", "to": "ng", "for": "x"})");
    EXPECT_EQ(
        faults_of(directory),
        (Texts{
            "meeting.toml:1:9: error: not TOML: Error while parsing table header: expected ']', saw '\\n'",
            "participants.csv:1:1: error: the file is empty, expected a header "
            "id,title,given_name,family_name,pronoun,role,affiliation,attendance",
            "script.jsonl:1:73: error: for is \"x\", expected statement, point_of_order, right_of_reply or "
            "reply"}));
}

TEST_F(FolderTest, a_meeting_may_have_short_forms_of_its_own) {
    EXPECT_TRUE(read_folder(directory.path(), given::now).folder->snippets.empty());
    directory.write("snippets.toml", "cat = \"Committee against Torture\"\n");
    EXPECT_EQ(read_folder(directory.path(), given::now).folder->snippets,
              (std::map<std::string, std::string>{{"cat", "Committee against Torture"}}));
    directory.write("snippets.toml", "cat = 1\n");
    const auto reading = read_folder(directory.path(), given::now);
    EXPECT_FALSE(reading.folder);
    EXPECT_EQ(given::lines(reading.faults), Texts{"snippets.toml:1:7: error: \"cat\" is a whole number, "
                                                  "expected a text in quotes, or a list of texts"});
}

TEST_F(FolderTest, an_id_in_a_faulty_row_is_known_all_the_same) {
    directory.write("participants.csv", people + "ng,,,,,boss,,room\nho,,\n");
    directory.write("script.jsonl",
                    script + "\n" + R"({"at": "15:00", "from": "chair", "do": "give_floor", "to": "ng"})" +
                        "\n" + R"({"at": "15:00", "from": "chair", "do": "give_floor", "to": "ho"})");
    EXPECT_EQ(faults_of(directory).size(), 2U);
}

TEST(Folder, that_is_empty_or_none) {
    const Directory empty;
    EXPECT_EQ(faults_of(empty), (Texts{"meeting.toml: error: there is no such file",
                                       "participants.csv: error: there is no such file"}));
    const auto absent = empty / "absent";
    EXPECT_EQ(given::lines(read_folder(absent, given::now).faults),
              Texts{absent.string() + ": error: there is no such folder, expected a meeting folder"});
    empty.write("file", "x");
    const auto file = empty / "file";
    EXPECT_EQ(given::lines(read_folder(file, given::now).faults),
              Texts{file.string() + ": error: is a file, expected a meeting folder"});
    EXPECT_FALSE(read_folder(file / "below", given::now).folder);
    EXPECT_FALSE(read_folder("", given::now).folder);
}

TEST_F(FolderTest, things_in_place_of_files) {
    std::filesystem::remove(directory / "meeting.toml");
    std::filesystem::create_directory(directory / "meeting.toml");
    std::filesystem::remove(directory / "script.jsonl");
    ASSERT_EQ(::mkfifo((directory / "script.jsonl").c_str(), 0600), 0);
    EXPECT_EQ(faults_of(directory), (Texts{"meeting.toml: error: is a folder, expected a file",
                                           "script.jsonl: error: is a device or a pipe, expected a file"}));
}

TEST_F(FolderTest, files_that_may_not_be_read) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    ::chmod((directory / "meeting.toml").c_str(), 0);
    EXPECT_EQ(faults_of(directory), Texts{"meeting.toml: error: cannot be read: Permission denied"});
}

TEST_F(FolderTest, symbolic_links_are_followed) {
    std::filesystem::rename(directory / "meeting.toml", directory / "real.toml");
    std::filesystem::create_symlink("real.toml", directory / "meeting.toml");
    EXPECT_EQ(faults_of(directory), Texts{});
    std::filesystem::remove(directory / "script.jsonl");
    std::filesystem::create_symlink("nowhere", directory / "script.jsonl");
    EXPECT_EQ(faults_of(directory), Texts{"script.jsonl: error: there is no such file"});
}

TEST_F(FolderTest, a_line_of_100_megabytes_is_named_and_not_read) {
    const std::string megabytes(100U << 20U, 'x');
    directory.write("meeting.toml", meeting + "place = \"" + megabytes);
    directory.write("participants.csv", people + megabytes);
    directory.write("script.jsonl", script + "\n" + megabytes);
    EXPECT_EQ(faults_of(directory),
              (Texts{"meeting.toml:5:1: error: the line is too long, expected at most 262144 bytes",
                     "participants.csv:3:1: error: the line is too long, expected at most 262144 bytes",
                     "script.jsonl:2:1: error: the line is too long, expected at most 524288 bytes"}));
}

TEST_F(FolderTest, a_file_with_too_many_lines_is_named) {
    std::string many;
    for (int i = 0; i < 400'000; ++i) many += "# a\n";
    directory.write("meeting.toml", meeting + many);
    EXPECT_EQ(faults_of(directory),
              Texts{"meeting.toml: error: the file is too large, expected at most 1048576 bytes"});
}

TEST_F(FolderTest, garbage_in_every_file) {
    const std::string nul(1, '\0');
    directory.write("meeting.toml", "\xFF\xFE[");
    directory.write("participants.csv", "id" + nul);
    directory.write("script.jsonl", "{}\n\xC3\n");
    EXPECT_EQ(faults_of(directory),
              (Texts{"meeting.toml:1:1: error: bytes that are not UTF-8, expected UTF-8",
                     "participants.csv:1:3: error: a NUL byte, expected text",
                     "script.jsonl:2:1: error: bytes that are not UTF-8, expected UTF-8"}));
}

TEST_F(FolderTest, warnings_do_not_stop) {
    directory.write("meeting.toml", meeting + "colour = 1\n");
    const auto reading = read_folder(directory.path(), given::now);
    EXPECT_TRUE(reading.folder);
    EXPECT_EQ(given::lines(reading.faults),
              Texts{"meeting.toml:5:1: warning: \"colour\" is unknown in [meeting] and is left out"});
}

TEST(Folder, the_seed_meeting_is_read_without_a_fault) {
    const auto seed = std::filesystem::path(DAIS_SOURCE_DIR) / "../shared/seed-meeting";
    if (!std::filesystem::exists(seed)) GTEST_SKIP() << "no ../shared/seed-meeting beside the sources";
    const auto reading = read_folder(seed, given::now, {{}, true});
    EXPECT_EQ(given::lines(reading.faults), Texts{});
    ASSERT_TRUE(reading.folder);
    EXPECT_FALSE(reading.folder->script.empty());
    EXPECT_FALSE(reading.folder->participants.empty());
}

TEST(Folder, what_the_project_ships_is_read_without_a_fault) {
    const auto config = std::filesystem::path(DAIS_SOURCE_DIR) / "config";
    std::size_t styles = 0;
    for (const auto& file : std::filesystem::directory_iterator(config / "house-styles")) {
        if (file.path().extension() != ".toml") continue;
        const auto reading = read_folder(config / "sample-meeting", given::now, {file.path(), true});
        EXPECT_EQ(given::lines(reading.faults), Texts{}) << file.path();
        EXPECT_TRUE(reading.folder && !reading.folder->setup.style.empty());
        ++styles;
    }
    EXPECT_GT(styles, 0U);
}

class StyleTest : public testing::Test {
  protected:
    Texts faults_of(const std::string& text) {
        directory.write("s.toml", text);
        const auto reading = read_style(directory / "s.toml");
        Texts found;
        for (auto fault : reading.faults) {
            fault.file = "s";
            found.push_back(to_text(fault));
        }
        EXPECT_EQ(reading.style.has_value(), found.empty());
        return found;
    }
    Directory directory;
};

TEST_F(StyleTest, is_a_flat_map) {
    directory.write("s.toml",
                    "name = \"plain\"\n[sentence]\nopened = \"At {time}.\"\n[date]\nmonths = [\"January\", "
                    "\"February\"]\n[a.b]\nc = '''two\nlines'''\nempty = \"\"\n");
    const auto reading = read_style(directory / "s.toml");
    ASSERT_TRUE(reading.style);
    EXPECT_EQ(*reading.style, (std::map<std::string, std::string>{{"name", "plain"},
                                                                  {"sentence.opened", "At {time}."},
                                                                  {"date.months.0", "January"},
                                                                  {"date.months.1", "February"},
                                                                  {"a.b.c", "two\nlines"},
                                                                  {"a.b.empty", ""}}));
}

TEST_F(StyleTest, faults_are_named) {
    EXPECT_EQ(
        faults_of("a = 1\nb = [true]\n"),
        (Texts{"s:1:5: error: \"a\" is a whole number, expected a text in quotes, or a list of texts",
               "s:2:6: error: \"b.0\" is true or false, expected a text in quotes, or a list of texts"}));
    EXPECT_EQ(faults_of("\"a.b\" = \"x\"\n[a]\nb = \"y\"\n"),
              Texts{"s:1:9: error: \"a.b\" is given twice, expected each key once"});
    EXPECT_EQ(faults_of("a = \"" + std::string(65'537, 'x') + "\""),
              Texts{"s:1:5: error: \"a\" is too long, expected at most 65536 bytes"});
    EXPECT_EQ(faults_of("a.b.c.d.e.f.g.h.i = \"x\""),
              Texts{"s:1:15: error: \"a.b.c.d.e.f.g.h\" lies too deep, expected at most 8 levels"});
    EXPECT_EQ(faults_of("a = \""),
              Texts{"s:1:6: error: not TOML: Error while parsing string: encountered end-of-file"});
    EXPECT_FALSE(read_style(directory / "absent").style);
}

}  // namespace
}  // namespace dais::folder
