// Every scene of the room's screen, in the sizes and themes that halls have: nothing lies outside or over
// something else, nothing that a hall must read is cut, and nothing moves when a digit changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "clerk-station/room/room_display.hpp"
#include "support/drawn.hpp"
#include "ui/gallery.hpp"

namespace dais::clerk_station {
namespace {

using support::say;
using support::Screen;
using support::traced;

// A projector of 4:3 and a screen that stands upright among them.
constexpr std::array<Screen, 7> screens{{{{1280, 800}, 1.0F},
                                         {{1920, 1080}, 1.0F},
                                         {{3840, 2160}, 1.0F},
                                         {{3840, 2160}, 2.0F},
                                         {{1920, 1080}, 2.5F},
                                         {{1024, 768}, 1.0F},
                                         {{1080, 1920}, 1.0F}}};

struct Drawn : support::Drawn {
    Drawn(const ui::Model& model, Screen screen, ui::ThemeName theme = ui::ThemeName::light)
        : support::Drawn(std::make_unique<RoomDisplay>(), model, screen, theme) {}
};

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& scene : ui::scenes(meeting::Desk::room)) all.push_back(scene.name);
    return all;
}

ui::Model model_of(const std::string& name) {
    for (const auto& scene : ui::scenes(meeting::Desk::room)) {
        if (scene.name == name) return scene.make();
    }
    throw std::logic_error("no scene " + name);
}

void expect_nothing_over_another(Drawn& drawn) {
    const auto& all = drawn.probes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(all[i].visible) << say(all[i]);
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            EXPECT_FALSE(all[i].rect.inset(1).overlaps(all[j].rect.inset(1)))
                << say(all[i]) << " and " << say(all[j]);
        }
    }
}

class RoomGallery : public testing::TestWithParam<std::string> {};

TEST_P(RoomGallery, lies_well_on_every_screen) {
    const auto model = model_of(GetParam());
    for (const auto& screen : screens) {
        SCOPED_TRACE(traced(GetParam(), screen));
        Drawn drawn(model, screen);
        ASSERT_FALSE(drawn.probes().empty());
        support::expect_inside(drawn);
        expect_nothing_over_another(drawn);
        const bool wide = screen.extent.width * 2 >= screen.extent.height * 3;
        for (const auto& probe : drawn.probes()) {
            EXPECT_FALSE(wide && screen.scale < 2 && probe.cut) << say(probe);
        }
    }
}

TEST_P(RoomGallery, lies_the_same_in_all_themes) {
    const auto model = model_of(GetParam());
    Drawn light(model, screens[1]);
    for (const auto theme : {ui::ThemeName::dark, ui::ThemeName::high_contrast}) {
        Drawn other(model, screens[1], theme);
        ASSERT_EQ(other.probes().size(), light.probes().size());
        for (std::size_t i = 0; i < light.probes().size(); ++i) {
            EXPECT_EQ(other.probes()[i].id, light.probes()[i].id);
            EXPECT_EQ(other.probes()[i].rect, light.probes()[i].rect);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Station, RoomGallery, testing::ValuesIn(names()), [](const auto& name) {
    auto made = name.param;
    std::replace(made.begin(), made.end(), ' ', '_');
    return made;
});

TEST(GalleryOfTheRoom, nothing_moves_when_a_digit_changes) {
    for (const auto* scene : {"speaking", "over time", "near the end", "many next", "Arabic"}) {
        SCOPED_TRACE(scene);
        auto model = model_of(scene);
        Drawn drawn(model, screens[1]);
        const auto before = drawn.probes();
        for (int second = 0; second < 12; ++second) {
            model.now = model.now + base::Span{1'000};
            model.uptime = model.uptime + base::Span{1'000};
            drawn.draw(model);
            ASSERT_EQ(drawn.probes().size(), before.size());
            for (std::size_t i = 0; i < before.size(); ++i) {
                EXPECT_EQ(drawn.probes()[i].rect, before[i].rect) << before[i].id;
            }
        }
    }
}

// Read from the back of a hall: a digit of the clock is a quarter of the screen's height, or a sixth beside
// the longest names, and the speaker's name is a twentieth at least.
TEST(GalleryOfTheRoom, the_clock_is_a_quarter_of_the_screens_height) {
    for (const auto* scene : {"speaking", "warning", "over time", "link lost", "Arabic", "Chinese"}) {
        for (const auto& screen : {screens[1], screens[2]}) {
            SCOPED_TRACE(traced(scene, screen));
            Drawn drawn(model_of(scene), screen);
            const float high = drawn.frame.ui().screen().h;
            EXPECT_FLOAT_EQ(drawn.frame.ui().probe("room.clock")->rect.h, high / 4);
            EXPECT_GE(drawn.frame.ui().probe("room.name")->rect.h, high / 10);
        }
    }
    Drawn drawn(model_of("long names"), screens[1]);
    EXPECT_GE(drawn.frame.ui().probe("room.clock")->rect.h, 1080.0F / 6);
    EXPECT_GE(drawn.frame.ui().probe("room.name")->rect.h, 1080.0F / 10);  // two lines
}

TEST(GalleryOfTheRoom, a_larger_size_names_fewer_in_larger_letters) {
    const auto count = [](Drawn& drawn) {
        int shown = 0;
        while (drawn.frame.ui().probe("room.next." + std::to_string(shown + 1)) != nullptr) ++shown;
        return shown;
    };
    Drawn usual(model_of("many next"), screens[1]);
    Drawn large(model_of("many next"), {{1920, 1080}, 1.5F});
    EXPECT_LT(count(large), count(usual));
    EXPECT_GT(large.frame.ui().probe("room.next.1")->rect.h, usual.frame.ui().probe("room.next.1")->rect.h);
}

}  // namespace
}  // namespace dais::clerk_station
