// The aids as the product's config folder has them.
#include "clerk-station/aids.hpp"
#include "folder/folder.hpp"
#include "program/places.hpp"

namespace dais::clerk_station {
namespace {

// Reads one of the site's files into a value; what is wrong with it becomes a sentence, and the value stays
// as it was.
template <class T>
void read_into(T& value, const base::Result<std::filesystem::path>& file, std::vector<std::string>& faults) {
    if (!file) return faults.push_back(file.error().text);
    auto reading = folder::read_style(*file);
    if (!reading.style) {
        faults.push_back(file->string() + (reading.faults.empty() ? std::string(" cannot be read.")
                                                                  : ": " + reading.faults.front().message));
        return;
    }
    auto made = T::from(*reading.style);
    if (!made) return faults.push_back(file->string() + ": " + made.error().text);
    value = *std::move(made);
}

}  // namespace

LanguageAids load_aids(const std::string& language) {
    LanguageAids aids;
    read_into(aids.typography, program::typography_file(language), aids.faults);
    read_into(aids.snippets, program::snippets_file(language), aids.faults);
    read_into(aids.hints, program::hints_file(language), aids.faults);
    spelling::Sources sources{language, spelling::dictionary_folders(), {}, {}};
    if (const auto words = program::words_file(language)) sources.words = *words;
    aids.spelling = std::move(sources);
    return aids;
}

}  // namespace dais::clerk_station
