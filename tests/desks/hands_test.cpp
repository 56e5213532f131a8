// The whole sample meeting at three desks without windows: the very keys that a hand makes, each answered by
// one core, every desk hearing of the others.
#include <gtest/gtest.h>

#include "chair-console/chair_view.hpp"
#include "clerk-station/clerk_view.hpp"
#include "clerk-station/moderator_view.hpp"
#include "cli/reading.hpp"
#include "cli/strokes.hpp"
#include "e2e/process.hpp"
#include "meeting/apply.hpp"
#include "record/house_style.hpp"
#include "support/seat.hpp"

namespace dais::e2e {
namespace {

using support::Seat;

class Room {
  public:
    explicit Room(const folder::Folder& folder) {
        meeting::Meeting meeting;
        const auto first = folder.script.front().at;
        meeting::apply(meeting, meeting::Fact{{{1}, first, {"hub", meeting::Desk::hub}},
                                              {meeting::MeetingPrepared{folder.setup, folder.participants}}});
        const auto sit = [&](std::unique_ptr<ui::View> view, const std::string& station) {
            seats_.push_back(std::make_unique<Seat>(std::move(view), meeting, first, station));
        };
        sit(std::make_unique<chair_console::ChairView>(), "chair");
        sit(std::make_unique<clerk_station::ClerkView>(), "clerk-1");
        sit(std::make_unique<clerk_station::ModeratorView>(), "moderator");
        for (const auto& seat : seats_) {
            auto* self = seat.get();
            seat->tell = [this, self](const meeting::Fact& fact) {
                last_ = fact;
                ++facts_;
                for (const auto& other : seats_) {
                    if (other.get() != self) other->hear(fact);
                }
            };
        }
    }

    // Plays a line; why not, where it did not come about.
    std::string play(const folder::ScriptLine& line) {
        for (const auto& seat : seats_) seat->model.now = std::max(seat->model.now, line.at);
        const auto command = folder::bind(line.ask, labels_);
        if (!command) return command.error().text;
        const auto strokes = cli::strokes_for(line, *command, meeting(), record(), hand_);
        if (!strokes) return strokes.error().text;
        auto& seat = *seats_[static_cast<std::size_t>(line.desk)];
        for (const auto& stroke : *strokes) {
            const auto before = facts_;
            stroke.typed ? seat.type(stroke.keys) : seat.press(stroke.keys);
            if (facts_ - before != (stroke.asks ? 1u : 0u))
                return "after " + stroke.keys + ": " + seat.state();
        }
        if (line.label.empty()) return {};
        if (const auto made = folder::made_by(line.ask, last_.events)) labels_.remember(line.label, *made);
        return {};
    }

    [[nodiscard]] const meeting::Meeting& meeting() const { return seats_.front()->model.meeting; }
    [[nodiscard]] record::Record record() const {
        return record::make_record(meeting(), *record::HouseStyle::from(meeting().setup.style));
    }
    [[nodiscard]] bool all_agree() const {
        return seats_[1]->model.meeting == meeting() && seats_[2]->model.meeting == meeting();
    }

  private:
    std::vector<std::unique_ptr<Seat>> seats_;  // in the order of meeting::Desk
    meeting::Fact last_;
    std::size_t facts_ = 0;
    folder::Labels labels_;
    cli::Hand hand_;
};

TEST(Hands, play_the_sample_meeting_at_three_desks_to_its_record) {
    auto folder = cli::read_for(source("config/sample-meeting"), {}, true);
    ASSERT_TRUE(folder);
    Room room(*folder);
    for (const auto& line : folder->script) {
        ASSERT_EQ(room.play(line), "") << "script.jsonl:" << line.number << ": " << line.word;
    }
    EXPECT_TRUE(room.all_agree());
    const auto text = cli::record_text(room.meeting(), false, {});
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, read_file(source("tests/golden/sample-record.txt")));
}

}  // namespace
}  // namespace dais::e2e
