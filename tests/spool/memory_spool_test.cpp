#include "spool/memory_spool.hpp"

#include <gtest/gtest.h>

namespace dais::spool {
namespace {

TEST(MemorySpool, a_crash_loses_nothing_that_was_kept) {
    MemorySpool spool{Session{1, 2, 3}};
    ASSERT_TRUE(spool.keep(1, Kind::text, "a").ok());
    ASSERT_TRUE(spool.keep_draft("p", "t").ok());
    const auto again = spool.crash();
    EXPECT_EQ(again->contents(), spool.contents());
    EXPECT_EQ(again->contents().session, (Session{1, 2, 3}));
    EXPECT_EQ(spool.syncs(), 2u);
}

TEST(MemorySpool, a_full_disk_passes_and_a_failed_sync_does_not) {
    MemorySpool spool{Session{}};
    spool.fail_change("disk_full", 1);
    ASSERT_TRUE(spool.keep(1, Kind::text, "a").ok());
    EXPECT_EQ(spool.keep(2, Kind::text, "b").error().code, "disk_full");
    ASSERT_TRUE(spool.keep(2, Kind::text, "b").ok());
    spool.fail_change("sync_failed", 0, true);
    EXPECT_EQ(spool.keep(3, Kind::text, "c").error().code, "sync_failed");
    EXPECT_EQ(spool.keep(3, Kind::text, "c").error().code, "sync_failed");
    EXPECT_EQ(spool.contents().items.size(), 2u);
    EXPECT_EQ(spool.crash()->contents().items.size(), 3u);
}

}  // namespace
}  // namespace dais::spool
