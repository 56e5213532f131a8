// kill -9 of the hub and the stations of a running meeting, at random moments.
//   kill_test --kills=N --seed=N     by hand; the seed decides who is killed when and what is typed, and real
//                                    processes on a real machine do the rest: a seed is a hint, not a replay
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "disks/room.hpp"
#include "disks/small_disk.hpp"
#include "disks/verdict.hpp"
#include "program/clocks.hpp"
#include "support/chance.hpp"

namespace dais::disks {
namespace {

struct Wanted {
    int kills = 0;  // 0: what the test says
    std::uint64_t seed = 0;
};
Wanted wanted;

const std::vector<std::string> names{"chair", "clerk-1", "clerk-2", "moderator"};

std::uint64_t a_seed() {
    if (wanted.seed != 0) return wanted.seed;
    return static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) %
           1'000'000;
}

// Fills a disk now and then, to the last byte or but for a few pages, and makes room again.
class Weather {
  public:
    Weather(const SmallDisk& disk, std::uint64_t seed) : disk_(disk), chance_(seed) {}
    void change() {
        const auto now = program::uptime();
        if (now < next_) return;
        full_ = !full_;
        next_ = now + (full_ ? chance_.between(50, 900) : chance_.between(100, 1'500));
        if (full_) {
            disk_.fill(chance_.coin() ? 0 : chance_.below(60'000));
            ++times_;
        } else {
            disk_.make_room();
        }
    }
    void end() const { disk_.make_room(); }
    [[nodiscard]] int times() const { return times_; }

  private:
    const SmallDisk& disk_;
    support::Chance chance_;
    base::Instant next_;
    bool full_ = false;
    int times_ = 0;
};

class Kill : public testing::Test {
  protected:
    void begin(int kills) {
        kills_ = wanted.kills != 0 ? wanted.kills : kills;
        seed_ = a_seed();
        std::printf("seed %llu: kill_test --gtest_filter=%s --kills=%d --seed=%llu\n",
                    static_cast<unsigned long long>(seed_),
                    testing::UnitTest::GetInstance()->current_test_info()->name(), kills_,
                    static_cast<unsigned long long>(seed_));
        std::fflush(stdout);
        places_.directory = e2e::fresh_directory("kill");
        places_.journal = places_.directory / "journal.sqlite";
        places_.spools = places_.directory;
    }
    void quieten_and_judge(Room& room) {
        std::string what;
        EXPECT_TRUE(room.quieten(60, what)) << what;
        EXPECT_EQ(room.end(), 0);
        verdict_ = judge(places_, names);
        for (const auto& complaint : room.complaints()) ADD_FAILURE() << complaint;
        for (const auto& complaint : verdict_.complaints) ADD_FAILURE() << complaint;
        std::printf(
            "killed: the hub %d times, stations %d times, of these %d within 50 ms of their start\n"
            "%zu entries; %zu lives of stations took %zu commands, %zu with a text, %zu answered; %zu "
            "unplaced\n",
            room.killed().hubs, room.killed().authors, room.killed().while_starting, verdict_.entries,
            verdict_.lives, verdict_.asked, verdict_.texts, verdict_.answered, verdict_.unplaced);
        // A meeting in which nothing happens cannot be harmed.
        EXPECT_EQ(room.killed().hubs + room.killed().authors, kills_);
        EXPECT_GT(verdict_.entries, static_cast<std::size_t>(kills_));
        if (const auto* keep = std::getenv("DAIS_KEEP"); keep != nullptr && HasFailure())
            std::filesystem::copy(places_.directory, keep, std::filesystem::copy_options::recursive);
    }
    void run(int kills) {
        begin(kills);
        Room room(places_, names, seed_);
        ASSERT_EQ(room.begin(), "");
        room.kill(kills_);
        quieten_and_judge(room);
    }
    void run_on_small_disks(int kills) {
        static const std::string why_not = mounts_of_our_own();
        if (!why_not.empty()) GTEST_SKIP() << why_not;
        begin(kills);
        places_.journal = places_.directory / "hub/journal.sqlite";
        places_.spools = places_.directory / "spools";
        constexpr std::uint64_t megabyte = 1024 * 1024;
        auto hub = SmallDisk::mount(places_.directory / "hub", 64 * megabyte);
        auto spools = SmallDisk::mount(places_.spools, 32 * megabyte);
        if (!hub || !spools) GTEST_SKIP() << (!hub ? hub.error() : spools.error()).text;
        Weather over_hub(*hub, seed_ + 1);
        Weather over_spools(*spools, seed_ + 2);
        Room room(places_, names, seed_);
        ASSERT_EQ(room.begin(), "");
        room.set_weather([&] {
            over_hub.change();
            over_spools.change();
        });
        room.kill(kills_);
        over_hub.end();
        over_spools.end();
        quieten_and_judge(room);
        std::printf(
            "full: the hub's disk %d times, the stations' %d times; %d starts turned back\n"
            "%zu texts found no room on their station's disk, %zu requests none on the hub's\n",
            over_hub.times(), over_spools.times(), room.turned_back(), verdict_.without_room,
            verdict_.refused_for_room);
        EXPECT_GT(verdict_.without_room + verdict_.refused_for_room, 0u);
    }

    int kills_ = 0;
    std::uint64_t seed_ = 0;
    Places places_;
    Verdict verdict_;
};

TEST_F(Kill, twenty_five_times_loses_nothing_and_does_nothing_twice) {
    run(25);
}

TEST_F(Kill, two_hundred_times_loses_nothing_and_does_nothing_twice) {
    run(200);
}

TEST_F(Kill, twenty_times_on_disks_that_fill_up_loses_nothing_either) {
    run_on_small_disks(20);
}

TEST_F(Kill, two_hundred_times_on_disks_that_fill_up_loses_nothing_either) {
    run_on_small_disks(200);
}

}  // namespace
}  // namespace dais::disks

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    for (int at = 1; at < count; ++at) {
        const std::string word = words[at];
        if (word.rfind("--kills=", 0) == 0) dais::disks::wanted.kills = std::stoi(word.substr(8));
        if (word.rfind("--seed=", 0) == 0) dais::disks::wanted.seed = std::stoull(word.substr(7));
    }
    return RUN_ALL_TESTS();
}
