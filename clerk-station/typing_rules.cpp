#include "clerk-station/typing_rules.hpp"

#include <filesystem>

#include "folder/folder.hpp"
#include "program/places.hpp"

namespace dais::clerk_station {
namespace {

// The file's content as T; T as it is without one, with a complaint.
template <class T>
T read(const base::Result<std::filesystem::path>& file, std::vector<std::string>& complaints) {
    if (!file) {
        complaints.push_back(file.error().text);
        return {};
    }
    const auto reading = folder::read_style(*file);
    for (const auto& fault : reading.faults) complaints.push_back(folder::to_text(fault));
    if (!reading.style) return {};
    auto made = T::from(*reading.style);
    if (made) return *std::move(made);
    complaints.push_back(file->string() + ": " + made.error().text);
    return {};
}

}  // namespace

TypingRules read_typing_rules(const std::string& language) {
    TypingRules rules;
    rules.typography = read<prose::Typography>(program::typography_file(language), rules.complaints);
    rules.snippets = read<prose::Snippets>(program::snippets_file(language), rules.complaints);
    return rules;
}

}  // namespace dais::clerk_station
