// Keys as the desks speak of them, whatever window system they come from: by what is printed on the key in
// the layout in use where that is a Latin letter or a digit, else by the key's place on the board, so that
// Ctrl+Z is the same key to somebody who types Russian.
#pragma once

#include <cstdint>
#include <string>

namespace dais::ui {

enum class Key : std::uint8_t {
    none,
    enter,
    escape,
    tab,
    backspace,
    erase,  // "Delete" on the key
    insert,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    space,
    plus,  // of the number pad, or the key with + and =
    minus,
    period,
    comma,
    menu,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    d0,
    d1,
    d2,
    d3,
    d4,
    d5,
    d6,
    d7,
    d8,
    d9,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
};
inline constexpr std::size_t key_count = static_cast<std::size_t>(Key::z) + 1;

struct Mods {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    friend constexpr bool operator==(Mods, Mods) = default;
};
inline constexpr Mods alone{};
inline constexpr Mods ctrl{true, false, false};
inline constexpr Mods shift{false, true, false};
inline constexpr Mods alt{false, false, true};
inline constexpr Mods ctrl_shift{true, true, false};

// A key with what is held beside it.
struct Chord {
    Key key = Key::none;
    Mods mods;

    friend constexpr bool operator==(Chord, Chord) = default;
};

// As people read it: "Ctrl+Z", "Space", "Alt+Up"; empty for none.
std::string name(Chord chord);

// The key of a Latin letter or digit, in either case; none for anything else.
Key key_of(char letter);

}  // namespace dais::ui
