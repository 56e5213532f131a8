// A window without a system: for tests and benchmarks, which push events into input() and read what was drawn
// from the probes.
#pragma once

#include "ui/window.hpp"

namespace dais::ui {

class NullWindow final : public Window {
  public:
    explicit NullWindow(Extent extent) : extent_(extent) {}

    // Returns at once: whoever drives a null window has its own time.
    void wait(std::optional<base::Span>) override {}
    void wake() override {}
    [[nodiscard]] Extent extent() override { return extent_; }
    [[nodiscard]] float system_scale() override { return 1.0F; }
    [[nodiscard]] bool close_asked() override { return close_; }
    void show(Rgb, bool, const Sheets&) override { ++shown_; }
    void end_drawing() override {}
    Picture picture() override { return {}; }
    std::string clipboard() override { return clipboard_; }
    void set_clipboard(const std::string& text) override { clipboard_ = text; }
    void text_input_at(Rect place) override { text_input_ = place; }
    void set_title(const std::string& title) override { title_ = title; }

    void resize(Extent extent) { extent_ = extent; }
    void ask_to_close() { close_ = true; }
    [[nodiscard]] Rect text_input() const { return text_input_; }
    [[nodiscard]] int shown() const { return shown_; }
    [[nodiscard]] const std::string& title() const { return title_; }

  private:
    Extent extent_;
    bool close_ = false;
    int shown_ = 0;
    Rect text_input_;
    std::string clipboard_;
    std::string title_;
};

}  // namespace dais::ui
