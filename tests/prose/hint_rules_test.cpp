// Rules as data: what may be in a file of hints, and what is said when it is not in order.
#include "prose/hint_rules.hpp"

#include <gtest/gtest.h>

#include "prose/hint_stage.hpp"
#include "prose/keys.hpp"

namespace dais::prose {
namespace {

base::Error error_of(const RuleMap& rules) {
    const auto result = HintRules::from(rules);
    return result.ok() ? base::Error{"none", ""} : result.error();
}

class EveryLanguage : public testing::TestWithParam<const char*> {};

TEST_P(EveryLanguage, has_rules_that_are_in_order_and_say_something) {
    const auto error = error_of(rule_map(GetParam()));
    ASSERT_EQ(error.code, "none") << error.text;
    const auto& rules = rules_of(GetParam());
    EXPECT_FALSE(rules.words.empty());
    EXPECT_FALSE(rules.quotations.empty());
    EXPECT_TRUE(rules.reporting.has_value());
    EXPECT_TRUE(rules.abbreviations.has_value());
}

INSTANTIATE_TEST_SUITE_P(House, EveryLanguage, testing::Values("en", "fr", "es", "ru", "ar", "zh"));

TEST(HintRules, may_all_be_absent) {
    EXPECT_EQ(error_of({}).code, "none");
}

TEST(HintRules, every_key_without_which_a_rule_says_nothing_is_needed) {
    const auto whole = rule_map("en");
    for (const auto& [key, value] : whole) {
        if (!key.ends_with(".say") && key.find(".to.") == std::string::npos) continue;
        auto rules = whole;
        rules.erase(key);
        const auto error = error_of(rules);
        EXPECT_TRUE(error.code == "missing_key" || error.code == "unknown_key") << key << ": " << error.text;
        EXPECT_NE(error.text.find('"' + key.substr(0, key.find('.'))), std::string::npos) << error.text;
    }
}

TEST(HintRules, refuse_a_key_that_they_have_no_use_for) {
    for (const std::string key : {"words.0.finds.0", "words.00.find.0", "numbers.say.0", "wrods.0.find.0"}) {
        auto rules = rule_map("en");
        rules[key] = "today";
        const auto error = error_of(rules);
        EXPECT_EQ(error.code, "unknown_key") << key;
        EXPECT_NE(error.text.find('"' + key + '"'), std::string::npos) << error.text;
    }
}

TEST(HintRules, refuse_texts_that_are_empty_too_long_or_of_several_lines) {
    for (const auto& text : {std::string(), std::string(" "), std::string("a\nb"), std::string("\xFF"),
                             std::string(Keys::max_value_bytes + 1, 'a')}) {
        EXPECT_EQ(error_of({{"words.0.find.0", "a"}, {"words.0.say", text}}).code, "bad_text");
    }
    EXPECT_EQ(error_of({{"words.0.find.0", "..."}, {"words.0.say", "no word"}}).code, "wrong_value");
    EXPECT_EQ(error_of({{"words.0.find.0", "a b c d e f g h i j k l m"}, {"words.0.say", "long"}}).code,
              "wrong_value");
}

TEST(HintRules, refuse_a_rule_that_would_put_right_what_another_proposes) {
    RuleMap rules{{"words.0.find.0", "percent"},  {"words.0.say", "."}, {"words.0.write", "per cent"},
                  {"words.1.find.0", "per cent"}, {"words.1.say", "."}, {"words.1.write", "percent"}};
    const auto error = error_of(rules);
    EXPECT_EQ(error.code, "wrong_value");
    EXPECT_NE(error.text.find("words.0.write"), std::string::npos) << error.text;
    EXPECT_EQ(error_of({{"suffixes.0.say", "."}, {"suffixes.0.from.0", "e"}, {"suffixes.0.to.0", "ee"}}).code,
              "wrong_value");
}

TEST(HintRules, refuse_lists_that_do_not_fit_together) {
    EXPECT_EQ(error_of({{"numbers.say", "."}, {"numbers.words.0", "one"}}).code, "wrong_value");
    EXPECT_EQ(error_of({{"reporting.say", "."},
                        {"reporting.verbs.0", "says"},
                        {"reporting.verbs.1", "notes"},
                        {"reporting.past.0", "said"}})
                  .code,
              "wrong_value");
    EXPECT_EQ(error_of({{"suffixes.0.say", "."},
                        {"suffixes.0.from.0", "ise"},
                        {"suffixes.0.to.0", "ize"},
                        {"suffixes.0.except.0", "advice"}})
                  .code,
              "wrong_value");
    EXPECT_EQ(error_of({{"words.0.find.0", "j'"}, {"words.0.say", "."}, {"words.0.write", "x"}}).code,
              "wrong_value");
}

TEST(HintRules, refuse_more_keys_than_anybody_writes) {
    RuleMap rules{{"abbreviations.say", "."}};
    for (std::size_t i = 0; i <= Keys::max_keys; ++i) {
        rules["abbreviations.known." + std::to_string(i)] = "A";
    }
    EXPECT_EQ(error_of(rules).code, "too_many");
}

}  // namespace
}  // namespace dais::prose
