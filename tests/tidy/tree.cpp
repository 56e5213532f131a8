#include "tidy/tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace dais::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> places = {
    "common", "chair-console", "clerk-station", "tests", "cmake", "docs", ".ci"};
constexpr std::array<std::string_view, 7> endings = {".cpp", ".hpp", ".c", ".h", ".cmake", ".md", ".txt"};

bool is_script(std::string_view text) {
    return text.starts_with("#!");
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void take(const fs::path& root, const fs::path& path, Tree& tree) {
    const std::string ending = path.extension().string();
    const bool known = std::find(endings.begin(), endings.end(), ending) != endings.end();
    if (!known && !ending.empty() && ending != ".sh") return;
    File file{fs::relative(path, root).generic_string(), read(path)};
    if (known || is_script(file.text) || ending == ".sh") tree.push_back(std::move(file));
}

}  // namespace

std::string as_text(const Findings& findings) {
    std::string text;
    for (const auto& finding : findings) {
        text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.text + "\n";
    }
    return text;
}

Tree read_tree(const fs::path& root) {
    Tree tree;
    for (const auto place : places) {
        if (!fs::exists(root / place)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / place)) {
            if (entry.is_regular_file()) take(root, entry.path(), tree);
        }
    }
    for (const auto& entry : fs::directory_iterator(root)) {
        if (entry.is_regular_file()) take(root, entry.path(), tree);
    }
    std::sort(tree.begin(), tree.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return tree;
}

std::string_view text_of(const Tree& tree, std::string_view path) {
    const auto found =
        std::find_if(tree.begin(), tree.end(), [&](const File& file) { return file.path == path; });
    return found == tree.end() ? std::string_view{} : std::string_view{found->text};
}

bool is_source(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".c");
}
bool is_header(std::string_view path) {
    return path.ends_with(".hpp") || path.ends_with(".h");
}
bool is_code(std::string_view path) {
    return is_source(path) || is_header(path);
}

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

}  // namespace dais::tidy
