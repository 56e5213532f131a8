// Lists: of rows of one height, or of rows each as high as its text. Only what is seen is drawn, so that ten
// thousand rows cost what twenty do. Up, Down, Page Up, Page Down, Home and End choose; Enter activates.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "ui/ui.hpp"

namespace dais::ui {

inline constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

// What a list keeps from frame to frame; a panel's draft holds it.
struct RowsState {
    std::size_t chosen = no_row;
    float offset = 0;              // pixels scrolled away at the top
    bool reveal = false;           // scroll so that the chosen row is seen
    float offset_wanted = -1;      // set to scroll there; below 0: not
    bool scrolls = false;          // there is a bar at the right, which takes room from the rows
    std::size_t dragged = no_row;  // pressed, and held since

    void choose(std::size_t row) {
        chosen = row;
        reveal = true;
    }
};

struct RowsLook {
    std::string what = {};   // "People on the list": what is read out of an empty list's probe
    std::string empty = {};  // the sentence shown where there is no row
    bool drags = false;      // rows can be dragged to another place
};

// A row to be drawn.
struct Row {
    std::size_t index = 0;
    Rect rect;
    bool chosen = false;
    bool focused = false;  // the list has the focus and this is the chosen row
    Colour ink;            // of its text on its ground, which is drawn already
    Colour quiet_ink;
};
using DrawRow = std::function<void(const Row&)>;

struct RowsEvent {
    std::optional<std::size_t> activated;  // Enter, or a double click
    bool moved = false;                    // another row was chosen
    bool focused = false;                  // the list has the focus
    std::optional<std::size_t> dropped;    // the chosen row was let go at the place of this one
};

// How high the rows are: all the same, or each its own.
class Heights {
  public:
    virtual ~Heights() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual float top_of(std::size_t row) const = 0;  // of row `count()`: the height of all
    [[nodiscard]] virtual std::size_t row_at(float y) const = 0;    // REQUIRES: 0 <= y < all, count() > 0
};

RowsEvent rows(Ui& ui, const std::string& id, Rect rect, const Heights& heights, RowsState& state,
               const RowsLook& look, const DrawRow& draw);
RowsEvent rows(Ui& ui, const std::string& id, Rect rect, std::size_t count, float height, RowsState& state,
               const RowsLook& look, const DrawRow& draw);

// How wide the bar is where a list scrolls.
float rows_track(Ui& ui);

}  // namespace dais::ui
