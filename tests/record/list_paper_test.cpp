// The speakers' list as the paper that is handed round.
#include "record/list_paper.hpp"

#include <gtest/gtest.h>

#include "record/formats/list_text.hpp"
#include "record/formats/pdf.hpp"
#include "record/stage.hpp"

namespace dais::record::test {
namespace {

constexpr std::string_view limits =
    "[limits]\nmember = 300\nstate = 180\nright_of_reply = [300, 180]\npoint_of_order = 120\n";

std::string paper(Stage& stage) {
    return list_text(list_paper(stage.scene.meeting(), stage.scene.meeting().now));
}

TEST(ListPaper, says_who_has_the_floor_who_waits_and_who_was_not_there) {
    Stage stage(limits);
    stage.open(R"(15:01 chair take_up item=work
                  15:01 chair request_floor who=ana
                  15:01 chair request_floor who=ben
                  15:01 chair request_floor who=mex on_behalf_of="the Group of Friends"
                  15:01 chair request_floor who=sec
                  15:02 chair request_floor who=phi for=right_of_reply
                  15:02 chair request_floor who=org for=point_of_order
                  15:03 chair give_floor to=ana
                  15:04 chair pass_over who=ben
                  15:05 chair pass_over who=sec back=true
                  15:06 chair close_list)");
    const auto text = paper(stage);
    const auto begin = text.find("Speakers’ list");
    ASSERT_NE(begin, std::string::npos) << text;
    EXPECT_EQ(text.substr(begin),
              "Speakers’ list at 15:06, closed\n"
              "\n"
              "Has the floor: Ms. Ferreira\n"
              "\n"
              "   1.   2:00  Mr. Koné (the River Network), point of order\n"
              "   2.   3:00  Ms. Liévano (Mexico), on behalf of the Group of Friends\n"
              "   3.      –  Ms. Whitfield (Secretary of the Committee)\n"
              "\n"
              "Rights of reply\n"
              "\n"
              "   1.   5:00  Ms. Ople (the Philippines)\n"
              "\n"
              "Called, and not there\n"
              "\n"
              "15:04  Mr. Haddad: skipped\n"
              "15:05  Ms. Whitfield (Secretary of the Committee): put back on the list\n");
    EXPECT_EQ(text.find("\n\n"), begin - 2) << "the masthead is one block";
}

TEST(ListPaper, of_an_empty_list_says_so) {
    Stage stage;
    const auto text = paper(stage);
    EXPECT_NE(text.find("Nobody is on the list.\n"), std::string::npos);
    EXPECT_EQ(text.find("Has the floor"), std::string::npos);
    EXPECT_EQ(text.find("Rights of reply"), std::string::npos);
    EXPECT_EQ(text.find("not there"), std::string::npos);
}

ListPaper long_paper(std::size_t people) {
    ListPaper paper;
    paper.masthead = {"Committee on Budgets", "1 October 2021"};
    paper.title = "Speakers’ list at 15:06";
    for (std::size_t i = 1; i <= people; ++i) {
        paper.list.push_back({std::to_string(i), "3:00", "Mr. Number " + std::to_string(i) + " (a State)"});
    }
    return paper;
}

std::size_t pages(const std::string& pdf) {
    std::size_t count = 0;
    for (auto at = pdf.find("/Type /Page %"); at != std::string::npos;
         at = pdf.find("/Type /Page %", at + 1)) {
        ++count;
    }
    return count;
}

TEST(ListPdf, takes_as_many_pages_as_there_are_people_for) {
    const auto few = list_pdf(long_paper(3), {1'633'704'000'000});
    ASSERT_TRUE(few.ok()) << few.error().text;
    EXPECT_EQ(few->substr(0, 5), "%PDF-");
    EXPECT_EQ(pages(*few), 1u);
    const auto many = list_pdf(long_paper(120), {1'633'704'000'000});
    ASSERT_TRUE(many.ok());
    EXPECT_EQ(pages(*many), 3u);
}

TEST(ListPdf, of_the_same_list_is_the_same_document) {
    const auto once = list_pdf(long_paper(3), {1'633'704'000'000});
    EXPECT_EQ(*once, *list_pdf(long_paper(3), {1'633'704'000'000}));
    EXPECT_NE(*once, *list_pdf(long_paper(4), {1'633'704'000'000}));
}

TEST(ListPdf, of_what_is_no_text_is_refused_and_control_characters_are_seen_as_spaces) {
    auto paper = long_paper(1);
    paper.list[0].text = "A name\nwith a break";
    EXPECT_TRUE(list_pdf(paper, {}).ok());
    paper.list[0].text = "\xff";
    EXPECT_EQ(list_pdf(paper, {}).error().code, "bad_text");
}

}  // namespace
}  // namespace dais::record::test
