// The clerk's window: SDL2 with an OpenGL 3.3 core context; SDL brings input methods and touch. Thread: the
// main one, but for wake().
#pragma once

#include <SDL.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "clerk-station/sdl_events.hpp"
#include "desk/painter.hpp"
#include "desk/window_options.hpp"
#include "ui/window.hpp"

namespace dais::clerk_station {

class SdlWindow final : public ui::Window {
  public:
    // Error no_window, with what the system said.
    static base::Result<std::unique_ptr<SdlWindow>> open(const desk::WindowOptions& options);
    ~SdlWindow() override;

    void wait(std::optional<base::Span> patience) override;
    void wake() override;
    [[nodiscard]] ui::Extent extent() override;
    [[nodiscard]] float system_scale() override;
    [[nodiscard]] bool close_asked() override { return close_asked_; }
    void show(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets) override;
    void end_drawing() override { painter_.close(); }
    ui::Picture picture() override;
    std::string clipboard() override;
    void set_clipboard(const std::string& text) override;
    void text_input_at(ui::Rect place) override;
    void set_title(const std::string& title) override;

    // Over the whole monitor that the window is on, or back to a window there.
    void toggle_full_screen();
    // As if the person had closed the window.
    void ask_to_close() { close_asked_ = true; }

  private:
    SdlWindow() = default;
    void take(const SDL_Event& event);
    PixelScale pixel_scale();
    void cover(const SDL_Rect& monitor);
    void leave_full_screen(const SDL_Rect& monitor);

    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    std::uint32_t wake_event_ = 0;
    std::atomic<bool> waking_ = false;
    bool close_asked_ = false;
    SDL_Rect text_input_{};
    desk::WindowOptions options_;
    bool full_screen_ = false;
    desk::Painter painter_;
};

}  // namespace dais::clerk_station
