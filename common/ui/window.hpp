// The seam to a window system. GLFW (chair-console), SDL (clerk-station) and nothing at all (null_window.hpp)
// are peers behind it. One thread, but for wake().
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "ui/geometry.hpp"
#include "ui/input.hpp"
#include "ui/picture.hpp"
#include "ui/sheets.hpp"

namespace dais::ui {

class Window {
  public:
    Window() = default;
    virtual ~Window() = default;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Waits until something happened, wake() was called, or the time is over (nothing: for ever); what
    // happened is then in input().
    virtual void wait(std::optional<base::Span> patience) = 0;
    // Ends a wait(), from any thread. Many calls before the wait are one.
    virtual void wake() = 0;
    InputQueue& input() { return input_; }

    [[nodiscard]] virtual Extent extent() = 0;
    // How large the system says that things should be: 1 for 96 dots an inch.
    [[nodiscard]] virtual float system_scale() = 0;
    // The person, or the system, wants the window closed.
    [[nodiscard]] virtual bool close_asked() = 0;

    // Clears to the colour and draws over it what ImGui::GetDrawData() has; `fonts_rebuilt`: the atlas must
    // be uploaded first, and so must the strips of the sheets that are fresh.
    virtual void show(Rgb background, bool fonts_rebuilt, const Sheets& sheets) = 0;
    // Dear ImGui's context is about to go: what was kept for it on the graphics card goes first.
    virtual void end_drawing() = 0;
    // What was shown last.
    virtual Picture picture() = 0;

    virtual std::string clipboard() = 0;
    virtual void set_clipboard(const std::string& text) = 0;
    // Where text is being typed: an input method puts its window beside it.
    virtual void text_input_at(Rect) {}
    virtual void set_title(const std::string& title) = 0;

  private:
    InputQueue input_;
};

}  // namespace dais::ui
