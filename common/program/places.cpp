#include "program/places.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <functional>

#ifndef DAIS_CONFIG_DIR
#define DAIS_CONFIG_DIR ""
#endif

namespace dais::program {
namespace fs = std::filesystem;

namespace {

fs::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path{} : fs::path{value};
}

// What the site keeps for each language: where, the error where it is absent, and what people call it.
struct Kept {
    const char* folder;
    const char* error;
    const char* name;
};

base::Result<fs::path> language_file(const Kept& kept, const std::string& language) {
    auto config = config_directory();
    if (!config) return config.error();
    auto file = *config / kept.folder / (language + ".toml");
    std::error_code error;
    if (fs::is_regular_file(file, error)) return file;
    return base::Error{kept.error, std::string("There is no ") + kept.name + " for the language \"" +
                                       language + "\" (" + file.string() + ")."};
}

}  // namespace

fs::path data_directory() {
    if (const auto data = from_environment("XDG_DATA_HOME"); data.is_absolute()) return data / "dais";
    if (const auto home = from_environment("HOME"); !home.empty()) return home / ".local" / "share" / "dais";
    return fs::path{".dais"};
}

fs::path own_program() {
    std::error_code error;
    auto path = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{"dais"} : path;
}

fs::path sibling_program(const std::string& name) {
    return own_program().parent_path() / name;
}

base::Result<fs::path> config_directory() {
    std::error_code error;
    const fs::path candidates[] = {from_environment("DAIS_CONFIG"),
                                   own_program().parent_path().parent_path() / "share" / "dais" / "config",
                                   fs::path{DAIS_CONFIG_DIR}};
    for (const auto& candidate : candidates) {
        if (!candidate.empty() && fs::is_directory(candidate / "house-styles", error)) return candidate;
    }
    return base::Error{
        "no_config",
        "The folder with the house styles was not found; set DAIS_CONFIG to the project's config folder."};
}

base::Result<fs::path> hints_file(const std::string& language) {
    return language_file({"hints", "no_hints", "file of hints"}, language);
}

base::Result<fs::path> words_file(const std::string& language) {
    auto config = config_directory();
    if (!config) return config.error();
    return *config / "words" / (language + ".txt");
}

base::Result<fs::path> motions_file(const std::string& language) {
    return language_file({"motions", "no_motions", "file of procedural motions"}, language);
}

base::Result<fs::path> room_words_file(const std::string& language) {
    const Kept kept{"room", "no_words", "file of the room's words"};
    const auto main = language.substr(0, language.find('-'));  // it may come from afar
    const bool plain = std::all_of(main.begin(), main.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (auto file = language_file(kept, plain ? main : "en")) return file;
    return language_file(kept, "en");
}

base::Result<fs::path> style_file(const std::string& language) {
    return language_file({"house-styles", "no_style", "house style"}, language);
}

base::Result<fs::path> typography_file(const std::string& language) {
    return language_file({"typography", "no_typography", "typography"}, language);
}

base::Result<fs::path> snippets_file(const std::string& language) {
    return language_file({"snippets", "no_snippets", "file of snippets"}, language);
}

base::Result<fs::path> board_page_file() {
    auto config = config_directory();
    if (!config) return config.error();
    auto file = *config / "board" / "page.html";
    std::error_code error;
    if (fs::is_regular_file(file, error)) return file;
    return base::Error{"no_page", "The board's page is not there (" + file.string() + ")."};
}

fs::path spool_file(const std::string& station, std::string hub_address) {
    const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.'; };
    std::replace_if(hub_address.begin(), hub_address.end(), std::not_fn(plain), '-');
    return data_directory() / "stations" / (station + "@" + hub_address + ".spool");
}

std::string folder_name(const fs::path& folder) {
    std::error_code error;
    auto whole = fs::absolute(folder, error).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();  // it was written with a slash at the end
    const auto name = whole.filename().string();
    return name.empty() ? "meeting" : name;
}

}  // namespace dais::program
