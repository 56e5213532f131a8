#include "spelling/places.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace dais::spelling {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_folder_entries = 10'000;

struct Usual {
    std::string_view language, name, package;
};
constexpr Usual usual[] = {{"en", "en_GB", "hunspell-en-gb"},
                           {"fr", "fr", "hunspell-fr"},
                           {"es", "es_ES", "hunspell-es"},
                           {"ru", "ru_RU", "hunspell-ru"},
                           {"ar", "ar", "hunspell-ar"}};

const Usual* usual_of(const std::string& language) {
    const auto* const found = std::find_if(std::begin(usual), std::end(usual),
                                           [&](const Usual& each) { return each.language == language; });
    return found == std::end(usual) ? nullptr : found;
}

bool is_file(const fs::path& path) {
    std::error_code wrong;
    return fs::is_regular_file(path, wrong);
}

std::optional<DictionaryFiles> both(const fs::path& folder, const std::string& name) {
    DictionaryFiles files{folder / (name + ".aff"), folder / (name + ".dic")};
    if (is_file(files.affixes) && is_file(files.words)) return files;
    return std::nullopt;
}

// The names LANG_COUNTRY that the folder has, in order.
std::vector<std::string> countries(const fs::path& folder, const std::string& language) {
    std::vector<std::string> names;
    std::error_code wrong;
    std::size_t seen = 0;
    for (fs::directory_iterator at(folder, wrong), end; !wrong && at != end && seen < max_folder_entries;
         at.increment(wrong), ++seen) {
        const auto& path = at->path();
        if (path.extension() == ".aff" && path.stem().string().starts_with(language + "_")) {
            names.push_back(path.stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

base::Error absent(const std::string& language, const std::vector<fs::path>& folders) {
    const auto* known = usual_of(language);
    if (known == nullptr) {
        return {"no_dictionary",
                "There is no dictionary of this language (" + language + "): no word is marked."};
    }
    std::string looked;
    for (const auto& folder : folders) looked += (looked.empty() ? "" : ", ") + folder.string();
    return {"no_dictionary", "No word is marked: there is no dictionary " + std::string(known->name) +
                                 " in " + looked + ". On Debian: apt-get install " +
                                 std::string(known->package) + "."};
}

}  // namespace

std::vector<fs::path> dictionary_folders() {
    std::vector<fs::path> folders;
    if (const auto* site = std::getenv("DAIS_DICTIONARIES"); site != nullptr && *site != '\0') {
        folders.emplace_back(site);
    }
    for (const auto* system : {"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"}) {
        folders.emplace_back(system);
    }
    return folders;
}

base::Result<DictionaryFiles> find_dictionary(const std::string& language,
                                              const std::vector<fs::path>& folders) {
    std::vector<std::string> names;
    if (const auto* known = usual_of(language)) names.emplace_back(known->name);
    names.push_back(language);
    for (const auto& folder : folders) {
        auto all = names;
        for (auto& name : countries(folder, language)) all.push_back(std::move(name));
        for (const auto& name : all) {
            if (auto files = both(folder, name)) return *std::move(files);
        }
    }
    return absent(language, folders);
}

}  // namespace dais::spelling
