// Whatever is typed: hints lie in the text between letters and in order, and what they propose is right at
// once.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "prose/hint_stage.hpp"
#include "prose/words.hpp"
#include "ui/drawn_texts.hpp"

namespace dais::prose {
namespace {

const std::vector<std::string>& languages() {
    static const std::vector<std::string> all{"en", "fr", "es", "ru", "ar", "zh"};
    return all;
}

// The words of the rules themselves, shaken together with figures and marks, so that much is found.
rc::Gen<std::string> texts_that_meet_rules(const std::string& language) {
    std::vector<std::string> pieces{" ",   " ",     " ",     ", ",   ". ", "3",   "7",       "2021",
                                    " 4 ", "(",     ")",     "“",    "”",  "\"",  "-",       "/",
                                    "Mr.", "Lewis", "OHCHR", "NGOs", "%",  "and", "members", "\u0301"};
    for (const auto& [key, value] : rule_map(language)) {
        if (key.ends_with(".say")) continue;
        pieces.push_back(" " + value + " ");
        if (key.find(".except.") == std::string::npos) pieces.push_back(" " + value + " ");
    }
    return ui::joined_texts(rc::gen::elementOf(pieces));
}

void is_in_order(const std::string& text, const std::vector<Hint>& found) {
    const auto borders = letter_borders(text);
    std::size_t before = 0;
    for (const auto& hint : found) {
        RC_ASSERT(hint.range.from >= before && hint.range.from < hint.range.to);
        RC_ASSERT(std::binary_search(borders.begin(), borders.end(), hint.range.from));
        RC_ASSERT(std::binary_search(borders.begin(), borders.end(), hint.range.to));
        RC_ASSERT(!hint.say.empty());
        before = hint.range.to;
    }
    RC_ASSERT(before <= text.size());
}

RC_GTEST_PROP(HintsProperty, lie_in_any_text_between_letters, ()) {
    const auto language = *rc::gen::elementOf(languages());
    const auto text =
        *rc::gen::oneOf(ui::rough_texts(), ui::damaged_texts(), texts_that_meet_rules(language));
    Introduced introduced;
    add_introduced(text, introduced);
    is_in_order(text, hints(text, rules_of(language), introduced));
}

RC_GTEST_PROP(HintsProperty, propose_what_is_right_at_once, ()) {
    const auto language = *rc::gen::elementOf(languages());
    const auto text = *texts_that_meet_rules(language);
    const auto found = hints(text, rules_of(language), {});
    RC_PRE(found.size() < max_hints);
    const auto put_right = with_proposals(text, found);
    for (const auto& hint : hints(put_right, rules_of(language), {})) {
        if (!hint.write.empty())
            RC_FAIL(text + " => " + put_right + ": " + std::string(part(put_right, hint.range)));
    }
}

}  // namespace
}  // namespace dais::prose
