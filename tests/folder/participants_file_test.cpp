#include "folder/participants_file.hpp"

#include <gtest/gtest.h>

#include "folder/given.hpp"

namespace dais::folder {
namespace {

using given::people_faults;
using Texts = std::vector<std::string>;

const std::string header = "id,title,given_name,family_name,pronoun,role,affiliation,attendance\n";

std::vector<meeting::Participant> people(const std::string& text) {
    Faults faults;
    auto file = read_participants_text(text, {faults, "p"});
    EXPECT_EQ(given::lines(faults.list()), Texts{});
    return file.participants;
}

TEST(ParticipantsFile, reads_people) {
    const auto found = people(header +
                              "chair,,,,he,chair,,room\r\n"
                              "\n"
                              "ople, Ms. ,Susan,\"Ople, the \"\"elder\"\"\",she,state,the Philippines,video");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].role, meeting::Role::chair);
    EXPECT_EQ(found[1].id + "|" + found[1].title + "|" + found[1].given_name + "|" + found[1].family_name +
                  "|" + found[1].pronoun + "|" + found[1].affiliation,
              "ople|Ms.|Susan|Ople, the \"elder\"|she|the Philippines");
    EXPECT_EQ(found[1].role, meeting::Role::state);
    EXPECT_EQ(found[1].attendance, meeting::Attendance::video);
}

