// A view drawn in a null window until it stands still, and what must be true of how it lies: in every
// gallery's tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.hpp"
#include "ui/null_window.hpp"
#include "ui/view.hpp"

namespace dais::support {

struct Screen {
    ui::Extent extent;
    float scale = 1.0F;
};

struct Drawn {
    Drawn(std::unique_ptr<ui::View> shown, const ui::Model& model, Screen screen,
          ui::ThemeName theme = ui::ThemeName::light);
    void draw(const ui::Model& model);
    void press(const ui::Model& model, std::string_view keys);
    [[nodiscard]] const std::vector<ui::Probe>& probes() { return frame.ui().probes(); }

    ui::NullWindow window;
    ui::Frame frame;
    ui::Sink sink;
    std::unique_ptr<ui::View> view;
};

// A list, of which rows may lie beyond it: they are clipped.
bool is_list(const std::string& id);
bool is_in_a_list(Drawn& drawn, const ui::Probe& probe);
// What can be pressed or typed into now.
std::vector<ui::Probe> targets(Drawn& drawn);
// A widget as a failure names it.
std::string say(const ui::Probe& probe);
std::string traced(const std::string& scene, Screen screen);

// Each fails the test that calls it, naming the widgets.
void expect_inside(Drawn& drawn);        // nothing that is seen lies outside of the window
void expect_apart(Drawn& drawn);         // nothing that can be pressed lies over another
void expect_large_enough(Drawn& drawn);  // what can be pressed can be hit
// Of the scene "full disks": both disks are told of, whole and legibly, and so is what is typed and on
// neither.
void expect_full_disks_told(Drawn& drawn);
// What can be pressed says what it does. `enabled_only`: behind a dialog the rest is out of reach.
void expect_buttons_whole(Drawn& drawn, bool enabled_only = false);

}  // namespace dais::support
