// A station whose own disk is full, at a hub that has room: acts go on, a text is said to be typed and not on
// the disk, is not sent as if it were, and is taken by itself once there is room.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "cli/hub_stage.hpp"
#include "disks/desk.hpp"
#include "disks/full.hpp"
#include "program/clocks.hpp"
#include "program/signals.hpp"

namespace dais::disks {
namespace {

using station::Held;
using station::Kept;
using station::Settled;

class FullSpool : public FullTest {
  protected:
    void SetUp() override {
        FullTest::SetUp();
        if (IsSkipped()) return;
        program::bear_limits_on_files();
        cli::StageOptions options;
        options.folder = e2e::source("config/sample-meeting");
        options.out = e2e::fresh_directory("hub");
        options.stations = {"chair", "clerk-1"};
        options.start = program::wall_clock();
        options.rate = 1;
        options.program = e2e::dais();
        auto stage = cli::HubStage::start(std::move(options));
        ASSERT_TRUE(stage) << stage.error().text;
        stage_.emplace(*std::move(stage));
    }

    Desk open(const std::string& name) {
        station::RunnerOptions with;
        with.link.address = stage_->address();
        with.link.keys = stage_->ring().load_station(name).value();
        with.spool.path = (place() / name).string();
        with.program = "full_test";
        return Desk::open(std::move(with));
    }

    std::optional<cli::HubStage> stage_;
};

TEST_P(FullSpool, holds_a_text_in_memory_and_sends_it_once_it_is_on_the_disk) {
    auto clerk = open("clerk-1");
    ASSERT_TRUE(clerk.runner);
    {
        const auto full = fill(0);
        clerk.runner->keep_draft("here", "A first", 1);
        clerk.runner->ask(1, meeting::MakeNote{"A first note.", true, {}}, "here");
        clerk.runner->ask(2, meeting::MakeNote{"A second note.", true, {}}, "here");
        clerk.runner->keep_draft("here", "A third", 2);
        ASSERT_TRUE(clerk.until([&] { return clerk.all<Held>().size() == 2; }));
        ASSERT_TRUE(clerk.until([&] { return !clerk.trouble.empty(); }));
        EXPECT_NE(clerk.trouble.find("disk is full"), std::string::npos) << clerk.trouble;
        EXPECT_NE(clerk.trouble.find("not on it"), std::string::npos) << clerk.trouble;
        // Two attempts later it is still not sent: it would be lost with the machine.
        const auto later = program::uptime() + base::Span{4'500};
        clerk.until([&] { return program::uptime() > later; });
        EXPECT_TRUE(clerk.all<Settled>().empty());
        EXPECT_TRUE(clerk.all<station::NotTaken>().empty());
        EXPECT_TRUE(clerk.all<station::DraftKept>().empty());
        EXPECT_FALSE(clerk.trouble.empty());
    }
    ASSERT_TRUE(clerk.until(
        [&] { return clerk.settled(1, wire::Fate::accepted) && clerk.settled(2, wire::Fate::accepted); }));
    const auto kept = clerk.all<Kept>();
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0].token, 1u);
    EXPECT_EQ(kept[1].token, 2u);
    EXPECT_TRUE(
        clerk.until([&] { return clerk.trouble.empty() && !clerk.all<station::DraftKept>().empty(); }));
    clerk.runner.reset();
    auto again = open("clerk-1");
    ASSERT_FALSE(again.all<station::Restored>().empty());
    const std::map<std::string, std::string> drafts{{"here", "A third"}};
    EXPECT_EQ(again.all<station::Restored>()[0].drafts, drafts);
    EXPECT_TRUE(again.all<station::Restored>()[0].waiting.empty());
}

TEST_P(FullSpool, lets_acts_pass) {
    auto chair = open("chair");
    ASSERT_TRUE(chair.runner);
    // The hub's signed head comes with its beats, and the numbers of requests with it to the disk.
    std::this_thread::sleep_for(std::chrono::milliseconds(2'500));
    const auto full = fill(0);
    chair.runner->ask(1, meeting::MakeNote{"A note.", true, {}}, "");
    for (std::uint64_t token = 2; token <= 900; ++token) {
        chair.runner->ask(token,
                          token % 2 == 0 ? meeting::Command(meeting::OpenMeeting{}) : meeting::CloseList{});
    }
    EXPECT_TRUE(chair.until([&] { return chair.all<Settled>().size() >= 899; }))
        << chair.all<Settled>().size();
    EXPECT_TRUE(chair.settled(2, wire::Fate::accepted));
    EXPECT_TRUE(chair.all<station::NotTaken>().empty());
}

TEST_P(FullSpool, that_cannot_be_opened_says_why_and_is_left_as_it_is) {
    open("clerk-1").runner.reset();
    const auto names_before = names();
    const auto bytes = e2e::read_file(place() / "clerk-1");
    {
        const auto full = fill(0);
        station::RunnerOptions with;
        with.link.address = stage_->address();
        with.link.keys = stage_->ring().load_station("clerk-1").value();
        with.spool.path = (place() / "clerk-1").string();
        const auto runner = station::Runner::open(with);
        if (!runner) {
            EXPECT_EQ(runner.error().code, "disk_full") << runner.error().text;
            EXPECT_NE(runner.error().text.find("no room"), std::string::npos) << runner.error().text;
        }
        with.spool.path = (place() / "other").string();
        const auto other = station::Runner::open(with);
        ASSERT_FALSE(other);
        EXPECT_EQ(other.error().code, "disk_full") << other.error().text;
        EXPECT_FALSE(std::filesystem::exists(place() / "other"));
    }
    EXPECT_EQ(e2e::read_file(place() / "clerk-1"), bytes);
    EXPECT_TRUE(open("clerk-1").runner);
}

INSTANTIATE_TEST_SUITE_P(Disks, FullSpool, testing::Values(Kind::tmpfs, Kind::limit), name_of_kind);

}  // namespace
}  // namespace dais::disks
