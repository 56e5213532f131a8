#include "ui/text_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/check.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

enum class Unit : std::size_t { letter, word, line };

std::unique_ptr<icu::BreakIterator> made(Unit unit) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& root = icu::Locale::getRoot();
    std::unique_ptr<icu::BreakIterator> breaks(
        unit == Unit::letter ? icu::BreakIterator::createCharacterInstance(root, status)
        : unit == Unit::word ? icu::BreakIterator::createWordInstance(root, status)
                             : icu::BreakIterator::createLineInstance(root, status));
    base::check(U_SUCCESS(status) && breaks, "ICU came without its rules for breaking text");
    return breaks;
}

// The thread's iterator, set to the text. The text must stay where it is until the next call.
icu::BreakIterator& breaks_of(Unit unit, std::string_view text) {
    thread_local std::array<std::unique_ptr<icu::BreakIterator>, 3> made_already;
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

std::size_t or_end(std::int32_t found, std::size_t end) {
    return found == icu::BreakIterator::DONE ? end : static_cast<std::size_t>(found);
}

// Two neighbours of which neither takes part in any rule of UAX #29 are always two letters.
bool stands_alone(char32_t c) {
    if (c < 0x300) return c != '\r';
    const auto property = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
    return property == U_GCB_OTHER || property == U_GCB_CONTROL;
}

// Letters of a stretch whose neighbours on both sides are certain to be others.
void add_starts(std::string_view text, std::size_t from, std::size_t to, std::vector<std::uint32_t>& starts) {
    auto& breaks = breaks_of(Unit::letter, text.substr(from, to - from));
    for (auto at = breaks.first(); or_end(at, to - from) < to - from; at = breaks.next()) {
        starts.push_back(static_cast<std::uint32_t>(from) + static_cast<std::uint32_t>(at));
    }
}

}  // namespace

std::size_t next_letter(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    return or_end(breaks_of(Unit::letter, text).following(static_cast<std::int32_t>(at)), text.size());
}

std::size_t previous_letter(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    if (at == 0) return 0;
    return or_end(breaks_of(Unit::letter, text).preceding(static_cast<std::int32_t>(at)), 0);
}

std::size_t letter_at_or_after(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return std::min(at, text.size());
    auto& breaks = breaks_of(Unit::letter, text);
    if (breaks.isBoundary(static_cast<std::int32_t>(at))) return at;
    return or_end(breaks.following(static_cast<std::int32_t>(at)), text.size());
}

std::size_t letter_at_or_before(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return std::min(at, text.size());
    // ICU counts a place inside a character as its start, and would then go back one letter too far.
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    if (at == 0) return 0;
    auto& breaks = breaks_of(Unit::letter, text);
    if (breaks.isBoundary(static_cast<std::int32_t>(at))) return at;
    return or_end(breaks.preceding(static_cast<std::int32_t>(at)), 0);
}

std::size_t next_word_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    auto& breaks = breaks_of(Unit::word, text);
    auto end = breaks.following(static_cast<std::int32_t>(at));
    while (end != icu::BreakIterator::DONE && breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) {
        end = breaks.next();
    }
    return or_end(end, text.size());
}

std::size_t previous_word_start(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    auto& breaks = breaks_of(Unit::word, text);
    while (at > 0) {
        const auto start = breaks.preceding(static_cast<std::int32_t>(at));
        if (start == icu::BreakIterator::DONE) return 0;
        breaks.next();  // its status is that of the segment that ends there
        if (breaks.getRuleStatus() >= UBRK_WORD_NONE_LIMIT) return static_cast<std::size_t>(start);
        at = static_cast<std::size_t>(start);
    }
    return 0;
}

std::vector<std::uint32_t> letter_starts(std::string_view text) {
    std::vector<std::uint32_t> starts;
    starts.reserve(text.size());
    bool before_alone = true;  // the character before stands alone
    std::size_t stretch = 0;   // where the stretch began that ICU has to look at
    bool has_stretch = false;  // there is one, not yet looked at
    std::size_t before = 0;    // where the character before begins
    for (std::size_t next = 0; next < text.size();) {
        const auto at = next;
        const bool alone = stands_alone(next_character(text, next));
        if (alone && before_alone) {
            if (has_stretch) add_starts(text, stretch, at, starts);
            has_stretch = false;
            starts.push_back(static_cast<std::uint32_t>(at));
        } else if (!has_stretch) {
            has_stretch = true;
            stretch = before;
            if (!starts.empty()) starts.pop_back();  // `before` is the first of the stretch
        }
        before_alone = alone;
        before = at;
    }
    if (has_stretch) add_starts(text, stretch, text.size(), starts);
    return starts;
}

std::vector<std::uint32_t> line_opportunities(std::string_view text) {
    std::vector<std::uint32_t> found;
    if (text.empty()) return found;
    found.reserve(text.size() / 4);
    auto& breaks = breaks_of(Unit::line, text);
    breaks.first();
    for (auto at = breaks.next(); or_end(at, text.size()) < text.size(); at = breaks.next()) {
        found.push_back(static_cast<std::uint32_t>(at));
    }
    return found;
}

}  // namespace dais::ui
