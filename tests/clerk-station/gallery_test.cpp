// Every scene of the gallery in the clerk's and the moderator's view, in the sizes, scales and themes that
// people have: nothing lies outside, over something else, or too small to be hit, and every button says what
// it does.
#include "ui/gallery.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "clerk-station/desk.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

struct Screen {
    ui::Extent extent;
    float scale;
};
constexpr std::array<Screen, 4> screens{
    {{{1280, 800}, 1.0F}, {{1920, 1080}, 1.0F}, {{3840, 2160}, 2.0F}, {{1920, 1080}, 2.5F}}};
constexpr Screen small = screens[0];

std::unique_ptr<ui::View> view_of(meeting::Desk desk) {
    if (desk == meeting::Desk::moderator) return std::make_unique<ModeratorView>();
    return std::make_unique<ClerkView>();
}

// A view that was drawn until it stood still.
struct Drawn {
    Drawn(meeting::Desk desk, const ui::Model& model, Screen screen,
          ui::ThemeName theme = ui::ThemeName::light)
        : window(screen.extent),
          frame(window, ui::Fonts::find(), {screen.scale, theme}),
          view(view_of(desk)) {
        draw(model);
    }
    void draw(const ui::Model& model) {
        for (int i = 0; i < 3; ++i) frame.draw(*view, model, sink, [] {});
    }
    void press(const ui::Model& model, std::string_view keys) {
        const auto chord = support::chord(keys);
        window.input().push(ui::KeyPress{chord.key, chord.mods, false});
        draw(model);
    }
    const std::vector<ui::Probe>& probes() { return frame.ui().probes(); }

    ui::NullWindow window;
    ui::Frame frame;
    ui::Sink sink;
    std::unique_ptr<ui::View> view;
};

struct Look {
    meeting::Desk desk;
    std::string scene;
};

// Made once: the full meeting takes its time.
const ui::Model& model_of(const Look& look) {
    static std::map<std::pair<meeting::Desk, std::string>, ui::Model> made;
    const auto key = std::pair(look.desk, look.scene);
    if (const auto found = made.find(key); found != made.end()) return found->second;
    for (const auto& scene : ui::scenes(look.desk, support::english())) {
        if (scene.name == look.scene) return made.emplace(key, scene.make()).first->second;
    }
    throw std::logic_error("no scene " + look.scene);
}

bool is_list(const std::string& id) {
    constexpr std::array<std::string_view, 4> ends{".rows", ".found", ".removed", ".lines"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return id.ends_with(end); });
}

std::string say(const ui::Probe& probe) {
    return probe.id + " “" + probe.text.substr(0, 60) + "” at " + std::to_string(probe.rect.x) + "," +
           std::to_string(probe.rect.y) + " " + std::to_string(probe.rect.w) + "x" +
           std::to_string(probe.rect.h);
}

// What is drawn in rows is clipped by its list, so it may be laid out beyond it.
bool is_in_a_list(Drawn& drawn, const ui::Probe& probe) {
    return !probe.takes_focus &&
           std::any_of(drawn.probes().begin(), drawn.probes().end(), [&](const ui::Probe& list) {
               return is_list(list.id) && list.rect.overlaps(probe.rect);
           });
}

void expect_inside(Drawn& drawn) {
    for (const auto& probe : drawn.probes()) {
        if (!probe.visible || is_in_a_list(drawn, probe)) continue;
        EXPECT_TRUE(drawn.frame.ui().screen().holds(probe.rect)) << say(probe) << " is outside";
    }
}

