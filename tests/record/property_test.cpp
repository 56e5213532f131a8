// What must hold of the record of any meeting: random keys are pressed, refused or not, and the record is
// made of it.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "record/formats/text.hpp"
#include "record/stage.hpp"

namespace dais::record::test {
namespace {

// A random line of a script; many are refused, which is part of it. Texts are all different and none ends in
// two stops.
class Keys {
  public:
    explicit Keys(std::uint32_t seed) : random_(seed) {}

    std::string press(const meeting::Meeting& meeting) {
        seconds_ += upto(40);
        const std::string n = std::to_string(++count_);
        switch (upto(19)) {
            case 0:
                return at("chair suspend_meeting");
            case 1:
                return at("chair resume_meeting");
            case 2:
                return at("chair take_up item=" + any({"work", "impl", "floods", "fish", "other"}));
            case 3:
                return at("chair take_chair who=" + who());
            case 4:
                return at("chair decide text=\"Decision " + n + ".\"");
            case 5:
                return at("chair undo_last");
            case 6:
                return at("chair end_floor");
            case 7:
                return at("chair give_floor to=" + who() + " for=point_of_order");
            case 8:
                return at("clerk note numbered=" + any({"true", "false"}) + " text=\"Note " + n + " p.m.\"");
            case 9:
                return at("clerk note text=\"Note " + n + ".\" after=" + intervention(meeting));
            case 10:
                return at("clerk remove paragraph=" + text(meeting));
            case 11:
                return at("clerk restore paragraph=" + text(meeting));
            case 12:
                return at("clerk move paragraph=" + text(meeting) + " after=" + text(meeting));
            case 13:
                return at("moderator report_link who=" + who() +
                          " link=" + any({"in_room", "video", "lost"}));
            case 14:
                return at("clerk log_intervention who=" + who() + " after=" + intervention(meeting));
            case 15:
                return at("clerk heading text=\"Heading " + n + "\"");
            case 16:
                return at("chair give_floor to=" + who());
            default:
                return at("clerk write of=" + intervention(meeting) + " text=\"said " + n + ".\"");
        }
    }

    std::size_t upto(std::size_t n) { return random_() % n; }

  private:
    std::string at(const std::string& rest) {
        const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(9 + seconds_ / 3600) + ":" + two(seconds_ / 60 % 60) + ":" + two(seconds_ % 60) + " " +
               rest;
    }
    std::string any(const std::vector<std::string>& words) { return words[upto(words.size())]; }
    std::string who() { return any({"okoro", "ana", "ben", "cleo", "mex", "phi", "obs"}); }
    std::string intervention(const meeting::Meeting& m) {
        return "#" + std::to_string(1 + upto(m.interventions.size() + 1));
    }
    std::string text(const meeting::Meeting& m) { return "#" + std::to_string(1 + upto(m.texts.size() + 1)); }

