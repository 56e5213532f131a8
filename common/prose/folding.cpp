#include "prose/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/check.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

char ascii_lower(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' ? ' ' : c;
}

// Plain letters for a character, or null where it stays as it is.
const char16_t* plain_letters(UChar32 c) {
    switch (c) {
        case 0xE6:  // æ
            return u"ae";
        case 0x153:  // œ
            return u"oe";
        case 0xF8:  // ø
            return u"o";
        case 0x142:  // ł
            return u"l";
        case 0x111:  // đ
        case 0xF0:   // ð
            return u"d";
        case 0x127:  // ħ
            return u"h";
        case 0x131:  // ı
            return u"i";
        case 0xFE:  // þ
            return u"th";
        case 0x2BB:  // apostrophes as letters, and as quotation marks
        case 0x2BC:
        case 0x2018:
        case 0x2019:
            return u"'";
        case 0x201C:
        case 0x201D:
            return u"\"";
        case 0x2010:  // hyphens and dashes
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
            return u"-";
        default:
            return u_isUWhiteSpace(c) || u_iscntrl(c) ? u" " : nullptr;
    }
}

// Marks, what is never seen, and the stroke that only makes an Arabic word longer.
bool is_left_out(UChar32 c) {
    return u_charType(c) == U_NON_SPACING_MARK || c == 0x640 ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

const icu::Normalizer2& decomposing() {
    static const auto* form = [] {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFKDInstance(status);
        base::check(U_SUCCESS(status) && found != nullptr, "ICU came without its normal forms");
        return found;
    }();
    return *form;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    auto result = decomposing().normalize(text, status);
    base::check(U_SUCCESS(status), "ICU refused to decompose a text");
    return result;
}

// What neither decomposes nor has another case, as most ideographs and letters of Arabic.
bool stays(UChar32 c) {
    return decomposing().isInert(c) && !u_hasBinaryProperty(c, UCHAR_CHANGES_WHEN_CASEFOLDED);
}

// What folding leaves as it is. U+FFFD is not among it, because it may stand for bytes that are no text.
bool is_folded(UChar32 c) {
    return c != 0xFFFD && stays(c) && !is_left_out(c) && plain_letters(c) == nullptr;
}

void add_plain(icu::UnicodeString& result, UChar32 c) {
    if (is_left_out(c)) return;
    if (const auto* plain = plain_letters(c)) {
        result.append(plain, -1);
    } else {
        result.append(c);
    }
}

void fold_character(char32_t code, std::string& result) {
    const auto c = static_cast<UChar32>(code);
    icu::UnicodeString units;
    if (stays(c)) {
        add_plain(units, c);
    } else {
        auto folding = decomposed(icu::UnicodeString(c));
        folding.foldCase();
        folding = decomposed(folding);  // folding composes a few
        for (std::int32_t i = 0; i < folding.length(); i = folding.moveIndex32(i, 1)) {
            add_plain(units, folding.char32At(i));
        }
    }
    units.toUTF8String(result);
}

template <class Each>
std::string fold(std::string_view text, Each&& each) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto from = at;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            result.push_back(ascii_lower(text[at++]));
        } else {
            const auto here = character_at(text, at);
            at += here.size;
            if (is_folded(static_cast<UChar32>(here.code))) {
                result += text.substr(from, here.size);
            } else {
                fold_character(here.code, result);
            }
        }
        each(result.size(), from);
    }
    return result;
}

}  // namespace

std::string folded(std::string_view text) {
    return fold(text, [](std::size_t, std::size_t) {});
}

Folded folded_with_origins(std::string_view text) {
    Folded result;
    result.origin.reserve(text.size() + 1);
    result.text = fold(text, [&](std::size_t size, std::size_t from) {
        result.origin.resize(size, static_cast<std::uint32_t>(from));
    });
    result.origin.push_back(static_cast<std::uint32_t>(text.size()));
    return result;
}

}  // namespace dais::prose
