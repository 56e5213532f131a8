// Short forms of what a clerk writes a hundred times a meeting: "std" and Tab give "said that the
// delegation", with the caret where it is needed. They are data: config/snippets/LANG.toml of the site, and
// snippets.toml in a meeting's folder, whose own win.
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "prose/range.hpp"

namespace dais::prose {

class Snippets {
  public:
    static constexpr std::size_t max_snippets = 1'000;
    static constexpr std::size_t max_short_bytes = 64;
    static constexpr std::size_t max_stops = 10;  // of one

    Snippets() = default;

    // Reads the flat map: the short form is the key, letters and digits of one word; the long form one line
    // of text, not empty, with "{}" where the caret goes. Errors: `bad_short`, `bad_text`, `wrong_value`,
    // `too_many`; the text names the key.
    static base::Result<Snippets> from(const std::map<std::string, std::string>& map);

    // These and the others; of a short form that both have, the other's long form.
    [[nodiscard]] Snippets with(const Snippets& others) const;

    [[nodiscard]] std::size_t size() const { return long_forms_.size(); }
    // In the order of the short forms, to show them.
    [[nodiscard]] const std::map<std::string, std::string>& all() const { return long_forms_; }

    struct Expansion {
        Edit edit;  // its caret is the first stop, or the end of the long form where it has none
        std::vector<std::size_t> stops;  // the others, as offsets in the text after the edit, in order
    };

    // The short form that ends at the caret, replaced by its long one; nothing where no short form ends
    // there, or where a word goes on behind it. A capital where the short form begins makes one in the long
    // form, unless there is a short form written so.
    [[nodiscard]] std::optional<Expansion> expand(std::string_view text, std::size_t caret) const;

  private:
    std::map<std::string, std::string> long_forms_;  // by short form, with their "{}"
};

}  // namespace dais::prose
