// What Dais writes besides journal and spool, where there is no room for it: the record, keys, the hub's
// address. Nothing is half-written, what was there stays, the sentence says why, and with room all is as if
// nothing had been.
#include <gtest/gtest.h>

#include "disks/full.hpp"
#include "net/key_ring.hpp"

namespace dais::disks {
namespace {

using e2e::read_file;
using e2e::run;

std::filesystem::path journal_of_the_sample() {
    static const auto made = [] {
        const auto out = e2e::fresh_directory("sample");
        const auto ran = run(
            {e2e::dais(), "rehearse", e2e::source("config/sample-meeting").string(), "--out", out.string()});
        EXPECT_EQ(ran.code, 0) << ran.out;
        return out / "journal.sqlite";
    }();
    return made;
}

class FullFiles : public FullTest {};

TEST_P(FullFiles, a_record_is_written_as_a_whole_or_not_at_all) {
    const auto journal = journal_of_the_sample();
    const auto expected = read_file(e2e::source("tests/golden/sample-record.txt"));
    const auto record = place() / "record.txt";
    e2e::write_file(record, "an older record\n");
    const std::vector<std::string> command{e2e::dais(), "record", journal.string(), "--out", record.string()};
    {
        const auto full = fill();
        const auto ran = run(command);
        EXPECT_EQ(ran.code, 3) << ran.out;
        EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
        EXPECT_NE(ran.out.find("record.txt"), std::string::npos) << ran.out;
    }
    EXPECT_EQ(read_file(record), "an older record\n");
    EXPECT_EQ(names(), std::vector<std::string>{"record.txt"});
    EXPECT_EQ(run(command).code, 0);
    EXPECT_EQ(read_file(record), expected);
}

TEST_P(FullFiles, a_record_that_goes_to_a_full_place_by_the_shell_is_complained_of) {
    const auto journal = journal_of_the_sample();
    const auto full = fill();
    const auto ran = run(
        {"/bin/sh", "-c", e2e::dais() + " record " + journal.string() + " > " + (place() / "r").string()});
    EXPECT_EQ(ran.code, 3) << ran.out;
    EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
}

TEST_P(FullFiles, a_key_ring_is_made_as_a_whole_or_can_be_made_later) {
    const auto ring = (place() / "keys").string();
    std::filesystem::create_directories(place() / "keys/stations");
    {
        const auto full = fill(60);  // less than a key, and what is said is cut, too
        const auto ran = run({e2e::dais(), "keys", "--keys", ring, "create"});
        EXPECT_EQ(ran.code, 3) << ran.out;
        EXPECT_NE(ran.out.find("keys/"), std::string::npos) << ran.out;
    }
    const auto made = run({e2e::dais(), "keys", "--keys", ring, "create"});
    EXPECT_EQ(made.code, 0) << made.out;
    EXPECT_EQ(run({e2e::dais(), "keys", "--keys", ring, "add", "chair"}).code, 0);
    const auto list = read_file(place() / "keys/stations.toml");
    {
        const auto full = fill(60);
        const auto ran = run({e2e::dais(), "keys", "--keys", ring, "add", "clerk-1"});
        EXPECT_EQ(ran.code, 3) << ran.out;
    }
    EXPECT_EQ(read_file(place() / "keys/stations.toml"), list);
    EXPECT_EQ(run({e2e::dais(), "keys", "--keys", ring, "add", "clerk-1"}).code, 0);
    EXPECT_TRUE(net::KeyRing(ring).load_station("clerk-1"));
    for (const auto& name : names()) EXPECT_EQ(name.find(".new"), std::string::npos) << name;
}

TEST_P(FullFiles, an_address_that_cannot_be_announced_leaves_the_old_one_and_ends_the_hub) {
    const auto elsewhere = e2e::fresh_directory("elsewhere");
    const net::KeyRing ring(elsewhere / "keys");
    ASSERT_TRUE(ring.create());
    const auto announce = place() / "address";
    e2e::write_file(announce, "tcp://127.0.0.1:1\n");
    const auto full = fill();
    const auto ran = run({e2e::dais(), "hub", e2e::source("config/sample-meeting").string(), "--listen",
                          "tcp://127.0.0.1:*", "--journal", (elsewhere / "journal.sqlite").string(), "--keys",
                          ring.directory().string(), "--announce", announce.string(), "--quiet"});
    if (limited()) return;  // the journal has no room either; that is another test
    EXPECT_EQ(ran.code, 3) << ran.out;
    EXPECT_NE(ran.out.find("no room"), std::string::npos) << ran.out;
    EXPECT_EQ(read_file(announce), "tcp://127.0.0.1:1\n");
    EXPECT_EQ(run({e2e::dais(), "verify", (elsewhere / "journal.sqlite").string()}).code, 0);
}

INSTANTIATE_TEST_SUITE_P(Disks, FullFiles, testing::Values(Kind::tmpfs, Kind::limit), name_of_kind);

}  // namespace
}  // namespace dais::disks