TEST(ParticipantsFile, keeps_further_columns_whatever_they_hold) {
    const auto found = people(
        "note,id,role,title,given_name,family_name,pronoun,affiliation,attendance,seat\n"
        "\"two\nlines\x01" +
        std::string(2000, 'x') + "\",a,member,,,,,,,12\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].further.at("seat"), "12");
    EXPECT_EQ(found[0].further.at("note").substr(0, 12), "two lines xx");
    EXPECT_EQ(found[0].further.at("note").size(), 1000U);
    EXPECT_EQ(found[0].attendance, meeting::Attendance::room);
}

TEST(ParticipantsFile, a_byte_order_mark_and_a_missing_last_line_end_are_taken) {
    EXPECT_EQ(people_faults("\xEF\xBB\xBF" + header + "a,,,,,member,,room"), Texts{});
}

struct Case {
    std::string text;
    Texts faults;
};

// Each is named with its place.
void expect_faults(const std::vector<Case>& cases) {
    for (const auto& each : cases) EXPECT_EQ(people_faults(each.text), each.faults) << each.text;
}

const std::string no_header =
    "no header with the column id, expected "
    "id,title,given_name,family_name,pronoun,role,affiliation,attendance";

TEST(ParticipantsFileFaults, header) {
    expect_faults({Case{"",
                        {"p:1:1: error: the file is empty, expected a header "
                         "id,title,given_name,family_name,pronoun,role,affiliation,attendance"}},
                   Case{"\nlewis,Mr.,,Lewis,he,member,,room\n", {"p:2:1: error: " + no_header}},
                   Case{"id;title;role\n",
                        {"p:1:1: error: the header has no commas, expected id,title,… with commas between"}},
                   Case{header.substr(0, header.size() - 1) + ",id\n",
                        {"p:1:69: error: the column \"id\" is given twice, expected each once"}},
                   Case{header.substr(0, header.size() - 1) + ",\n",
                        {"p:1:69: warning: a column without a name is left out"}},
                   Case{"id,title,given_name,family_name,pronoun,affiliation,attendance\n",
                        {"p:1:1: error: the column role is missing, expected it with chair, member, state, "
                         "organization, "
                         "secretariat, officer or observer"}},
                   Case{"id,title,given_name,family_name,role,affiliation,attendance\n",
                        {"p:1:1: warning: the column pronoun is missing and counts as empty"}}});
}

TEST(ParticipantsFileFaults, rows) {
    expect_faults(
        {Case{header + "a,,,,,member,room\n", {"p:2:18: error: the row has 7 fields, expected 8"}},
         Case{header + "a,Mr.,,Ü,,member,,room,x,y\n",
              {"p:2:24: error: the row has more fields than the header, expected 8"}},
         Case{header + ",Mr.,,X,,member,,room\n",
              {"p:2:1: error: id is empty, expected a short name for scripts"}},
         Case{header + "a,,,,,member,,room\nb,,,,,member,,room\na,,,,,member,,room\n",
              {"p:4:1: error: the id \"a\" is given twice, expected each once"}},
         Case{header + "a,,,,,boss,,room\n",
              {"p:2:7: error: role is \"boss\", expected chair, member, state, organization, secretariat, "
               "officer or "
               "observer"}},
         Case{header + "a,,,,,,,room\n",
              {"p:2:7: error: role is empty, expected chair, member, state, organization, secretariat, "
               "officer or "
               "observer"}},
         Case{header + "a,,,,,member,,zoom\n",
              {"p:2:15: error: attendance is \"zoom\", expected room or video"}},
         Case{header + "a,,,\"X\nY\",,member,,room\n",
              {"p:2:5: error: family_name has a line break, expected one line"}},
         Case{header + "a,,,X\tY\x7F,,member,,room\n",
              {"p:2:5: error: family_name has a control character, expected text"}},
         Case{header + "a,,," + std::string(1001, 'x') + ",,member,,room\n",
              {"p:2:5: error: family_name has 1001 bytes, expected at most 1000"}},
         Case{header + ",,,,,,,\n", {"p:2:1: warning: a row without content is left out"}},
         Case{header + "a,,,,,chair,,room\nb,,,,,chair,,room\n",
              {"p:3:1: warning: \"b\" has the role chair as \"a\" has, expected one; the first presides"}},
         Case{header + "a,,,,,state,,room\n",
              {"p:2:1: warning: \"a\" speaks for a State without an affiliation, expected the State's "
               "name"}}});
}

const std::string in_plain =
    "a quote inside a field without quotes, expected the whole field in quotes, with its own doubled";
const std::string behind =
    "text behind a closing quote, expected a comma or the end of the line (was a quote left open?)";

TEST(ParticipantsFileFaults, quotes) {
    expect_faults({Case{header + "a,Mr. \"X\",,,,member,,room\nb,,,,,boss,,room\n",
                        {"p:2:7: error: " + in_plain,
                         "p:3:7: error: role is \"boss\", expected chair, member, state, organization, "
                         "secretariat, officer or "
                         "observer"}},
                   Case{header + "a,\"Mr.\" X,,,,member,,room\n", {"p:2:3: error: " + behind}},
                   Case{header + "é,,\"Open,,,member,,room\nb,,,,,member,,room\n",
                        {"p:2:4: error: the quote is left open, expected one more before the line ends"}},
                   // The open quote is closed by the next one's beginning: still the first is named, and the
                   // rest is read.
                   Case{header + "a,,\"Open,,,member,,room\nb,,,\"Shut\",,member,,room\nc,,,,,boss,,room\n",
                        {"p:2:4: error: " + behind,
                         "p:4:7: error: role is \"boss\", expected chair, member, state, organization, "
                         "secretariat, officer or "
                         "observer"}},
                   Case{header + "a,,,,,member,,\"room",
                        {"p:2:15: error: the quote is left open, expected one more before the line ends"}}});
}

TEST(ParticipantsFile, bytes_that_are_not_text_are_named) {
    EXPECT_EQ(people_faults(header + "a,,,Mu\xF1oz,,member,,room\n"),
              (Texts{"p:2:7: error: bytes that are not UTF-8, expected UTF-8"}));
}

TEST(ParticipantsFile, has_limits) {
    std::string many = header;
    for (int i = 0; i < 5001; ++i) many += "p" + std::to_string(i) + ",,,,,member,,room\n";
    EXPECT_EQ(people_faults(many),
              (Texts{"p:5002:1: error: one participant too many, expected at most 5000"}));
    std::string wide = header.substr(0, header.size() - 1);
    for (int i = 0; i < 57; ++i) wide += ",c" + std::to_string(i);
    EXPECT_EQ(people_faults(wide + "\n"),
              (Texts{"p:1:1: error: the header has more columns than can be kept, expected at most 64"}));
}

}  // namespace
}  // namespace dais::folder
