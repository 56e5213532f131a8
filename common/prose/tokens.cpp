#include "prose/tokens.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/check.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

bool is_number(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto here = character_at(word, at);
        if (u_isalpha(static_cast<UChar32>(here.code))) return false;
        at += here.size;
    }
    return true;
}

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> found;
    for (const auto& piece : pieces_of(text)) {
        if (piece.kind != Piece::Kind::word) continue;
        const auto word = part(text, piece.range);
        found.push_back({piece.range, is_number(word), folded_word(word)});
    }
    return found;
}

std::string folded_word(std::string_view word) {
    std::string result;
    if (is_plain(word)) {
        result = word;
        for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return result;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(status);
    base::check(U_SUCCESS(status) && form != nullptr, "ICU came without its normal forms");
    auto units = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    units.foldCase();
    units.findAndReplace(icu::UnicodeString(u"\u2019"), icu::UnicodeString(u"'"));
    const auto composed = form->normalize(units, status);
    base::check(U_SUCCESS(status), "ICU refused to compose a text");
    return composed.toUTF8String(result);
}

Case case_of(std::string_view word) {
    bool first_is_capital = false;
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto here = character_at(word, at);
        const auto type = u_charType(static_cast<UChar32>(here.code));
        const bool capital = type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
        if (at == 0) first_is_capital = capital;
        if (capital) ++capitals;
        if (type == U_LOWERCASE_LETTER) ++small;
        at += here.size;
    }
    if (capitals + small == 0) return Case::none;
    if (capitals == 0) return Case::small;
    if (capitals == 1 && first_is_capital) return Case::first_capital;
    return small == 0 ? Case::capitals : Case::mixed;
}

}  // namespace dais::prose
