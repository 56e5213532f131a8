// A hub that starts or ends where its journal has no room: it says so, its exit code says so, the journal is
// as it was.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "disks/full.hpp"
#include "net/key_ring.hpp"

namespace dais::disks {
namespace {

using e2e::read_file;
using e2e::run;

class FullStart : public FullTest {
  protected:
    void SetUp() override {
        FullTest::SetUp();
        keys_ = e2e::fresh_directory("keys") / "ring";
        ASSERT_TRUE(net::KeyRing(keys_).create());
    }
    [[nodiscard]] std::filesystem::path journal() const { return place() / "journal.sqlite"; }
    [[nodiscard]] std::vector<std::string> hub() const {
        return {e2e::dais(),
                "hub",
                e2e::source("config/sample-meeting").string(),
                "--listen",
                "tcp://127.0.0.1:*",
                "--journal",
                journal().string(),
                "--keys",
                keys_.string(),
                "--announce",
                (keys_ / "address").string(),
                "--quiet"};
    }
    // Starts a hub, waits until it listens, and ends it in good order or at once.
    void serve(int signal, int expected) const {
        std::filesystem::remove(keys_ / "address");
        e2e::Process process(hub(), keys_ / "hub.out");
        ASSERT_TRUE(e2e::eventually([&] { return !read_file(keys_ / "address").empty(); }))
            << read_file(keys_ / "hub.out");
        process.signal(signal);
        const auto ended = process.wait();
        EXPECT_EQ(ended.code, expected) << ended.out;
    }
    static std::string head_of(const std::filesystem::path& journal) {
        const auto ran = run({e2e::dais(), "verify", journal.string()});
        EXPECT_EQ(ran.code, 0) << ran.out;
        return ran.out;
    }

    std::filesystem::path keys_;
};

TEST_P(FullStart, a_journal_is_begun_as_a_whole_or_not_at_all) {
    {
        const auto full = fill(3'000);
        const auto ran = run(hub());
        EXPECT_EQ(ran.code, 3) << ran.out;
        EXPECT_NE(ran.out.find("journal.sqlite"), std::string::npos) << ran.out;
        EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
        EXPECT_FALSE(std::filesystem::exists(journal()));
    }
    serve(SIGTERM, 0);
    EXPECT_NE(head_of(journal()).find("entry 1,"), std::string::npos) << head_of(journal());
}

TEST_P(FullStart, a_journal_that_was_closed_is_left_as_it_is) {
    serve(SIGTERM, 0);
    const auto bytes = read_file(journal());
    {
        const auto full = fill(3'000);
        const auto ran = run(hub());
        EXPECT_EQ(ran.code, 3) << ran.out;
        EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
    }
    EXPECT_EQ(read_file(journal()), bytes);
    serve(SIGTERM, 0);
}

TEST_P(FullStart, a_journal_whose_hub_was_killed_is_left_as_it_is) {
    // A limit leaves room for the index of the log, without which nobody can read it, so the log has to be
    // longer.
    const auto log = journal().string() + "-wal";
    for (int lives = 0; lives < 20 && (lives == 0 || std::filesystem::file_size(log) < 80'000); ++lives) {
        serve(SIGKILL, 128 + SIGKILL);
    }
    const auto before = head_of(journal());
    {
        const auto full = fill(std::filesystem::file_size(log));
        const auto ran = run(hub());
        EXPECT_EQ(ran.code, 3) << ran.out;
        EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
        EXPECT_EQ(head_of(journal()), before);
    }
    EXPECT_EQ(head_of(journal()), before);
    serve(SIGTERM, 0);
}

TEST_P(FullStart, a_hub_that_ends_on_a_full_disk_says_so_and_loses_nothing) {
    std::filesystem::remove(keys_ / "address");
    e2e::Process process(hub(), keys_ / "hub.out");
    ASSERT_TRUE(e2e::eventually([&] { return !read_file(keys_ / "address").empty(); }));
    {
        // A limit on the files of this process would come too late for one that runs.
        const rlimit limit{4'096, RLIM_INFINITY};
        std::optional<Full> full;
        if (limited()) {
            ::prlimit(process.pid(), RLIMIT_FSIZE, &limit, nullptr);
        } else {
            full.emplace(disk(), 0);
        }
        process.signal(SIGTERM);
        const auto ended = process.wait();
        EXPECT_EQ(ended.code, 3) << ended.out;
        EXPECT_NE(ended.out.find("no room"), std::string::npos) << ended.out;
        head_of(journal());
    }
    head_of(journal());
    serve(SIGTERM, 0);
}

INSTANTIATE_TEST_SUITE_P(Disks, FullStart, testing::Values(Kind::tmpfs, Kind::limit), name_of_kind);

}  // namespace
}  // namespace dais::disks
