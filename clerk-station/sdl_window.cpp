#include "clerk-station/sdl_window.hpp"

#include <algorithm>

#include "clerk-station/room/sdl_monitors.hpp"
#include "clerk-station/sdl_events.hpp"

namespace dais::clerk_station {
namespace {

base::Error no_window() {
    return {"no_window", std::string("The window cannot be opened: ") + SDL_GetError() + "."};
}

void ask_for_core_profile() {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
}

// The window's part of the desktop, where it shares it.
desk::WindowOptions placed(desk::WindowOptions options) {
    SDL_Rect bounds{};
    if (options.full_screen) {
        const auto monitor = bounds_of_monitor(options.monitor);
        options.place = desk::Spot{monitor.x, monitor.y};
        options.extent = {monitor.w, monitor.h};
        options.bare = true;
        return options;
    }
    if (!options.tile || SDL_GetDisplayUsableBounds(0, &bounds) != 0) return options;
    const auto area = desk::tile_of({{bounds.x, bounds.y}, {bounds.w, bounds.h}}, *options.tile);
    options.place = area.corner;
    options.extent = area.extent;
    return options;
}

}  // namespace

base::Result<std::unique_ptr<SdlWindow>> SdlWindow::open(const desk::WindowOptions& given) {
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
#ifdef SDL_HINT_IME_SUPPORT_EXTENDED_TEXT
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");  // else SDL cuts what is put together to 32 bytes
#endif
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_APP_NAME, "dais");
    SDL_SetHint("SDL_VIDEO_X11_WMCLASS", given.name.c_str());
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // the program ends in its own order
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_window();
    const auto options = placed(given);
    std::unique_ptr<SdlWindow> opened(new SdlWindow);
    ask_for_core_profile();
    std::uint32_t flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options.bare) flags |= SDL_WINDOW_BORDERLESS;
    const int anywhere = static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
    opened->window_ = SDL_CreateWindow(options.title.c_str(), options.place ? options.place->x : anywhere,
                                       options.place ? options.place->y : anywhere, options.extent.width,
                                       options.extent.height, flags);
    if (opened->window_ == nullptr) return no_window();
    SDL_SetWindowMinimumSize(opened->window_, desk::smallest.width, desk::smallest.height);
    opened->context_ = SDL_GL_CreateContext(opened->window_);
    if (opened->context_ == nullptr) return no_window();
    SDL_GL_MakeCurrent(opened->window_, opened->context_);
    // The pacer says when to draw; waiting for the screen as well would hold up keys.
    SDL_GL_SetSwapInterval(0);
    opened->wake_event_ = SDL_RegisterEvents(1);
    opened->options_ = given;
    if (options.take_focus) SDL_RaiseWindow(opened->window_);
    if (options.full_screen) opened->cover(bounds_of_monitor(options.monitor));
    SDL_StartTextInput();
    return opened;
}

SdlWindow::~SdlWindow() {
    if (context_ != nullptr) {
        SDL_GL_DeleteContext(context_);
    }
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
}

void SdlWindow::wait(std::optional<base::Span> patience) {
    SDL_Event event;
    bool got = false;
    if (!patience) {
        got = SDL_WaitEvent(&event) == 1;
    } else {
        const auto most = std::clamp<std::int64_t>(patience->count(), 0, 3'600'000);
        got = SDL_WaitEventTimeout(&event, static_cast<int>(most)) == 1;
    }
    while (got) {
        take(event);
        got = SDL_PollEvent(&event) == 1;
    }
}

void SdlWindow::wake() {
    if (waking_.exchange(true)) return;
    SDL_Event event{};
    event.type = wake_event_;
    // A queue that is full has woken the window anyway; the next call must try again.
    if (SDL_PushEvent(&event) != 1) waking_ = false;
}

