#include "spelling/spell_checker.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "prose/tokens.hpp"
#include "prose/words.hpp"
#include "spelling/spelt_word.hpp"

namespace dais::spelling {
namespace {

using prose::Piece;
using prose::Range;

bool has_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto here = prose::character_at(text, at);
        if (u_isdigit(static_cast<UChar32>(here.code))) return true;
        at += here.size;
    }
    return false;
}

// What stands between two spaces and is an address or the symbol of a document.
bool is_no_prose(std::string_view chunk) {
    const auto has = [&](std::string_view what) { return chunk.find(what) != std::string_view::npos; };
    if (has("://") || has("@") || has("www.")) return true;
    return (has("/") || has("_")) && has_digit(chunk);
}

bool is_hyphen(std::string_view mark) {
    return mark == "-" || mark == "\u2010" || mark == "\u2011";
}

// The words that hyphens join, from the one at `first` on: how many pieces, of which every second is a word.
std::size_t joined_pieces(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t count = 1;
    while (first + count + 1 < pieces.size() && is_hyphen(prose::part(text, pieces[first + count].range)) &&
           pieces[first + count + 1].kind == Piece::Kind::word) {
        count += 2;
    }
    return count;
}

// Where the pieces end that no space parts from the one at `first`.
std::size_t end_of_chunk(const std::vector<Piece>& pieces, std::size_t first) {
    while (first < pieces.size() && pieces[first].kind != Piece::Kind::space) ++first;
    return first;
}

}  // namespace

SpellChecker::SpellChecker(Dictionary dictionary, const std::string& language)
    : dictionary_(std::move(dictionary)) {
    std::array<UScriptCode, 8> codes{};
    UErrorCode status = U_ZERO_ERROR;
    const auto count =
        uscript_getCode(language.c_str(), codes.data(), static_cast<std::int32_t>(codes.size()), &status);
    if (U_SUCCESS(status) && count > 0) scripts_.assign(codes.begin(), codes.begin() + count);
}

void SpellChecker::know(const std::vector<std::string>& texts) {
    known_.clear();
    remembered_.clear();
    for (const auto& text : texts) {
        for (const auto& piece : prose::pieces_of(text)) {
            if (known_.size() == max_known) return;
            if (piece.kind == Piece::Kind::word) known_.insert(as_looked_up(prose::part(text, piece.range)));
        }
    }
}

std::vector<Range> SpellChecker::misspelt(std::string_view text) {
    std::vector<Range> wrong;
    if (base::first_bad_utf8(text)) return wrong;
    const auto pieces = prose::pieces_of(text);
    for (std::size_t i = 0; i < pieces.size();) {
        const auto end = end_of_chunk(pieces, i);
        if (end == i ||
            is_no_prose(text.substr(pieces[i].range.from, pieces[end - 1].range.to - pieces[i].range.from))) {
            i = std::max(end, i + 1);
            continue;
        }
        for (; i < end; ++i) {
            if (pieces[i].kind != Piece::Kind::word) continue;
            const auto count = joined_pieces(text, pieces, i);
            const auto already = wrong.size();
            for (std::size_t j = i; j < i + count; j += 2) {
                const auto word = prose::part(text, pieces[j].range);
                if (is_checked(word) && !is_right(word)) wrong.push_back(pieces[j].range);
            }
            const Range whole{pieces[i].range.from, pieces[i + count - 1].range.to};
            if (count > 1 && wrong.size() > already && is_right(prose::part(text, whole)))
                wrong.resize(already);
            i += count - 1;
        }
    }
    return wrong;
}

bool SpellChecker::in_script(char32_t letter) const {
    UErrorCode status = U_ZERO_ERROR;
    const int script = uscript_getScript(static_cast<UChar32>(letter), &status);
    return std::find(scripts_.begin(), scripts_.end(), script) != scripts_.end();
}

bool SpellChecker::is_checked(std::string_view word) const {
    if (word.size() > Dictionary::max_word_bytes || word.find('.') != std::string_view::npos) return false;
    std::size_t letters = 0;
    bool ours = scripts_.empty();
    for (std::size_t at = 0; at < word.size();) {
        const auto here = prose::character_at(word, at);
        at += here.size;
        const auto c = static_cast<UChar32>(here.code);
        if (u_isdigit(c)) return false;
        if (!u_isalpha(c)) continue;
        ++letters;
        ours = ours || in_script(here.code);
    }
    return letters > 1 && ours && !is_abbreviation(word);
}

bool SpellChecker::is_right(std::string_view word) {
    if (word.size() > Dictionary::max_word_bytes) return true;
    auto spelt = as_looked_up(word);
    if (const auto found = remembered_.find(spelt); found != remembered_.end()) return found->second;
    if (remembered_.size() >= max_remembered) remembered_.clear();
    bool right = is_known(spelt) || is_known_with_ending(spelt);
    if (!right) {
        ++looked_up_;
        right = dictionary_.has(spelt);
        // Of many words dictionaries do not know that something can be theirs: "a relative's". One letter
        // behind an apostrophe makes no other word in any language that writes so.
        const auto at = spelt.rfind('\'');
        if (!right && at != std::string::npos && base::code_points(spelt.substr(at + 1)) == 1) {
            right = dictionary_.has(spelt.substr(0, at));
        }
    }
    remembered_.emplace(std::move(spelt), right);
    return right;
}

bool SpellChecker::is_known(const std::string& word) const {
    if (known_.contains(word)) return true;
    return prose::case_of(word) == prose::Case::first_capital && known_.contains(with_small_initial(word));
}

// "Lewis's", "d'Azerbaïdjan", "l'OHCHR": a known word, an apostrophe, and a letter or two. No language is
// meant.
bool SpellChecker::is_known_with_ending(const std::string& word) const {
    const auto at = word.find('\'');
    if (at == std::string::npos) return false;
    const auto before = word.substr(0, at);
    const auto after = word.substr(at + 1);
    const auto is_short = [](const std::string& part) { return base::code_points(part) <= 2; };
    return (is_short(after) && is_known(before)) ||
           (is_short(before) && (is_known(after) || is_abbreviation(after)));
}

std::vector<std::string> SpellChecker::suggestions(std::string_view word) const {
    constexpr std::size_t near_enough = 2;
    std::vector<std::string> found;
    if (word.empty() || word.size() > Dictionary::max_word_bytes || base::first_bad_utf8(word)) return found;
    const auto spelt = as_looked_up(word);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& known : known_) {
        const auto far = distance(spelt, known, near_enough);
        // Two letters of three say nothing; of a long word they may be a slip.
        if (far > 0 && far <= near_enough && far * 3 < base::code_points(known))
            near.emplace_back(far, known);
    }
    std::sort(near.begin(), near.end());
    for (auto& [far, known] : near) {
        if (found.size() < max_suggestions / 2) found.push_back(std::move(known));
    }
    for (auto& each : dictionary_.suggestions(spelt, max_suggestions)) {
        if (found.size() == max_suggestions) break;
        if (std::find(found.begin(), found.end(), each) == found.end()) found.push_back(std::move(each));
    }
    return found;
}

}  // namespace dais::spelling
