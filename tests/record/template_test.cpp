#include "record/template.hpp"

#include <gtest/gtest.h>

namespace dais::record {
namespace {

std::string filled(std::string_view text, std::string_view value) {
    auto parsed = Template::parse(text, {"x", "y"});
    EXPECT_TRUE(parsed.ok());
    return parsed.ok() ? parsed->fill({{"x", value}}) : "";
}

std::string code_of(std::string_view text) {
    const auto parsed = Template::parse(text, {"x"});
    return parsed.ok() ? "" : parsed.error().code;
}

TEST(Template, puts_values_into_slots) {
    EXPECT_EQ(filled("at {x}, and {x}", "noon"), "at noon, and noon");
    EXPECT_EQ(filled("{x}", ""), "");
    EXPECT_EQ(filled("", "noon"), "");
}

TEST(Template, leaves_a_slot_without_a_value_empty) {
    EXPECT_EQ(filled("<{y}>", "noon"), "<>");
}

TEST(Template, does_not_double_a_full_stop) {
    EXPECT_EQ(filled("It rose at {x}.", "6 p.m."), "It rose at 6 p.m.");
    EXPECT_EQ(filled("It rose at {x}.", "noon"), "It rose at noon.");
    EXPECT_EQ(filled("It rose at {x}. It ended.", "6 p.m."), "It rose at 6 p.m. It ended.");
    EXPECT_EQ(filled("会议于{x}结束。", "下午3时"), "会议于下午3时结束。");
    EXPECT_EQ(filled("{x}。", "散会。"), "散会。");
}

TEST(Template, leaves_full_stops_alone_that_are_the_templates_own) {
    EXPECT_EQ(filled("and so on... {x}", "6 p.m."), "and so on... 6 p.m.");
}

TEST(Template, takes_a_value_as_it_is_even_with_braces) {
    EXPECT_EQ(filled("{x}!", "{y}"), "{y}!");
}

TEST(Template, refuses_an_unknown_slot_and_says_which_there_are) {
    const auto parsed = Template::parse("at {tiem}", {"time", "part"});
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.error().code, "unknown_slot");
    EXPECT_EQ(parsed.error().text, "there is no slot {tiem} here; expected: {time}, {part}");
}

TEST(Template, refuses_braces_without_partners) {
    for (const auto* text : {"{", "}", "{x", "x}", "{x{x}", "{x}}", "{{x}}"}) {
        EXPECT_EQ(code_of(text), "bad_template") << text;
    }
    EXPECT_EQ(code_of("{}"), "unknown_slot");
    EXPECT_EQ(code_of("{ x }"), "unknown_slot");
}

}  // namespace
}  // namespace dais::record
