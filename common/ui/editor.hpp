// The one seam to the text field of paragraphs: a clerk's view knows no more of it than this. Today it is the
// plain word-wrapping field; the editor that Pango sets takes its place here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/field.hpp"

namespace dais::ui {

class Editor {
  public:
    [[nodiscard]] const std::string& text() const { return field_.edit.text(); }
    [[nodiscard]] bool empty() const { return field_.edit.empty(); }
    // Grows with every change of the text.
    [[nodiscard]] std::uint64_t revision() const { return field_.edit.revision(); }
    // Whether the last thing typed or pasted was more than a paragraph may hold.
    [[nodiscard]] bool full() const { return field_.full; }
    void set(std::string_view text) { field_.edit.set(text); }

    // `lead`: the attribution, in grey before the text. Takes keys while it has the focus.
    FieldEvent draw(Ui& ui, const std::string& id, Rect rect, std::string_view lead, std::string_view hint) {
        return wrapped_field(ui, id, rect, field_, {.hint = hint, .lead = lead});
    }

  private:
    Field field_;
};

}  // namespace dais::ui
