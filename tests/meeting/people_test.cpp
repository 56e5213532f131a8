// Persons: added on the spot by anybody at a desk, corrected by clerks.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

const Participant& find(const Rules& rules, const ParticipantId& id) {
    return *find_participant(rules.meeting(), id);
}

TEST(People, are_added_on_the_spot_from_every_desk) {
    Rules rules;
    rules.when("14:50 chair", AddParticipant{{.id = "a"}});
    rules.when("14:50 clerk-2", AddParticipant{{.id = "b"}});
    rules.when("14:50 moderator", AddParticipant{{.id = "c", .family_name = "Chen", .role = Role::observer}});
    EXPECT_EQ(find(rules, "c").role, Role::observer);
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{.to = "c"});
    rules.then("floor: c +0:00");
}

TEST(People, have_ids_of_their_own) {
    Rules rules;
    rules.refused("14:50 chair", AddParticipant{{.id = "lewis"}}, Reason::participant_exists);
    rules.refused("14:50 chair", AddParticipant{{.family_name = "Nameless"}}, Reason::text_is_empty);
}

TEST(People, what_is_said_of_them_is_short_and_one_line) {
    Rules rules;
    const std::string longest(max_name_bytes, 'a');
    rules.when("14:50 chair", AddParticipant{{.id = longest, .given_name = longest}});
    rules.refused("14:50 chair", AddParticipant{{.id = longest + "a"}}, Reason::too_long);
    rules.refused("14:50 chair", AddParticipant{{.id = "x", .title = longest + "a"}}, Reason::too_long);
    rules.refused("14:50 chair", AddParticipant{{.id = "x", .family_name = "two\nlines"}},
                  Reason::text_has_line_break);
    rules.refused("14:50 chair", AddParticipant{{.id = "x", .affiliation = "\xFF"}},
                  Reason::text_is_not_valid);
    Participant wide{.id = "x"};
    for (std::size_t n = 0; n <= max_columns; ++n) wide.further[std::to_string(n)] = "n";
    rules.refused("14:50 chair", AddParticipant{wide}, Reason::too_many);
}

TEST(People, are_corrected_in_any_column) {
    Rules rules;
    rules.when("14:50 clerk", CorrectParticipant{"lewis",
                                                 {{"title", "Dr."},
                                                  {"given_name", "Ann"},
                                                  {"family_name", "Louis"},
                                                  {"pronoun", "they"},
                                                  {"role", "observer"},
                                                  {"affiliation", "Audit"},
                                                  {"attendance", "video"},
                                                  {"seat", "12"}}});
    const auto& lewis = find(rules, "lewis");
    EXPECT_EQ(name_of(lewis), "Dr. Louis");
    EXPECT_EQ(lewis.given_name, "Ann");
    EXPECT_EQ(lewis.pronoun, "they");
    EXPECT_EQ(lewis.role, Role::observer);
    EXPECT_EQ(lewis.affiliation, "Audit");
    EXPECT_EQ(lewis.attendance, Attendance::video);
    EXPECT_EQ(lewis.further.at("seat"), "12");
}

TEST(People, a_column_can_be_emptied) {
    Rules rules;
    rules.when("14:50 clerk", CorrectParticipant{"lewis", {{"affiliation", ""}}});
    EXPECT_EQ(find(rules, "lewis").affiliation, "");
}

TEST(People, corrections_leave_what_was_not_named_and_the_links) {
    Rules rules;
    rules.when("14:50 moderator", ReportLink{.who = "lewis", .link = Link::audio});
    rules.when("14:51 clerk", CorrectParticipant{"lewis", {{"title", "Dr."}}});
    EXPECT_EQ(find(rules, "lewis").affiliation, "Budget Office");
    EXPECT_EQ(find(rules, "lewis").links.size(), 1u);
}

TEST(People, corrections_that_are_refused) {
    Rules rules;
    rules.refused("14:50 clerk", CorrectParticipant{"nobody", {{"title", "Dr."}}},
                  Reason::unknown_participant);
    rules.refused("14:50 clerk", CorrectParticipant{"lewis", {}}, Reason::wrong_value);
    rules.refused("14:50 clerk", CorrectParticipant{"lewis", {{"id", "louis"}}}, Reason::unknown_field);
    const auto sentence =
        rules.refused("14:50 clerk", CorrectParticipant{"lewis", {{"role", "king"}}}, Reason::wrong_value);
    EXPECT_NE(sentence.find("member"), std::string::npos) << "says what was expected";
    rules.refused("14:50 clerk", CorrectParticipant{"lewis", {{"title", "D\x01r."}}},
                  Reason::text_is_not_valid);
}

TEST(People, a_name_is_what_there_is_of_it) {
    EXPECT_EQ(name_of({.id = "x", .title = "Ms.", .family_name = "Osei"}), "Ms. Osei");
    EXPECT_EQ(name_of({.id = "x", .title = "Ms.", .given_name = "Ama"}), "Ms. Ama");
    EXPECT_EQ(name_of({.id = "x", .family_name = "Osei"}), "Osei");
    EXPECT_EQ(name_of({.id = "x", .title = "Ms.", .affiliation = "Uruguay"}), "Uruguay");
    EXPECT_EQ(name_of({.id = "x"}), "x");
}

TEST(People, there_is_an_end_to_them) {
    auto prepared = budget_committee();
    while (prepared.participants.size() < max_participants) {
        prepared.participants.push_back({.id = std::to_string(prepared.participants.size())});
    }
    Rules rules(prepared);
    rules.refused("14:50 chair", AddParticipant{{.id = "one more"}}, Reason::too_many);
}

}  // namespace
}  // namespace dais::meeting
