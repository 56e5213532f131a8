#include "prose/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/check.hpp"

namespace dais::prose {
namespace {

enum class Unit : std::size_t { letter, word };

std::unique_ptr<icu::BreakIterator> made(Unit unit) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& root = icu::Locale::getRoot();
    std::unique_ptr<icu::BreakIterator> breaks(unit == Unit::letter
                                                   ? icu::BreakIterator::createCharacterInstance(root, status)
                                                   : icu::BreakIterator::createWordInstance(root, status));
    base::check(U_SUCCESS(status) && breaks, "ICU came without its rules for breaking text");
    return breaks;
}

// The thread's iterator, set to the text. The text must stay where it is until the next call.
icu::BreakIterator& breaks_of(Unit unit, std::string_view text) {
    thread_local std::array<std::unique_ptr<icu::BreakIterator>, 2> made_already;
    auto& breaks = made_already[static_cast<std::size_t>(unit)];
    if (!breaks) breaks = made(unit);
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks->setText(&opened, status);  // keeps a shallow copy
    utext_close(&opened);
    base::check(U_SUCCESS(status), "ICU refused a text");
    return *breaks;
}

bool is_all_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto here = character_at(text, at);
        if (!is_white_space(here.code)) return false;
        at += here.size;
    }
    return true;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    if (text.empty()) return pieces;
    pieces.reserve(text.size() / 3);
    auto& breaks = breaks_of(Unit::word, text);
    std::size_t from = 0;
    breaks.first();
    while (from < text.size()) {
        const auto next = breaks.next();
        const auto to = next == icu::BreakIterator::DONE ? text.size() : static_cast<std::size_t>(next);
        if (to <= from) continue;
        auto kind = Piece::Kind::word;
        if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) {
            kind = is_all_space(text.substr(from, to - from)) ? Piece::Kind::space : Piece::Kind::mark;
        }
        if (kind == Piece::Kind::space && !pieces.empty() && pieces.back().kind == kind) {
            pieces.back().range.to = to;
        } else {
            pieces.push_back({kind, {from, to}});
        }
        from = to;
    }
    return pieces;
}

std::vector<std::size_t> letter_borders(std::string_view text) {
    std::vector<std::size_t> borders;
    borders.reserve(text.size() + 1);
    const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; };
    if (std::all_of(text.begin(), text.end(), plain)) {
        for (std::size_t at = 0; at <= text.size(); ++at) borders.push_back(at);
        return borders;
    }
    auto& breaks = breaks_of(Unit::letter, text);
    for (auto at = breaks.first(); at != icu::BreakIterator::DONE; at = breaks.next()) {
        borders.push_back(static_cast<std::size_t>(at));
    }
    return borders;
}

bool is_word_character(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    return u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

bool is_white_space(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c));
}

Character character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto next = static_cast<std::int64_t>(at);
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int64_t>(text.size()), code);
    return {static_cast<char32_t>(code), static_cast<std::size_t>(next) - at};
}

Character character_before(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    if (at == 0) return {};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto before = static_cast<std::int32_t>(at);
    UChar32 code = 0;
    U8_PREV_OR_FFFD(bytes, 0, before, code);
    return {static_cast<char32_t>(code), at - static_cast<std::size_t>(before)};
}

}  // namespace dais::prose
