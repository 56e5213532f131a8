// C++ as far as the rules need it: what is code and what is only said, where functions begin and end. It
// reads code that clang-format has been over, and is no parser: it relies on a space before the brace of a
// body and none before the brace of an initialiser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dais::tidy {

// The text with comments and the insides of literals turned into spaces; every line stays where it was.
std::string bare(std::string_view text);

// The same without preprocessor lines.
std::string without_directives(std::string bare_text);

struct Include {
    std::size_t line;
    std::string header;
    bool quoted;  // "…", not <…>
};

std::vector<Include> includes(std::string_view text);

struct Function {
    std::size_t first_line;  // where its signature begins
    std::size_t last_line;   // its closing brace
    std::string signature;
    [[nodiscard]] std::size_t lines() const { return last_line - first_line + 1; }
};

// Function bodies at namespace or class level. A lambda inside one belongs to it.
std::vector<Function> functions(std::string_view text);

// The identifiers, keywords and numbers of bare text with the line of each.
struct Word {
    std::size_t line;
    std::string_view text;
};

std::vector<Word> words(std::string_view bare_text);

}  // namespace dais::tidy
