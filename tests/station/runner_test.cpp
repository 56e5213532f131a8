// A station on a thread of its own, against a real hub.
#include "station/runner.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "cli/hub_stage.hpp"
#include "e2e/process.hpp"
#include "meeting/apply.hpp"
#include "program/clocks.hpp"

namespace dais::station {
namespace {

using e2e::eventually;

// What a window would do with its Runner: take the news, fold them, remember the rest.
struct Desk {
    std::unique_ptr<Runner> runner;
    meeting::Meeting meeting;
    base::Sequence head;
    std::size_t replaced = 0;
    std::vector<News> news;
    LinkNews link;
    std::vector<base::Sequence> head_when_settled;

    void look() {
        for (auto& each : runner->take()) {
            if (const auto* whole = std::get_if<Replaced>(&each)) {
                ++replaced;
                meeting = *whole->meeting;
                head = whole->head;
            } else if (const auto* happened = std::get_if<Happened>(&each)) {
                EXPECT_EQ(happened->fact.stamp.entry, head.next());
                meeting::apply(meeting, happened->fact);
                head = happened->fact.stamp.entry;
            } else if (const auto* now = std::get_if<LinkNews>(&each)) {
                link = *now;
            } else if (std::holds_alternative<Settled>(each)) {
                head_when_settled.push_back(head);
            }
            news.push_back(std::move(each));
        }
    }
    template <class What>
    [[nodiscard]] std::vector<What> all() const {
        std::vector<What> found;
        for (const auto& each : news) {
            if (const auto* one = std::get_if<What>(&each)) found.push_back(*one);
        }
        return found;
    }
    template <class Holds>
    bool until(const Holds& holds) {
        return eventually([&] {
            look();
            return holds();
        });
    }
    bool until_live() {
        return until([&] { return link.state == replica::LinkState::live && head >= base::Sequence{1}; });
    }
    template <class What>
    bool until_told(std::size_t count = 1) {
        return until([&] { return all<What>().size() >= count; });
    }
    // Asks, and returns what became of it.
    Settled ask(std::uint64_t token, meeting::Command command, std::string from = "") {
        const auto before = all<Settled>().size();
        runner->ask(token, std::move(command), std::move(from));
        EXPECT_TRUE(until_told<Settled>(before + 1));
        const auto settled = all<Settled>();
        return settled.size() > before ? settled.back() : Settled{};
    }
};

class RunnerTest : public testing::Test {
  protected:
    void SetUp() override {
        out_ = e2e::fresh_directory("station");
        cli::StageOptions options;
        options.folder = e2e::source("config/sample-meeting");
        options.out = out_;
        options.stations = {"chair", "clerk-1", "clerk-2"};
        options.start = program::wall_clock();
        options.rate = 1;
        options.program = e2e::dais();
        auto stage = cli::HubStage::start(std::move(options));
        ASSERT_TRUE(stage) << stage.error().text;
        stage_.emplace(*std::move(stage));
    }

    RunnerOptions options(const std::string& name) {
        RunnerOptions made;
        made.link.address = stage_->address();
        made.link.keys = stage_->ring().load_station(name).value();
        made.spool.path = (out_ / "spools" / name).string();
        made.program = "station_test";
        return made;
    }
    Desk open(RunnerOptions with) {
        Desk desk;
        auto runner = Runner::open(std::move(with));
        EXPECT_TRUE(runner) << runner.error().text;
        if (runner) desk.runner = *std::move(runner);
        return desk;
    }
    Desk open(const std::string& name) { return open(options(name)); }

