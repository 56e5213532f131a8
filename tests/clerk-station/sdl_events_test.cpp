// SDL's events at the clerk's editor, without a window: what a keyboard, an input method and a mouse send is
// fed in as SDL would, and the text and the selection are read.
#include "clerk-station/sdl_events.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

struct SdlEvents : testing::Test {
    support::Seat seat = clerk("15:11 chair give_floor to=lewis\n");
    PixelScale scale;

    void take(const SDL_Event& event) { take_input(event, scale, seat.window().input()); }
    void key(SDL_Scancode place, SDL_Keycode sym, int mods = KMOD_NONE) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym = {place, sym, static_cast<std::uint16_t>(mods), 0};
        take(event);
        event.type = SDL_KEYUP;
        take(event);
        seat.frame();
    }
    void text(const char* typed) {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        std::strncpy(event.text.text, typed, sizeof event.text.text - 1);
        take(event);
        seat.frame();
    }
    void editing(const char* typed, int start) {
        SDL_Event event{};
        event.type = SDL_TEXTEDITING;
        std::strncpy(event.edit.text, typed, sizeof event.edit.text - 1);
        event.edit.start = start;
        take(event);
        seat.frame();
    }
    void button(bool down, int x, int y) {
        SDL_Event event{};
        event.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
        event.button.button = SDL_BUTTON_LEFT;
        event.button.x = x;
        event.button.y = y;
        take(event);
        seat.frame();
    }
    void click(int x, int y) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = x;
        event.motion.y = y;
        take(event);
        seat.frame();
        button(true, x, y);
        button(false, x, y);
    }
    ui::Editor& editor() { return clerk_view(seat).editor.texts.editor(); }
    [[nodiscard]] ui::Rect caret() { return seat.window().text_input(); }
};

TEST_F(SdlEvents, keys_and_what_they_type) {
    key(SDL_SCANCODE_S, SDLK_s);
    text("s");
    text("aid");
    EXPECT_EQ(editor().text(), "said");
    key(SDL_SCANCODE_LEFT, SDLK_LEFT, KMOD_LSHIFT);
    EXPECT_EQ(editor().edit().selected(), "d");
    key(SDL_SCANCODE_BACKSPACE, SDLK_BACKSPACE);
    EXPECT_EQ(editor().text(), "sai");
    key(SDL_SCANCODE_Z, SDLK_z, KMOD_LCTRL);
    EXPECT_EQ(editor().text(), "said");
}

// A dead key makes a press that types nothing, and the next types the letter with its accent.
TEST_F(SdlEvents, dead_keys_and_compose) {
    key(SDL_SCANCODE_LEFTBRACKET, static_cast<SDL_Keycode>('^'));
    key(SDL_SCANCODE_E, SDLK_e);
    text("ê");
    key(SDL_SCANCODE_RALT, SDLK_RALT, KMOD_RALT);
    text("œ");
    EXPECT_EQ(editor().text(), "êœ");
}

TEST_F(SdlEvents, what_an_input_method_puts_together_and_hands_over) {
    text("他");
    const auto before = caret();
    editing("zhǔ", 3);
    EXPECT_EQ(editor().text(), "他");
    EXPECT_EQ(editor().composing(), "zhǔ");
    EXPECT_GT(caret().x, before.x);
    editing("zhǔ", 0);
    EXPECT_EQ(caret().x, before.x);
    editing("", 0);
    text("主席");
    EXPECT_EQ(editor().text(), "他主席");
    EXPECT_EQ(editor().composing(), "");
}

#if SDL_VERSION_ATLEAST(2, 0, 22)
TEST_F(SdlEvents, also_where_it_is_long) {
    SDL_Event event{};
    event.type = SDL_TEXTEDITING_EXT;
    event.editExt.text = SDL_strdup("zhè shì yí gè hěn cháng de jùzi, méiyǒu wán");
    event.editExt.start = 4;
    take(event);
    seat.frame();
    EXPECT_EQ(editor().composing(), "zhè shì yí gè hěn cháng de jùzi, méiyǒu wán");
}
#endif

TEST_F(SdlEvents, the_mouse_also_where_a_unit_is_two_pixels) {
    text("one two three");
    key(SDL_SCANCODE_LEFT, SDLK_LEFT, KMOD_LCTRL);
    const auto at = caret();
    scale = {2, 2};
    const auto x = static_cast<int>(at.x / 2) - 8;
    const auto y = static_cast<int>((at.y + at.h / 2) / 2);
    click(x, y);
    EXPECT_TRUE(editor().edit().selection().empty());
    click(x, y);
    EXPECT_EQ(editor().edit().selected(), "two");
    click(x, y);
    EXPECT_EQ(editor().edit().selected(), "one two three");
    SDL_SetModState(KMOD_LSHIFT);
    key(SDL_SCANCODE_HOME, SDLK_HOME, KMOD_LCTRL);
    click(x, y);
    SDL_SetModState(KMOD_NONE);
    EXPECT_EQ(editor().edit().anchor(), 0U);
    EXPECT_GT(editor().edit().selected().size(), 4U);
}

}  // namespace
}  // namespace dais::clerk_station
