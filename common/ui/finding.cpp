#include "ui/finding.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/shaping.hpp"

namespace dais::ui {
namespace {

// Letters that Unicode does not take apart, though people type them so.
constexpr std::array<std::pair<char32_t, std::string_view>, 10> apart{{
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'ø', "o"},
    {U'ł', "l"},
    {U'đ', "d"},
    {U'ð', "d"},
    {U'þ', "th"},
    {U'ı', "i"},
    {U'ß', "ss"},
    {U'’', "'"},
}};

std::u16string decomposed(std::string_view text) {
    std::u16string units(text.size() + 1, u'\0');
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8WithSub(units.data(), static_cast<std::int32_t>(units.size()), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &error);
    if (U_FAILURE(error)) return {};
    const auto* nfkd = unorm2_getNFKDInstance(&error);
    std::u16string apart_units(units.size() * 4 + 64, u'\0');
    length = unorm2_normalize(nfkd, units.data(), length, apart_units.data(),
                              static_cast<std::int32_t>(apart_units.size()), &error);
    if (U_FAILURE(error)) return units;
    apart_units.resize(static_cast<std::size_t>(length));
    return apart_units;
}

void add_folded(std::string& out, char32_t letter) {
    const auto type = u_charType(static_cast<UChar32>(letter));
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return;
    const auto lower = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
    for (const auto& [whole, parts] : apart) {
        if (whole == lower) {
            out += parts;
            return;
        }
    }
    append_utf8(out, lower);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char byte : text) {
        if (byte == ' ') {
            if (!word.empty()) words.push_back(std::exchange(word, {}));
        } else {
            word += byte;
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    if (is_ascii(text)) {
        out.reserve(text.size());
        for (const char byte : text) out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
        return out;
    }
    const auto units = decomposed(text);
    std::size_t at = 0;
    while (at < units.size()) {
        UChar32 letter = 0;
        U16_NEXT(units.data(), at, units.size(), letter);
        add_folded(out, static_cast<char32_t>(letter));
    }
    return out;
}

Finder::Finder(const std::vector<std::string>& texts) {
    folded_.reserve(texts.size());
    for (const auto& text : texts) {
        std::string words = " " + folded(text);
        // A word begins after a space, a hyphen, a bracket, an apostrophe.
        std::replace_if(
            words.begin(), words.end(), [](char c) { return c == '-' || c == '(' || c == '/' || c == '.'; },
            ' ');
        folded_.push_back(std::move(words));
    }
}

std::vector<std::size_t> Finder::find(std::string_view query, std::size_t most) const {
    auto text = folded(query);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '-' || c == '(' || c == '/' || c == '.'; }, ' ');
    const auto words = words_of(text);
    std::vector<std::size_t> first;
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < folded_.size() && first.size() < most; ++i) {
        bool all = true;
        bool begins = true;
        for (const auto& word : words) {
            if (folded_[i].find(word) == std::string::npos) {
                all = false;
                break;
            }
            begins = begins && folded_[i].find(" " + word) != std::string::npos;
        }
        if (all) (begins ? first : inside).push_back(i);
    }
    first.insert(first.end(), inside.begin(), inside.end());
    if (first.size() > most) first.resize(most);
    return first;
}

}  // namespace dais::ui
