// The thread that writes the journal: what it tells, and when.
#include "cli/disk.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "journal/memory_journal.hpp"

namespace dais::cli {
namespace {

class DiskThread : public testing::Test {
  protected:
    void SetUp() override {
        auto opened = journal::open_memory_journal(memory_, seal::KeyPair::make());
        ASSERT_TRUE(opened);
        ASSERT_TRUE((*opened)->begin_epoch(7, {1'000}));
        auto wakeup = net::Wakeup::open();
        ASSERT_TRUE(wakeup);
        wakeup_.emplace(*std::move(wakeup));
        disk_.emplace(*std::move(opened), *wakeup_, [this] {
            ++looks_;
            return room_.load();
        });
    }

    static hub::Append batch(std::uint64_t first, std::size_t count) {
        hub::Append made{{first}, {}};
        for (std::size_t i = 0; i < count; ++i) {
            made.entries.push_back(std::make_shared<const base::Bytes>("entry " + std::to_string(first + i)));
        }
        return made;
    }

    // What collect() says, once it says anything.
    base::Result<Disk::News> told() {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (;;) {
            auto collected = disk_->collect();
            if (!collected || collected->durable || collected->no_room || collected->room ||
                std::chrono::steady_clock::now() > deadline) {
                return collected;
            }
            std::this_thread::yield();
        }
    }

    std::shared_ptr<journal::MemoryDisk> memory_ = std::make_shared<journal::MemoryDisk>();
    std::optional<net::Wakeup> wakeup_;
    std::atomic<bool> room_ = false;
    std::atomic<int> looks_ = 0;
    std::optional<Disk> disk_;
};

TEST_F(DiskThread, tells_the_last_entry_of_a_batch_once_it_is_durable) {
    disk_->append(batch(1, 3));
    auto first = told();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->durable, base::Sequence{3});
    auto nothing = disk_->collect();
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->durable) << "it is told once";
    disk_->append(batch(4, 1));
    auto second = told();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->durable, base::Sequence{4});
    EXPECT_EQ(memory_->appends(), 2u);
}

TEST_F(DiskThread, tells_of_a_disk_that_does_not_confirm_and_goes_on_telling) {
    memory_->fail_append(journal::DiskFault::sync_lost, 1);
    disk_->append(batch(1, 1));
    ASSERT_TRUE(told());
    disk_->append(batch(2, 1));
    EXPECT_EQ(told().error().code, "sync_failed");
    EXPECT_EQ(disk_->collect().error().code, "sync_failed");
}

TEST_F(DiskThread, goes_on_after_a_disk_that_had_no_room) {
    memory_->fail_append(journal::DiskFault::full);
    disk_->append(batch(1, 2));
    auto full = told();
    ASSERT_TRUE(full);
    EXPECT_TRUE(full->no_room);
    EXPECT_FALSE(full->durable);
    disk_->append(batch(1, 1));
    auto stored = told();
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->durable, base::Sequence{1});
    EXPECT_FALSE(stored->no_room);
}

TEST_F(DiskThread, looks_for_room_while_the_disk_is_full_and_tells_of_it_once) {
    memory_->fail_append(journal::DiskFault::full, 0);
    disk_->append(batch(1, 1));
    auto full = told();
    ASSERT_TRUE(full);
    EXPECT_TRUE(full->no_room);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (looks_ == 0 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_FALSE(disk_->collect().value().room);
    room_ = true;
    EXPECT_TRUE(told().value().room);
    const int looks = looks_;
    std::this_thread::sleep_for(std::chrono::milliseconds(1'500));
    EXPECT_EQ(looks_, looks) << "it looks no more";
    EXPECT_FALSE(disk_->collect().value().room);
    disk_->append(batch(1, 1));
    EXPECT_EQ(told().value().durable, base::Sequence{1});
}

TEST_F(DiskThread, finishes_the_batch_under_way_before_it_gives_the_journal_back) {
    disk_->append(batch(1, 500));
    auto journal = disk_->finish();
    auto head = journal->head();
    ASSERT_TRUE(head);
    EXPECT_EQ(head->sequence, base::Sequence{500});
    EXPECT_TRUE(journal->close());
}

}  // namespace
}  // namespace dais::cli
