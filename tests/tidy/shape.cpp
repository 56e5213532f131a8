#include "tidy/shape.hpp"

#include <algorithm>
#include <array>

#include "tidy/code.hpp"

namespace dais::tidy {
namespace {

constexpr std::array<std::string_view, 6> empty_words = {"Manager", "Helper", "Util",
                                                         "Utils",   "Data",   "Impl"};

bool says_nothing(std::string_view name) {
    return std::any_of(empty_words.begin(), empty_words.end(),
                       [&](std::string_view word) { return name.ends_with(word); });
}

bool names_a_type(std::string_view word) {
    return word == "class" || word == "struct" || word == "union" || word == "using" || word == "enum" ||
           word == "concept";
}

// The name that the word at `at` gives to a type; attributes and "enum class" lie between.
std::string_view named_after(const std::vector<Word>& all, std::size_t at) {
    for (++at; at < all.size(); ++at) {
        const auto word = all[at].text;
        if (word != "class" && word != "struct" && word != "nodiscard" && word != "maybe_unused") return word;
    }
    return {};
}

}  // namespace

Findings check_file_lengths(const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        const auto count = lines_of(file.text).size();
        if (file.path.ends_with(".md") || count <= file_limit) continue;
        findings.push_back({file.path, file_limit + 1,
                            "the file has " + std::to_string(count) + " lines; 600 are the limit"});
    }
    return findings;
}

Findings check_function_lengths(const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        if (!is_code(file.path)) continue;
        for (const auto& function : functions(file.text)) {
            if (function.lines() <= function_limit) continue;
            findings.push_back(
                {file.path, function.first_line,
                 "the function has " + std::to_string(function.lines()) +
                     " lines; 70 are the limit: " + std::string(lines_of(function.signature).front())});
        }
    }
    return findings;
}

Findings check_headers(const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        if (!is_header(file.path)) continue;
        const std::string code = bare(file.text);
        const auto lines = lines_of(code);
        if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end()) {
            findings.push_back({file.path, 0, "the header has no #pragma once"});
        }
        const auto all = words(code);
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            if (all[i].text != "using" || all[i + 1].text != "namespace") continue;
            findings.push_back(
                {file.path, all[i].line, "using namespace in a header reaches everyone who includes it"});
        }
    }
    return findings;
}

Findings check_type_names(const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        if (!is_code(file.path)) continue;
        const std::string code = bare(file.text);
        const auto all = words(code);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!names_a_type(all[i].text) || (i > 0 && all[i - 1].text == "enum")) continue;
            const auto name = named_after(all, i);
            if (!says_nothing(name)) continue;
            findings.push_back({file.path, all[i].line, "a name that says nothing: " + std::string(name)});
        }
    }
    return findings;
}

}  // namespace dais::tidy
