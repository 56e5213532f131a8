#include "spelling/spelt_word.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "base/check.hpp"
#include "prose/tokens.hpp"
#include "prose/words.hpp"

namespace dais::spelling {
namespace {

icu::UnicodeString units_of(std::string_view word) {
    return icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
}

std::u32string characters_of(std::string_view word) {
    std::u32string characters;
    for (std::size_t at = 0; at < word.size();) {
        const auto here = prose::character_at(word, at);
        characters += here.code;
        at += here.size;
    }
    return characters;
}

}  // namespace

std::string as_looked_up(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(status);
    base::check(U_SUCCESS(status) && form != nullptr, "ICU came without its normal forms");
    const auto units = units_of(word);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
        const UChar32 c = units.char32At(i);
        if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
        kept.append(c == 0x2019 ? UChar32{'\''} : c);
    }
    const auto composed = form->normalize(kept, status);
    base::check(U_SUCCESS(status), "ICU refused to compose a text");
    std::string result;
    return composed.toUTF8String(result);
}

std::string with_small_initial(std::string_view word) {
    auto units = units_of(word);
    if (units.isEmpty()) return {};
    const UChar32 first = units.char32At(0);
    units.replace(0, U16_LENGTH(first), u_tolower(first));
    std::string result;
    return units.toUTF8String(result);
}

bool is_abbreviation(std::string_view word) {
    if (prose::case_of(word) == prose::Case::capitals) return true;
    if (prose::case_of(word) != prose::Case::mixed) return false;
    const auto last = prose::character_before(word, word.size());
    const auto rest = word.substr(0, word.size() - last.size);
    return u_charType(static_cast<UChar32>(last.code)) == U_LOWERCASE_LETTER &&
           prose::case_of(rest) == prose::Case::capitals && characters_of(rest).size() >= 3;
}

std::size_t distance(std::string_view first, std::string_view second, std::size_t most) {
    const auto a = characters_of(first);
    const auto b = characters_of(second);
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
    // Three rows of the table whose entry (i, j) is the distance of the first i letters from the first j.
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], most + 1);
}

}  // namespace dais::spelling
