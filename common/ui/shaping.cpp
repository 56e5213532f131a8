#include "ui/shaping.hpp"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ushape.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace dais::ui {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// The text in UTF-16, as ICU wants it, with the bytes that each unit came from.
struct Units {
    std::u16string text;
    std::vector<std::uint32_t> from;  // one more than units: the last is the length
};

Units to_units(std::string_view text) {
    Units units;
    units.text.reserve(text.size());
    units.from.reserve(text.size() + 1);
    for_each_letter(text, [&](char32_t letter, std::size_t from, std::size_t) {
        if (letter >= 0x10000) {
            units.text.push_back(static_cast<char16_t>(0xD7C0 + (letter >> 10U)));
            units.from.push_back(static_cast<std::uint32_t>(from));
            units.text.push_back(static_cast<char16_t>(0xDC00 + (letter & 0x3FFU)));
        } else {
            units.text.push_back(static_cast<char16_t>(letter));
        }
        units.from.push_back(static_cast<std::uint32_t>(from));
    });
    units.from.push_back(static_cast<std::uint32_t>(text.size()));
    return units;
}

bool is_lam_alef(char16_t unit) {
    return unit >= 0xFEF5 && unit <= 0xFEFC;
}

// Arabic letters as they join; each stands for one unit of the text, a ligature of lam and alef for two.
std::u16string joined(const std::u16string& text) {
    std::u16string shaped(text.size() + 1, u'\0');
    UErrorCode error = U_ZERO_ERROR;
    const auto length = u_shapeArabic(
        text.data(), static_cast<std::int32_t>(text.size()), shaped.data(),
        static_cast<std::int32_t>(shaped.size()),
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_GROW_SHRINK | U_SHAPE_TEXT_DIRECTION_LOGICAL, &error);
    if (U_FAILURE(error) || length < 0) return text;
    shaped.resize(static_cast<std::size_t>(length));
    return shaped;
}

Shaped shape_plain(std::string_view text) {
    Shaped shaped;
    shaped.glyphs.reserve(text.size());
    for_each_letter(text, [&](char32_t letter, std::size_t from, std::size_t to) {
        shaped.glyphs.push_back(
            {letter, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), 0});
    });
    return shaped;
}

}  // namespace

bool may_be_rtl(std::string_view text) {
    // Right-to-left scripts lie at U+0590 to U+08FF, U+FB1D to U+FEFF and beyond U+10000; their bytes begin
    // with D6 to DF, E0 A0 to E0 A3, EF AC to EF BB, F0. Marks of direction begin with E2 80 or E2 81.
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0xD6) continue;
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const auto third = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U;
        if (byte <= 0xDF || byte == 0xF0) return true;
        if (byte == 0xE0 && next >= 0xA0 && next <= 0xA3) return true;
        if (byte == 0xEF && next >= 0xAC && next <= 0xBB) return true;
        if (byte == 0xE2 && next == 0x80 && (third == 0x8F || third == 0xAB || third == 0xAE)) return true;
        if (byte == 0xE2 && next == 0x81 && third == 0xA7) return true;
    }
    return false;
}

Shaped shape(std::string_view text) {
    if (!may_be_rtl(text)) return shape_plain(text);
    const auto units = to_units(text);
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                  UBIDI_DEFAULT_LTR, nullptr, &error);
    const auto* levels = U_FAILURE(error) ? nullptr : ubidi_getLevels(bidi.get(), &error);
    if (levels == nullptr || ubidi_getDirection(bidi.get()) == UBIDI_LTR) return shape_plain(text);
    Shaped shaped;
    shaped.rtl = (ubidi_getParaLevel(bidi.get()) & 1U) != 0;
    shaped.mixed = true;
    const auto forms = joined(units.text);
    std::size_t unit = 0;  // of the text
    for (std::size_t at = 0; at < forms.size() && unit < units.text.size();) {
        const char16_t form = forms[at];
        char32_t letter = form;
        std::size_t used = 1;
        std::size_t taken = 1;
        if (is_lam_alef(form) && !is_lam_alef(units.text[unit])) {
            used = 2;
        } else if (U16_IS_LEAD(form) && at + 1 < forms.size()) {
            letter = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(form, forms[at + 1]));
            used = taken = 2;
        }
        used = std::min(used, units.text.size() - unit);
        const auto level = levels[unit];
        if ((level & 1U) != 0) letter = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(letter)));
        shaped.glyphs.push_back({letter, units.from[unit], units.from[unit + used], level});
        unit += used;
        at += taken;
    }
    return shaped;
}

std::vector<std::uint32_t> visual_order(const Shaped& shaped, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> order(last - first);
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(first));
    if (!shaped.mixed) return order;
    std::vector<UBiDiLevel> levels;
    levels.reserve(order.size());
    for (const auto index : order) levels.push_back(shaped.glyphs[index].level);
    // Spaces at the end of a line go where the paragraph runs (UAX #9, L1).
    for (auto at = levels.size(); at > 0 && shaped.glyphs[first + at - 1].letter == U' '; --at) {
        levels[at - 1] = shaped.rtl ? 1 : 0;
    }
    std::vector<std::int32_t> map(order.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
    for (std::size_t i = 0; i < map.size(); ++i) {
        order[i] = static_cast<std::uint32_t>(first + static_cast<std::size_t>(map[i]));
    }
    return order;
}

std::string shown_text(std::string_view text) {
    if (!may_be_rtl(text)) return std::string(text);
    const auto shaped = shape(text);
    if (!shaped.mixed) return std::string(text);
    std::string shown;
    shown.reserve(text.size());
    for (const auto index : visual_order(shaped, 0, shaped.glyphs.size())) {
        append_utf8(shown, shaped.glyphs[index].letter);
    }
    return shown;
}

void append_utf8(std::string& text, char32_t letter) {
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (letter < 0x80) return put(letter);
    if (letter < 0x800) {
        put(0xC0U | letter >> 6U);
    } else if (letter < 0x10000) {
        put(0xE0U | letter >> 12U);
        put(0x80U | (letter >> 6U & 0x3FU));
    } else {
        put(0xF0U | letter >> 18U);
        put(0x80U | (letter >> 12U & 0x3FU));
        put(0x80U | (letter >> 6U & 0x3FU));
    }
    put(0x80U | (letter & 0x3FU));
}

}  // namespace dais::ui
