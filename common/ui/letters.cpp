#include "ui/letters.hpp"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ushape.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "base/check.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

bool breaks_or_controls(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool in_arabic_block(char16_t unit) {
    return unit >= 0x600 && unit <= 0x6FF;
}
bool is_lam(char16_t unit) {
    return unit == 0x644;
}
bool is_lam_alef(char16_t unit) {
    return unit >= 0xFEF5 && unit <= 0xFEFC;
}

bool is_mark(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// The text with its Arabic letters in the forms that they have beside their neighbours, unit for unit: a
// lam-alef stands where the lam was, and a space where the alef was.
std::u16string with_arabic_forms(const std::u16string& units) {
    // ICU moves what it does not need to the ends of the text if these are spaces; so they are not.
    const auto fenced = u'x' + units + u'x';
    const auto size = static_cast<std::int32_t>(fenced.size());
    std::u16string shaped(fenced.size(), u' ');
    UErrorCode status = U_ZERO_ERROR;
    const auto written = u_shapeArabic(
        fenced.data(), size, shaped.data(), size,
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_FIXED_SPACES_NEAR, &status);
    if (U_FAILURE(status) || written != size) return units;
    return shaped.substr(1, units.size());
}

}  // namespace

Letters::Letters(std::string_view text, Direction direction)
    : bytes_(static_cast<std::uint32_t>(text.size())) {
    read(text);
    plain_ = direction != Direction::right_to_left && !needs_shaping(text);
    if (plain_ || letters_.empty()) {
        rtl_ = direction == Direction::right_to_left;
        return;
    }
    const auto logical = units();
    if (std::any_of(logical.begin(), logical.end(), in_arabic_block)) take_forms(logical);
    take_levels(logical, direction);
    leave_out_unseen();
}

void Letters::read(std::string_view text) {
    letters_.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        Letter letter;
        letter.from = static_cast<std::uint32_t>(at);
        const auto c = next_character(text, at);
        letter.shown = breaks_or_controls(c) ? U' ' : c;
        letters_.push_back(letter);
    }
}

std::u16string Letters::units() const {
    std::u16string units;
    units.reserve(letters_.size());
    for (const Letter& letter : letters_) {
        if (letter.shown > 0xFFFF) units += U16_LEAD(letter.shown);
        units += static_cast<char16_t>(letter.shown > 0xFFFF ? U16_TRAIL(letter.shown) : letter.shown);
    }
    return units;
}

void Letters::take_forms(const std::u16string& units) {
    const auto shaped = with_arabic_forms(units);
    std::size_t unit = 0;
    Letter* lam = nullptr;  // became a ligature, and its alef has not come yet
    for (Letter& letter : letters_) {
        const auto at = unit;
        unit += letter.shown > 0xFFFF ? 2 : 1;
        if (is_mark(letter.shown)) continue;  // ICU would make it a character that takes room
        const bool formed = letter.shown <= 0xFFFF && shaped[at] != units[at];
        if (formed && lam != nullptr && shaped[at] == u' ') {
            lam->part = Letter::Part::ligature;
            letter.part = Letter::Part::joined;
            letter.shown = 0;
        } else if (formed) {
            letter.shown = shaped[at];
        }
        lam = formed && is_lam(units[at]) && is_lam_alef(shaped[at]) ? &letter : nullptr;
    }
}

void Letters::take_levels(const std::u16string& units, Direction direction) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
    base::check(bidi != nullptr, "out of memory");
    const UBiDiLevel base = direction == Direction::automatic       ? UBIDI_DEFAULT_LTR
                            : direction == Direction::right_to_left ? UBiDiLevel{1}
                                                                    : UBiDiLevel{0};
    ubidi_setPara(bidi.get(), units.data(), static_cast<std::int32_t>(units.size()), base, nullptr, &status);
    const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
    base::check(U_SUCCESS(status) && levels != nullptr, "ICU refused to set a line's direction");
    rtl_ = (ubidi_getParaLevel(bidi.get()) & 1) != 0;
    std::size_t unit = 0;
    for (Letter& letter : letters_) {
        letter.level = levels[unit];
        unit += letter.shown > 0xFFFF ? 2 : 1;
        if (letter.rtl() && letter.shown != 0) {
            letter.shown = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(letter.shown)));
        }
    }
}

void Letters::leave_out_unseen() {
    for (Letter& letter : letters_) {
        if (letter.shown != 0 &&
            u_hasBinaryProperty(static_cast<UChar32>(letter.shown), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
            letter.shown = 0;
            letter.part = Letter::Part::unseen;
        }
    }
}

std::size_t Letters::joined_to(std::size_t ligature) const {
    std::size_t i = ligature + 1;
    while (i < letters_.size() && letters_[i].part != Letter::Part::joined) ++i;
    base::check(i < letters_.size(), "a lam-alef has no alef");
    return i;
}

std::vector<std::uint32_t> Letters::in_visual_order(std::size_t first, std::size_t last) const {
    std::vector<std::uint32_t> order(last - first);
    if (plain_) {
        std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(first));
        return order;
    }
    std::vector<UBiDiLevel> levels(last - first);
    for (std::size_t i = first; i < last; ++i) levels[i - first] = letters_[i].level;
    // Rule L1: spaces at the end of a line run as the paragraph does.
    for (std::size_t i = last; i > first && (letters_[i - 1].part == Letter::Part::unseen ||
                                             u_isUWhiteSpace(static_cast<UChar32>(letters_[i - 1].shown)));
         --i) {
        levels[i - 1 - first] = rtl_ ? 1 : 0;
    }
    std::vector<std::int32_t> map(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
    order.clear();
    for (const auto at : map) {
        const auto i = first + static_cast<std::size_t>(at);
        if (letters_[i].shown != 0) order.push_back(static_cast<std::uint32_t>(i));
    }
    return order;
}

ShownGlyph Letters::glyph(std::size_t i) const {
    const Letter& letter = letters_[i];
    const auto last = letter.part == Letter::Part::ligature ? joined_to(i) : i;
    return {letter.shown, letter.from, end_of(last), letter.rtl()};
}

}  // namespace dais::ui
