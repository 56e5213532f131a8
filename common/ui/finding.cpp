#include "ui/finding.hpp"

#include <algorithm>
#include <optional>

namespace dais::ui {
namespace {

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
