// The project's own files, as texts, so that every rule is a function of a tree and can be shown to fail on a
// made-up one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dais::tidy {

struct File {
    std::string path;  // from the project's root, with slashes
    std::string text;
};

using Tree = std::vector<File>;  // by path

// What is wrong, and where. Line 0 stands for the file as a whole.
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string text;

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

// "path:line: text", one a line.
std::string as_text(const Findings& findings);

// The sources, CMake files, scripts and documents below `root`. Throws where it cannot read: a test may.
Tree read_tree(const std::filesystem::path& root);

// The text of the file with that path, "" where there is none.
std::string_view text_of(const Tree& tree, std::string_view path);

bool is_source(std::string_view path);  // .cpp, .c
bool is_header(std::string_view path);  // .hpp, .h
bool is_code(std::string_view path);    // either

// "common/meeting/floor.cpp" -> "common/meeting"; "test" -> "".
std::string_view folder_of(std::string_view path);

// Lines without their line feed. A last line without one counts.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace dais::tidy
