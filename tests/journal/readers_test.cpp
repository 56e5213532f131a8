// Reading beside a hub, after one that died, and from directories that cannot be written.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "journal/prefix.hpp"
#include "journal/scene.hpp"
#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

namespace fs = std::filesystem;

class Readers : public Scene {
  protected:
    // Lets everybody read what stands in the directory and nobody but root write it, and counts the sound
    // entries as somebody else: root may write anything. Returns 255 where the journal cannot be opened.
    int count_as_somebody_else() {
        for (const auto& file : fs::directory_iterator(directory_.path())) ::chmod(file.path().c_str(), 0444);
        ::chmod(directory_.path().c_str(), 0555);
        const pid_t child = ::fork();
        if (child == 0) {
            if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(254);
            const auto prefix = open_read_only_prefix(path_);
            if (!prefix) ::write(2, prefix.error().text.data(), prefix.error().text.size());
            ::_exit(!prefix ? 255
                            : static_cast<int>(
                                  prefix->report.intact() ? prefix->report.verified.sequence.value : 253));
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ::chmod(directory_.path().c_str(), 0700);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (const auto& file : fs::directory_iterator(directory_.path()))
            all.push_back(file.path().filename());
        std::sort(all.begin(), all.end());
        return all;
    }
};

TEST_F(Readers, see_what_a_running_hub_appends) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 3);
    const auto reader = open_read_only(path_);
    ASSERT_TRUE(reader.ok()) << reader.error().text;
    EXPECT_EQ(all_entries(**reader), entries_from(1, 3));
    append_singly(*journal, 600);
    EXPECT_EQ(all_entries(**reader), entries_from(1, 603));
    EXPECT_EQ((*reader)->head()->sequence.value, 603u);
    EXPECT_TRUE(verified().intact()) << found(verified());
}

TEST_F(Readers, do_not_stop_a_hub_that_appends_while_they_read) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 300);
    const auto reader = open_read_only(path_);
    std::uint64_t count = 0;
    const auto read = (*reader)->read({1}, UINT64_MAX, [&](const Entry&) {
        if (++count <= 300) append_singly(*journal, 1);
        return true;
    });
    EXPECT_TRUE(read.ok());
    EXPECT_GE(count, 300u);
    EXPECT_EQ(journal->head()->sequence.value, 600u);
}

TEST_F(Readers, leave_nothing_behind_and_change_nothing) {
    fill(3);
    const auto before = file_content(path_);
    const auto files = names();
    EXPECT_TRUE(verified().intact());
    EXPECT_EQ(file_content(path_), before);
    EXPECT_EQ(names(), files);
}

TEST_F(Readers, of_a_directory_that_cannot_be_written) {
    fill(5);
    EXPECT_EQ(count_as_somebody_else(), 5);
}

TEST_F(Readers, of_a_directory_that_cannot_be_written_while_a_hub_runs) {
    auto journal = open();
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 6);
    EXPECT_EQ(count_as_somebody_else(), 6);
}

TEST_F(Readers, of_a_directory_that_cannot_be_written_after_a_hub_died) {
    const std::string alive = directory_ / "alive";
    fs::create_directory(alive);
    auto journal = open_at(alive + "/journal.dais");
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 7);
    // What kill -9 and somebody who tidied up leave: the file and its log.
    fs::copy_file(alive + "/journal.dais", path_);
    fs::copy_file(alive + "/journal.dais-wal", path_ + "-wal");
    fs::remove_all(alive);
    EXPECT_EQ(count_as_somebody_else(), 7);
}

TEST_F(Readers, of_a_hub_that_died_see_all_of_it) {
    const std::string alive = directory_ / "alive";
    auto journal = open_at(alive + "/journal.dais");
    ASSERT_TRUE(journal->begin_epoch(7, {1000}).ok());
    append_singly(*journal, 7);
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::copy_file(alive + "/journal.dais" + suffix, path_ + suffix);
    EXPECT_EQ(verified().verified.sequence.value, 7u);
    EXPECT_EQ(all_entries(*open()), entries_from(1, 7));
}

TEST_F(Readers, of_nothing) {
    EXPECT_EQ(open_read_only(path_).error().code, "cannot_open");
    EXPECT_EQ(open_read_only(directory_.path()).error().code, "cannot_open");
    EXPECT_EQ(found(verified()), "unreadable 0");
    EXPECT_FALSE(fs::exists(path_));
}

TEST_F(Readers, of_names_that_look_like_addresses) {
    path_ = directory_ / "what? 100% #1 ü.dais";
    fill(4);
    EXPECT_TRUE(verified().intact());
    EXPECT_EQ(count_as_somebody_else(), 4);
}

}  // namespace
}  // namespace dais::journal
