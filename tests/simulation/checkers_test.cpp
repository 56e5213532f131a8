// Each checker can fail: it is shown a journal, a ledger or a message in which one thing is wrong.
#include "simulation/checkers.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "meeting/decide.hpp"
#include "replica/bench.hpp"
#include "simulation/decisions.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

using wire::Fate;

// One clerk, who had a note written down as entry 2 and gave an act that became entry 3.
class Checkers : public testing::Test {
  protected:
    static constexpr std::uint64_t text = 1;
    static constexpr std::uint64_t act = 2;

    void SetUp() override {
        station_.start(beginning, complaints_);
        network_.start_hub();
        meeting::Fact first;
        first.stamp = {{1}, beginning, {"hub", meeting::Desk::hub}};
        first.events.emplace_back(support::small_meeting());
        add({{}, 0, first});
        meeting::Fact note;
        note.stamp = {{2}, beginning + base::Span{10}, {"clerk", meeting::Desk::clerk}};
        note.events.emplace_back(meeting::NoteMade{meeting::TextId{1}, "Some words.", true, {}});
        add({station_.session(), text, note});
        meeting::Fact opened;
        opened.stamp = {{3}, beginning + base::Span{20}, {"clerk", meeting::Desk::clerk}};
        opened.events.emplace_back(meeting::MeetingOpened{});
        add({station_.session(), act, opened});

        wire::Hello hello;
        hello.session = station_.session();
        hear("clerk/1", hello, 5);
        hear("clerk/1", wire::CommandMessage{act, std::nullopt, meeting::OpenMeeting{}}, 20);
        auto& noted = station_.ledger()[text];
        noted.word = "note";
        noted.text = "Some words.";
        noted.fate = replica::Settled{text, Fate::accepted, {2}, "", ""};
        auto& pressed = station_.ledger()[act];
        pressed.word = "open_meeting";
        pressed.act = true;
        pressed.sent_on = "clerk/1";
        pressed.fate = replica::Settled{act, Fate::accepted, {3}, "", ""};
    }

    void add(const wire::Entry& entry) {
        history_.keep(std::make_shared<const base::Bytes>(wire::encode(entry)));
        journal_.push_back(entry);
    }
    void hear(const std::string& peer, wire::Message message, std::int64_t ms) {
        heard_.note({peer, "clerk", wire::encode(wire::Envelope{{}, std::move(message)})},
                    beginning + base::Span{ms}, 1);
    }

    std::string first_of_ledger() {
        Complaints found;
        check_ledger(station_, {journal_}, found);
        return found.empty() ? "" : found.front();
    }
    std::string first_of_acts() {
        Complaints found;
        check_acts(station_, {history_}, {journal_}, heard_, found);
        return found.empty() ? "" : found.front();
    }
    std::string first_of_reading() {
        Complaints found;
        read_journal(history_, found);
        return found.empty() ? "" : found.front();
    }

    Figures figures_;
    support::Network network_{support::Chance(1)};
    StationModel station_{
        {"clerk", 1u << 20, base::Span{400}, false}, support::Chance(2), network_, figures_};
    Complaints complaints_;
    History history_;
    Journal journal_;
    Heard heard_;
};

#define EXPECT_SAYS(words, complaint) \
    EXPECT_NE((complaint).find(words), std::string::npos) << "it says: \"" << (complaint) << "\""

TEST_F(Checkers, say_nothing_where_all_is_well) {
    EXPECT_EQ(first_of_ledger(), "");
    EXPECT_EQ(first_of_acts(), "");
    EXPECT_EQ(first_of_reading(), "");
    EXPECT_EQ(complaints_, Complaints{});
}

TEST_F(Checkers, miss_an_acknowledged_text_that_is_not_in_the_journal) {
    journal_.erase(journal_.begin() + 1);
    EXPECT_SAYS("was told to stand at 2 and stands at 0", first_of_ledger());
}

TEST_F(Checkers, find_a_request_that_was_told_to_be_refused_and_stands) {
    station_.ledger()[act].fate->fate = Fate::refused;
    EXPECT_SAYS("was told to be refused or not received () and stands at 3", first_of_ledger());
}

TEST_F(Checkers, find_a_request_that_was_never_settled) {
    station_.ledger()[text].fate.reset();
    EXPECT_SAYS("was never settled", first_of_ledger());
}

TEST_F(Checkers, find_a_request_that_nobody_asked_for) {
    station_.ledger().erase(act);
    EXPECT_SAYS("never asked for its request 2", first_of_ledger());
}

TEST_F(Checkers, find_an_entry_in_anothers_name) {
    journal_[2].fact.stamp.actor.name = "chair";
    EXPECT_SAYS("names chair instead of clerk", first_of_ledger());
}

