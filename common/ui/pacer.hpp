// When to draw. Pure: it is told what happened and when, and says when the next frame is due.
//
// The rules, each measured on software rendering (docs/decisions/0008-frames.md): after input three frames,
// as what a key brought about may show only in the second (a hover, a list that scrolls to its row); after a
// change of the state or of a digit one; never more than thirty a second; otherwise nothing is drawn at all.
// A frame for a digit holds up no other: it comes once a second, and an entry must not wait for it. And
// after quiet a change may follow a change at once: the record that an entry makes comes just after it.
#pragma once

#include <optional>

#include "base/time.hpp"

namespace dais::ui {

class Pacer {
  public:
    static constexpr base::Span shortest{33};  // between two frames
    static constexpr int after_input = 3;

    void input() { wanted_ = after_input; }
    void changed() {
        wanted_ = wanted_ > 0 ? wanted_ : 1;
        changed_ = true;
    }

    // Whether a frame is due. `now` is the machine's uptime.
    [[nodiscard]] bool due(base::Instant now) const;
    // How long to wait for events at the most; nothing: until something happens.
    [[nodiscard]] std::optional<base::Span> patience(base::Instant now) const;

    // A frame was drawn; the next digit changes then (nothing: none does).
    void drawn(base::Instant now, std::optional<base::Instant> next_digit);

  private:
    // When a frame that is not for a digit alone may be drawn; nothing: at any time.
    [[nodiscard]] std::optional<base::Instant> earliest() const;

    int wanted_ = 1;
    bool changed_ = false;
    std::optional<base::Instant> last_;         // frame
    std::optional<base::Instant> last_wanted_;  // frame that was not for a digit alone
    std::optional<base::Instant> before_;       // and the one before it
    std::optional<base::Instant> digit_;
};

}  // namespace dais::ui
