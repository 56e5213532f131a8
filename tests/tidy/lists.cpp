#include "tidy/lists.hpp"

#include <filesystem>
#include <set>
#include <string>

namespace dais::tidy {
namespace {

using Names = std::set<std::string, std::less<>>;

constexpr std::string_view list_name = "CMakeLists.txt";

bool is_list(std::string_view path) {
    return path == list_name || path.ends_with("/CMakeLists.txt");
}

// The words of a CMake file, without comments.
Names cmake_words(std::string_view text) {
    Names found;
    for (auto line : lines_of(text)) {
        line = line.substr(0, line.find('#'));
        while (!line.empty()) {
            const auto begin = line.find_first_not_of(" \t()\";");
            if (begin == std::string_view::npos) break;
            const auto end = line.find_first_of(" \t()\";", begin);
            found.emplace(line.substr(begin, end - begin));
            line = end == std::string_view::npos ? std::string_view{} : line.substr(end);
        }
    }
    return found;
}

// What a word of the list in `folder` means as a path from the project's root.
std::string resolved(std::string_view folder, std::string_view word) {
    for (const std::string_view root : {"${PROJECT_SOURCE_DIR}/", "${CMAKE_SOURCE_DIR}/"}) {
        if (word.starts_with(root)) return std::string(word.substr(root.size()));
    }
    constexpr std::string_view here = "${CMAKE_CURRENT_SOURCE_DIR}/";
    if (word.starts_with(here)) word.remove_prefix(here.size());
    return (std::filesystem::path(folder) / word).lexically_normal().generic_string();
}

// Every path that some list may mean. Words that are no paths do no harm: no file is called like them.
Names named_paths(const Tree& tree) {
    Names named;
    for (const auto& file : tree) {
        if (!is_list(file.path)) continue;
        for (const auto& word : cmake_words(file.text)) named.insert(resolved(folder_of(file.path), word));
    }
    return named;
}

}  // namespace

Findings check_lists(const Tree& tree) {
    const Names named = named_paths(tree);
    Findings findings;
    for (const auto& file : tree) {
        const auto folder = folder_of(file.path);
        if (folder.empty()) continue;
        if (is_source(file.path) && !named.contains(file.path)) {
            findings.push_back({file.path, 0, "no CMakeLists.txt names this source, so it is not built"});
        }
        if (is_list(file.path) && !named.contains(folder)) {
            findings.push_back({file.path, 0, "no CMakeLists.txt names this folder, so it is not built"});
        }
    }
    return findings;
}

}  // namespace dais::tidy
