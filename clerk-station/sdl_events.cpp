#include "clerk-station/sdl_events.hpp"

#include "clerk-station/sdl_keys.hpp"

namespace dais::clerk_station {
namespace {

// SDL counts the caret's place in characters.
ui::Composing composing_of(const char* text, int caret) {
    ui::Composing composing{text == nullptr ? "" : text, 0};
    const auto& all = composing.text;
    const auto goes_on = [&](std::size_t at) {
        return at < all.size() && (static_cast<unsigned char>(all[at]) & 0xC0U) == 0x80;
    };
    for (auto& at = composing.caret; caret > 0 && at < all.size(); --caret) {
        do ++at;
        while (goes_on(at));
    }
    return composing;
}

ui::PointerMoved moved_to(int x, int y, PixelScale scale) {
    return {static_cast<float>(x) * scale.across, static_cast<float>(y) * scale.down};
}

int button_of(std::uint8_t button) {
    if (button == SDL_BUTTON_LEFT) return 0;
    return button == SDL_BUTTON_RIGHT ? 1 : 2;
}

}  // namespace

void take_input(const SDL_Event& event, PixelScale scale, ui::InputQueue& input) {
    switch (event.type) {
        case SDL_KEYDOWN:
            if (const auto key = key_of(event.key.keysym); key != ui::Key::none) {
                input.push(ui::KeyPress{key, mods_of(event.key.keysym.mod), event.key.repeat != 0});
            }
            break;
        case SDL_TEXTINPUT:
            input.push(ui::Typed{event.text.text});
            break;
        case SDL_TEXTEDITING:
            input.push(composing_of(event.edit.text, event.edit.start));
            break;
#if SDL_VERSION_ATLEAST(2, 0, 22)
        case SDL_TEXTEDITING_EXT:
            input.push(composing_of(event.editExt.text, event.editExt.start));
            SDL_free(event.editExt.text);
            break;
#endif
        case SDL_MOUSEMOTION:
            input.push(moved_to(event.motion.x, event.motion.y, scale));
            break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            input.push(moved_to(event.button.x, event.button.y, scale));
            input.push(ui::ButtonChanged{button_of(event.button.button), event.type == SDL_MOUSEBUTTONDOWN,
                                         mods_of(static_cast<std::uint16_t>(SDL_GetModState()))});
            break;
        case SDL_MOUSEWHEEL:
            input.push(ui::Wheel{event.wheel.preciseY});
            break;
        default:
            break;
    }
}

}  // namespace dais::clerk_station
