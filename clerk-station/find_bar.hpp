// Find and replace through the whole record: a bar above the record. Ctrl+F opens it, Ctrl+H with the field
// for the replacement; Enter goes to the next place, Shift+Enter to the one before, Ctrl+Alt+Enter replaces
// all, and as long as the bar is open one press takes that back. Escape closes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clerk-station/finding.hpp"
#include "ui/field.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

class FindBar {
  public:
    // How high it is; 0 while it is closed.
    [[nodiscard]] float height(ui::Ui& ui) const;
    // Returns the text that was gone to.
    std::optional<meeting::TextId> draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect);
    // Ctrl+F, Ctrl+H; after all widgets.
    void keys(ui::Ui& ui, const ui::Model& model);
    // As Ctrl+F or, with a replacement, Ctrl+H does, with what is looked for.
    void open(const std::string& words, const std::optional<std::string>& by = {});
    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] const Finding& finding() const { return finding_; }

  private:
    std::optional<meeting::TextId> step(const ui::Model& model, int by);
    void replace(const ui::Model& model, ui::Sink& sink);
    void take_back(const ui::Model& model, ui::Sink& sink);
    [[nodiscard]] std::string state_of(const ui::Model& model) const;
    void draw_replacing(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect);

    bool open_ = false;
    bool replaces_ = false;
    ui::Field words_{prose::max_needle_bytes};
    ui::Field by_{prose::max_needle_bytes};
    bool exact_ = false;
    bool whole_ = false;
    Finding finding_;
    std::optional<std::size_t> at_;      // which of the texts found is shown, in the record's order
    std::vector<meeting::Reword> done_;  // the last replacement, for its way back
    std::string said_;                   // what came of it
};

}  // namespace dais::clerk_station
