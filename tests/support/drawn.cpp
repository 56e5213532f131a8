#include "support/drawn.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "support/seat.hpp"
#include "ui/widgets.hpp"

namespace dais::support {
std::vector<ui::Probe> targets(Drawn& drawn) {
    std::vector<ui::Probe> found;
    for (const auto& probe : drawn.probes()) {
        if (probe.takes_focus && probe.enabled) found.push_back(probe);
    }
    return found;
}

Drawn::Drawn(std::unique_ptr<ui::View> shown, const ui::Model& model, Screen screen, ui::ThemeName theme)
    : window(screen.extent), frame(window, ui::Fonts::find(), {screen.scale, theme}), view(std::move(shown)) {
    draw(model);
}

void Drawn::draw(const ui::Model& model) {
    for (int i = 0; i < 3; ++i) frame.draw(*view, model, sink, [] {});
}

void Drawn::press(const ui::Model& model, std::string_view keys) {
    const auto pressed = chord(keys);
    window.input().push(ui::KeyPress{pressed.key, pressed.mods, false});
    draw(model);
}

bool is_list(const std::string& id) {
    constexpr std::array<std::string_view, 4> ends{".rows", ".found", ".removed", ".lines"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return id.ends_with(end); });
}

bool is_in_a_list(Drawn& drawn, const ui::Probe& probe) {
    return !probe.takes_focus &&
           std::any_of(drawn.probes().begin(), drawn.probes().end(), [&](const ui::Probe& list) {
               return is_list(list.id) && list.rect.overlaps(probe.rect);
           });
}

std::string say(const ui::Probe& probe) {
    return probe.id + " “" + probe.text.substr(0, 60) + "” at " + std::to_string(probe.rect.x) + "," +
           std::to_string(probe.rect.y) + " " + std::to_string(probe.rect.w) + "x" +
           std::to_string(probe.rect.h);
}

std::string traced(const std::string& scene, Screen screen) {
    return scene + " at " + std::to_string(screen.extent.width) + " x " +
           std::to_string(screen.extent.height) + ", scale " + std::to_string(screen.scale);
}

void expect_inside(Drawn& drawn) {
    for (const auto& probe : drawn.probes()) {
        if (!probe.visible || is_in_a_list(drawn, probe)) continue;
        EXPECT_TRUE(drawn.frame.ui().screen().holds(probe.rect)) << say(probe) << " is outside";
    }
}

void expect_apart(Drawn& drawn) {
    const auto all = targets(drawn);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            EXPECT_FALSE(all[i].rect.overlaps(all[j].rect)) << say(all[i]) << " and " << say(all[j]);
        }
    }
}

void expect_large_enough(Drawn& drawn) {
    const float least = drawn.frame.ui().px(ui::target) - 1;
    for (const auto& probe : targets(drawn)) {
        EXPECT_GE(probe.rect.w, least) << say(probe);
        EXPECT_GE(probe.rect.h, least) << say(probe);
    }
}

void expect_buttons_whole(Drawn& drawn, bool enabled_only) {
    for (const auto& probe : drawn.probes()) {
        if (probe.takes_focus && !is_list(probe.id) && (probe.enabled || !enabled_only)) {
            EXPECT_FALSE(probe.cut) << say(probe);
        }
    }
}

void expect_full_disks_told(Drawn& drawn) {
    std::string told;
    for (const auto& probe : drawn.probes()) {
        if (!probe.id.starts_with("banner.") && !probe.id.starts_with("header.")) continue;
        EXPECT_TRUE(probe.visible) << say(probe);
        if (!probe.id.starts_with("banner.")) continue;
        EXPECT_FALSE(probe.cut) << say(probe);
        told += probe.text + "\n";
    }
    for (const auto* words : {"This machine’s disk is full", "typed, not on this disk",
                              "The hub's disk is full", "wait on this machine"}) {
        EXPECT_NE(told.find(words), std::string::npos) << words << " in " << told;
    }
    for (const auto* id : {"header.link", "header.clock", "header.sitting", "header.desk"}) {
        const auto* probe = drawn.frame.ui().probe(id);
        ASSERT_NE(probe, nullptr) << id;
        EXPECT_FALSE(probe->cut) << say(*probe);
    }
}

}  // namespace dais::support