std::vector<ui::Probe> targets(Drawn& drawn) {
    std::vector<ui::Probe> found;
    for (const auto& probe : drawn.probes()) {
        if (probe.takes_focus && probe.enabled) found.push_back(probe);
    }
    return found;
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

void expect_buttons_whole(Drawn& drawn) {
    for (const auto& probe : drawn.probes()) {
        if (probe.takes_focus && !is_list(probe.id)) {
            EXPECT_FALSE(probe.cut) << say(probe);
        }
    }
}

std::string traced(const std::string& scene, Screen screen) {
    return scene + " at " + std::to_string(screen.extent.width) + " x " +
           std::to_string(screen.extent.height) + ", scale " + std::to_string(screen.scale);
}

std::vector<Look> looks() {
    std::vector<Look> all;
    for (const auto desk : {meeting::Desk::clerk, meeting::Desk::moderator}) {
        for (const auto& scene : ui::scenes(desk)) all.push_back({desk, scene.name});
    }
    return all;
}

class Gallery : public testing::TestWithParam<Look> {};

TEST_P(Gallery, lies_well_on_every_screen) {
    for (const auto& screen : screens) {
        SCOPED_TRACE(traced(GetParam().scene, screen));
        Drawn drawn(GetParam().desk, model_of(GetParam()), screen);
        expect_inside(drawn);
        expect_apart(drawn);
        expect_large_enough(drawn);
        if (screen.scale < 2.5F) expect_buttons_whole(drawn);
    }
}

TEST_P(Gallery, lies_the_same_in_all_themes) {
    const auto& model = model_of(GetParam());
    for (const auto& screen : {small, screens[3]}) {
        Drawn light(GetParam().desk, model, screen);
        for (const auto theme : {ui::ThemeName::dark, ui::ThemeName::high_contrast}) {
            Drawn other(GetParam().desk, model, screen, theme);
            ASSERT_EQ(other.probes().size(), light.probes().size());
            for (std::size_t i = 0; i < light.probes().size(); ++i) {
                EXPECT_EQ(other.probes()[i].id, light.probes()[i].id);
                EXPECT_EQ(other.probes()[i].rect, light.probes()[i].rect);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Station, Gallery, testing::ValuesIn(looks()), [](const auto& look) {
    auto name = std::string(meeting::word(look.param.desk)) + "_" + look.param.scene;
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
});

TEST(GalleryOfTheStation, nothing_moves_when_a_digit_changes) {
    for (const auto desk : {meeting::Desk::clerk, meeting::Desk::moderator}) {
        for (const auto* scene : {"in session", "over time", "full", "Arabic"}) {
            SCOPED_TRACE(traced(scene, small));
            auto model = model_of({desk, scene});
            Drawn drawn(desk, model, small);
            const auto before = drawn.probes();
            for (int second = 0; second < 12; ++second) {
                model.now = model.now + base::Span{1'000};
                model.uptime = model.uptime + base::Span{1'000};
                drawn.draw(model);
                ASSERT_EQ(drawn.probes().size(), before.size());
                for (std::size_t i = 0; i < before.size(); ++i) {
                    if (before[i].id.starts_with("floor.clock")) continue;
                    EXPECT_EQ(drawn.probes()[i].rect, before[i].rect) << before[i].id;
                }
            }
        }
    }
}

TEST(GalleryOfTheStation, a_refusal_can_be_read_to_its_end) {
    for (const auto& screen : screens) {
        SCOPED_TRACE(traced("refused", screen));
        Drawn clerk(meeting::Desk::clerk, model_of({meeting::Desk::clerk, "refused"}), screen);
        Drawn moderator(meeting::Desk::moderator, model_of({meeting::Desk::moderator, "refused"}), screen);
        for (auto* probe :
             {clerk.frame.ui().probe("editor.feedback"), clerk.frame.ui().probe("record.feedback"),
              moderator.frame.ui().probe("remote.feedback")}) {
            ASSERT_NE(probe, nullptr);
            EXPECT_TRUE(probe->visible) << say(*probe);
            if (screen.scale < 2.5F) {
                EXPECT_FALSE(probe->cut) << say(*probe);
            }
        }
    }
}

TEST(GalleryOfTheStation, a_refused_text_leaves_room_to_write) {
    auto model = model_of({meeting::Desk::clerk, "refused"});
    model.unplaced.push_back({1, meeting::Write{meeting::InterventionId{1}, std::string(900, 'm'), {}},
                              "Nobody has the floor; say whose paragraph it is."});
    for (const auto& screen : screens) {
        SCOPED_TRACE(traced("refused", screen));
        Drawn drawn(meeting::Desk::clerk, model, screen);
        expect_inside(drawn);
        expect_apart(drawn);
        expect_large_enough(drawn);
    }
}

TEST(GalleryOfTheStation, dialogs_lie_well_on_every_screen) {
    for (const auto desk : {meeting::Desk::clerk, meeting::Desk::moderator}) {
        const std::vector<const char*> keys =
            desk == meeting::Desk::clerk
                ? std::vector<const char*>{"Ctrl+L", "Ctrl+I", "Ctrl+P", "Ctrl+Shift+P", "F1"}
                : std::vector<const char*>{"Ctrl+Shift+P", "F1"};
        for (const auto& screen : screens) {
            for (const auto* key : keys) {
                SCOPED_TRACE(traced(key, screen));
                const auto& model = model_of({desk, "in session"});
                Drawn drawn(desk, model, screen);
                drawn.press(model, key);
                ASSERT_FALSE(targets(drawn).empty());
                EXPECT_FALSE(drawn.frame.ui().focused().empty());
                expect_inside(drawn);
                expect_apart(drawn);
                expect_large_enough(drawn);
                if (screen.scale < 2.5F) expect_buttons_whole(drawn);
            }
        }
    }
}

}  // namespace
}  // namespace dais::clerk_station
