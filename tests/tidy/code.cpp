#include "tidy/code.hpp"

#include <algorithm>
#include <cctype>

#include "tidy/tree.hpp"

namespace dais::tidy {
namespace {

bool in_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}
bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < std::min(to, text.size()); ++at) {
        if (text[at] != '\n') text[at] = ' ';
    }
}

// Whether the apostrophe at `at` divides the digits of a number.
bool divides_digits(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && (in_word(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
    return begin < at && std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
}

// Past the end of the string or character literal whose opening quote stands at `at`.
std::size_t past_literal(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at + 1;
}

std::size_t past_raw_literal(std::string_view text, std::size_t at) {
    const auto open = text.find('(', at);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    const auto end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

// What a head says without its template parameters, whose "class" is no class.
std::string_view past_template(std::string_view head) {
    while (head.starts_with("template")) {
        std::size_t at = head.find('<');
        for (int depth = 0; at < head.size(); ++at) {
            depth += head[at] == '<' ? 1 : head[at] == '>' ? -1 : 0;
            if (depth == 0) break;
        }
        if (at >= head.size()) return {};
        head = trim(head.substr(at + 1));
    }
    return head;
}

enum class Scope { container, function, other };

// What a brace opens, from what stands between it and the end of the thing before.
Scope opened(std::string_view head) {
    if (head.empty() || !is_space(head.back())) return Scope::other;  // an initialiser, or a brace on its own
    const std::string_view said = past_template(trim(head));
    if (said.empty() || said.ends_with('=') || said.ends_with(',') || said.ends_with('('))
        return Scope::other;
    for (const auto& word : words(said.substr(0, said.find('(')))) {
        for (const std::string_view opener : {"namespace", "extern", "class", "struct", "union", "enum"}) {
            if (word.text == opener) return Scope::container;
        }
    }
    return said.find('(') == std::string_view::npos ? Scope::other : Scope::function;
}

class FunctionFinder {
  public:
    explicit FunctionFinder(std::string_view text) : text_(text) {}

    std::vector<Function> find() {
        for (; at_ < text_.size(); ++at_) step(text_[at_]);
        return std::move(found_);
    }

  private:
    struct Open {
        Scope scope;
        std::size_t head;  // where its head began
    };

    [[nodiscard]] bool outside() const { return open_.empty() || open_.back().scope == Scope::container; }

    void step(char c) {
        if (c == '{') return open();
        if (c == '}') return close();
        if (!outside()) return;
        if (c == '(') ++parentheses_;
        if (c == ')') --parentheses_;
        if (c == ';' && parentheses_ == 0) head_ = at_ + 1;
        if (c == ':' && is_access(trim(text_.substr(head_, at_ - head_)))) head_ = at_ + 1;
    }

    static bool is_access(std::string_view word) {
        return word == "public" || word == "protected" || word == "private";
    }

    void open() {
        const bool may_be_body = outside() && parentheses_ == 0;
        const Scope scope = may_be_body ? opened(text_.substr(head_, at_ - head_)) : Scope::other;
        open_.push_back({scope, head_});
        if (scope == Scope::container) head_ = at_ + 1;
    }

    void close() {
        if (open_.empty()) return;
        const Open closed = open_.back();
        open_.pop_back();
        if (closed.scope == Scope::function) note(closed.head);
        if (closed.scope != Scope::other) head_ = at_ + 1;
    }

    void note(std::size_t head) {
        while (is_space(text_[head])) ++head;
        const auto brace = text_.find('{', head);
        found_.push_back({line_of(head), line_of(at_), std::string(trim(text_.substr(head, brace - head)))});
    }

    [[nodiscard]] std::size_t line_of(std::size_t at) const {
        return 1 + static_cast<std::size_t>(
                       std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t head_ = 0;
    int parentheses_ = 0;
    std::vector<Open> open_;
    std::vector<Function> found_;
};

}  // namespace

std::string bare(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view here = text.substr(at);
        std::size_t end = at + 1;
        if (here.starts_with("//")) {
            end = std::min(text.find('\n', at), text.size());
            blank(result, at, end);
        } else if (here.starts_with("/*")) {
            const auto close = text.find("*/", at + 2);
            end = close == std::string_view::npos ? text.size() : close + 2;
            blank(result, at, end);
        } else if (here.starts_with("R\"") && (at == 0 || !in_word(text[at - 1]))) {
            end = past_raw_literal(text, at + 1);
            blank(result, at + 2, end - 1);
        } else if (text[at] == '"' || (text[at] == '\'' && !divides_digits(text, at))) {
            end = past_literal(text, at);
            blank(result, at + 1, end - 1);
        }
        at = end;
    }
    return result;
}

std::string without_directives(std::string bare_text) {
    std::size_t at = 0;
    bool goes_on = false;
    const std::string before = bare_text;
    for (const auto line : lines_of(before)) {
        const bool directive = goes_on || trim(line).starts_with('#');
        goes_on = directive && line.ends_with('\\');
        if (directive) blank(bare_text, at, at + line.size());
        at += line.size() + 1;
    }
    return bare_text;
}

std::vector<Include> includes(std::string_view text) {
    std::vector<Include> found;
    const std::string code = bare(text);
    const auto said = lines_of(text);
    const auto meant = lines_of(code);
    for (std::size_t i = 0; i < meant.size(); ++i) {
        if (!trim(meant[i]).starts_with("#include")) continue;
        const auto begin = said[i].find_first_of("<\"");
        if (begin == std::string_view::npos) continue;
        const bool quoted = said[i][begin] == '"';
        const auto end = said[i].find(quoted ? '"' : '>', begin + 1);
        if (end == std::string_view::npos) continue;
        found.push_back({i + 1, std::string(said[i].substr(begin + 1, end - begin - 1)), quoted});
    }
    return found;
}

std::vector<Function> functions(std::string_view text) {
    const std::string code = without_directives(bare(text));
    return FunctionFinder(code).find();
}

std::vector<Word> words(std::string_view bare_text) {
    std::vector<Word> found;
    std::size_t line = 1;
    for (std::size_t at = 0; at < bare_text.size(); ++at) {
        if (bare_text[at] == '\n') ++line;
        if (!in_word(bare_text[at])) continue;
        std::size_t end = at;
        while (end < bare_text.size() && in_word(bare_text[end])) ++end;
        found.push_back({line, bare_text.substr(at, end - at)});
        at = end - 1;
    }
    return found;
}

}  // namespace dais::tidy
