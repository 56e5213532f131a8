#include "tidy/glossary.hpp"

#include <algorithm>
#include <set>

namespace dais::tidy {
namespace {

constexpr std::string_view path = "docs/glossary.md";
constexpr std::string_view mark = "**";
constexpr std::string_view dash = "** – ";

// The term that a line defines, "" where it defines none.
std::string_view term_of(std::string_view line) {
    if (!line.starts_with(mark)) return {};
    line.remove_prefix(mark.size());
    const auto end = line.find(mark);
    return end == std::string_view::npos ? std::string_view{} : line.substr(0, end);
}

}  // namespace

std::vector<std::string> terms(std::string_view glossary) {
    std::vector<std::string> found;
    for (const auto line : lines_of(glossary)) {
        if (const auto term = term_of(line); !term.empty()) found.emplace_back(term);
    }
    return found;
}

Findings check_glossary(std::string_view glossary, const std::vector<std::string>& needed) {
    Findings findings;
    std::set<std::string_view> seen;
    const auto lines = lines_of(glossary);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto term = term_of(lines[i]);
        if (term.empty()) continue;
        if (!seen.insert(term).second)
            findings.push_back({std::string(path), i + 1, "defined twice: " + std::string(term)});
        const auto meaning = lines[i].find(dash);
        if (meaning == std::string_view::npos || meaning + dash.size() + 10 > lines[i].size()) {
            findings.push_back({std::string(path), i + 1, "no meaning after the dash: " + std::string(term)});
        }
    }
    for (const auto& term : needed) {
        if (!seen.contains(term)) findings.push_back({std::string(path), 0, "the term is missing: " + term});
    }
    return findings;
}

}  // namespace dais::tidy
