#include "ui/breaks.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace dais::ui {
namespace {

struct Close {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
    void operator()(UText* text) const { utext_close(text); }
};

// Opening an iterator reads rules; one for each thread and kind is kept.
UBreakIterator* iterator(UBreakIteratorType type) {
    thread_local std::unique_ptr<UBreakIterator, Close> kept[3];
    auto& place = kept[type == UBRK_CHARACTER ? 0 : type == UBRK_WORD ? 1 : 2];
    if (!place) {
        UErrorCode error = U_ZERO_ERROR;
        place.reset(ubrk_open(type, "en", nullptr, 0, &error));
        if (U_FAILURE(error)) place.reset();
    }
    return place.get();
}

// Calls `use` with an iterator over the text, or not at all where ICU has none.
template <class Use>
void over(UBreakIteratorType type, std::string_view text, const Use& use) {
    auto* breaks = iterator(type);
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UText, Close> units(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
    if (breaks == nullptr || U_FAILURE(error)) return;
    ubrk_setUText(breaks, units.get(), &error);
    if (!U_FAILURE(error)) use(breaks);
}

std::int32_t as_icu(std::size_t at) {
    return static_cast<std::int32_t>(at);
}

bool is_ascii(std::string_view text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) < 0x80;
}

}  // namespace

std::size_t character_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    // Two plain letters are two characters; only what is beyond them may join.
    if (is_ascii(text, at - 1) && (at == text.size() || is_ascii(text, at))) return at - 1;
    std::size_t before = at - 1;
    over(UBRK_CHARACTER, text, [&](UBreakIterator* breaks) {
        before = static_cast<std::size_t>(std::max(0, ubrk_preceding(breaks, as_icu(at))));
    });
    return before;
}

std::size_t character_after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    if (is_ascii(text, at) && (at + 1 == text.size() || is_ascii(text, at + 1))) return at + 1;
    std::size_t after = at + 1;
    over(UBRK_CHARACTER, text, [&](UBreakIterator* breaks) {
        const auto found = ubrk_following(breaks, as_icu(at));
        after = found == UBRK_DONE ? text.size() : static_cast<std::size_t>(found);
    });
    return after;
}

std::size_t character_start(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return std::min(at, text.size());
    const auto before = character_before(text, at);
    return character_after(text, before) == at ? at : before;
}

std::size_t word_before(std::string_view text, std::size_t at) {
    std::size_t found = 0;
    over(UBRK_WORD, text, [&](UBreakIterator* breaks) {
        auto end = as_icu(at);
        while (end > 0) {
            // The rule's status is that of the word which ends there.
            if (!ubrk_isBoundary(breaks, end)) end = ubrk_following(breaks, end);
            const bool is_word = ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT;
            const auto start = ubrk_preceding(breaks, std::min(end, as_icu(at)));
            if (start == UBRK_DONE) return;
            end = start;
            if (is_word) break;
        }
        found = static_cast<std::size_t>(std::max(0, end));
    });
    return found;
}

std::size_t word_after(std::string_view text, std::size_t at) {
    std::size_t found = text.size();
    over(UBRK_WORD, text, [&](UBreakIterator* breaks) {
        for (auto end = ubrk_following(breaks, as_icu(at)); end != UBRK_DONE; end = ubrk_next(breaks)) {
            if (ubrk_getRuleStatus(breaks) < UBRK_WORD_NONE_LIMIT) continue;
            found = static_cast<std::size_t>(end);
            return;
        }
    });
    return found;
}

std::vector<std::size_t> line_breaks(std::string_view text) {
    std::vector<std::size_t> found;
    over(UBRK_LINE, text, [&](UBreakIterator* breaks) {
        ubrk_first(breaks);
        for (auto at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
            found.push_back(static_cast<std::size_t>(at));
        }
    });
    return found;
}

}  // namespace dais::ui
