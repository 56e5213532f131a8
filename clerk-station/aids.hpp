// What helps a clerk to write: the house's typography, short forms, names and documents that complete
// themselves, spelling and hints on style, all in the record's language. Nothing here changes a text by
// itself but typography, and nothing blocks. A value of the view; the window's thread (spelling has one of
// its own, spelling/speller.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "clerk-station/places.hpp"
#include "prose/completion.hpp"
#include "prose/hints.hpp"
#include "prose/snippets.hpp"
#include "prose/typography.hpp"
#include "spelling/speller.hpp"
#include "ui/editor.hpp"
#include "ui/model.hpp"

namespace dais::clerk_station {

// What the site's files say for one language. What is absent or faulty is left out; `faults` says so, a
// sentence each.
struct LanguageAids {
    prose::Typography typography;
    prose::Snippets snippets;
    prose::HintRules hints;
    std::optional<spelling::Sources> spelling;  // without the meeting's names
    std::vector<std::string> faults;
};
using LoadAids = std::function<LanguageAids(const std::string& language)>;

// A place in the text that somebody should look at.
struct Remark {
    prose::Range range;
    bool misspelt = false;
    std::string say;    // of a hint
    std::string write;  // what the hint proposes; empty: nothing
};

class Aids {
  public:
    // Without a loader there are no aids but completion; without a speller, no spelling.
    explicit Aids(LoadAids load = {}, spelling::Speller* speller = nullptr);

    // Once a frame, before the editor is drawn: takes in what is known of the meeting.
    void bring_up_to_date(const ui::Model& model);
    // What the speller has found since; whether there was anything.
    bool take_news();
    // What is to be remarked on in the text at a place. Asks for its spelling where it is another than
    // before.
    const std::vector<Remark>& look_at(const ui::Model& model, const Place& place, const std::string& text);

    [[nodiscard]] const prose::Typography& typography() const { return files_.typography; }
    [[nodiscard]] const prose::Snippets& snippets() const { return files_.snippets; }
    [[nodiscard]] std::vector<prose::Completion> completions(std::string_view text, std::size_t caret) const;
    [[nodiscard]] const prose::Candidate& candidate(std::size_t index) const {
        return completer_.candidates()[index];
    }
    // Why spelling marks nothing, or what is wrong with the site's files; empty: all is well.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

    // Asks for what might be meant by a word; the answer comes in a later frame.
    void suggest(const std::string& word);
    [[nodiscard]] const std::optional<spelling::Suggestions>& suggestions() const { return suggestions_; }

  private:
    void load(const ui::Model& model);
    void take_names(const ui::Model& model);
    void learn_abbreviations(const ui::Model& model);
    [[nodiscard]] prose::Introduced introduced_before(const ui::Model& model, const Place& place) const;

    LoadAids load_;
    spelling::Speller* speller_;
    std::string language_;
    LanguageAids files_;
    std::string trouble_;
    prose::Completer completer_;
    std::uint64_t names_for_ = 0;  // what the names depend on
    bool named_ = false;

    // Abbreviations that texts of the record introduce, by text; those without any are not in it.
    std::map<meeting::TextId, prose::Introduced> introduced_;
    std::vector<std::size_t> read_revisions_;     // of each text of the meeting, how many were read
    std::uint64_t read_for_ = ~std::uint64_t{0};  // the meeting's revision of which all was read
    std::uint64_t learned_ = 0;                   // grows with what was learned

    std::string looked_at_;
    Place looked_at_place_;
    std::uint64_t looked_at_learned_ = ~std::uint64_t{0};
    std::vector<Remark> remarks_;
    std::vector<prose::Range> misspelt_;
    bool misspelt_known_ = false;
    std::uint64_t spelling_id_ = 0;
    std::optional<spelling::Suggestions> suggestions_;
};

// The aids as the product's config folder has them.
LanguageAids load_aids(const std::string& language);

}  // namespace dais::clerk_station
