// kill -9 of the hub and the stations of a running meeting, at random moments.
//   kill_test --kills=N --seed=N     by hand; the seed decides who is killed when and what is typed, and real
//                                    processes on a real machine do the rest: a seed is a hint, not a replay
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "disks/room.hpp"
#include "disks/verdict.hpp"

namespace dais::disks {
namespace {

struct Wanted {
    int kills = 0;  // 0: what the test says
    std::uint64_t seed = 0;
};
Wanted wanted;

class Kill : public testing::Test {
  protected:
    static void run(int kills) {
        if (wanted.kills != 0) kills = wanted.kills;
        const auto seed =
            wanted.seed != 0
                ? wanted.seed
                : static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) %
                      1'000'000;
        std::printf("seed %llu: kill_test --kills=%d --seed=%llu\n", static_cast<unsigned long long>(seed),
                    kills, static_cast<unsigned long long>(seed));
        std::fflush(stdout);
        const auto directory = e2e::fresh_directory("kill");
        const std::vector<std::string> names{"chair", "clerk-1", "clerk-2", "moderator"};
        Room room(directory, names, seed);
        ASSERT_EQ(room.begin(), "");
        room.kill(kills);
        std::string what;
        EXPECT_TRUE(room.quieten(60, what)) << what;
        EXPECT_EQ(room.end(), 0);
        const auto verdict = judge(directory, room.journal(), names);
        for (const auto& complaint : room.complaints()) ADD_FAILURE() << complaint;
        for (const auto& complaint : verdict.complaints) ADD_FAILURE() << complaint;
        std::printf(
            "killed: the hub %d times, stations %d times, of these %d within 50 ms of their start\n"
            "%zu entries; %zu lives of stations took %zu commands, %zu with a text, %zu answered; %zu "
            "unplaced\n",
            room.killed().hubs, room.killed().authors, room.killed().while_starting, verdict.entries,
            verdict.lives, verdict.asked, verdict.texts, verdict.answered, verdict.unplaced);
        // A meeting in which nothing happens cannot be harmed.
        EXPECT_EQ(room.killed().hubs + room.killed().authors, kills);
        EXPECT_GT(verdict.entries, static_cast<std::size_t>(kills));
        if (HasFailure() && std::getenv("DAIS_KEEP") != nullptr) {
            std::filesystem::copy(directory, std::getenv("DAIS_KEEP"),
                                  std::filesystem::copy_options::recursive);
        }
    }
};

TEST_F(Kill, twenty_five_times_loses_nothing_and_does_nothing_twice) {
    run(25);
}

TEST_F(Kill, two_hundred_times_loses_nothing_and_does_nothing_twice) {
    run(200);
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
