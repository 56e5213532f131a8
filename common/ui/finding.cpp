#include "ui/finding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

#include "base/check.hpp"

namespace dais::ui {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return static_cast<unsigned char>(c) <= ' ' ? ' ' : c;
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

void decompose(icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKDInstance(status);
    base::check(U_SUCCESS(status) && form != nullptr, "ICU came without its normal forms");
    text = form->normalize(text, status);
    base::check(U_SUCCESS(status), "ICU refused to decompose a text");
}

std::vector<std::string_view> words_of(std::string_view folded_text) {
    std::vector<std::string_view> words;
    while (words.size() < Finder::max_words) {
        const auto from = folded_text.find_first_not_of(' ');
        if (from == std::string_view::npos) break;
        const auto to = std::min(folded_text.find(' ', from), folded_text.size());
        words.push_back(folded_text.substr(from, to - from));
        folded_text.remove_prefix(to);
    }
    return words;
}

bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return before < 0x80 && !(before >= 'a' && before <= 'z') && !(before >= '0' && before <= '9');
}

enum class Match { none, within, at_beginning };

Match match_of(std::string_view text, std::string_view word) {
    auto at = text.find(word);
    if (at == std::string_view::npos) return Match::none;
    for (; at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (begins_word(text, at)) return Match::at_beginning;
    }
    return Match::within;
}

// How many of the words stand only in the middle of words; nothing where one does not occur.
std::optional<std::size_t> distance(std::string_view text, const std::vector<std::string_view>& words) {
    std::size_t within = 0;
    for (const auto word : words) {
        const auto match = match_of(text, word);
        if (match == Match::none) return std::nullopt;
        if (match == Match::within) ++within;
    }
    return within;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string result;
    if (is_ascii(text)) {
        result.resize(text.size());
        std::transform(text.begin(), text.end(), result.begin(), ascii_lower);
        return result;
    }
    auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    decompose(units);
    units.foldCase();
    decompose(units);  // folding composes a few
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
        const UChar32 c = units.char32At(i);
        if (is_left_out(c)) continue;
        if (const auto* plain = plain_letters(c)) {
            kept.append(plain, -1);
        } else {
            kept.append(c);
        }
    }
    return kept.toUTF8String(result);
}

Finder::Finder(const std::vector<Entry>& entries) {
    entries_.reserve(entries.size());
    for (const auto& entry : entries) entries_.push_back({entry.id, folded(entry.text)});
}

std::vector<std::string> Finder::find(std::string_view query, std::size_t limit) const {
    const auto folded_query = folded(query);
    const auto words = words_of(folded_query);
    std::vector<std::vector<const Entry*>> found(words.size() + 1);  // by distance
    for (const auto& entry : entries_) {
        if (found.front().size() >= limit) break;  // nothing comes before these
        if (const auto far = distance(entry.text, words)) found[*far].push_back(&entry);
    }
    std::vector<std::string> ids;
    for (const auto& equally_far : found) {
        for (const auto* entry : equally_far) {
            if (ids.size() < limit) ids.push_back(entry->id);
        }
    }
    return ids;
}

}  // namespace dais::ui
