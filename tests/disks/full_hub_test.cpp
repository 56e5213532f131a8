// A running hub whose journal has no room: acts are refused, texts stay with their authors, every station
// shows it, and all goes on by itself once there is room.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "disks/desk.hpp"
#include "disks/full.hpp"
#include "net/key_ring.hpp"
#include "program/clocks.hpp"

namespace dais::disks {
namespace {

using station::Settled;

class FullHub : public FullTest {
  protected:
    void SetUp() override {
        FullTest::SetUp();
        if (IsSkipped()) return;
        elsewhere_ = e2e::fresh_directory("elsewhere");
        const net::KeyRing ring(elsewhere_ / "keys");
        ASSERT_TRUE(ring.create());
        for (const auto* name : {"chair", "clerk-1", "moderator"}) ASSERT_TRUE(ring.add_station(name));
        start();
    }
    void start() {
        const auto announce = elsewhere_ / "address";
        std::filesystem::remove(announce);
        hub_ = std::make_unique<e2e::Process>(
            std::vector<std::string>{e2e::dais(), "hub", e2e::source("config/sample-meeting").string(),
                                     "--listen", address_, "--journal", journal().string(), "--keys",
                                     (elsewhere_ / "keys").string(), "--announce", announce.string(),
                                     "--quiet"},
            elsewhere_ / "hub.out");
        ASSERT_TRUE(e2e::eventually([&] { return !e2e::read_file(announce).empty(); })) << said();
        address_ = e2e::read_file(announce);
        address_.pop_back();
    }
    [[nodiscard]] std::filesystem::path journal() const { return place() / "journal.sqlite"; }
    [[nodiscard]] std::string said() const { return e2e::read_file(elsewhere_ / "hub.out"); }
    [[nodiscard]] std::size_t said_times(std::string_view words) const {
        const auto text = said();
        std::size_t count = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
        return count;
    }
    Desk open(const std::string& name) {
        station::RunnerOptions with;
        with.link.address = address_;
        with.link.keys = net::KeyRing(elsewhere_ / "keys").load_station(name).value();
        with.spool.path = (elsewhere_ / name).string();
        with.program = "full_test";
        return Desk::open(std::move(with));
    }

