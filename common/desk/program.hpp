// A desk as a program: a window and a view, with a station behind them.
#pragma once

#include "desk/options.hpp"
#include "ui/gallery.hpp"
#include "ui/view.hpp"
#include "ui/window.hpp"

namespace dais::desk {

// Sets the log up: warnings and what went well, on standard error.
void set_up_log(const std::string& program);

// Runs a desk until its window is closed or the program is told to stop; returns an exit code. `version` is
// what the hub's log calls it.
int run(ui::Window& window, ui::View& view, const Options& options, const std::string& version);

// Draws scenes in the window, Page Up and Page Down going through them, or writes pictures of all of them, in
// every theme, and ends. `make` makes a view as the scene needs it.
using MakeView = std::function<std::unique_ptr<ui::View>(const std::string& scene)>;
int run_gallery(ui::Window& window, const Options& options, std::vector<ui::Scene> scenes,
                const MakeView& make);

}  // namespace dais::desk
