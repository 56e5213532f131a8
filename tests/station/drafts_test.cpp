// Drafts and texts on a disk that fails, in one thread.
#include "station/drafts.hpp"

#include <gtest/gtest.h>

#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace dais::station {
namespace {

class DraftsOnDisk : public testing::Test {
  protected:
    void SetUp() override {
        auto station = open();
        ASSERT_TRUE(station) << station.error().text;
        station_.emplace(*std::move(station));
    }

    // A station whose hub is not there: nothing listens on this port.
    base::Result<Station> open() {
        auto context = net::Context::open();
        if (!context) return context.error();
        net::StationOptions options;
        options.address = "tcp://127.0.0.1:1";
        options.keys = {net::make_key_pair().value(), net::make_key_pair().value().public_key};
        return Station::open(*context, options, {directory_ / "spool", disk_.name()}, "test");
    }

    // Writes at that second, and returns the places and versions that were kept: "a:2 b:1".
    std::string write_at(std::int64_t ms, bool last = false) {
        std::vector<News> news;
        drafts_.write(*station_, {1'000'000 + ms}, last, news);
        std::string kept;
        for (const auto& each : news) {
            const auto& draft = std::get<DraftKept>(each);
            kept += (kept.empty() ? "" : " ") + draft.place + ":" + std::to_string(draft.version);
        }
        return kept;
    }

    test::TemporaryDirectory directory_;
    test::FaultyDisk disk_;
    std::optional<Station> station_;
    Drafts drafts_;
};

// A clerk is promised that what was typed is on the disk within a quarter of a second: nothing is put off
// until more has come, however fast the keys are. (That a step follows each key at once is the runner's:
// post() wakes it.)
TEST_F(DraftsOnDisk, have_every_key_in_the_step_after_it) {
    std::string typed;
    for (std::uint64_t key = 1; key <= 50; ++key) {
        typed += "x";
        drafts_.keep("a", typed, key);
        EXPECT_EQ(write_at(static_cast<std::int64_t>(key) * 20), "a:" + std::to_string(key));
        EXPECT_EQ(station_->kept().drafts.at("a"), typed);
        EXPECT_FALSE(drafts_.due()) << "there is nothing to wait for";
    }
}

TEST_F(DraftsOnDisk, are_written_together_with_one_sync_and_the_latest_of_each_place_wins) {
    drafts_.keep("a", "one", 1);
    drafts_.keep("b", "other", 1);
    drafts_.keep("a", "one two", 2);
    const auto before = disk_.syncs();
    EXPECT_EQ(write_at(0), "a:2 b:1");
    EXPECT_EQ(disk_.syncs(), before + 1);
    EXPECT_EQ(station_->kept().drafts,
              (std::map<std::string, std::string>{{"a", "one two"}, {"b", "other"}}));
    EXPECT_EQ(write_at(1), "") << "nothing is written twice";
    EXPECT_EQ(disk_.syncs(), before + 1);
    drafts_.forget("a");
    EXPECT_EQ(write_at(2), "");
    EXPECT_EQ(station_->kept().drafts.size(), 1u);
}

TEST_F(DraftsOnDisk, that_find_it_full_are_tried_again_after_two_seconds) {
    disk_.set_room(100);
    drafts_.keep("a", std::string(20'000, 'x'), 1);
    EXPECT_EQ(write_at(0), "");
    ASSERT_TRUE(drafts_.trouble());
    EXPECT_EQ(drafts_.trouble()->code, "disk_full");
    EXPECT_EQ(drafts_.due(), base::Instant{1'002'000});
    disk_.heal();
    drafts_.keep("a", std::string(20'000, 'y'), 2);
    EXPECT_EQ(write_at(1'999), "") << "however fast somebody types";
    EXPECT_TRUE(drafts_.trouble());
    EXPECT_EQ(write_at(2'000), "a:2");
    EXPECT_FALSE(drafts_.trouble());
    EXPECT_FALSE(drafts_.due());
}

TEST_F(DraftsOnDisk, are_written_at_the_end_without_a_rest) {
    disk_.set_room(100);
    drafts_.keep("a", std::string(20'000, 'x'), 1);
    EXPECT_EQ(write_at(0), "");
    disk_.heal();
    EXPECT_EQ(write_at(1, true), "a:1");
}

TEST_F(DraftsOnDisk, that_are_too_long_hold_up_no_other) {
    drafts_.keep("a", std::string(spool::max_draft_bytes + 1, 'x'), 1);
    drafts_.keep("b", "short", 1);
    EXPECT_EQ(write_at(0), "b:1");
    ASSERT_TRUE(drafts_.trouble());
    EXPECT_EQ(drafts_.trouble()->code, "draft_too_long");
    drafts_.keep("a", "shorter", 2);
    EXPECT_EQ(write_at(100), "a:2") << "at once";
    EXPECT_FALSE(drafts_.trouble());
}

TEST_F(DraftsOnDisk, become_texts_in_the_moment_in_which_they_are_forgotten) {
    ASSERT_TRUE(station_->keep(spool::Changes{}.keep_draft("a", "Some words.").keep_draft("b", "Others.")));
    const auto before = disk_.syncs();
    auto request = station_->submit(meeting::MakeNote{"Some words.", true, {}}, {1}, {}, "a");
    ASSERT_TRUE(request);
    EXPECT_EQ(disk_.syncs(), before + 1);
    EXPECT_EQ(station_->kept().drafts.count("a"), 0u);
    EXPECT_EQ(station_->kept().items.count(*request), 1u);

    disk_.set_room(100);
    const auto refused =
        station_->submit(meeting::MakeNote{std::string(20'000, 'x'), true, {}}, {1}, {}, "b");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "disk_full");
    EXPECT_EQ(station_->kept().drafts.count("b"), 1u) << "its author still has it";
    EXPECT_EQ(station_->replica().outbox().all().size(), 1u) << "and nothing of it waits to be sent";
    disk_.heal();
    EXPECT_TRUE(station_->submit(meeting::MakeNote{"Others.", true, {}}, {1}, {}, "b"));
}

TEST_F(DraftsOnDisk, a_text_that_may_lie_on_a_disk_that_failed_keeps_its_number_from_every_other) {
    const auto number = station_->replica().outbox().next();
    disk_.fail_syncs_after(0);
    ASSERT_FALSE(station_->submit(meeting::MakeNote{"Some words.", true, {}}, {1}));
    EXPECT_GT(station_->replica().outbox().next(), number);
}

TEST_F(DraftsOnDisk, a_text_that_waits_for_its_answer_is_not_forgotten) {
    auto request = station_->submit(meeting::MakeNote{"Some words.", true, {}}, {1});
    ASSERT_TRUE(request);
    drafts_.forget_unplaced(*request);
    EXPECT_EQ(write_at(0), "");
    EXPECT_EQ(station_->kept().items.count(*request), 1u);
    EXPECT_FALSE(drafts_.due());
}

}  // namespace
}  // namespace dais::station
