// What is put right while one types, by typing.
#include "prose/typography.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "prose/site.hpp"
#include "prose/wordings.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

Typography of(const std::string& language) {
    return *Typography::from(site("typography", language));
}

// A text with its caret, as an editor keeps it.
struct Typist {
    Typography style;
    std::string text;
    std::size_t caret = 0;

    // What was there before the style had its say is one undo away.
    std::string put(std::string_view typed) {
        text.insert(caret, typed);
        caret += typed.size();
        auto undone = text;
        if (const auto edit = style.after(text, caret, typed)) {
            text = edited(text, *edit);
            caret = edit->caret;
        }
        return undone;
    }
    void type(std::string_view keys) {
        for (std::size_t at = 0; at < keys.size();) {
            const auto key = character_at(keys, at);
            put(keys.substr(at, key.size));
            at += key.size;
        }
    }
};

// With `_` for a no-break space.
std::string typed(const std::string& language, std::string_view keys) {
    Typist typist{of(language), "", 0};
    typist.type(keys);
    EXPECT_EQ(typist.caret, typist.text.size());
    for (auto at = typist.text.find("\u00A0"); at != std::string::npos; at = typist.text.find("\u00A0")) {
        typist.text.replace(at, 2, "_");
    }
    return typist.text;
}

TEST(Typography, every_language_says_how_a_paragraph_begins) {
    for (const auto* language : {"en", "fr", "es", "ru", "ar", "zh"})
        EXPECT_FALSE(of(language).paragraph_hint().empty()) << language;
    EXPECT_EQ(of("fr").paragraph_hint(), "dit que …");
    auto without = site("typography", "en");
    without.erase("hint.paragraph");
    ASSERT_TRUE(Typography::from(without).ok());
    EXPECT_EQ(Typography::from(without)->paragraph_hint(), "");
}

TEST(Typography, quotes_open_and_close_by_what_stands_before) {
    EXPECT_EQ(typed("en", "\"Yes\", he said (\"no\")."), "“Yes”, he said (“no”).");
    EXPECT_EQ(typed("ru", "слово \"да\""), "слово «да»");
    EXPECT_EQ(typed("ar", "قال \"القول\" و\"العمل\""), "قال «القول» و«العمل»");
}

TEST(Typography, a_quotation_in_a_quotation_has_other_quotes) {
    EXPECT_EQ(typed("en", "\"the \"right\" way\" it"), "“the ‘right’ way” it");
    EXPECT_EQ(typed("en", "\"the \"don't\" way\""), "“the ‘don’t’ way”");
    EXPECT_EQ(typed("ru", "\"О \"мире\"\""), "«О „мире“»");
    EXPECT_EQ(typed("fr", "\"la \"paix\" !\""), "«_la “paix”_!_»");
}

TEST(Typography, an_apostrophe_is_curly) {
    EXPECT_EQ(typed("en", "the Chair's 'own' words'"), "the Chair’s ‘own’ words’");
    EXPECT_EQ(typed("fr", "l'an d'\"or\""), "l’an d’«_or_»");
}

TEST(Typography, where_no_space_stands_before_a_quotation_they_take_turns) {
    EXPECT_EQ(typed("zh", "他说\"你好\"了\"再见\""), "他说“你好”了“再见”");
    EXPECT_EQ(typed("zh", "'一'和'二'"), "‘一’和‘二’");
}

TEST(Typography, hyphens_become_the_dash_with_its_spaces) {
    EXPECT_EQ(typed("en", "one - two"), "one_– two");
    EXPECT_EQ(typed("en", "one -- two--three"), "one_– two_– three");
    EXPECT_EQ(typed("en", "one-- two"), "one_– two") << "the space that is typed after it is there already";
    EXPECT_EQ(typed("en", "well-known"), "well-known");
    EXPECT_EQ(typed("ru", "мир - это"), "мир_— это");
    EXPECT_EQ(typed("zh", "和平--是"), "和平——是");
}

TEST(Typography, three_dots_become_an_ellipsis) {
    EXPECT_EQ(typed("en", "well..."), "well…");
    EXPECT_EQ(typed("zh", "好..."), "好……");
}

TEST(Typography, french_marks_have_a_no_break_space_before_them) {
    EXPECT_EQ(typed("fr", "Oui ? Non! Bien ; et: quoi?!"), "Oui_? Non_! Bien_; et_: quoi_?!");
    EXPECT_EQ(typed("fr", "« mot » «mot»"), "«_mot_» «_mot_»");
    EXPECT_EQ(typed("fr", "https://a"), "https://a");
    EXPECT_EQ(typed("fr", "(?) ?"), "(?)_?");
    EXPECT_EQ(typed("fr", "?"), "?");
    EXPECT_EQ(typed("en", "Yes ? no!"), "Yes ? no!");
}

TEST(Typography, a_title_stays_with_its_name) {
    EXPECT_EQ(typed("en", "Mr. Lewis, No. 5"), "Mr._Lewis, No._5");
    EXPECT_EQ(typed("en", "xMr. Lewis"), "xMr. Lewis") << "the end of another word";
    EXPECT_EQ(typed("fr", "M. Roy, Mme Roy"), "M._Roy, Mme_Roy");
    EXPECT_EQ(typed("es", "el art. 5"), "el art._5");
    EXPECT_EQ(typed("ru", "г-н Иванов"), "г-н_Иванов");
    EXPECT_EQ(typed("ar", "السيد أحمد"), "السيد_أحمد");
}

