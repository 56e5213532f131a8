#include "folder/meeting_file.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "folder/given.hpp"

namespace dais::folder {
namespace {

using given::faults_of_rest;
using given::meeting_faults;
using given::setup;
using Texts = std::vector<std::string>;

const std::string whole_file = R"([meeting]
symbol    = "X/C/SR.12"
treaty    = "Convention on Tests"
distribution = "General"
issued    = 2021-10-14
body      = "Committee on Tests"
session   = "Thirty-third session"
number    = 12
mode      = "hybrid"
place     = "the Palais des Nations, Geneva"
date      = 2021-10-08
scheduled = 15:00:00
scheduled_end = 18:00   # without seconds
timezone  = "Europe/Zurich"
language  = "en"
[record]
kind              = "summary"
covers_start      = false
covers_end        = false
part              = "public"
presiding         = "The President"
state_attribution = "anonymous"
number_decisions  = false
[limits]
member = 300
state  = 180
right_of_reply = [300, 180]
point_of_order = 120
warning = 30
[[agenda]]
id        = "a"
number    = 4
title     = "A"
continued = true
documents = ["CMW/C/1", "CMW/C/2"]
  [[agenda.items]]
  id    = "a1"
  title = "A1"
    [[agenda.items.items]]
    id = "a11"
    title = "A11"
  [[agenda.items]]
  id = "a2"
  title = "A2"
  concluded = true
[[agenda]]
id = "b"
title = "B"
)";

TEST(MeetingFile, reads_all_there_is) {
    Faults faults;
    const auto file = read_meeting_text(whole_file, given::now, {faults, "m"});
    EXPECT_EQ(given::lines(faults.list()), Texts{});
    const auto& f = file.setup.facts;
    EXPECT_EQ(f.symbol + f.treaty + f.distribution, "X/C/SR.12Convention on TestsGeneral");
    EXPECT_EQ(f.body + f.session + f.place,
              "Committee on TestsThirty-third sessionthe Palais des Nations, Geneva");
    EXPECT_EQ(f.issued, (meeting::Date{2021, 10, 14}));
    EXPECT_EQ(f.number, 12);
    EXPECT_EQ(f.mode, meeting::Mode::hybrid);
    EXPECT_EQ(f.date, (meeting::Date{2021, 10, 8}));
    EXPECT_EQ(f.scheduled, 15 * 3600);
    EXPECT_EQ(f.scheduled_end, 18 * 3600);
    EXPECT_EQ(f.zone, (meeting::Zone{"Europe/Zurich", 7200, "Central European Summer Time"}));
    const auto& r = file.setup.record;
    EXPECT_FALSE(r.covers_start || r.covers_end || r.number_decisions);
    EXPECT_EQ(r.part + r.presiding, "publicThe President");
    EXPECT_EQ(r.state_attribution, meeting::StateAttribution::anonymous);
    const auto& l = file.setup.limits;
    EXPECT_EQ(l.by_role, (std::map<meeting::Role, std::int32_t>{{meeting::Role::member, 300},
                                                                {meeting::Role::state, 180}}));
    EXPECT_EQ(l.by_kind, (std::map<meeting::Kind, std::int32_t>{{meeting::Kind::point_of_order, 120}}));
    EXPECT_EQ(l.right_of_reply, (std::vector<std::int32_t>{300, 180}));
    EXPECT_EQ(l.warning, 30);
    std::string agenda;
    for (const auto& item : file.setup.agenda) agenda += item.id + "<" + item.parent + " ";
    EXPECT_EQ(agenda, "a< a1<a a11<a1 a2<a b< ");
    EXPECT_EQ(file.setup.agenda[0].number, 4);
    EXPECT_EQ(file.setup.agenda[0].documents, (Texts{"CMW/C/1", "CMW/C/2"}));
    EXPECT_TRUE(file.setup.agenda[0].continued);
    EXPECT_TRUE(file.setup.agenda[3].concluded);
    EXPECT_EQ(file.items, (std::set<std::string>{"a", "a1", "a11", "a2", "b"}));
}

TEST(MeetingFile, absent_keys_have_the_values_of_the_contract) {
    const auto s = setup("");
    EXPECT_EQ(s.facts.mode, meeting::Mode::in_person);
    EXPECT_EQ(s.facts.language, "en");
    EXPECT_EQ(s.facts.zone, meeting::Zone{});
    EXPECT_EQ(s.facts.date, (meeting::Date{2021, 10, 6}));
    EXPECT_EQ(s.record, meeting::RecordRules{});
    EXPECT_EQ(s.limits, meeting::Limits{});
}

TEST(MeetingFile, an_absent_date_is_today_in_the_meetings_zone) {
    EXPECT_EQ(setup("timezone = \"Europe/Zurich\"").facts.date, (meeting::Date{2021, 10, 7}));
    EXPECT_EQ(setup("timezone = \"America/New_York\"").facts.date, (meeting::Date{2021, 10, 6}));
}

TEST(MeetingFile, the_zone_is_as_it_is_at_the_scheduled_time) {
    const std::string zurich = "timezone = \"Europe/Zurich\"\n";
    EXPECT_EQ(setup(zurich + "date = 2021-01-08").facts.zone.offset_seconds, 3600);
    EXPECT_EQ(setup(zurich + "date = 2021-01-08").facts.zone.long_name, "Central European Standard Time");
    // The clocks were set back on 31 October 2021 at 3 a.m.; absent, noon is meant.
    EXPECT_EQ(setup(zurich + "date = 2021-10-31\nscheduled = 01:00").facts.zone.offset_seconds, 7200);
    EXPECT_EQ(setup(zurich + "date = 2021-10-31\nscheduled = 02:30").facts.zone.offset_seconds, 7200);
    EXPECT_EQ(setup(zurich + "date = 2021-10-31").facts.zone.offset_seconds, 3600);
    // and forward on 28 March at 2 a.m.
    EXPECT_EQ(setup(zurich + "date = 2021-03-28\nscheduled = 02:30").facts.zone.offset_seconds, 7200);
    EXPECT_EQ(setup(zurich + "date = 2021-10-08\nlanguage = \"fr\"").facts.zone.long_name,
              "heure d’été d’Europe centrale");
}

TEST(MeetingFile, line_ends_of_all_systems_and_a_byte_order_mark_are_taken) {
    EXPECT_EQ(meeting_faults("\xEF\xBB\xBF[meeting]\r\nbody = \"B\"\r\nscheduled = 15:00\r\n"), Texts{});
}

struct Case {
    std::string rest;
    Texts faults;
};

// Each is named with its place.
void expect_faults(const std::vector<Case>& cases) {
    for (const auto& each : cases) EXPECT_EQ(faults_of_rest(each.rest), each.faults) << each.rest;
}

TEST(MeetingFileFaults, types) {
    expect_faults(
        {Case{"symbol = 12", {"m:3:10: error: symbol is a whole number, expected a text in quotes"}},
         Case{"number = \"12\"",
              {"m:3:10: error: number is a text, expected a whole number from 1 to 99999"}},
         Case{"number = 12.5",
              {"m:3:10: error: number is a number that is not whole, expected a whole number from 1 to "
               "99999"}},
         Case{"number = 0", {"m:3:10: error: number is 0, expected a whole number from 1 to 99999"}},
         Case{"number = 100_000",
              {"m:3:10: error: number is 100000, expected a whole number from 1 to 99999"}},
         Case{"mode = \"Hybrid\"",
              {"m:3:8: error: mode is \"Hybrid\", expected in_person, hybrid or online"}},
         Case{"mode = true", {"m:3:8: error: mode is true or false, expected in_person, hybrid or online"}},
         Case{"language = \"de\"", {"m:3:12: error: language is \"de\", expected en, fr, es, ru, ar or zh"}},
         Case{"date = \"2021-10-08\"",
              {"m:3:8: error: date is a text, expected a date such as 2021-10-08, without quotes"}},
         Case{"date = 2021-10-08T10:00:00",
              {"m:3:8: error: date is a date with a time, expected a date such as 2021-10-08, without "
               "quotes"}},
         Case{"date = 1066-10-14", {"m:3:8: error: date is in the year 1066, expected 1900 to 9999"}},
         Case{"scheduled = \"15:00\"",
              {"m:3:13: error: scheduled is a text, expected a time of day such as 15:00, without quotes"}},
         Case{"timezone = \"Zurich\"",
              {"m:3:12: error: timezone is \"Zurich\", expected a name of the IANA database such as "
               "\"Europe/Zurich\""}},
         Case{"timezone = \"\"",
              {"m:3:12: error: timezone is \"\", expected a name of the IANA database such as "
               "\"Europe/Zurich\""}},
         Case{"session = \"a\\nb\"", {"m:3:11: error: session has a line break, expected one line"}},
         Case{"session = \"a\\u0000b\"", {"m:3:11: error: session has a control character, expected text"}},
         Case{"colour = 1", {"m:3:1: warning: \"colour\" is unknown in [meeting] and is left out"}},
         Case{"[record]\nkind = \"verbatim\"", {"m:4:8: error: kind is \"verbatim\", expected summary"}},
         Case{"[record]\ncovers_end = \"no\"",
              {"m:4:14: error: covers_end is a text, expected true or false"}},
         Case{"[record]\nstate_attribution = \"hidden\"",
              {"m:4:21: error: state_attribution is \"hidden\", expected named or anonymous"}},
         Case{"[record]\npresiding = \"\"",
              {"m:4:13: error: presiding is empty, expected \"The Chair\" or the like"}},
         Case{"[recrod]\n", {"m:3:2: warning: \"recrod\" is unknown in meeting.toml and is left out"}},
         Case{"[record]\n[[limits]]\nx = 1", {"m:4:1: error: limits is a list, expected a table [limits]"}}});
}

TEST(MeetingFileFaults, limits) {
    expect_faults({Case{"[limits]\nmember = -1",
                        {"m:4:10: error: member is -1, expected a whole number from 1 to 86400"}},
                   Case{"[limits]\nreply = 86401",
                        {"m:4:9: error: reply is 86401, expected a whole number from 1 to 86400"}},
                   Case{"[limits]\nwarning = \"30\"",
                        {"m:4:11: error: warning is a text, expected a whole number from 0 to 86400"}},
                   Case{"[limits]\nright_of_reply = 300",
                        {"m:4:18: error: right_of_reply is a whole number, expected a list of seconds, one "
                         "for each reply of a "
                         "delegation, such as [300, 180]"}},
                   Case{"[limits]\nright_of_reply = []",
                        {"m:4:18: error: right_of_reply has 0 entries, expected 1 to 100"}},
                   Case{"[limits]\nright_of_reply = [300, 0, \"x\"]",
                        {"m:4:24: error: right_of_reply has 0, expected whole numbers from 1 to 86400",
                         "m:4:27: error: right_of_reply has a text, expected whole numbers from 1 to 86400"}},
                   Case{"[limits]\nmembers = 3",
                        {"m:4:1: warning: \"members\" is unknown in [limits] and is left out"}}});
}

TEST(MeetingFileFaults, agenda) {
    expect_faults(
        {Case{"[[agenda]]\ntitle = \"T\"",
              {"m:3:1: error: id is missing in an agenda item, expected a short name for scripts"}},
         Case{"[[agenda]]\nid = \"a\"",
              {"m:3:1: error: title is missing in an agenda item, expected the words of the heading"}},
         Case{"[[agenda]]\nid = \"\"\ntitle = \"T\"",
              {"m:4:6: error: id is empty, expected a short name for scripts"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\n[[agenda]]\nid = \"a\"\ntitle = \"T\"",
              {"m:7:6: error: the id \"a\" is given twice in the agenda, expected each once"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\n[[agenda.items]]\nid = \"a\"\ntitle = \"T\"",
              {"m:7:6: error: the id \"a\" is given twice in the agenda, expected each once"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\nnumber = \"4\"",
              {"m:6:10: error: number is a text, expected a whole number from 1 to 99999"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\ndocuments = \"X/1\"",
              {"m:6:13: error: documents is a text, expected a list of symbols such as [\"CMW/C/1\"]"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\ndocuments = [\"X/1\",\n  7]",
              {"m:7:3: error: documents is a whole number, expected a text in quotes"}},
         Case{"[[agenda]]\nid = \"a\"\ntitle = \"T\"\nitem = 1",
              {"m:6:1: warning: \"item\" is unknown in [[agenda]] and is left out"}},
         Case{"[agenda]\nid = \"a\"", {"m:3:1: error: agenda is a table, expected [[agenda]] tables"}}});
}

TEST(MeetingFileFaults, syntax) {
    expect_faults(
        {Case{"body = \"C\"",
              {"m:3:8: error: not TOML: Error while parsing key-value pair: cannot redefine existing string "
               "'body'"}},
         Case{"session = \"é",
              {"m:3:13: error: not TOML: Error while parsing string: encountered end-of-file"}},
         // The place is right although ":00" was put in before it.
         Case{"scheduled = 15:00 x",
              {"m:3:19: error: not TOML: Error while parsing key-value pair: expected a comment or "
               "whitespace, saw 'x'"}}});
}

// The library repeats what it read, and a terminal would do what that says.
TEST(MeetingFileFaults, what_the_library_says_holds_no_control_characters) {
    const auto faults = faults_of_rest("\"\u009B2J\" = 1\n\"\u009B2J\" = 2");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].find("cannot redefine existing integer"), std::string::npos) << faults[0];
    EXPECT_EQ(base::first_control(faults[0]), std::nullopt) << faults[0];
}

TEST(MeetingFile, all_faults_are_collected) {
    EXPECT_EQ(meeting_faults("colour = 1\n[meeting]\nnumber = 0\n[record]\nkind = 1\n"),
              (Texts{"m:1:1: warning: \"colour\" is unknown in meeting.toml and is left out",
                     "m:2:1: error: body is missing in [meeting], expected the name of the body that meets",
                     "m:3:10: error: number is 0, expected a whole number from 1 to 99999",
                     "m:5:8: error: kind is a whole number, expected a text in quotes"}));
    EXPECT_EQ(meeting_faults(""),
              (Texts{"m: error: [meeting] is missing, expected it with the key body at least"}));
    EXPECT_EQ(meeting_faults("meeting = 1"),
              (Texts{"m:1:11: error: meeting is a whole number, expected a table [meeting]"}));
    EXPECT_EQ(meeting_faults("[meeting]\nbody = \"\""),
              (Texts{"m:2:8: error: body is empty, expected the name of the body that meets"}));
}

TEST(MeetingFile, has_limits) {
    EXPECT_EQ(faults_of_rest("place = \"" + std::string(1001, 'x') + "\""),
              (Texts{"m:3:9: error: place has 1001 bytes, expected at most 1000"}));
    EXPECT_EQ(faults_of_rest("place = \"" + std::string(1000, 'x') + "\""), Texts{});
    std::string many;
    for (int i = 0; i < 1001; ++i) many += "[[agenda]]\nid = \"" + std::to_string(i) + "\"\ntitle = \"T\"\n";
    EXPECT_EQ(faults_of_rest(many),
              (Texts{"m:3003:1: error: one agenda item too many, expected at most 1000"}));
    std::string documents = "[[agenda]]\nid = \"a\"\ntitle = \"T\"\ndocuments = [";
    for (int i = 0; i < 201; ++i) documents += "\"d\",";
    EXPECT_EQ(faults_of_rest(documents + "]"),
              (Texts{"m:6:13: error: documents has 201 entries, expected at most 200"}));
    std::string deep;
    std::string header = "agenda";
    for (int i = 0; i < 9; ++i, header += ".items") {
        deep += "[[" + header + "]]\nid = \"" + std::to_string(i) + "\"\ntitle = \"T\"\n";
    }
    EXPECT_EQ(faults_of_rest(deep),
              (Texts{"m:27:1: error: the agenda is too deep, expected at most 8 levels"}));
}

TEST(MeetingFile, a_key_with_too_many_parts_is_refused_before_it_is_parsed) {
    std::string dots;
    for (int i = 0; i < 100'000; ++i) dots += "a.";
    EXPECT_EQ(faults_of_rest(dots + "a = 1"),
              (Texts{"m:3:130: error: too many dots in one line, expected at most 64"}));
    EXPECT_EQ(faults_of_rest("place = \"" + std::string(900, '.') + "\"  # " + std::string(900, '.')),
              Texts{});
}

TEST(MeetingFile, bytes_that_are_not_text_are_named) {
    EXPECT_EQ(faults_of_rest("place = \"Gen\xE8ve\"\nsession = \"\xFF\""),
              (Texts{"m:3:13: error: bytes that are not UTF-8, expected UTF-8",
                     "m:4:12: error: bytes that are not UTF-8, expected UTF-8"}));
    EXPECT_EQ(faults_of_rest(std::string("place = \"é\0\"", 13)),
              (Texts{"m:3:11: error: a NUL byte, expected text"}));
}

}  // namespace
}  // namespace dais::folder
