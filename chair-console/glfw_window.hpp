// The chair's window: GLFW with an OpenGL 3.3 core context. Thread: the main one (GLFW's rule), but for
// wake().
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "desk/painter.hpp"
#include "desk/window_options.hpp"
#include "ui/window.hpp"

struct GLFWwindow;

namespace dais::chair_console {

class GlfwWindow final : public ui::Window {
  public:
    // Error no_window, with what the system said.
    static base::Result<std::unique_ptr<GlfwWindow>> open(const desk::WindowOptions& options);
    ~GlfwWindow() override;

    void wait(std::optional<base::Span> patience) override;
    void wake() override;
    [[nodiscard]] ui::Extent extent() override;
    [[nodiscard]] float system_scale() override;
    [[nodiscard]] bool close_asked() override;
    void show(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets) override;
    void end_drawing() override { painter_.close(); }
    ui::Picture picture() override;
    std::string clipboard() override;
    void set_clipboard(const std::string& text) override;
    void set_title(const std::string& title) override;

    // What the window showed may be gone.
    void show_again() { painter_.show_again(); }

  private:
    explicit GlfwWindow(GLFWwindow* window) : window_(window) {}
    void listen();

    GLFWwindow* window_;
    desk::Painter painter_;
};

}  // namespace dais::chair_console