TEST(Typography, a_unit_stays_with_its_number) {
    EXPECT_EQ(typed("en", "10 km, 5 kmh 3 per cent."), "10_km, 5 kmh 3_per cent.");
    EXPECT_EQ(typed("en", "10 m"), "10 m") << "it may become a million";
    EXPECT_EQ(typed("en", "at 10 a.m."), "at 10_a.m.");
    EXPECT_EQ(typed("fr", "10 % ou 10 km;"), "10_% ou 10_km_;");
    EXPECT_EQ(typed("ar", "١٠ كم،"), "١٠_كم،");
}

TEST(Typography, is_the_same_when_keys_come_in_batches) {
    Typist typist{of("en"), "", 0};
    typist.put("Mr. \"A\"...");
    EXPECT_EQ(typist.text, "Mr.\u00A0“A”…");
}

TEST(Typography, leaves_alone_what_it_was_not_asked_about) {
    const auto style = of("en");
    EXPECT_FALSE(style.after("\"x", 2, "x")) << "what was undone stays";
    EXPECT_FALSE(style.after("\"", 1, "x")) << "that is not what was typed";
    EXPECT_FALSE(style.after("\"", 2, "\"")) << "no such caret";
    EXPECT_FALSE(style.after("", 0, ""));
    const std::string pasted(Typography::max_typed_bytes + 1, '"');
    EXPECT_FALSE(style.after(pasted, pasted.size(), pasted));
    EXPECT_FALSE(Typography().after("a \" - ...", 9, "."));
    EXPECT_FALSE(Typography().after("\"", 1, "\""));
}

TEST(Typography, says_exactly_what_to_change) {
    EXPECT_EQ(of("en").after("say \"so", 5, "\""), (Edit{{4, 5}, "“", 7}));
}

base::Error refused(const std::string& key, const std::string& value) {
    auto map = site("typography", "en");
    map[key] = value;
    return Typography::from(map).error();
}

TEST(TypographyFile, every_language_reads) {
    for (const auto* language : languages) {
        const auto made = Typography::from(site("typography", language));
        EXPECT_TRUE(made) << language << ": " << (made ? "" : made.error().text);
    }
}

TEST(TypographyFile, is_checked) {
    EXPECT_EQ(refused("quotes.opne", "x").code, "unknown_key");
    EXPECT_NE(refused("quotes.opne", "x").text.find("quotes.opne"), std::string::npos);
    EXPECT_EQ(refused("replace.from.5", "x").code, "wrong_value") << "one without its fellow";
    EXPECT_EQ(refused("quotes.turns", "maybe").code, "wrong_value");
    EXPECT_EQ(refused("space.units.0", "").code, "wrong_value");
    EXPECT_EQ(refused("quotes.open", "a\nb").code, "bad_text");
    EXPECT_EQ(refused("quotes.open", "\xFF").code, "bad_text");
    EXPECT_EQ(refused("space.units.99", "x").code, "unknown_key") << "a gap in the list";
    EXPECT_EQ(Typography::from({}).error().code, "missing_key");
}

RC_GTEST_PROP(TypographyProperty, the_text_behind_and_the_undo_are_kept, ()) {
    const auto language =
        *rc::gen::elementOf(std::vector<std::string>(std::begin(languages), std::end(languages)));
    const auto before = *ui::drawn_texts();
    const auto behind = *ui::drawn_texts();
    Typist typist{of(language), before + behind, before.size()};
    const auto keys = *ui::joined_texts(rc::gen::element<std::string>(
        "\"", "'", "-", " ", ".", "a", "é", "5", "?", ";", "«", "»", "km", "Mr.", "主", "م", "(", "\u00A0"));
    for (std::size_t at = 0; at < keys.size();) {
        const auto key = character_at(keys, at);
        const auto was = typist.text;
        const auto caret = typist.caret;
        const auto undone = typist.put(std::string_view(keys).substr(at, key.size));
        RC_ASSERT(undone == was.substr(0, caret) + keys.substr(at, key.size) + behind);
        RC_ASSERT(typist.text.ends_with(behind));
        RC_ASSERT(typist.caret + behind.size() == typist.text.size());
        RC_ASSERT(!base::first_bad_utf8(typist.text));
        at += key.size;
    }
    const auto written = typist.text.substr(0, typist.caret);
    RC_ASSERT(written.find_first_of("\"'") == std::string::npos);
    RC_ASSERT(written.find("...") == std::string::npos || before.ends_with("."));
}

RC_GTEST_PROP(TypographyProperty, any_bytes_do_no_harm, ()) {
    const auto text = *ui::damaged_texts();
    const auto caret = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    const auto from = *rc::gen::inRange<std::size_t>(0, caret + 1);
    const auto edit = of("fr").after(text, caret, std::string_view(text).substr(from, caret - from));
    if (!edit) return;
    RC_ASSERT(edit->range.to == caret && edit->range.from <= caret);
    RC_ASSERT(edit->caret == edit->range.from + edit->text.size());
}

}  // namespace
}  // namespace dais::prose