    std::filesystem::path out_;
    std::optional<cli::HubStage> stage_;
};

TEST_F(RunnerTest, tells_what_happened_and_then_what_became_of_the_request) {
    auto chair = open("chair");
    auto clerk = open("clerk-1");
    ASSERT_TRUE(chair.until_live());
    ASSERT_TRUE(clerk.until_live());
    EXPECT_TRUE(std::holds_alternative<Restored>(chair.news.front()));
    EXPECT_GE(chair.replaced, 1u) << "the window begins with a whole state";
    EXPECT_TRUE(chair.link.known);
    EXPECT_EQ(chair.link.self, (meeting::Actor{"chair", meeting::Desk::chair}));
    const auto apart = program::uptime() + chair.link.offset - program::wall_clock();
    EXPECT_LT(std::chrono::abs(apart), std::chrono::seconds(2)) << "the hub's clock began as the wall clock";

    const auto opened = chair.ask(7, meeting::OpenMeeting{});
    EXPECT_EQ(opened.token, 7u);
    EXPECT_EQ(opened.fate, wire::Fate::accepted);
    EXPECT_EQ(opened.entry, base::Sequence{2});
    EXPECT_EQ(chair.head_when_settled.back(), base::Sequence{2}) << "the state already showed it";
    EXPECT_EQ(clerk.ask(8, meeting::MakeNote{"A note.", true, {}}).fate, wire::Fate::accepted);
    ASSERT_TRUE(chair.until([&] { return chair.head == base::Sequence{3}; }));
    EXPECT_EQ(chair.meeting, clerk.meeting);
    EXPECT_EQ(chair.all<Happened>().size(), 2u) << "what happens while it looks comes one by one";

    const auto refused = chair.ask(9, meeting::OpenMeeting{});
    EXPECT_EQ(refused.token, 9u);
    EXPECT_EQ(refused.fate, wire::Fate::refused);
    EXPECT_EQ(refused.word, "meeting_already_open");
    EXPECT_FALSE(refused.sentence.empty());
}

TEST_F(RunnerTest, takes_no_act_without_a_link_and_delivers_a_text_after_it_has_died) {
    auto clerk = open("clerk-1");
    auto chair = open("chair");
    ASSERT_TRUE(clerk.until_live());
    ASSERT_TRUE(chair.until_live());
    ASSERT_EQ(chair.ask(1, meeting::OpenMeeting{}).fate, wire::Fate::accepted);
    stage_->stop();
    ASSERT_TRUE(chair.until([&] { return chair.link.state == replica::LinkState::connecting; }));
    chair.runner->ask(2, meeting::EndMeeting{});
    ASSERT_TRUE(chair.until_told<NotTaken>());
    EXPECT_EQ(chair.all<NotTaken>()[0].token, 2u);
    EXPECT_EQ(chair.all<NotTaken>()[0].code, "no_link");

    // The window is closed in the moment in which the text was typed.
    clerk.runner->ask(3, meeting::MakeNote{"Written in an outage.", true, {}});
    clerk.runner.reset();
    ASSERT_TRUE(stage_->keep_running());
    auto again = open("clerk-1");
    ASSERT_TRUE(again.until_told<Settled>());
    const auto restored = again.all<Restored>();
    ASSERT_EQ(restored.size(), 1u);
    ASSERT_EQ(restored[0].waiting.size(), 1u);
    EXPECT_EQ(std::get<meeting::MakeNote>(restored[0].waiting[0].command).text, "Written in an outage.");
    EXPECT_EQ(again.all<Settled>()[0].token, 0u);
    EXPECT_EQ(again.all<Settled>()[0].request, restored[0].waiting[0].request);
    EXPECT_EQ(again.all<Settled>()[0].fate, wire::Fate::accepted);
    ASSERT_EQ(again.meeting.texts.size(), 1u);
    EXPECT_EQ(again.meeting.texts[0].revisions.back().text, "Written in an outage.");
    again.runner.reset();
    EXPECT_TRUE(open("clerk-1").until_told<Restored>());
}

TEST_F(RunnerTest, keeps_drafts_and_brings_them_back) {
    {
        auto clerk = open("clerk-1");
        clerk.runner->keep_draft("paragraph", "He sa", 1);
        ASSERT_TRUE(clerk.until_told<DraftKept>());
        EXPECT_EQ(clerk.all<DraftKept>()[0].place, "paragraph");
        EXPECT_EQ(clerk.all<DraftKept>()[0].version, 1u);
        clerk.runner->keep_draft("note", "Never mind.", 1);
        clerk.runner->forget_draft("note");
        for (std::uint64_t version = 2; version <= 50; ++version) {
            clerk.runner->keep_draft("paragraph", "He said " + std::to_string(version), version);
        }
    }  // what was posted last is kept all the same
    auto clerk = open("clerk-1");
    ASSERT_TRUE(clerk.until_told<Restored>());
    const std::map<std::string, std::string> expected{{"paragraph", "He said 50"}};
    EXPECT_EQ(clerk.all<Restored>()[0].drafts, expected);

    // A text takes its draft with it.
    ASSERT_TRUE(clerk.until_live());
    clerk.runner->keep_draft("paragraph", "He said 51", 51);
    clerk.ask(1, meeting::MakeNote{"He said 51", true, {}}, "paragraph");
    clerk.runner->keep_draft("next", "She", 1);
    clerk.runner.reset();
    auto again = open("clerk-1");
    ASSERT_TRUE(again.until_told<Restored>());
    const std::map<std::string, std::string> left{{"next", "She"}};
    EXPECT_EQ(again.all<Restored>()[0].drafts, left);
}

TEST_F(RunnerTest, keeps_a_refused_text_until_its_author_gives_it_up) {
    std::uint64_t request = 0;
    {
        auto clerk = open("clerk-1");
        ASSERT_TRUE(clerk.until_live());
        const auto settled = clerk.ask(1, meeting::Write{{}, "said that nobody had the floor.", {}});
        EXPECT_EQ(settled.fate, wire::Fate::refused);
        const auto unplaced = clerk.all<Unplaced>();
        ASSERT_EQ(unplaced.size(), 1u);
        request = unplaced[0].request;
        EXPECT_EQ(request, settled.request);
        EXPECT_FALSE(unplaced[0].reason.empty());
    }
    {
        auto clerk = open("clerk-1");
        ASSERT_TRUE(clerk.until_told<Restored>());
        const auto restored = clerk.all<Restored>()[0];
        EXPECT_TRUE(restored.waiting.empty());
        ASSERT_EQ(restored.unplaced.size(), 1u);
        EXPECT_EQ(restored.unplaced[0].request, request);
        EXPECT_EQ(std::get<meeting::Write>(restored.unplaced[0].command).text,
                  "said that nobody had the floor.");
        clerk.runner->forget_unplaced(request);
    }
    auto clerk = open("clerk-1");
    ASSERT_TRUE(clerk.until_told<Restored>());
    EXPECT_TRUE(clerk.all<Restored>()[0].unplaced.empty());
}

TEST_F(RunnerTest, wakes_its_window_once_until_it_looks) {
    std::atomic<int> wakes = 0;
    auto with = options("chair");
    with.wake = [&] { ++wakes; };
    auto chair = open(std::move(with));
    ASSERT_TRUE(eventually([&] { return wakes == 1; }));
    // Here it connects, joins and hears beats.
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    EXPECT_EQ(wakes, 1);
    ASSERT_TRUE(chair.until_live());
    const int before = wakes;
    chair.runner->ask(1, meeting::OpenMeeting{});
    ASSERT_TRUE(eventually([&] { return wakes > before; }));
    ASSERT_TRUE(chair.until_told<Settled>());
}

TEST_F(RunnerTest, shows_each_state_to_who_observes_it) {
    std::atomic<bool> seen_open = false;
    const auto window = std::this_thread::get_id();
    auto with = options("chair");
    with.observe = [&](const meeting::Meeting& state) {
        EXPECT_NE(std::this_thread::get_id(), window);
        if (state.proceedings.sitting == meeting::Sitting::open) seen_open = true;
    };
    auto chair = open(std::move(with));
    ASSERT_TRUE(chair.until_live());
    EXPECT_FALSE(seen_open);
    chair.ask(1, meeting::OpenMeeting{});
    EXPECT_TRUE(eventually([&] { return seen_open.load(); }));
}

TEST_F(RunnerTest, says_why_it_cannot_be_opened) {
    auto chair = open("chair");
    const auto twice = Runner::open(options("chair"));
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "spool_in_use");
    EXPECT_FALSE(twice.error().text.empty());
    auto with = options("clerk-1");
    with.link.address = "nowhere";
    EXPECT_EQ(Runner::open(std::move(with)).error().code, "bad_address");
}

TEST_F(RunnerTest, shows_what_is_being_written_to_the_other_clerk_and_to_nobody_else) {
    auto chair = open("chair");
    auto first = open("clerk-1");
    auto second = open("clerk-2");
    for (auto* desk : {&chair, &first, &second}) ASSERT_TRUE(desk->until_live());
    first.runner->show_draft("n", 0, "A no");
    ASSERT_TRUE(second.until_told<DraftOfOther>());
    first.runner->show_draft("n", 0, "A note");
    ASSERT_TRUE(second.until([&] { return second.all<DraftOfOther>().back().text == "A note"; }));
    EXPECT_EQ(second.all<DraftOfOther>().back().author, "clerk-1");
    EXPECT_EQ(second.all<DraftOfOther>().back().place, "n");
    // It is there until it is on the record, and then not any more.
    first.runner->ask(7, meeting::MakeNote{"A note", true, {}});
    first.runner->show_draft("n", 0, "");
    ASSERT_TRUE(second.until([&] { return second.all<DraftOfOther>().back().text.empty(); }));
    std::size_t entry = 0;
    std::size_t gone = 0;
    for (std::size_t i = 0; i < second.news.size(); ++i) {
        if (std::holds_alternative<Happened>(second.news[i])) entry = i;
        if (std::holds_alternative<DraftOfOther>(second.news[i])) gone = i;
    }
    EXPECT_LT(entry, gone);
    ASSERT_EQ(second.meeting.texts.size(), 1u);

    second.runner->show_draft("p:1", 0, "She");
    ASSERT_TRUE(first.until_told<DraftOfOther>());
    second.runner.reset();
    // The hub cannot know; it is gone once nothing was heard for so long, or here, once the station is there
    // again.
    second = open("clerk-2");
    ASSERT_TRUE(first.until([&] { return first.all<DraftOfOther>().back().text.empty(); }));
    chair.look();
    EXPECT_EQ(chair.all<DraftOfOther>().size(), 0u);
    stage_.reset();
    ASSERT_TRUE(first.until([&] { return first.link.state == replica::LinkState::connecting; }));
    EXPECT_EQ(first.all<DraftsOfOthersGone>().size(), 0u) << "there were none";
}

}  // namespace
}  // namespace dais::station