TEST_F(Checkers, find_a_text_that_stands_twice) {
    auto again = journal_[1];
    again.request = 0;
    journal_.push_back(again);
    EXPECT_SAYS("its text stands 2 times", first_of_ledger());
}

TEST_F(Checkers, find_a_refused_text_that_its_author_does_not_have) {
    journal_.erase(journal_.begin() + 1);
    station_.ledger()[text].fate->fate = Fate::refused;
    station_.ledger()[text].unplaced = true;
    EXPECT_SAYS("is neither in the record nor its author's", first_of_ledger());
}

TEST_F(Checkers, find_a_text_whose_author_was_told_two_things) {
    station_.ledger()[text].unplaced = true;
    EXPECT_SAYS("contradict each other", first_of_ledger());
}

TEST_F(Checkers, find_a_command_that_happened_twice) {
    auto again = journal_[2];
    again.fact.stamp.entry = {4};
    journal_.push_back(again);
    Complaints found;
    check_once(journal_, found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_SAYS("happened twice: at 3 and 4", found.front());
}

TEST_F(Checkers, find_an_act_that_was_heard_on_another_connection_than_it_was_sent_on) {
    station_.ledger()[act].sent_on = "clerk/2";
    EXPECT_SAYS("an act, fired at 3, later than it could be heard", first_of_acts());
}

TEST_F(Checkers, find_an_act_that_was_stamped_after_it_was_heard) {
    journal_[2].fact.stamp.recorded = beginning + base::Span{21};
    EXPECT_SAYS("an act, fired at 3, later than it could be heard", first_of_acts());
}

TEST_F(Checkers, find_an_act_of_a_connection_that_was_overtaken) {
    Heard late;
    std::swap(heard_, late);
    wire::Hello hello;
    hello.session = station_.session();
    hear("clerk/1", hello, 5);
    hear("clerk/2", hello, 15);
    hear("clerk/1", wire::CommandMessage{act, std::nullopt, meeting::OpenMeeting{}}, 20);
    EXPECT_SAYS("an act, fired at 3, later than it could be heard", first_of_acts());
}

TEST_F(Checkers, find_an_act_of_another_life_of_the_hub_than_its_author_followed) {
    station_.ledger()[act].sent_to = {1, 7};
    EXPECT_SAYS("an act, fired at 3, in another life of the hub", first_of_acts());
    history_.lives[2] = {1, 7};
    EXPECT_EQ(first_of_acts(), "");
}

TEST_F(Checkers, find_a_text_that_comes_after_a_later_one) {
    Complaints found;
    check_order(station_, heard_, found);
    hear("clerk/1", wire::CommandMessage{4, std::nullopt, meeting::MakeNote{"Four.", true, {}}}, 30);
    hear("clerk/1", wire::CommandMessage{5, std::nullopt, meeting::MakeNote{"Five.", true, {}}}, 30);
    hear("clerk/1", wire::CommandMessage{4, std::nullopt, meeting::MakeNote{"Four.", true, {}}}, 31);
    check_order(station_, heard_, found);
    EXPECT_EQ(found, Complaints{}) << "it came again";
    hear("clerk/1", wire::CommandMessage{3, std::nullopt, meeting::MakeNote{"Three.", true, {}}}, 32);
    check_order(station_, heard_, found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_SAYS("clerk's request 3, a text, reached the hub after its later request 5", found.front());
}

TEST_F(Checkers, find_what_is_no_entry) {
    history_.keep(std::make_shared<const base::Bytes>("what"));
    EXPECT_SAYS("entry 4:", first_of_reading());
}

TEST_F(Checkers, find_a_gap_in_the_sequence) {
    auto later = journal_[2];
    later.fact.stamp.entry = {5};
    add(later);
    EXPECT_SAYS("entry 4 says that it is 5", first_of_reading());
}

TEST_F(Checkers, find_time_that_goes_back) {
    auto earlier = journal_[2];
    earlier.fact.stamp = {{4}, beginning, {"clerk", meeting::Desk::clerk}};
    add(earlier);
    EXPECT_SAYS("the time goes back at entry 4", first_of_reading());
}

TEST_F(Checkers, find_a_hub_that_is_not_where_its_journal_is) {
    hub::Hub hub(hub::Options{});
    ASSERT_TRUE(hub.restore(*history_.durable[0]).ok());
    ASSERT_TRUE(hub.restore(*history_.durable[1]).ok());
    Complaints found;
    check_hub(hub, history_, journal_, found);
    EXPECT_EQ(found.size(), 2u) << "the head and the state";
    ASSERT_TRUE(hub.restore(*history_.durable[2]).ok());
    found.clear();
    check_hub(hub, history_, journal_, found);
    EXPECT_EQ(found, Complaints{});
    history_.chain.back()[0] ^= 1u;
    check_hub(hub, history_, journal_, found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_SAYS("the hub's chain is not the journal's", found.front());
}

TEST_F(Checkers, find_a_replica_that_is_not_where_the_hub_is) {
    hub::Hub hub(hub::Options{});
    for (const auto& entry : history_.durable) ASSERT_TRUE(hub.restore(*entry).ok());
    replica::Replica replica(replica::Options{});
    ASSERT_TRUE(replica.submit(meeting::MakeNote{"Some words.", true, {}}, beginning));
    Complaints found;
    check_replica("clerk", replica, hub, found);
    EXPECT_EQ(found.size(), 5u) << "its link, head, chain, state and outbox";
}

TEST_F(Checkers, find_a_record_that_differs) {
    auto other = journal_;
    std::get<meeting::NoteMade>(other[1].fact.events[0]).text = "Other words.";
    Complaints found;
    check_record(record_of(replay(journal_)), replay(other), "clerk", found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_SAYS("the record of clerk is not the journal's", found.front());
    found.clear();
    check_record(record_of(replay(journal_)), replay(journal_), "clerk", found);
    EXPECT_EQ(found, Complaints{});
}

TEST_F(Checkers, find_a_hub_that_tells_of_what_is_not_durable) {
    wire::Welcome welcome;
    welcome.head = {4};
    wire::SnapshotPart part;
    part.sequence = {4};
    const std::vector<wire::Message> messages{wire::Entries{{3}, {"an entry", "another"}},
                                              wire::Answer{1, Fate::accepted, {4}, "", ""}, welcome,
                                              wire::Beat{beginning, {}, base::Span{0}, {4}, {}, {}}, part};
    for (const auto& message : messages) {
        Complaints found;
        check_said(message, 4, found);
        EXPECT_EQ(found, Complaints{}) << message.index();
        check_said(message, 3, found);
        ASSERT_EQ(found.size(), 1u) << message.index();
        EXPECT_SAYS("tells of entry 4, which is not durable", found.front());
    }
}

TEST_F(Checkers, find_a_station_that_shows_what_is_not_on_the_disk) {
    replica::Bench bench;
    bench.add_note("One.");
    bench.join();
    History history;
    history.keep(std::make_shared<const base::Bytes>(bench.journal[0]));
    Complaints found;
    check_published("clerk", bench.replica, history, found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_SAYS("has entry 2, which is not durable", found.front());
    history.keep(std::make_shared<const base::Bytes>("another"));
    check_published("clerk", bench.replica, history, found);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_SAYS("has another history than the disk at entry 2", found.back());
}

// A meeting that is opened, and then what a clerk asks for in it.
class Decisions : public Checkers {
  protected:
    void SetUp() override {
        station_.start(beginning, complaints_);
        network_.start_hub();
        meeting::Fact first;
        first.stamp = {{1}, beginning, {"hub", meeting::Desk::hub}};
        first.events.emplace_back(support::small_meeting());
        journal_.push_back({{}, 0, first});
        wire::Hello hello;
        hello.session = station_.session();
        hear("clerk/1", hello, 5);
    }
    // What the rules make of a command of the clerk, as the next entry.
    wire::Entry entry(std::uint64_t request, const meeting::Command& command) {
        auto& asked = station_.ledger()[request];
        asked.word = meeting::command_word(command);
        asked.command = command;
        wire::Entry made{station_.session(), request, {}};
        made.fact.stamp = {
            {journal_.size() + 1}, beginning + base::Span{10}, {"clerk", meeting::Desk::clerk}};
        auto decided =
            meeting::decide(replay(journal_), made.fact.stamp.actor, command, made.fact.stamp.recorded);
        EXPECT_TRUE(decided.ok());
        if (decided) made.fact.events = *std::move(decided);
        return made;
    }
    // The clerk asks to correct what is entry 2, and is refused while so many entries are durable.
    void refuse(const std::string& word, const std::string& sentence, std::uint64_t durable) {
        const meeting::Command command = meeting::Restore{meeting::TextId{1}};
        station_.ledger()[2].word = "restore";
        station_.ledger()[2].command = command;
        hear("clerk/1", wire::CommandMessage{2, std::nullopt, command}, 20);
        heard_.note_said("clerk/1", {2, Fate::refused, {}, word, sentence}, durable, 0);
    }
    std::string first_of_decisions() {
        Complaints found;
        check_decisions({&station_, 1}, journal_, 0, heard_, found);
        return found.empty() ? "" : found.front();
    }
};

TEST_F(Decisions, find_an_entry_that_the_rules_do_not_make) {
    journal_.push_back(entry(1, meeting::MakeNote{"Some words.", true, {}}));
    EXPECT_EQ(first_of_decisions(), "");
    station_.ledger()[1].command = meeting::MakeNote{"Other words.", true, {}};
    EXPECT_SAYS("clerk's request 1 (note) at entry 2 is not what the rules make of it there",
                first_of_decisions());
}

TEST_F(Decisions, find_an_act_that_hits_another_speaker_than_was_seen) {
    journal_.push_back(entry(1, meeting::MakeNote{"Some words.", true, {}}));
    station_.ledger()[1].command = meeting::EndFloor{meeting::InterventionId{4}};
    EXPECT_SAYS("was meant for intervention 4 and hit 0", first_of_decisions());
}

TEST_F(Decisions, find_a_refusal_that_rests_on_what_is_not_durable) {
    journal_.push_back(entry(1, meeting::MakeNote{"Some words.", true, {}}));
    const auto refused = meeting::decide(replay(journal_), {"clerk", meeting::Desk::clerk},
                                         meeting::Restore{meeting::TextId{1}}, beginning + base::Span{20});
    ASSERT_FALSE(refused.ok());
    const auto why = std::string(word(refused.error().reason));
    refuse(why, refused.error().sentence, 2);
    EXPECT_EQ(first_of_decisions(), "");
    heard_ = {};
    wire::Hello hello;
    hello.session = station_.session();
    hear("clerk/1", hello, 5);
    refuse(why, refused.error().sentence, 1);
    EXPECT_SAYS("of which nothing durable says so by entry 1", first_of_decisions());
}

TEST_F(Decisions, pass_over_a_refusal_that_is_the_disks) {
    refuse(std::string(wire::disk_full), "The disk is full.", 1);
    EXPECT_EQ(first_of_decisions(), "");
}

TEST(DiskModel, finds_a_journal_that_lost_what_was_durable) {
    Figures figures;
    auto medium = memory_medium();
    auto* lying = medium.get();
    Disk disk(support::Chance(1), std::move(medium), figures);
    Complaints complaints;
    ASSERT_TRUE(disk.open(beginning, complaints));
    disk.install(std::make_shared<const base::Bytes>("one"), complaints);
    EXPECT_EQ(disk.append({{2}, {std::make_shared<const base::Bytes>("two")}}, beginning), "");
    EXPECT_NE(disk.append({{3}, {std::make_shared<const base::Bytes>("three")}}, beginning), "")
        << "one at a time";
    ASSERT_TRUE(disk.turn(beginning + base::Span{1'000}));
    disk.crash(true);
    ASSERT_TRUE(disk.open(beginning, complaints));
    EXPECT_EQ(complaints, Complaints{});
    disk.crash(true);
    lying->cut_back({1});
    ASSERT_TRUE(disk.open(beginning, complaints));
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_SAYS("comes back with 1 entries, not the 2 that were durable", complaints.front());
}

TEST(FiguresOfRuns, name_what_never_came_about) {
    Figures figures;
    EXPECT_SAYS("older_journal ", figures.missing());
    EXPECT_SAYS("time_held ", figures.missing());
    for (std::size_t i = 0; i < fault_kinds; ++i) figures.count(static_cast<FaultKind>(i));
    for (std::size_t i = 0; i < effects; ++i) figures.count(static_cast<Effect>(i));
    EXPECT_EQ(figures.missing(), "");
    figures.came[static_cast<std::size_t>(Effect::write_torn)] = 0;
    EXPECT_EQ(figures.missing(), "write_torn ");
}

TEST_F(Checkers, miss_the_draft_of_another_clerk) {
    std::vector<StationModel> room;
    room.reserve(3);
    for (const auto* name : {"clerk", "clerk-2", "moderator"}) {
        StationPlan plan;
        plan.name = name;
        room.emplace_back(std::move(plan), support::Chance(5), network_, figures_);
        room.back().start(beginning, complaints_);
    }
    Complaints found;
    check_drafts(room, found);
    EXPECT_EQ(found, Complaints{});
    for (int i = 1; room[0].unfinished().empty(); ++i) room[0].act(beginning + base::Span{5'000} * i);
    check_drafts(room, found);
    ASSERT_EQ(found.size(), 1u) << "clerk-2 holds nothing, and the others need not";
    EXPECT_NE(found[0].find("clerk-2 does not hold what others have begun: not clerk "), std::string::npos)
        << found[0];
}

TEST_F(Checkers, find_a_draft_where_it_must_not_come) {
    const auto told = [](const std::string& peer) {
        Complaints found;
        check_draft(peer, {"clerk-2", "n", 0, "He"}, found);
        return found.size();
    };
    EXPECT_EQ(told("clerk/7"), 0u);
    EXPECT_EQ(told("clerk-2/7"), 1u);
    EXPECT_EQ(told("chair/7"), 1u);
    EXPECT_EQ(told("moderator-2/7"), 1u);
}

}  // namespace
}  // namespace dais::simulation
