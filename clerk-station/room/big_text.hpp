// Text for those who sit far away: in any script and at any size, set by common/typeset and drawn sharply,
// for Dear ImGui's atlas ends at sizes that are read at a desk. A text becomes smaller until its place holds
// it, then it wraps, and only at its least size it ends in an ellipsis, which its probe then says.
//
// Nothing is set or drawn again while it stays as it is. Lengths are pixels. Where the words of the meeting
// run from right to left, everything that is drawn here lies mirrored in the area. Thread: the window's.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "typeset/paragraph.hpp"
#include "ui/ui.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {

// How a text would like to be set.
struct Big {
    std::string text;
    float em = 40;          // the size that is wanted
    float least = 0.55F;    // the least part of it
    std::size_t lines = 1;  // at most so many
    float one_line = 1;     // rather on one line, as long as it is at least this part of its size
    bool bold = false;
    ui::Align align = ui::Align::start;
};

class BigTexts {
  public:
    // Begins a frame: all that is drawn until the next lies in the area.
    void begin(ui::Ui& ui, ui::Rect area, bool right_to_left);

    [[nodiscard]] bool right_to_left() const { return rtl_; }
    // What it takes in that width, at the size at which it fits there.
    [[nodiscard]] float height(const Big& big, float width);
    [[nodiscard]] float width(const Big& big, float most);
    // Draws it at the rectangle's top, and notes the probe. The rectangle is as if it ran from left to right.
    void draw(const std::string& id, ui::Rect rect, const Big& big, ui::Colour colour);
    // The same behind the shape of a state, in its colour.
    void status(const std::string& id, ui::Rect rect, const Big& big, ui::State state);
    [[nodiscard]] float status_width(const Big& big, float most);

    // Digits, each in a cell of the widest one's width, so that nothing moves when one changes: so large that
    // they are as high as the rectangle, or smaller where that is too wide. From left to right in every
    // script.
    void digits(const std::string& id, ui::Rect rect, const std::string& digits, ui::Colour colour,
                ui::Align align);
    void bar(const std::string& id, ui::Rect rect, float part, ui::State state);
    void fill(ui::Rect rect, ui::Colour colour, float rounding = 0);

  private:
    using Key = std::tuple<std::string, float, float, float, std::size_t, float, bool>;
    struct Fitted {
        typeset::Paragraph paragraph;
        float em = 0;
        bool cut = false;
        std::uint64_t used = 0;  // in which frame last
    };
    Fitted& fit(const Big& big, float width);
    [[nodiscard]] ui::Rect placed(ui::Rect rect) const;
    void draw_line(const std::string& sheet, const Fitted& fitted, std::size_t line, float x, float y,
                   float width, ui::Colour colour);

    ui::Ui* ui_ = nullptr;
    ui::Rect area_;
    bool rtl_ = false;
    std::uint64_t frame_ = 0;
    std::map<Key, Fitted> fitted_;
};

}  // namespace dais::clerk_station