// Not SDL's own full screen: without a window manager that keeps the size which the window had.
void SdlWindow::cover(const SDL_Rect& monitor) {
    full_screen_ = true;
    SDL_SetWindowBordered(window_, SDL_FALSE);
    SDL_SetWindowPosition(window_, monitor.x, monitor.y);
    SDL_SetWindowSize(window_, monitor.w, monitor.h);
    SDL_ShowCursor(SDL_DISABLE);
    // A room has one window, and nobody who would click on it to give it the keyboard.
    if (options_.take_focus) SDL_SetWindowInputFocus(window_);
}

void SdlWindow::leave_full_screen(const SDL_Rect& monitor) {
    full_screen_ = false;
    const int width = std::min(options_.extent.width, monitor.w);
    const int height = std::min(options_.extent.height, monitor.h - desk::room_for_title);
    SDL_SetWindowBordered(window_, options_.bare ? SDL_FALSE : SDL_TRUE);
    SDL_SetWindowSize(window_, width, height);
    SDL_SetWindowPosition(window_, monitor.x + (monitor.w - width) / 2, monitor.y + (monitor.h - height) / 2);
    SDL_ShowCursor(SDL_ENABLE);
}

void SdlWindow::toggle_full_screen() {
    const auto monitor = bounds_of_monitor(SDL_GetWindowDisplayIndex(window_) + 1);
    if (full_screen_) {
        leave_full_screen(monitor);
    } else {
        cover(monitor);
    }
}

PixelScale SdlWindow::pixel_scale() {
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    const auto pixels = extent();
    return {width > 0 ? static_cast<float>(pixels.width) / static_cast<float>(width) : 1,
            height > 0 ? static_cast<float>(pixels.height) / static_cast<float>(height) : 1};
}

void SdlWindow::text_input_at(ui::Rect place) {
    const auto scale = pixel_scale();
    const SDL_Rect rect{static_cast<int>(place.x / scale.across), static_cast<int>(place.y / scale.down),
                        std::max(1, static_cast<int>(place.w / scale.across)),
                        std::max(1, static_cast<int>(place.h / scale.down))};
    if (SDL_RectEquals(&rect, &text_input_) == SDL_TRUE) return;
    text_input_ = rect;
    SDL_SetTextInputRect(&text_input_);
}

void SdlWindow::take(const SDL_Event& event) {
    if (event.type == wake_event_) {
        waking_ = false;
        return;
    }
    switch (event.type) {
        case SDL_QUIT:
            close_asked_ = true;
            break;
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_CLOSE) close_asked_ = true;
            // Shown again, another size, focus: all of them want a frame, whether or not it is another.
            painter_.show_again();
            input().push(ui::FocusChanged{(SDL_GetWindowFlags(window_) & SDL_WINDOW_INPUT_FOCUS) != 0});
            break;
        case SDL_DISPLAYEVENT:  // a projector came, went or has another size
            if (full_screen_) cover(bounds_of_monitor(options_.monitor));
            break;
        default:
            take_input(event, pixel_scale(), input());
            break;
    }
}

ui::Extent SdlWindow::extent() {
    ui::Extent extent;
    SDL_GL_GetDrawableSize(window_, &extent.width, &extent.height);
    return extent;
}

float SdlWindow::system_scale() {
    float dots = 96;
    const int display = std::max(0, SDL_GetWindowDisplayIndex(window_));
    if (SDL_GetDisplayDPI(display, nullptr, &dots, nullptr) != 0) return 1.0F;
    // Screens report sizes that are a little off; only a clear difference is meant.
    return dots < 120 ? 1.0F : dots / 96.0F;
}

void SdlWindow::show(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets) {
    if (painter_.draw(background, fonts_rebuilt, sheets)) SDL_GL_SwapWindow(window_);
}

ui::Picture SdlWindow::picture() {
    return painter_.picture();
}

std::string SdlWindow::clipboard() {
    char* text = SDL_GetClipboardText();
    if (text == nullptr) return {};
    std::string copy(text);
    SDL_free(text);
    return copy;
}

void SdlWindow::set_clipboard(const std::string& text) {
    SDL_SetClipboardText(text.c_str());
}

void SdlWindow::set_title(const std::string& title) {
    SDL_SetWindowTitle(window_, title.c_str());
}

}  // namespace dais::clerk_station
