// The line under the text that is written: what Tab would put in, what is misspelt or against the house's
// style, and what to write instead. It says one thing at a time, the one at the caret first.
//
// Tab puts a short form's long form in, goes on to the next place in it, or completes a name; Ctrl+Space
// goes to the next name. Ctrl+. goes to the next remark or, at one, offers what might be meant: 1 to 9 or
// Left, Right and Enter choose, Escape closes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clerk-station/aids.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

class AidsBar {
  public:
    // Before the editor is drawn: takes the keys of an open choice.
    void keys_before(ui::Ui& ui, Aids& aids, ui::Editor& editor);
    // After it: Tab, Ctrl+Space and Ctrl+., while the text has the keyboard.
    void keys_after(ui::Ui& ui, Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks);
    void draw(ui::Ui& ui, Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks, ui::Rect rect);
    [[nodiscard]] bool is_open() const { return open_.has_value(); }
    // The text is another now: what was begun in the one before is over.
    void leave();

  private:
    struct Choice {
        prose::Range range;
        std::string word;
        std::string say;
        std::vector<std::string> words;  // what might be meant
        bool waits = false;              // for the speller
        std::size_t chosen = 0;
    };

    void look(const Aids& aids, const ui::Editor& editor);
    bool next_stop(ui::Editor& editor);
    bool put_in(ui::Editor& editor);
    void point(Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks);
    void offer(Aids& aids, const ui::Editor& editor, const Remark& remark);
    void write(ui::Editor& editor, const std::string& word);
    void draw_choice(ui::Ui& ui, ui::Editor& editor, ui::Rect rect);

    std::uint64_t seen_revision_ = ~std::uint64_t{0};
    std::size_t seen_caret_ = 0;
    const ui::Editor* seen_editor_ = nullptr;
    std::optional<prose::Snippets::Expansion> snippet_;
    std::string long_form_;
    std::vector<prose::Completion> completions_;
    std::vector<std::string> names_;  // of the completions
    std::size_t name_ = 0;            // the one that Tab puts in
    std::vector<std::size_t> stops_;  // what Tab goes on to, as bytes from the end of the text, the next last
    std::optional<Choice> open_;
};

}  // namespace dais::clerk_station
