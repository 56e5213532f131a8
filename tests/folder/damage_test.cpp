// Whatever stands in the files, reading ends, and ends without a crash.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "folder/csv_rows.hpp"
#include "folder/given.hpp"
#include "folder/script.hpp"
#include "folder/style.hpp"
#include "support/scene.hpp"

namespace dais::folder {
namespace {

void read_all(const std::string& toml, const std::string& csv, const std::string& jsonl) {
    Faults faults;
    Known known;
    meeting::Facts facts;
    if (auto text = checked_text(toml, toml_limits, {faults, "m"})) {
        read_style_text(*text, {faults, "style"});
        const auto file = read_meeting_text(*std::move(text), given::now, {faults, "m"});
        facts = file.setup.facts;
        known.items = file.items;
    }
    if (const auto text = checked_text(csv, csv_limits, {faults, "p"})) {
        known.participants = read_participants_text(*text, {faults, "p"}).ids;
    }
    if (const auto text = checked_text(jsonl, script_limits, {faults, "s"})) {
        read_script(*text, local_midnight(facts), known, {faults, "s"});
    }
    const auto list = faults.list();
    RC_ASSERT(list.size() <= 2 * Faults::limit + 2);
    for (const auto& fault : list)
        RC_ASSERT(!fault.message.empty() && fault.message.find('\n') == std::string::npos);
}

// Bytes that the formats give a meaning to are likelier than others.
rc::Gen<std::string> bytes(const std::string& telling) {
    return rc::gen::container<std::string>(
        rc::gen::weightedOneOf<char>({{6, rc::gen::elementOf(telling)},
                                      {3, rc::gen::inRange<char>('a', 'f')},
                                      {1, rc::gen::arbitrary<char>()}}));
}

RC_GTEST_PROP(Damage, random_bytes_are_read_to_the_end, ()) {
    read_all(*bytes("[]={}\"'.,#:\n\r 0159-T\\"), *bytes(",\"\n\r \t;"), *bytes("{}[]\":,\\ \n0159.-u"));
}

const std::string toml = R"([meeting]
body = "Committee of \"é\""
number = 12
date = 2021-10-08
scheduled = 15:00
timezone = "Europe/Zurich"
[limits]
right_of_reply = [300, 180]
[[agenda]]
id = "budget"
title = '''Budget'''
documents = ["A/1", "A/2"]
[[agenda.items]]
id = "staffing"
title = "Staffing"
)";
const std::string csv =
    "id,title,given_name,family_name,pronoun,role,affiliation,attendance,seat\r\n"
    "garcia,,,,she,chair,,room,1\r\n"
    "lewis,Mr.,\"Ben \"\"B\"\"\",\"Lewis, Jr.\",he,member,,room,2\r\n"
    "ople,Ms.,,Ople,she,state,the Philippines,video,\"3\n4\"\r\n";

std::string jsonl() {
    std::string text;
    for (const auto* line :
         {"15:00 chair open_meeting", "15:00 chair take_up item=staffing",
          "15:01 chair request_floor who=ople for=right_of_reply label=r1",
          "15:02 chair give_floor to=lewis label=i1", "15:02 chair move_request who=ople before=end",
          "15:03 clerk write of=i1 text=\"said \\\"é\\\".\" label=p1",
          "15:03 clerk note text=n numbered=false label=n1", "15:04 clerk move paragraph=n1 after=p1",
          "15:05 moderator report_link who=ople link=lost observed=15:04:30",
          "15:06 clerk add_participant id=ng role=state affiliation=Chile",
          "15:07 chair grant_time seconds=-30", "24:10:00 chair end_meeting"}) {
        text += support::script_json(line) + "\n";
    }
    return text;
}

// Takes bytes out, puts others in, repeats stretches.
std::string damaged(std::string text) {
    const auto times = *rc::gen::inRange(1, 6);
    for (int i = 0; i < times && !text.empty(); ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto count = *rc::gen::inRange<std::size_t>(1, 20);
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                text.erase(at, count);
                break;
            case 1:
                text.insert(at, text.substr(*rc::gen::inRange<std::size_t>(0, text.size()), count));
                break;
            case 2:
                text[at] = *rc::gen::arbitrary<char>();
                break;
            default:
                text.insert(at, 1, *rc::gen::elementOf(std::string("\"'\\,\n\r{}[]=:.0 \t")));
        }
    }
    return text;
}

RC_GTEST_PROP(Damage, a_damaged_folder_is_read_to_the_end, ()) {
    static const std::string script = jsonl();
    read_all(damaged(toml), damaged(csv), damaged(script));
}

TEST(Damage, the_folder_that_is_damaged_is_a_good_one) {
    Faults faults;
    const auto file = read_meeting_text(toml, given::now, {faults, "m"});
    const auto cast = read_participants_text(csv, {faults, "p"});
    read_script(jsonl(), local_midnight(file.setup.facts), {cast.ids, file.items}, {faults, "s"});
    EXPECT_EQ(given::lines(faults.list()), std::vector<std::string>{});
}

// What a quoted field holds comes back as it was, at the place where it stands.
RC_GTEST_PROP(Csv, quoted_fields_come_back, (const std::vector<std::vector<std::string>>& table)) {
    std::string text;
    std::vector<std::vector<std::string>> expected;
    for (const auto& row : table) {
        if (row.empty()) continue;
        expected.emplace_back();
        for (const auto& field : row) {
            std::string clean;
            std::string doubled;
            for (const char c : field) {
                if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) continue;
                clean += c;
                doubled += c == '"' ? "\"\"" : std::string(1, c);
            }
            expected.back().push_back(clean);
            text += (expected.back().size() == 1 ? "\"" : ",\"") + doubled + "\"";
        }
        text += *rc::gen::element<std::string>("\n", "\r\n", "\n\n");
    }
    Faults faults;
    std::vector<std::vector<std::string>> found;
    for (const auto& row : read_csv(text, {faults, "p"})) {
        found.emplace_back();
        for (const auto& field : row.fields) {
            found.back().push_back(field.text);
            std::size_t begin = 0;
            for (std::size_t line = 1; line < field.place.line; ++line) begin = text.find('\n', begin) + 1;
            RC_ASSERT(text[begin + field.place.column - 1] == '"');
        }
    }
    RC_ASSERT(found == expected);
    RC_ASSERT(!faults.failed());
}

}  // namespace
}  // namespace dais::folder
