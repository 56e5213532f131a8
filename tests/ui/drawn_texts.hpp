// Texts for properties: a handful of scripts that meet where they are hardest, in well-formed UTF-8; and
// bytes that are not.
#pragma once

#include <rapidcheck.h>

#include <string>

namespace dais::ui {

// What TextEdit can hold: one line.
inline rc::Gen<std::string> pieces_of_text() {
    return rc::gen::element<std::string>(
        "a", "b", " ", "  ", "word", "(", ")", "1", "23", "e\u0301", "\u0301", "ß", "ö", ", ", "-", "\u00A0",
        "ا", "ل", "لا", "لَا", "سلام", "؟", "٣", "\u064E", "ש", "שָׁלוֹם", "主席", "。", "（", "중", "ไทย",
        "\u200D", "\u200F", "\u202E", "\u202C", "\u2067", "\u2069", "\u00AD", "👩\u200D💻", "👍🏽", "🇫",
        "🇷", "क्षि", "\u3000", "\u2026");
}

inline rc::Gen<std::string> joined_texts(const rc::Gen<std::string>& pieces) {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(pieces),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const auto& part : parts) text += part;
                            return text;
                        });
}

inline rc::Gen<std::string> drawn_texts() {
    return joined_texts(pieces_of_text());
}

// With line breaks and control characters too.
inline rc::Gen<std::string> rough_texts() {
    return joined_texts(rc::gen::oneOf(
        pieces_of_text(), rc::gen::element<std::string>("\n", "\r\n", "\t", "\u2028", "\u0085", "\x01",
                                                        "\x7F", "\u009F", std::string(1, '\0'))));
}

// Mostly well formed, and somewhere not.
inline rc::Gen<std::string> damaged_texts() {
    return joined_texts(rc::gen::oneOf(
        pieces_of_text(), rc::gen::element<std::string>("\xFF", "\x80", "\xE2\x80", "\xF0\x9F\x91",
                                                        "\xC0\xAF", "\xED\xA0\x80")));
}

}  // namespace dais::ui
