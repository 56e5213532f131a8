#include "folder/script.hpp"

#include <gtest/gtest.h>

#include "folder/given.hpp"
#include "support/scene.hpp"

namespace dais::folder {
namespace {

using support::script_json;
using Texts = std::vector<std::string>;
namespace m = meeting;

constexpr base::Instant midnight{1'633'600'000'000};

Known known() {
    return {std::set<std::string>{"garcia", "lewis", "poussi"}, std::set<std::string>{"budget", "staffing"}};
}

// A script of compact lines (or JSON, where they begin with a brace).
std::string script(const Texts& lines) {
    std::string text;
    for (const auto& line : lines) text += line.empty() ? "\n" : script_json(line) + "\n";
    return text;
}

Texts faults_of(const std::string& text) {
    Faults faults;
    read_script(text, midnight, known(), {faults, "s"});
    return given::lines(faults.list());
}

Texts faults_of(const Texts& lines) {
    return faults_of(script(lines));
}

TEST(Script, every_command_of_the_table_is_taken) {
    EXPECT_EQ(
        faults_of(Texts{
            "15:00 chair take_chair who=poussi",
            "15:00 chair open_meeting",
            "15:00 chair take_up item=staffing",
            "15:00 moderator request_floor who=lewis for=right_of_reply on_behalf_of=\"A and B\" label=r1",
            "15:00 chair request_floor who=poussi label=r2",
            "15:00 chair move_request request=r2 before=r1",
            "15:00 chair move_request who=poussi before=lewis",
            "15:00 chair move_request who=poussi before=end",
            "15:00 chair pass_over",
            "15:00 chair pass_over who=poussi back=true",
            "15:00 chair pass_over request=r1",
            "15:00 chair let_moderate who=lewis",
            "15:00 moderator give_floor to=poussi",
            "15:00 moderator end_floor",
            "15:00 chair let_moderate",
            "15:00 chair set_resumption until=15:40",
            "15:00 chair set_resumption",
            "15:00 moderator-1 withdraw_request who=poussi",
            "15:00 moderator-1 withdraw_request request=r1",
            "15:00 chair close_list",
            "15:00 chair reopen_list",
            "15:00 chair clear_list",
            "15:01 chair give_floor",
            "15:01 chair give_floor to=lewis for=reply on_behalf_of=X label=i1",
            "15:02 chair pause_clock",
            "15:02 chair resume_clock",
            "15:02 chair grant_time seconds=-60",
            "15:02 chair set_limit role=state seconds=120",
            "15:02 chair set_limit for=point_of_order seconds=0",
            "15:02 chair end_floor label=i2",
            "15:03 clerk write of=i2 text=a label=p1",
            "15:03 clerk write text=b after=p1 label=p2",
            "15:03 clerk-1 revise paragraph=p1 text=c",
            "15:03 clerk-1 remove paragraph=p1",
            "15:03 clerk-1 restore paragraph=p1",
            "15:03 clerk-1 move paragraph=p1",
            "15:03 clerk-1 move paragraph=p1 after=p2",
            "15:03 clerk-1 attribute paragraph=p1 text=\"\"",
            "15:03 clerk-1 note text=n numbered=false label=n1 after=i1",
            "15:03 clerk-1 heading text=h label=h1 after=i1",
            "15:03 clerk-1 move paragraph=n1 after=i2",
            "15:03 clerk-1 log_intervention who=lewis for=reply on_behalf_of=X began=14:59:30 after=i1 "
            "label=i3",
            "15:03 clerk-1 correct_intervention intervention=i3 who=poussi for=statement on_behalf_of=\"\" "
            "link=audio reason=misheard",
            "15:03 clerk-1 correct_participant who=lewis family_name=Lewes role=officer "
            "affiliation=Rapporteur "
            "seat=12",
            "15:03 clerk begin_coverage",
            "15:03 clerk end_coverage",
            "15:03 moderator report_link who=lewis link=lost observed=15:02:10",
            "15:04 moderator add_participant id=ng family_name=Ng role=state affiliation=Chile "
            "attendance=video "
            "seat=13",
            "15:04 chair give_floor to=ng",
            "15:05 chair decide",
            "15:05 chair decide text=\"It was decided.\"",
            "15:05 chair conclude item=staffing",
            "15:05 chair undo_last",
            "15:06 chair suspend_meeting",
            "15:06 chair resume_meeting",
            "24:10:00 chair end_meeting",
        }),
        Texts{});
}

TEST(Script, a_line_becomes_a_command) {
    Faults faults;
    const auto line = parse_script_line(
        script_json(
            "24:10:05 clerk-2 log_intervention who=lewis for=reply on_behalf_of=X began=23:59 label=i9"),
        7, midnight, {faults, "s"});
    ASSERT_TRUE(line);
    EXPECT_EQ(line->number, 7U);
    EXPECT_EQ(line->at.ms - midnight.ms, (24 * 3600 + 605) * 1000);
    EXPECT_EQ(line->from, "clerk-2");
    EXPECT_EQ(line->desk, m::Desk::clerk);
    EXPECT_EQ(line->word, "log_intervention");
    EXPECT_EQ(line->label, "i9");
    const auto& command = std::get<m::LogIntervention>(line->ask.command);
    EXPECT_EQ(command.who, "lewis");
    EXPECT_EQ(command.kind, m::Kind::reply);
    EXPECT_EQ(command.on_behalf_of, "X");
    EXPECT_EQ(command.began->ms - midnight.ms, (24 * 3600 - 60) * 1000);
}

TEST(Script, blank_lines_and_all_line_ends_are_taken) {
    const std::string one = script_json("15:00 chair open_meeting");
    EXPECT_EQ(faults_of("\r\n" + one + "\r\n  \t\r\n\n" + one), Texts{});
    EXPECT_EQ(faults_of(""), Texts{});
    EXPECT_EQ(faults_of("\n" + one + "\n{\"at\": \"14:00\", \"from\": \"chair\", \"do\": \"close_list\"}"),
              (Texts{"s:3:8: error: the time goes back behind line 2, expected that time or a later one"}));
}

struct Case {
    Texts script;
    Texts faults;
};

void expect_faults(const std::vector<Case>& cases) {
    for (const auto& each : cases) EXPECT_EQ(faults_of(each.script), each.faults) << script(each.script);
}

TEST(ScriptFaults, syntax) {
    const std::string object = "; expected one object, {\"at\": …}";
    expect_faults({
        {{"{\"at\" \"15:00\"}"},
         {"s:1:13: error: the line is not JSON: unexpected string literal; expected ':'" + object}},
        {{"{\"at\": \"15:00\""},
         {"s:1:15: error: the line is not JSON: unexpected end of input; expected '}'" + object}},
        {{"{\"é\": 1} x"},
         {"s:1:10: error: the line is not JSON: invalid literal; expected end of input" + object}},
        {{"{\"at\": 1e999}"}, {"s:1:12: error: the line is not JSON: a number that is too large" + object}},
    });
    EXPECT_EQ(faults_of("[]\n"), (Texts{"s:1:1: error: the line is no JSON object, expected {\"at\": …}"}));
    EXPECT_EQ(faults_of("  7\n"), (Texts{"s:1:3: error: the line is no JSON object, expected {\"at\": …}"}));
    const auto deep = faults_of(std::string(100'000, '['));
    ASSERT_EQ(deep.size(), 1U);
    EXPECT_EQ(faults_of("{\"x\": " + std::string(50'000, '[') + std::string(50'000, ']') + "}").front(),
              "s:1:1: error: at is missing, expected a time of day such as \"15:10:05\"");
}

// As two scripts have it that were put together by a program that adds one to each file.
TEST(ScriptFaults, a_byte_order_mark_inside_the_file_is_named) {
    EXPECT_EQ(faults_of("\n\xEF\xBB\xBF{\"at\": \"15:00\"}\n"),
              Texts{"s:2:1: error: a byte order mark inside the file, expected one object, {\"at\": …}"});
}

TEST(ScriptFaults, keys) {
    const std::string station =
        "expected chair, clerk or moderator, with a hyphen and a name of a-z and 0-9 where there are more";
    expect_faults({
        {{"{\"at\":\"15:00\",\"from\":\"chair\",\"at\":\"15:01\",\"do\":\"close_list\"}"},
         {"s:1:30: error: \"at\" stands twice in the line, expected once"}},
        {{"{}"},
         {"s:1:1: error: at is missing, expected a time of day such as \"15:10:05\"",
          "s:1:1: error: from is missing, " + station,
          "s:1:1: error: do is missing, expected a command such as \"give_floor\""}},
        {{"15:00 chair close_list colour=red"},
         {"s:1:48: warning: \"colour\" is unknown to close_list and is left out"}},
        {{"15:00 chair close_list label=x"},
         {"s:1:48: warning: \"label\" is unknown to close_list and is left out"}},
        {{"15:00 clerk add_participant id=x role=member label=x"},
         {"s:1:78: warning: \"label\" is unknown to add_participant and is left out"}},
        {{"15:00 chair giv_floor"},
         {"s:1:35: error: \"giv_floor\" is no command, expected \"give_floor\" or another"}},
        {{"15:00 chair dance_wildly"},
         {"s:1:35: error: \"dance_wildly\" is no command, expected one such as \"give_floor\""}},
        {{"15:00 hub close_list"}, {"s:1:22: error: \"hub\" is no station, " + station}},
        {{"15:00 clerk- begin_coverage"}, {"s:1:22: error: \"clerk-\" is no station, " + station}},
        {{"15:00 clerk-../x begin_coverage"}, {"s:1:22: error: \"clerk-../x\" is no station, " + station}},
        {{"15:00 clerk close_list"}, {"s:1:22: error: \"clerk\" may not ask for close_list, expected chair"}},
        {{"15:00 clerk request_floor who=lewis"},
         {"s:1:22: error: \"clerk\" may not ask for request_floor, expected chair or moderator"}},
    });
}

TEST(ScriptFaults, times) {
    const std::string expected =
        "is no time of day, expected one such as \"15:10:05\" or \"15:10\", hours to 47";
    for (const std::string time : {"15", "15:1", "15:60", "48:00", "1:10", "15:10:60", "15.10", "-1:00",
                                   "15:10:00.5", "15:10:5", "+1:00"}) {
        EXPECT_EQ(faults_of(Texts{time + " chair close_list"}),
                  Texts{"s:1:7: error: \"" + time + "\" " + expected});
    }
    EXPECT_EQ(parse_time_of_day("47:59:59"), 47 * 3600 + 3599);
    expect_faults({
        {{"{\"at\": 15, \"from\": \"chair\", \"do\": \"close_list\"}"},
         {"s:1:8: error: at is a whole number, expected a time of day such as \"15:10:05\""}},
        {{"15:00 moderator report_link who=lewis link=lost observed=noon"},
         {"s:1:92: error: \"noon\" " + expected}},
        {{"15:00 chair close_list", "14:59:59 chair reopen_list"},
         {"s:2:7: error: the time goes back behind line 1, expected that time or a later one"}},
        // A time that went back does not make the lines after it wrong.
        {{"15:00 chair close_list", "14:00 chair reopen_list", "15:00 chair close_list"},
         {"s:2:7: error: the time goes back behind line 1, expected that time or a later one"}},
    });
}

TEST(ScriptFaults, fields) {
    const std::string kinds = "expected statement, point_of_order, right_of_reply or reply";
    expect_faults({
        {{"15:00 chair take_up"}, {"s:1:1: error: item is missing, expected an agenda id"}},
        {{"15:00 chair request_floor"}, {"s:1:1: error: who is missing, expected a participant's id"}},
        {{"15:00 chair request_floor who=\"\""}, {"s:1:57: error: who is empty, expected a name"}},
        {{"15:00 chair request_floor who=lewis for=tea"}, {"s:1:71: error: for is \"tea\", " + kinds}},
        {{"15:00 chair withdraw_request"},
         {"s:1:1: error: who is missing, expected a participant's id, or request with the label of a "
          "request"}},
        {{"15:00 chair move_request who=lewis"},
         {"s:1:1: error: before is missing, expected a participant's id, the label of a request, or "
          "\"end\""}},
        {{"15:00 chair grant_time"},
         {"s:1:1: error: seconds is missing, expected a whole number of seconds, negative to take away"}},
        {{"15:00 chair grant_time seconds=1.5"},
         {"s:1:58: error: seconds is a text, expected a whole number of seconds, negative to take away"}},
        {{R"({"at":"15:00","from":"chair","do":"grant_time","seconds":1.5})"},
         {"s:1:58: error: seconds is a fraction or too large a number, expected a whole number of seconds, "
          "negative to take "
          "away"}},
        {{R"({"at":"15:00","from":"chair","do":"grant_time","seconds":99999999999999999999})"},
         {"s:1:58: error: seconds is a fraction or too large a number, expected a whole number of seconds, "
          "negative to take "
          "away"}},
        {{"15:00 chair grant_time seconds=86401"},
         {"s:1:58: error: seconds is 86401, expected a whole number from -86400 to 86400"}},
        {{"15:00 chair set_limit role=state seconds=-1"},
         {"s:1:72: error: seconds is -1, expected a whole number from 0 to 86400"}},
        {{"15:00 chair set_limit seconds=1"},
         {"s:1:1: error: role is missing, expected it with a role, or for with a kind"}},
        {{"15:00 chair set_limit role=state for=reply seconds=1"},
         {"s:1:68: error: role and for stand together, expected one of the two"}},
        {{"15:00 chair set_limit role=stat seconds=1"},
         {"s:1:54: error: role is \"stat\", expected chair, member, state, organization, secretariat, "
          "officer or "
          "observer"}},
        {{"15:00 clerk write"}, {"s:1:1: error: text is missing, expected a text"}},
        {{"15:00 clerk note text=x numbered=yes"},
         {"s:1:64: error: numbered is a text, expected true or false"}},
        {{"15:00 moderator report_link who=lewis link=tv"},
         {"s:1:74: error: link is \"tv\", expected in_room, waiting, audio, video, lost or left"}},
        {{"15:00 moderator report_link who=lewis"},
         {"s:1:1: error: link is missing, expected in_room, waiting, audio, video, lost or left"}},
        {{"15:00 clerk add_participant id=x role=boss attendance=zoom"},
         {"s:1:69: error: role is \"boss\", expected chair, member, state, organization, secretariat, "
          "officer or "
          "observer",
          "s:1:89: error: attendance is \"zoom\", expected room or video"}},
        {{"15:00 clerk correct_participant who=lewis"},
         {"s:1:1: error: family_name is missing, expected this or any other column of participants.csv"}},
        {{"15:00 clerk correct_participant who=lewis id=l"},
         {"s:1:76: error: an id stays what it is, expected other fields"}},
        {{R"({"at":"15:00","from":"clerk","do":"correct_participant","who":"lewis","title":7})"},
         {"s:1:79: error: title is a whole number, expected a text"}},
    });
}

TEST(ScriptFaults, texts) {
    expect_faults({
        {{"15:00 chair give_floor to=lewis label=i1", "15:00 clerk write text=\"a\\nb\""},
         {"s:2:50: error: text has a line break, expected one line"}},
        {{"15:00 clerk note text=\" \""}, {"s:1:49: error: text is empty, expected the words"}},
        {{R"({"at":"15:00","from":"clerk","do":"heading","text":"a\u0000b"})"},
         {"s:1:52: error: text has a control character, expected text"}},
        {{"15:00 clerk note text=" + std::string(65'537, 'x')},
         {"s:1:49: error: text has 65537 bytes, expected at most 65536"}},
        {{"15:00 chair give_floor on_behalf_of=" + std::string(1001, 'x')},
         {"s:1:63: error: on_behalf_of has 1001 bytes, expected at most 1000"}},
    });
}

TEST(ScriptFaults, references) {
    const std::string lewis = "15:00 chair give_floor to=lewis label=i1";
    const std::string paragraph = "15:00 clerk write of=i1 text=x label=p1";
    expect_faults({
        {{"15:00 chair take_up item=peace"},
         {"s:1:52: error: item: no agenda item has the id \"peace\", expected one of meeting.toml"}},
        {{"15:00 chair give_floor to=nobody"},
         {"s:1:53: error: to: no participant has the id \"nobody\", expected one of participants.csv or of "
          "an earlier "
          "add_participant"}},
        {{"15:00 chair give_floor to=ng", "15:00 chair add_participant id=ng role=member"},
         {"s:1:53: error: to: no participant has the id \"ng\", expected one of participants.csv or of an "
          "earlier "
          "add_participant"}},
        {{"15:00 chair add_participant id=lewis role=member"},
         {"s:1:58: error: the id \"lewis\" is taken already, expected another"}},
        {{lewis, "15:01 chair give_floor to=poussi label=i1"},
         {"s:2:70: error: the label \"i1\" is taken by line 1, expected another"}},
        {{"15:00 chair give_floor label=end"},
         {"s:1:56: error: \"end\" means the end of the list, expected another label"}},
        {{paragraph},
         {"s:1:48: error: of: no earlier line has the label \"i1\", expected the label of an intervention"}},
        {{lewis, paragraph, "15:00 clerk write of=p1 text=y"},
         {"s:3:48: error: of: \"p1\" is the label of a paragraph, note or heading (line 2), expected an "
          "intervention"}},
        {{lewis, "15:00 clerk revise paragraph=i1 text=y"},
         {"s:2:56: error: paragraph: \"i1\" is the label of an intervention (line 1), expected a paragraph, "
          "note or "
          "heading"}},
        {{lewis, "15:00 clerk write text=y after=i1"},
         {"s:2:62: error: after: \"i1\" is the label of an intervention (line 1), expected a paragraph, note "
          "or "
          "heading"}},
        {{lewis, paragraph, "15:00 clerk note text=y after=p1"},
         {"s:3:61: error: after: \"p1\" is the label of a paragraph, note or heading (line 2), expected an "
          "intervention"}},
        {{"15:00 chair request_floor who=lewis label=r1", lewis, "15:00 clerk write text=y label=p",
          "15:00 clerk move paragraph=p after=r1"},
         {"s:4:66: error: after: \"r1\" is the label of a request (line 1), expected a paragraph, note or "
          "heading or an "
          "intervention"}},
        {{lewis, "15:00 chair withdraw_request request=i1"},
         {"s:2:64: error: request: \"i1\" is the label of an intervention (line 1), expected a request"}},
        {{"15:00 chair move_request who=lewis before=x"},
         {"s:1:73: error: before: \"x\" is unknown, expected the label of a request, a participant's id, or "
          "\"end\""}},
        {{lewis, "15:00 clerk correct_intervention intervention=i1 link=lost"},
         {"s:2:85: error: link is \"lost\", expected in_room, audio or video"}},
    });
}

TEST(ScriptFaults, nothing_is_said_of_ids_whose_file_could_not_be_read) {
    Faults faults;
    read_script(script({"15:00 chair take_up item=x", "15:00 chair give_floor to=y",
                        "15:00 chair move_request who=y before=z"}),
                midnight, {}, {faults, "s"});
    EXPECT_EQ(given::lines(faults.list()), Texts{});
}

TEST(ScriptFaults, lines_and_fields_have_limits) {
    std::string wide = "{\"at\": \"15:00\"";
    for (int i = 0; i < 100'000; ++i) wide += ",\"k" + std::to_string(i) + "\":1";
    EXPECT_EQ(faults_of(wide + "}"), Texts{"s:1:1: error: the line has 100001 fields, expected at most 72"});
    std::string many;
    for (std::size_t i = 0; i < 300; ++i) many += "x\n";
    EXPECT_EQ(faults_of(many).back(), "s: error: and more errors");
}

TEST(Script, labels_become_ids_when_they_are_bound) {
    Labels labels;
    labels.remember("r", m::RequestId(1));
    labels.remember("i", m::InterventionId(2));
    labels.remember("p", m::TextId(3));
    labels.remember("", m::TextId(4));
    const auto bound = [&](const std::string& line) {
        Faults faults;
        return bind(parse_script_line(script_json(line), 1, midnight, {faults, "s"})->ask, labels);
    };
    EXPECT_EQ(std::get<m::WithdrawRequest>(*bound("15:00 chair withdraw_request request=r")).request.value,
              1U);
    const auto both =
        std::get<m::WithdrawRequest>(*bound("15:00 chair withdraw_request request=r who=lewis"));
    EXPECT_TRUE(both.who.empty() && both.request.value == 1);
    EXPECT_EQ(std::get<m::MoveRequest>(*bound("15:00 chair move_request who=a before=r")).before.value, 1U);
    EXPECT_EQ(std::get<m::MoveRequest>(*bound("15:00 chair move_request who=a before=b")).before_who, "b");
    const auto to_end = std::get<m::MoveRequest>(*bound("15:00 chair move_request who=a before=end"));
    EXPECT_TRUE(to_end.before_who.empty() && !to_end.before);
    const auto write = std::get<m::Write>(*bound("15:00 clerk write of=i text=x after=p"));
    EXPECT_TRUE(write.of.value == 2 && write.after.value == 3);
    EXPECT_EQ(std::get<m::Write>(*bound("15:00 clerk write text=x")).of.value, 0U);
    const auto move = std::get<m::Move>(*bound("15:00 clerk move paragraph=p after=i"));
    EXPECT_TRUE(move.paragraph.value == 3 && move.after_intervention.value == 2 && !move.after);
    EXPECT_EQ(std::get<m::Move>(*bound("15:00 clerk move paragraph=p after=p")).after.value, 3U);
    EXPECT_EQ(std::get<m::MakeNote>(*bound("15:00 clerk note text=x after=i")).after.value, 2U);
    EXPECT_EQ(std::get<m::MakeHeading>(*bound("15:00 clerk heading text=x after=i")).after.value, 2U);
    EXPECT_EQ(std::get<m::LogIntervention>(*bound("15:00 clerk log_intervention who=a after=i")).after.value,
              2U);
    EXPECT_EQ(std::get<m::CorrectIntervention>(*bound("15:00 clerk correct_intervention intervention=i"))
                  .intervention.value,
              2U);
    for (const std::string word : {"revise", "attribute"}) {
        EXPECT_TRUE(bound("15:00 clerk " + word + " paragraph=p text=x").ok());
    }
    EXPECT_EQ(std::get<m::Remove>(*bound("15:00 clerk remove paragraph=p")).paragraph.value, 3U);
    EXPECT_EQ(std::get<m::Restore>(*bound("15:00 clerk restore paragraph=p")).paragraph.value, 3U);
    const auto unbound = bound("15:00 clerk write of=p text=x");
    ASSERT_FALSE(unbound.ok());
    EXPECT_EQ(unbound.error().code, "unknown_label");
    EXPECT_EQ(unbound.error().text,
              "No intervention has the label \"p\", expected one that an earlier line made.");
}

TEST(Script, an_end_of_the_floor_after_which_nobody_goes_on_makes_nothing) {
    Faults faults;
    const auto line =
        parse_script_line(script_json("15:00 chair end_floor label=x"), 1, midnight, {faults, "s"});
    EXPECT_FALSE(made_by(line->ask, {m::FloorEnded{m::InterventionId(1)}}));
    const auto made = made_by(line->ask, {m::FloorEnded{m::InterventionId(2)},
                                          m::FloorReturned{m::InterventionId(3), m::InterventionId(1)}});
    EXPECT_EQ(std::get<m::InterventionId>(*made).value, 3U);
}

}  // namespace
}  // namespace dais::folder
