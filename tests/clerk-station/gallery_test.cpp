// Every scene of the gallery in the clerk's and the moderator's view, in the sizes, scales and themes that
// people have: nothing lies outside, over something else, or too small to be hit, and every button says what
// it does.
#include "ui/gallery.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "clerk-station/desk.hpp"
#include "clerk-station/gallery_views.hpp"
#include "support/drawn.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

using support::expect_apart;
using support::expect_buttons_whole;
using support::expect_inside;
using support::expect_large_enough;
using support::is_in_a_list;
using support::is_list;
using support::say;
using support::Screen;
using support::targets;
using support::traced;

constexpr std::array<Screen, 4> screens{
    {{{1280, 800}, 1.0F}, {{1920, 1080}, 1.0F}, {{3840, 2160}, 2.0F}, {{1920, 1080}, 2.5F}}};
constexpr Screen small = screens[0];

std::unique_ptr<ui::View> view_of(meeting::Desk desk, const std::string& scene) {
    if (desk == meeting::Desk::moderator) return std::make_unique<ModeratorView>();
    auto view = std::make_unique<ClerkView>();
    bring_to(*view, scene);
    return view;
}

struct Drawn : support::Drawn {
    Drawn(meeting::Desk desk, const ui::Model& model, Screen screen,
          ui::ThemeName theme = ui::ThemeName::light, const std::string& scene = "")
        : support::Drawn(view_of(desk, scene), model, screen, theme) {}
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
    for (const auto& scene : ui::scenes(look.desk, support::style_of)) {
        if (scene.name == look.scene) return made.emplace(key, scene.make()).first->second;
    }
    throw std::logic_error("no scene " + look.scene);
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
        Drawn drawn(GetParam().desk, model_of(GetParam()), screen, ui::ThemeName::light, GetParam().scene);
        expect_inside(drawn);
        expect_apart(drawn);
        expect_large_enough(drawn);
        if (screen.scale < 2.5F) expect_buttons_whole(drawn);
    }
}

TEST_P(Gallery, lies_the_same_in_all_themes) {
    const auto& model = model_of(GetParam());
    for (const auto& screen : {small, screens[3]}) {
        Drawn light(GetParam().desk, model, screen, ui::ThemeName::light, GetParam().scene);
        for (const auto theme : {ui::ThemeName::dark, ui::ThemeName::high_contrast}) {
            Drawn other(GetParam().desk, model, screen, theme, GetParam().scene);
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
            // What has just come onto the record is said for some seconds; after that nothing comes or goes.
            model.now = model.now + base::Span{60'000};
            model.uptime = model.uptime + base::Span{60'000};
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

TEST(GalleryOfTheStation, full_disks_are_told_to_the_end_on_every_screen) {
    for (const auto desk : {meeting::Desk::clerk, meeting::Desk::moderator}) {
        for (const auto& screen : screens) {
            SCOPED_TRACE(traced("full disks", screen));
            Drawn drawn(desk, model_of({desk, "full disks"}), screen);
            support::expect_full_disks_told(drawn);
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
                ? std::vector<const char*>{"Ctrl+L", "Ctrl+I",       "Ctrl+P", "Ctrl+Shift+P",
                                           "F10",    "Ctrl+Shift+M", "F1"}
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

TEST(GalleryOfTheStation, marks_and_filters_lie_well_on_every_screen) {
    for (const auto* scene : {"takes", "full", "empty"}) {
        for (const auto& screen : screens) {
            for (const auto* key : {"F7", "F5"}) {
                SCOPED_TRACE(traced(std::string(scene) + " with " + key, screen));
                const auto& model = model_of({meeting::Desk::clerk, scene});
                Drawn drawn(meeting::Desk::clerk, model, screen);
                drawn.press(model, key);
                expect_inside(drawn);
                expect_apart(drawn);
                expect_large_enough(drawn);
                if (screen.scale < 2.5F) expect_buttons_whole(drawn);
            }
        }
    }
}

// What the line of the takes says is read to its end on every screen.
TEST(GalleryOfTheStation, takes_are_told_to_the_end) {
    for (const auto* scene : {"takes", "take due"}) {
        for (const auto& screen : screens) {
            SCOPED_TRACE(traced(scene, screen));
            Drawn drawn(meeting::Desk::clerk, model_of({meeting::Desk::clerk, scene}), screen);
            const auto* strip = drawn.frame.ui().probe("takes.strip");
            ASSERT_NE(strip, nullptr);
            EXPECT_FALSE(strip->cut) << say(*strip);
        }
    }
}

}  // namespace
}  // namespace dais::clerk_station