    std::mt19937 random_;
    std::size_t seconds_ = 0, count_ = 0;
};

void expect_whole(const meeting::Meeting& meeting, const Record& record) {
    std::map<std::uint64_t, int> printed;
    std::uint32_t last = 0;
    for (const auto& block : record.blocks) {
        EXPECT_EQ(block.text.find(".."), std::string::npos) << block.text;
        EXPECT_EQ(block.text.find(",,"), std::string::npos) << block.text;
        EXPECT_FALSE(block.text.empty());
        if (block.number) {
            EXPECT_EQ(*block.number, ++last) << block.text;
        }
        if (block.source) ++printed[block.source.value];
        const bool counted = block.kind == BlockKind::paragraph;
        const bool bare = block.kind == BlockKind::heading || block.kind == BlockKind::sentence;
        EXPECT_FALSE(counted && !block.number) << block.text;
        EXPECT_FALSE(bare && block.number) << block.text;
    }
    for (const auto& text : meeting.texts) {
        EXPECT_EQ(printed[text.id.value], text.removed ? 0 : 1) << text.revisions.back().text;
    }
}

// Every text in the order in which a slow reader would find it: the timeline, and in it the blocks of each
// intervention.
std::vector<std::uint64_t> slow_order(const meeting::Meeting& meeting) {
    std::vector<std::uint64_t> order;
    for (const auto& item : meeting.timeline) {
        if (item.place == meeting::Place::text) order.push_back(item.ref);
        if (item.place != meeting::Place::intervention) continue;
        for (const auto id : meeting.interventions.at(item.ref - 1).blocks) order.push_back(id.value);
    }
    std::erase_if(order, [&](std::uint64_t id) { return meeting.texts.at(id - 1).removed; });
    return order;
}

TEST(AnyRecord, prints_every_text_once_and_counts_without_a_gap) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Stage stage;
        Keys keys(seed);
        std::size_t accepted = 0;
        stage.play("08:50 clerk note text=\"Early.\"\n09:00 chair open_meeting");
        for (int i = 0; i < 250; ++i) accepted += stage.scene.play(keys.press(stage.scene.meeting())) ? 0 : 1;
        EXPECT_GT(accepted, 60U);
        const auto record = stage.record();
        expect_whole(stage.scene.meeting(), record);
        std::vector<std::uint64_t> order;
        for (const auto& block : record.blocks) {
            if (block.source) order.push_back(block.source.value);
        }
        EXPECT_EQ(order, slow_order(stage.scene.meeting()));
        if (testing::Test::HasFailure()) return;
    }
}

TEST(AnyRecord, with_marks_prints_a_run_of_what_it_prints_without) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Stage stage;
        Keys keys(seed);
        stage.play("09:00 chair open_meeting");
        const std::size_t begin = keys.upto(100), end = begin + keys.upto(100);
        for (std::size_t i = 0; i < 200; ++i) {
            (void)stage.scene.play(keys.press(stage.scene.meeting()));
        }
        // The marks are put where a clerk would have pressed them, into a copy: what was recorded stays the
        // same.
        auto meeting = stage.scene.meeting();
        const auto mark = [&](meeting::Place place, std::size_t index) {
            meeting::TimelineItem item;
            item.place = place;
            const auto at = meeting.timeline.begin() +
                            static_cast<std::ptrdiff_t>(std::min(index, meeting.timeline.size()));
            item.at = at == meeting.timeline.begin() ? meeting.now : std::prev(at)->at;
            meeting.timeline.insert(at, item);
        };
        mark(meeting::Place::coverage_end, end);
        mark(meeting::Place::coverage_begin, begin);
        const auto whole = stage.record();
        const auto cut = make_record(meeting, stage.style);
        std::vector<std::uint64_t> all, some;
        for (const auto& block : whole.blocks) {
            if (block.source) all.push_back(block.source.value);
        }
        for (const auto& block : cut.blocks) {
            if (block.source) some.push_back(block.source.value);
        }
        std::size_t found = 0;
        for (const auto id : all) found += found < some.size() && some[found] == id ? 1 : 0;
        EXPECT_EQ(found, some.size());
        EXPECT_LE(cut.blocks.size(), whole.blocks.size() + 4);
    }
}

TEST(AnyRecord, is_made_of_a_meeting_whose_references_lead_nowhere) {
    meeting::Meeting meeting;
    meeting.setup.facts.number = 1;
    meeting.setup.facts.date = {2021, 10, 8};
    using meeting::Place;
    for (const auto place : {Place::intervention, Place::text, Place::item, Place::opening, Place::suspension,
                             Place::ending, Place::chair, Place::coverage_begin, Place::coverage_end}) {
        meeting::TimelineItem item;
        item.place = place;
        item.ref = 99;
        item.item = "nothing";
        item.anchor = meeting::InterventionId{77};
        item.named = true;
        meeting.timeline.push_back(item);
    }
    meeting.proceedings.chairs.push_back({"nobody", "Vice-Chair", {}, true, false});
    const auto record = make_record(meeting, style_of("en"));
    EXPECT_FALSE(record.blocks.empty());
}

}  // namespace
}  // namespace dais::record::test
