#include "desks/display.hpp"

#include <cstdlib>
#include <stdexcept>

namespace dais::e2e {
namespace fs = std::filesystem;

std::string display_missing() {
    for (const auto* program : {"Xvfb", "xdotool", "setxkbmap"}) {
        std::error_code error;
        if (!fs::exists(fs::path("/usr/bin") / program, error)) {
            return std::string(program) + " is not installed (./test --setup-only installs it)";
        }
    }
    return {};
}

Display::Display(const fs::path& folder) {
    const auto number = folder / "display";
    // Xvfb chooses a number that is free and tells it. It keeps its keyboard layout when its last window
    // goes.
    server_ = std::make_unique<Process>(
        std::vector<std::string>{
            "/usr/bin/env", "bash", "-c",
            "exec Xvfb -displayfd 3 -screen 0 1920x1080x24 -noreset -nolisten tcp 3>" + number.string()},
        folder / "display.out");
    if (!eventually([&] { return read_file(number).find('\n') != std::string::npos; })) {
        throw std::runtime_error("Xvfb does not start: " + read_file(folder / "display.out"));
    }
    auto text = read_file(number);
    text.pop_back();
    if (const char* before = std::getenv("DISPLAY")) {
        before_ = before;
        had_ = true;
    }
    ::setenv("DISPLAY", (":" + text).c_str(), 1);
    ::unsetenv("WAYLAND_DISPLAY");
}

Display::~Display() {
    if (had_) {
        ::setenv("DISPLAY", before_.c_str(), 1);
    } else {
        ::unsetenv("DISPLAY");
    }
}

}  // namespace dais::e2e
