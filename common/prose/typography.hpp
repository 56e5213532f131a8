// The house style while one types: straight quotes become the language's, hyphens dashes, three dots an
// ellipsis, and spaces that no line may end at become no-break spaces. What a language wants is data
// (config/typography/LANG.toml, flattened to dotted keys); the code knows no language.
//
// How an editor uses it: it puts in what was typed, as always; then it calls after() with its new text and
// caret, and where that says something, makes the edit as a step of its own. So one undo gives back exactly
// what was typed, and since after() is asked only about what is typed, it stays so. What is pasted, undone or
// completed is not asked about.
//
// Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "prose/range.hpp"

namespace dais::prose {

class Typography {
  public:
    // More typed at once than this was not typed.
    static constexpr std::size_t max_typed_bytes = 64;

    // A style that changes nothing.
    Typography() = default;

    // Reads the flat map. Lists are "key.0", "key.1", …; a list and the hint may be absent, any other key
    // may not, and there is none besides:
    //
    //   quotes.open, quotes.close              what " becomes, with the spaces that the language puts inside
    //   quotes.inner_open, quotes.inner_close  what it becomes inside of such a quotation
    //   quotes.single_open                     what ' becomes where it opens; empty where it never does
    //   quotes.apostrophe                      what ' becomes elsewhere
    //   quotes.opens_after.N                   a quote opens at the beginning, after a space, and after these
    //   quotes.turns                           "yes": it opens wherever none is open, as in a language that
    //                                          puts no space before it; else "no"
    //   replace.from.N, replace.to.N           when the first stands before the caret, it becomes the second;
    //                                          of several the longest
    //   space.no_break                         the space that the following put in; empty for none of them
    //   space.before.N                         marks with such a space before them: a plain one is replaced,
    //                                          and where there is none it is put in …
    //   space.not_after.N                      … but not behind these ("http")
    //   space.after.N                          words whose space behind them is such a one ("Mr.")
    //   space.units.N                          words whose space behind a number is such a one ("km")
    //   hint.paragraph                         how a paragraph of somebody begins ("said that …"): shown
    //   where
    //                                          it is empty, and never put in
    //
    // Errors: `missing_key`, `unknown_key`, `bad_text`, `wrong_value`, `too_many`; the text names the key.
    static base::Result<Typography> from(const std::map<std::string, std::string>& map);

    // What to do after `typed` was put in; it ends at the caret. Nothing where the style is content, where
    // the text before the caret does not end with it, or where it is longer than max_typed_bytes. What stands
    // behind the caret stays as it is.
    [[nodiscard]] std::optional<Edit> after(std::string_view text, std::size_t caret,
                                            std::string_view typed) const;

    [[nodiscard]] const std::string& paragraph_hint() const { return paragraph_hint_; }

  private:
    struct Quotes {
        std::string open, close, inner_open, inner_close, single_open, apostrophe;
        std::vector<std::string> opens_after;
        bool turns = false;
    };
    using Texts = std::vector<std::string>;

    void take_character(std::string& left, std::string_view typed) const;
    void set_quote(std::string& left) const;
    void replace(std::string& left) const;
    void bind_to_mark(std::string& left, std::string_view typed) const;
    void bind_to_word(std::string& left) const;
    void bind_unit(std::string& left, std::string_view typed) const;
    [[nodiscard]] bool opens_at_end_of(std::string_view left) const;
    [[nodiscard]] std::string double_quote(std::string_view left) const;
    [[nodiscard]] std::string single_quote(std::string_view left) const;

    Quotes quotes_;
    std::vector<std::pair<std::string, std::string>> replacements_;
    std::string paragraph_hint_;
    std::string no_break_;
    Texts before_, not_after_, after_, units_;
};

}  // namespace dais::prose
