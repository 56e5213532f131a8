// How a text looks as a row of letters from left to right, which is how Dear ImGui draws: right-to-left runs
// turned round and mirrored (Unicode Bidirectional Algorithm, UAX #9, by ICU), Arabic letters in the forms
// that join them (presentation forms, with the ligatures of lam and alef). Names, lists and the plain text
// field use it; pages and the editor proper are set by Pango elsewhere. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dais::ui {

// A letter as it is drawn, and the bytes of the text that it stands for.
struct Glyph {
    char32_t letter = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint8_t level = 0;  // of UAX #9; odd: right to left

    [[nodiscard]] bool rtl() const { return (level & 1U) != 0; }
};

struct Shaped {
    std::vector<Glyph> glyphs;  // in the order of the text, not yet that of the screen
    bool rtl = false;           // the paragraph runs from right to left
    bool mixed = false;         // some glyph does; otherwise the order of the text is that of the screen
};

// The letters of a text. What is no UTF-8 becomes U+FFFD.
Shaped shape(std::string_view text);

// The order of the screen for the glyphs from `first` to before `last`: indices into `glyphs`.
std::vector<std::uint32_t> visual_order(const Shaped& shaped, std::size_t first, std::size_t last);

// A text as it is shown in one line.
std::string shown_text(std::string_view text);

// Whether any character could run from right to left. (None before U+0590 does.)
bool may_be_rtl(std::string_view text);

void append_utf8(std::string& text, char32_t letter);

// Calls `each(letter, from, to)` for every character; what is no UTF-8 is U+FFFD, a byte at a time.
template <class Each>
void for_each_letter(std::string_view text, const Each& each) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            each(static_cast<char32_t>(lead), at, at + 1);
            ++at;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        char32_t letter = length == 4 ? lead & 0x07U : length == 3 ? lead & 0x0FU : lead & 0x1FU;
        bool good = length != 0 && lead < 0xF5 && at + length <= text.size();
        for (std::size_t i = 1; good && i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            good = (next & 0xC0U) == 0x80;
            letter = letter << 6U | (next & 0x3FU);
        }
        const std::size_t used = good ? length : 1;
        each(good ? letter : char32_t{0xFFFD}, at, at + used);
        at += used;
    }
}

}  // namespace dais::ui
