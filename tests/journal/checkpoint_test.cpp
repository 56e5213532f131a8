// The file of a checkpoint: what was written comes back, and what was not is refused.
#include "journal/checkpoint.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "journal/scene.hpp"
#include "seal/digest.hpp"
#include "support/file_size_limit.hpp"

namespace dais::journal {
namespace {

class CheckpointFile : public Scene {
  protected:
    void SetUp() override {
        checkpoint_.sequence = {7};
        checkpoint_.chain = seal::digest("seven entries");
        checkpoint_.program = "1.2.3";
        checkpoint_.content = "what seven entries come to";
    }
    void write() {
        const auto written = write_checkpoint(path_, checkpoint_, key_);
        ASSERT_TRUE(written.ok()) << written.error().text;
    }
    std::string refusal() {
        const auto read = read_checkpoint(path_);
        return read ? "" : read.error().code;
    }
    std::string file() { return path_ + "-checkpoint"; }

    Checkpoint checkpoint_;
};

TEST_F(CheckpointFile, comes_back_as_it_was_written_and_only_its_owner_may_read_it) {
    EXPECT_EQ(refusal(), "no_checkpoint");
    write();
    const auto read = read_checkpoint(path_);
    ASSERT_TRUE(read.ok()) << read.error().text;
    EXPECT_EQ(read->sequence, checkpoint_.sequence);
    EXPECT_EQ(read->chain, checkpoint_.chain);
    EXPECT_EQ(read->program, checkpoint_.program);
    EXPECT_EQ(read->content, checkpoint_.content);
    EXPECT_TRUE(checkpoint_signed_by(*read, key_.public_key()));
    EXPECT_FALSE(checkpoint_signed_by(*read, key_of(2).public_key()));
    struct stat status {};
    ASSERT_EQ(::stat(file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(CheckpointFile, takes_the_place_of_the_one_before_and_can_be_removed) {
    write();
    checkpoint_.sequence = {9};
    checkpoint_.content.clear();
    write_file(file() + ".new", "left by one who died");
    write();
    const auto read = read_checkpoint(path_);
    ASSERT_TRUE(read.ok()) << read.error().text;
    EXPECT_EQ(read->sequence.value, 9u);
    EXPECT_FALSE(std::filesystem::exists(file() + ".new"));
    EXPECT_TRUE(remove_checkpoint(path_).ok());
    EXPECT_EQ(refusal(), "no_checkpoint");
    EXPECT_TRUE(remove_checkpoint(path_).ok());
}

TEST_F(CheckpointFile, stands_beside_the_journal_that_a_link_leads_to) {
    fill(1);
    const std::string link = directory_ / "link";
    std::filesystem::create_symlink(path_, link);
    EXPECT_EQ(checkpoint_path(link), checkpoint_path(path_));
}

TEST_F(CheckpointFile, says_so_wherever_a_byte_is_changed) {
    write();
    const auto whole = file_content(file());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            auto content = whole;
            content[at] = static_cast<char>(content[at] ^ flip);
            write_file(file(), content);
            const auto read = read_checkpoint(path_);
            if (read) {
                EXPECT_FALSE(checkpoint_signed_by(*read, key_.public_key())) << "byte " << at;
            } else {
                EXPECT_EQ(read.error().code, "bad_checkpoint") << "byte " << at;
            }
        }
    }
}

TEST_F(CheckpointFile, says_so_wherever_it_is_cut_off_or_goes_on) {
    write();
    const auto whole = file_content(file());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        write_file(file(), whole.substr(0, length));
        EXPECT_EQ(refusal(), "bad_checkpoint") << length << " bytes";
    }
    write_file(file(), whole + "x");
    EXPECT_EQ(refusal(), "bad_checkpoint");
}

TEST_F(CheckpointFile, believes_no_length_and_reads_nothing_that_is_too_long) {
    write();
    write_file(file(), file_content(file()).substr(0, 89) + std::string(8, '\xFF') + std::string(96, 'x'));
    EXPECT_EQ(refusal(), "bad_checkpoint");
    ASSERT_EQ(::truncate(file().c_str(), (1ll << 40)), 0);  // a hole, which takes no room
    EXPECT_EQ(refusal(), "bad_checkpoint");
    std::filesystem::remove(file());
    std::filesystem::create_directory(file());
    EXPECT_EQ(refusal(), "bad_checkpoint");
}

TEST_F(CheckpointFile, names_no_program_that_is_too_long) {
    checkpoint_.program.assign(max_program_bytes, 'x');
    write();
    ASSERT_TRUE(read_checkpoint(path_).ok());
    EXPECT_EQ(read_checkpoint(path_)->program, checkpoint_.program);
    checkpoint_.program += 'x';
    EXPECT_FALSE(write_checkpoint(path_, checkpoint_, key_).ok());
}

TEST_F(CheckpointFile, leaves_the_old_one_and_nothing_else_where_the_disk_has_no_room) {
    write();
    const auto whole = file_content(file());
    checkpoint_.content = std::string(1u << 20, 'x');
    {
        std::signal(SIGXFSZ, SIG_IGN);  // as our programs do
        const test::FileSizeLimit limit(256 * 1024);
        const auto written = write_checkpoint(path_, checkpoint_, key_);
        ASSERT_FALSE(written.ok());
        EXPECT_EQ(written.error().code, "disk_full");
    }
    EXPECT_EQ(file_content(file()), whole);
    EXPECT_FALSE(std::filesystem::exists(file() + ".new"));
}

}  // namespace
}  // namespace dais::journal
