// Texts cut into words, spaces and marks.
#include "prose/words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "ui/drawn_texts.hpp"

namespace dais::prose {
namespace {

// "w:The s:  w:Chair m:." with the pieces between bars.
std::string cut(std::string_view text) {
    std::string result;
    for (const auto& piece : pieces_of(text)) {
        result += piece.kind == Piece::Kind::word ? 'w' : piece.kind == Piece::Kind::space ? 's' : 'm';
        result += '[' + std::string(part(text, piece.range)) + ']';
    }
    return result;
}

TEST(Words, are_parted_by_spaces_and_marks) {
    EXPECT_EQ(cut("The Chair said: yes."), "w[The]s[ ]w[Chair]s[ ]w[said]m[:]s[ ]w[yes]m[.]");
    EXPECT_EQ(cut(""), "");
}

TEST(Words, hold_together_by_apostrophes_and_decimal_points) {
    EXPECT_EQ(cut("l’an 3.5"), "w[l’an]s[ ]w[3.5]");
}

TEST(Words, all_spaces_that_stand_together_are_one_piece) {
    EXPECT_EQ(cut("a \u00A0\t\n b"), "w[a]s[ \u00A0\t\n ]w[b]");
}

TEST(Words, are_found_where_a_script_has_no_spaces) {
    EXPECT_EQ(cut("主席发言。"), "w[主席]w[发言]m[。]");
}

TEST(Words, are_those_of_any_script) {
    EXPECT_EQ(cut("قال الرئيس؟"), "w[قال]s[ ]w[الرئيس]m[؟]");
    EXPECT_EQ(cut("речь по-русски"), "w[речь]s[ ]w[по]m[-]w[русски]");
}

TEST(Words, a_joined_emoji_is_one_mark) {
    EXPECT_EQ(cut("a👩\u200D💻"), "w[a]m[👩\u200D💻]");
}

TEST(Letters, begin_where_a_reader_sees_one) {
    EXPECT_EQ(letter_borders(""), (std::vector<std::size_t>{0}));
    EXPECT_EQ(letter_borders("ab"), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(letter_borders("e\u0301x"), (std::vector<std::size_t>{0, 3, 4}));
    EXPECT_EQ(letter_borders("a\r\n"), (std::vector<std::size_t>{0, 1, 3}));
}

TEST(Characters, are_read_on_either_side) {
    const std::string text = "aé";
    EXPECT_EQ(character_at(text, 1).code, U'é');
    EXPECT_EQ(character_at(text, 1).size, 2U);
    EXPECT_EQ(character_before(text, 3).code, U'é');
    EXPECT_EQ(character_before(text, 0).size, 0U);
    EXPECT_EQ(character_at(text, 3).size, 0U);
    EXPECT_EQ(character_at("\xFF", 0).code, U'\uFFFD');
}

RC_GTEST_PROP(WordsProperty, the_pieces_joined_are_the_text, ()) {
    const auto text = *rc::gen::oneOf(ui::rough_texts(), ui::damaged_texts());
    std::size_t at = 0;
    for (const auto& piece : pieces_of(text)) {
        RC_ASSERT(piece.range.from == at);
        RC_ASSERT(piece.range.to > at);
        at = piece.range.to;
    }
    RC_ASSERT(at == text.size());
}

RC_GTEST_PROP(WordsProperty, a_piece_of_good_text_is_good_text, ()) {
    const auto text = *ui::rough_texts();
    for (const auto& piece : pieces_of(text)) RC_ASSERT(!base::first_bad_utf8(part(text, piece.range)));
}

RC_GTEST_PROP(LettersProperty, borders_go_up_from_one_end_to_the_other, ()) {
    const auto text = *rc::gen::oneOf(ui::rough_texts(), ui::damaged_texts());
    const auto borders = letter_borders(text);
    RC_ASSERT(borders.front() == 0U);
    RC_ASSERT(borders.back() == text.size());
    for (std::size_t i = 1; i < borders.size(); ++i) RC_ASSERT(borders[i - 1] < borders[i]);
}

}  // namespace
}  // namespace dais::prose
