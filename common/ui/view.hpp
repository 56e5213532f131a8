// A desk's view: its panels put together on one screen. It owns the drafts of its panels (what is typed and
// chosen there and is nobody else's business) and nothing of the meeting.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::ui {

// One line of the help that F1 shows.
struct HelpLine {
    std::string keys;  // "Ctrl+Enter"; empty: `text` is a heading
    std::string text;
};

class View {
  public:
    View() = default;
    virtual ~View() = default;
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    // Draws one frame in the rectangle and hands what is wanted to the sink. Widgets first, then the keys
    // that no widget took.
    virtual void draw(Ui& ui, const Model& model, Sink& sink, Rect area) = 0;
    // When a digit that is drawn changes next, by the machine's uptime; nothing where none does by itself.
    [[nodiscard]] virtual std::optional<base::Instant> next_digit(const Model& model) const = 0;
    // Whether it draws the record as it would be printed (Model::preview); making it for a view that does not
    // would cost every entry time and a frame more.
    [[nodiscard]] virtual bool wants_record() const { return false; }
    // Takes in what works beside the view on threads of its own; whether a frame is to show it. Called when
    // the window was woken, before a frame is decided on.
    virtual bool take_news() { return false; }
    // Takes up the drafts that this station had kept when it was closed or died.
    virtual void restore(const std::map<std::string, std::string>& drafts) = 0;
    // "Chair", for the window's title.
    [[nodiscard]] virtual std::string title() const = 0;
    [[nodiscard]] virtual const std::vector<HelpLine>& help() const = 0;
};

}  // namespace dais::ui
