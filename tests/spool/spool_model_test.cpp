// A power cut at a random moment loses nothing that was kept.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "spool/spool.hpp"
#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace dais::spool {
namespace {

Changes random_changes(const Contents& contents, std::mt19937_64& chance) {
    Changes changes;
    std::uint64_t request = contents.next_request;
    const auto some = [&] { return contents.items.empty() ? 0 : contents.items.begin()->first; };
    for (auto count = 1 + chance() % 4; count > 0; --count) {
        switch (chance() % 6) {
            case 0:
            case 1:
                changes.keep(request++, Kind::text,
                             std::string(chance() % 3000, static_cast<char>('a' + chance() % 26)));
                break;
            case 2:
                changes.forget(some());
                break;
            case 3:
                changes.keep_draft("place " + std::to_string(chance() % 3), std::to_string(chance()));
                break;
            case 4:
                changes.forget_draft("place " + std::to_string(chance() % 3));
                break;
            default:
                changes.set_head_seen(
                    {{{1, chance()}, {chance()}, seal::digest(std::to_string(chance()))}, {}});
        }
    }
    return changes;
}

class SpoolPowerCut : public ::testing::TestWithParam<int> {};

TEST_P(SpoolPowerCut, loses_nothing_that_was_kept) {
    std::mt19937_64 chance(static_cast<std::uint64_t>(GetParam()));
    const test::TemporaryDirectory directory;
    const std::string after = directory / "after";
    std::filesystem::create_directory(after);
    test::FaultyDisk disk;
    Contents kept;
    Contents under_way;
    {
        auto spool = open_spool({directory / "spool.dais", disk.name()});
        ASSERT_TRUE(spool.ok()) << spool.error().text;
        disk.fail_syncs_after(chance() % 40);
        for (;;) {
            const auto changes = random_changes((*spool)->contents(), chance);
            kept = (*spool)->contents();
            under_way = *changes.applied_to(kept);
            if (!(*spool)->apply(changes)) break;
        }
        disk.copy_after_power_cut(after, chance);
        disk.cut_power();
    }
    const auto spool = open_spool({after + "/spool.dais", test::FaultyDisk::quick()});
    ASSERT_TRUE(spool.ok()) << spool.error().text;
    EXPECT_TRUE((*spool)->contents() == kept || (*spool)->contents() == under_way);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SpoolPowerCut, ::testing::Range(0, 20));

}  // namespace
}  // namespace dais::spool
