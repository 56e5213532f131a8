#include "cli/keyboard.hpp"

#include <array>
#include <thread>
#include <utility>

#include "program/child.hpp"
#include "program/clocks.hpp"

namespace dais::cli {
namespace {

constexpr base::Span patience{10'000};
constexpr int not_found = 127;

// Runs a program of the PATH to its end; its exit code. Error: no_keyboard.
base::Result<int> run(std::vector<std::string> command, base::Span further = base::Span{0}) {
    const auto name = command.front();
    command.insert(command.begin(), "/usr/bin/env");
    auto child = program::Child::start(command);
    if (!child) return child.error();
    const auto deadline = program::uptime() + patience + further;
    while (child->runs() && program::uptime() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    if (child->runs()) return base::Error{"no_keyboard", name + " does not answer."};
    if (child->status() == not_found) {
        return base::Error{"no_keyboard", name + " is not installed (Debian: xdotool, x11-xkb-utils)."};
    }
    return *child->status();
}

base::Status<> must(base::Result<int> code, const std::string& what) {
    if (!code) return code.error();
    if (*code != 0) return base::Error{"no_keyboard", what + " failed."};
    return base::Done{};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> names{{
    {"Enter", "Return"},
    {"Esc", "Escape"},
    {"Tab", "Tab"},
    {"Delete", "Delete"},
    {"Space", "space"},
    {"+", "plus"},
    {"-", "minus"},
    {"Home", "Home"},
    {"End", "End"},
    {"Up", "Up"},
    {"Down", "Down"},
    {"Left", "Left"},
    {"Right", "Right"},
}};

}  // namespace

std::string xdotool_name(const std::string& chord) {
    std::string_view rest = chord;
    std::string name;
    const auto take = [&](std::string_view prefix, std::string_view theirs) {
        if (!rest.starts_with(prefix)) return false;
        rest.remove_prefix(prefix.size());
        name += theirs;
        return true;
    };
    while (take("Ctrl+", "ctrl+") || take("Shift+", "shift+") || take("Alt+", "alt+")) {
    }
    for (const auto& [ours, theirs] : names) {
        if (ours == rest) return name + std::string(theirs);
    }
    return name + std::string(rest);
}

base::Status<> Keyboard::prepare() {
    return must(run({"setxkbmap", "us", "altgr-intl"}), "setxkbmap");
}

base::Status<> Keyboard::focus(const std::string& title) {
    auto code =
        run({"xdotool", "search", "--onlyvisible", "--name", "^" + title, "windowraise", "windowfocus"});
    if (!code) return code.error();
    if (*code != 0) return base::Error{"no_window", "There is no window \"" + title + "\"."};
    // The focus is the window's once it has been told of it.
    std::this_thread::sleep_for(delay_ + base::Span{20});
    return base::Done{};
}

base::Status<> Keyboard::press(const std::vector<std::string>& chords) {
    std::vector<std::string> command{"xdotool", "key", "--delay", std::to_string(delay_.count())};
    for (const auto& chord : chords) command.push_back(xdotool_name(chord));
    return must(run(std::move(command), delay_ * static_cast<int>(2 * chords.size())), "xdotool key");
}

base::Status<> Keyboard::type(const std::string& text) {
    // No keyboard has a key for it: a person types a plain space, and the house's typography does the rest.
    constexpr std::string_view no_break = "\u00A0";
    std::string plain = text;
    for (auto at = plain.find(no_break); at != std::string::npos; at = plain.find(no_break, at)) {
        plain.replace(at, no_break.size(), " ");
    }
    return must(run({"xdotool", "type", "--delay", std::to_string(delay_.count()), "--", plain},
                    delay_ * static_cast<int>(3 * text.size())),
                "xdotool type");
}

}  // namespace dais::cli
