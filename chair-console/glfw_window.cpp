#include "chair-console/glfw_window.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "chair-console/glfw_keys.hpp"

namespace dais::chair_console {
namespace {

std::string& last_error() {
    static std::string text;
    return text;
}

GlfwWindow& self(GLFWwindow* window) {
    return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
}

void append_utf8(std::string& text, char32_t letter) {
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (letter < 0x80) return put(letter);
    if (letter < 0x800) {
        put(0xC0 | (letter >> 6));
    } else if (letter < 0x10000) {
        put(0xE0 | (letter >> 12));
        put(0x80 | ((letter >> 6) & 0x3F));
    } else {
        put(0xF0 | (letter >> 18));
        put(0x80 | ((letter >> 12) & 0x3F));
        put(0x80 | ((letter >> 6) & 0x3F));
    }
    put(0x80 | (letter & 0x3F));
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
    if (action == GLFW_RELEASE) return;
    const auto pressed = key_of(key, glfwGetKeyName(key, scancode));
    if (pressed == ui::Key::none) return;
    self(window).input().push(ui::KeyPress{pressed, mods_of(mods), action == GLFW_REPEAT});
}

void on_character(GLFWwindow* window, unsigned int letter) {
    ui::Typed typed;
    append_utf8(typed.text, static_cast<char32_t>(letter));
    self(window).input().push(std::move(typed));
}

// GLFW speaks of the pointer in the window's units; where those are not pixels, they are made so.
void on_pointer(GLFWwindow* window, double x, double y) {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window, &width, &height);
    const auto extent = self(window).extent();
    const double across = width > 0 ? static_cast<double>(extent.width) / width : 1;
    const double down = height > 0 ? static_cast<double>(extent.height) / height : 1;
    self(window).input().push(ui::PointerMoved{static_cast<float>(x * across), static_cast<float>(y * down)});
}

void on_button(GLFWwindow* window, int button, int action, int mods) {
    self(window).input().push(ui::ButtonChanged{button, action == GLFW_PRESS, mods_of(mods)});
}

void on_wheel(GLFWwindow* window, double, double lines) {
    self(window).input().push(ui::Wheel{static_cast<float>(lines)});
}

void on_focus(GLFWwindow* window, int focused) {
    self(window).show_again();
    self(window).input().push(ui::FocusChanged{focused == GLFW_TRUE});
}

// What GLFW tells by a call that must lead to a frame though no key was pressed.
void on_refresh(GLFWwindow* window) {
    self(window).show_again();
    self(window).input().push(ui::FocusChanged{glfwGetWindowAttrib(window, GLFW_FOCUSED) == GLFW_TRUE});
}

void on_resize(GLFWwindow* window, int, int) {
    on_refresh(window);
}

// The window's part of the desktop, where it shares it.
desk::WindowOptions placed(desk::WindowOptions options) {
    if (!options.tile) return options;
    desk::Area desktop;
    glfwGetMonitorWorkarea(glfwGetPrimaryMonitor(), &desktop.corner.x, &desktop.corner.y,
                           &desktop.extent.width, &desktop.extent.height);
    const auto area = desk::tile_of(desktop, *options.tile);
    options.place = area.corner;
    options.extent = area.extent;
    return options;
}

// A window manager may have placed the window as it liked, and GLFW speaks of what is inside its frame.
void settle_at(GLFWwindow* window, desk::Spot corner) {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    glfwGetWindowFrameSize(window, &left, &top, &right, &bottom);
    glfwSetWindowPos(window, corner.x + left, corner.y + top);
}

}  // namespace

base::Result<std::unique_ptr<GlfwWindow>> GlfwWindow::open(const desk::WindowOptions& given) {
    glfwSetErrorCallback([](int, const char* text) { last_error() = text; });
    const auto fail = [] {
        auto error = base::Error{"no_window", "The window cannot be opened: " + last_error() + "."};
        glfwTerminate();
        return error;
    };
    if (glfwInit() != GLFW_TRUE) return fail();
    const auto options = placed(given);
    glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DECORATED, options.bare ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "dais");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, options.name.c_str());
    auto* window = glfwCreateWindow(options.extent.width, options.extent.height, options.title.c_str(),
                                    nullptr, nullptr);
    if (window == nullptr) return fail();
    std::unique_ptr<GlfwWindow> opened(new GlfwWindow(window));
    if (options.place) glfwSetWindowPos(window, options.place->x, options.place->y);
    glfwSetWindowSizeLimits(window, desk::smallest.width, desk::smallest.height, GLFW_DONT_CARE,
                            GLFW_DONT_CARE);
    glfwShowWindow(window);
    if (options.place) settle_at(window, *options.place);
    if (options.take_focus) glfwFocusWindow(window);
    glfwMakeContextCurrent(window);
    // The pacer says when to draw; waiting for the screen as well would hold up keys.
    glfwSwapInterval(0);
    opened->listen();
    return opened;
}

void GlfwWindow::listen() {
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_, on_key);
    glfwSetCharCallback(window_, on_character);
    glfwSetCursorPosCallback(window_, on_pointer);
    glfwSetMouseButtonCallback(window_, on_button);
    glfwSetScrollCallback(window_, on_wheel);
    glfwSetWindowFocusCallback(window_, on_focus);
    glfwSetWindowRefreshCallback(window_, on_refresh);
    glfwSetFramebufferSizeCallback(window_, on_resize);
}

GlfwWindow::~GlfwWindow() {
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void GlfwWindow::wait(std::optional<base::Span> patience) {
    if (!patience) return glfwWaitEvents();
    if (*patience <= base::Span{0}) return glfwPollEvents();
    glfwWaitEventsTimeout(static_cast<double>(patience->count()) / 1000.0);
}

void GlfwWindow::wake() {
    glfwPostEmptyEvent();
}

ui::Extent GlfwWindow::extent() {
    ui::Extent extent;
    glfwGetFramebufferSize(window_, &extent.width, &extent.height);
    return extent;
}

float GlfwWindow::system_scale() {
    float across = 1;
    float down = 1;
    glfwGetWindowContentScale(window_, &across, &down);
    return std::max(1.0F, std::min(across, down));
}

bool GlfwWindow::close_asked() {
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void GlfwWindow::show(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets) {
    if (painter_.draw(background, fonts_rebuilt, sheets)) glfwSwapBuffers(window_);
}

ui::Picture GlfwWindow::picture() {
    return painter_.picture();
}

std::string GlfwWindow::clipboard() {
    const char* text = glfwGetClipboardString(window_);
    return text == nullptr ? std::string() : std::string(text);
}

void GlfwWindow::set_clipboard(const std::string& text) {
    glfwSetClipboardString(window_, text.c_str());
}

void GlfwWindow::set_title(const std::string& title) {
    glfwSetWindowTitle(window_, title.c_str());
}

}  // namespace dais::chair_console