    // The hub's disk is full from now on. A limit is that of the hub's process; its own words go to a file as
    // well.
    void fill_hub() {
        if (!limited()) {
            full_.emplace(disk(), 0);
        } else {
            ::prlimit(hub_->pid(), RLIMIT_FSIZE, nullptr, &before_);
            rlimit limit = before_;
            limit.rlim_cur = 64 * 1024;
            ::prlimit(hub_->pid(), RLIMIT_FSIZE, &limit, nullptr);
        }
    }
    void make_room() {
        full_.reset();
        if (limited()) ::prlimit(hub_->pid(), RLIMIT_FSIZE, &before_, nullptr);
    }
    // The log is longer than the limit that fill_hub() sets.
    void write_much(Desk& clerk) {
        for (std::uint64_t token = 1'000; token < 1'060; ++token) {
            clerk.runner->ask(token,
                              meeting::MakeNote{std::string(2'000, 'x') + std::to_string(token), true, {}});
        }
        ASSERT_TRUE(clerk.until([&] { return clerk.settled(1'059, wire::Fate::accepted); }));
    }
    void end() {
        hub_->signal(SIGTERM);
        const auto ended = hub_->wait();
        EXPECT_EQ(ended.code, 0) << ended.out;
        const auto verified = e2e::run({e2e::dais(), "verify", journal().string()});
        EXPECT_EQ(verified.code, 0) << verified.out;
    }
    [[nodiscard]] std::string record() const {
        const auto ran = e2e::run({e2e::dais(), "record", journal().string()});
        EXPECT_EQ(ran.code, 0) << ran.out;
        return ran.out;
    }

    std::filesystem::path elsewhere_;
    std::string address_ = "tcp://127.0.0.1:*";
    std::unique_ptr<e2e::Process> hub_;
    std::optional<Full> full_;
    rlimit before_{};
};

TEST_P(FullHub, refuses_acts_keeps_texts_waiting_tells_everybody_and_goes_on_by_itself) {
    auto chair = open("chair");
    auto clerk = open("clerk-1");
    auto moderator = open("moderator");
    write_much(clerk);
    fill_hub();
    const auto told = [](Desk& desk) {
        return desk.until([&] { return desk.link.trouble.find("disk is full") != std::string::npos; });
    };
    // Much larger than what may be left at the end of a page.
    clerk.runner->ask(1,
                      meeting::MakeNote{"Written while it was full. " + std::string(20'000, 'x'), true, {}});
    ASSERT_TRUE(told(clerk));
    ASSERT_TRUE(told(chair));
    ASSERT_TRUE(told(moderator));
    std::uint64_t token = 100;
    for (int round = 0; round < 20; ++round) {
        chair.runner->ask(++token, meeting::OpenMeeting{});
        ASSERT_TRUE(chair.until([&] { return chair.settled(token); }));
    }
    const auto acts = chair.all<Settled>();
    EXPECT_EQ(acts.back().fate, wire::Fate::refused);
    EXPECT_EQ(acts.back().word, "disk_full");
    EXPECT_NE(acts.back().sentence.find("disk is full"), std::string::npos) << acts.back().sentence;
    EXPECT_FALSE(clerk.settled(1)) << "a text stays with its author";
    EXPECT_EQ(said_times("is full"), 1u) << "once, and not for each attempt: " << said();
    EXPECT_EQ(e2e::run({e2e::dais(), "verify", journal().string()}).code, 0);

    make_room();
    ASSERT_TRUE(clerk.until([&] { return clerk.settled(1, wire::Fate::accepted); }));
    for (auto* desk : {&clerk, &chair, &moderator}) {
        EXPECT_TRUE(desk->until([&] { return desk->link.trouble.empty(); }));
    }
    chair.runner->ask(++token, meeting::OpenMeeting{});
    ASSERT_TRUE(chair.until([&] { return chair.settled(token); }));
    EXPECT_EQ(chair.all<Settled>().back().fate, wire::Fate::accepted);
    end();
    const auto printed = record();
    const auto first = printed.find("Written while it was full.");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(printed.find("Written while it was full.", first + 1), std::string::npos);
}

TEST_P(FullHub, finds_room_though_nobody_asks_for_anything) {
    auto chair = open("chair");
    auto clerk = open("clerk-1");
    write_much(clerk);
    fill_hub();
    // An act is small: some still find room in the last page. Each that is accepted is another than the one
    // before.
    chair.runner->ask(1, meeting::OpenMeeting{});
    std::uint64_t token = 1;
    ASSERT_TRUE(chair.until([&] {
        if (chair.settled(token, wire::Fate::accepted)) {
            ++token;
            chair.runner->ask(token, token % 2 == 0 ? meeting::Command(meeting::SuspendMeeting{})
                                                    : meeting::Command(meeting::ResumeMeeting{}));
        }
        return !chair.link.trouble.empty();
    }));
    ASSERT_TRUE(chair.until([&] { return chair.settled(token); }));
    EXPECT_EQ(chair.all<Settled>().back().word, "disk_full");
    ASSERT_TRUE(clerk.until([&] { return !clerk.link.trouble.empty(); }));
    make_room();
    EXPECT_TRUE(chair.until([&] { return chair.link.trouble.empty(); }));
    EXPECT_TRUE(clerk.until([&] { return clerk.link.trouble.empty(); }));
    EXPECT_EQ(said_times("There is room again"), 1u) << said();
    end();
}

TEST_P(FullHub, that_is_killed_while_it_is_full_goes_on_where_it_was) {
    auto chair = open("chair");
    auto clerk = open("clerk-1");
    write_much(clerk);
    fill_hub();
    clerk.runner->ask(1,
                      meeting::MakeNote{"Written while it was full. " + std::string(20'000, 'x'), true, {}});
    ASSERT_TRUE(clerk.until([&] { return !clerk.link.trouble.empty(); }));
    hub_->signal(SIGKILL);
    hub_->wait();
    make_room();
    start();
    EXPECT_TRUE(clerk.until([&] { return clerk.settled(1, wire::Fate::accepted); }));
    EXPECT_TRUE(clerk.until([&] { return clerk.link.trouble.empty(); }));
    end();
}

INSTANTIATE_TEST_SUITE_P(Disks, FullHub, testing::Values(Kind::tmpfs, Kind::limit), name_of_kind);

}  // namespace
}  // namespace dais::disks
