// A paragraph of which some passages were added and some taken out, and a text of which the end matters most.
// What was added is underlined, what was taken out is struck through; colour says it once more.
// Thread: the window's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/rows.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

struct MarkedText {
    enum class Mark : std::uint8_t { added, removed };
    struct Passage {
        std::size_t from = 0;  // bytes of the text
        std::size_t to = 0;
        Mark mark = Mark::added;

        friend bool operator==(const Passage&, const Passage&) = default;
    };

    std::string text;               // what was taken out stands in it as well
    std::vector<Passage> passages;  // in order

    void append(std::string_view words) { text += words; }
    void append(std::string_view words, Mark mark);
};

// For probes and tests: "said [-one-][+two+]."
std::string spelt_out(const MarkedText& marked);

// As many lines as fit the rectangle; returns the height that all of them need. Its probe says spelt_out().
float marked_text(Ui& ui, const std::string& id, Rect rect, const MarkedText& marked, Face face, Colour ink);
// All of it in a list of its lines, which scrolls. The probe "ID.text" says spelt_out().
void scrolled_text(Ui& ui, const std::string& id, Rect rect, const MarkedText& marked, RowsState& state,
                   Face face, const std::string& what);

// The text, or as many letters of its end as fit so many lines of the width with an ellipsis before them.
std::string elided_at_front(Ui& ui, std::string_view text, float width, std::size_t lines, Face face);

}  // namespace dais::ui
