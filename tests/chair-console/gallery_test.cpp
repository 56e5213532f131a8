// Every scene of the gallery in the chair's view, in the sizes, scales and themes that people have: nothing
// lies outside, over something else, or too small to be hit, and every button says what it does.
#include "ui/gallery.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "chair-console/chair_view.hpp"
#include "support/drawn.hpp"
#include "ui/widgets.hpp"

namespace dais::chair_console {
namespace {

using support::expect_apart;
using support::expect_buttons_whole;
using support::expect_inside;
using support::expect_large_enough;
using support::is_list;
using support::say;
using support::Screen;
using support::targets;

constexpr std::array<Screen, 3> full_screens{
    {{{1280, 800}, 1.0F}, {{1920, 1080}, 1.0F}, {{3840, 2160}, 2.0F}}};
constexpr Screen cramped{{1920, 1080}, 2.5F};

struct Drawn : support::Drawn {
    Drawn(const ui::Model& model, Screen screen, ui::ThemeName theme, std::size_t tab)
        : support::Drawn(on_tab(tab), model, screen, theme) {}
    static std::unique_ptr<ui::View> on_tab(std::size_t tab) {
        auto view = std::make_unique<ChairView>();
        view->tab = tab;
        return view;
    }
    ChairView& chair() { return static_cast<ChairView&>(*view); }
};

const std::vector<std::string>& names() {
    static const auto list = [] {
        std::vector<std::string> names;
        for (const auto& scene : ui::scenes(meeting::Desk::chair)) names.push_back(scene.name);
        return names;
    }();
    return list;
}

// Made once: the full meeting takes its time.
const ui::Model& model_of(const std::string& name) {
    static std::map<std::string, ui::Model> made;
    if (const auto found = made.find(name); found != made.end()) return found->second;
    for (const auto& scene : ui::scenes(meeting::Desk::chair)) {
        if (scene.name == name) return made.emplace(name, scene.make()).first->second;
    }
    throw std::logic_error("no scene " + name);
}

// What is drawn in rows is clipped by its list, so it may be laid out beyond it.
bool is_of_a_row(const std::string& id) {
    constexpr std::array<std::string_view, 7> rows{
        "log.", "list.rows.", "replies.rows.", "agenda.item.", "agenda.state.", "spoken.", "list.find.name."};
    return std::any_of(rows.begin(), rows.end(), [&](std::string_view row) { return id.starts_with(row); }) ||
           id.find(".link.") != std::string::npos || id.find(".name.") != std::string::npos;
}

// Neither may texts lie over each other, or over what can be pressed; parts of one widget may.
void expect_legible(Drawn& drawn) {
    std::vector<const ui::Probe*> seen;
    for (const auto& probe : drawn.probes()) {
        if (probe.visible && !probe.text.empty() && !is_of_a_row(probe.id) && !is_list(probe.id)) {
            seen.push_back(&probe);
        }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            const auto& [one, other] = std::pair(*seen[i], *seen[j]);
            if (one.id.starts_with(other.id) || other.id.starts_with(one.id)) continue;
            EXPECT_FALSE(one.rect.inset(1).overlaps(other.rect.inset(1)))
                << say(one) << " and " << say(other);
        }
    }
}

std::string traced(const std::string& scene, Screen screen, std::size_t tab) {
    return support::traced(scene, screen) + ", tab " + std::to_string(tab);
}

class Gallery : public testing::TestWithParam<std::string> {};

TEST_P(Gallery, lies_well_on_every_screen) {
    for (const auto& screen : full_screens) {
        for (std::size_t tab = 0; tab < 5; ++tab) {
            SCOPED_TRACE(traced(GetParam(), screen, tab));
            Drawn drawn(model_of(GetParam()), screen, ui::ThemeName::light, tab);
            expect_inside(drawn);
            expect_apart(drawn);
            expect_legible(drawn);
            expect_large_enough(drawn);
            if (GetParam() != "long names") expect_buttons_whole(drawn);
        }
    }
}

TEST_P(Gallery, does_not_break_at_two_and_a_half_times) {
    for (std::size_t tab = 0; tab < 5; ++tab) {
        SCOPED_TRACE(traced(GetParam(), cramped, tab));
        Drawn drawn(model_of(GetParam()), cramped, ui::ThemeName::light, tab);
        expect_inside(drawn);
        expect_apart(drawn);
        expect_legible(drawn);
        std::vector<std::string> needed{"floor.name", "side.tabs"};
        // The clock stands there while somebody has the floor.
        if (model_of(GetParam()).meeting.proceedings.floor) needed.emplace_back("floor.clock");
        for (const auto& id : needed) {
            ASSERT_NE(drawn.frame.ui().probe(id), nullptr) << id;
            EXPECT_TRUE(drawn.frame.ui().probe(id)->visible) << id;
        }
    }
}

TEST_P(Gallery, lies_the_same_in_all_themes) {
    const auto& model = model_of(GetParam());
    Drawn light(model, full_screens[0], ui::ThemeName::light, 0);
    for (const auto theme : {ui::ThemeName::dark, ui::ThemeName::high_contrast}) {
        Drawn other(model, full_screens[0], theme, 0);
        ASSERT_EQ(other.probes().size(), light.probes().size());
        for (std::size_t i = 0; i < light.probes().size(); ++i) {
            EXPECT_EQ(other.probes()[i].id, light.probes()[i].id);
            EXPECT_EQ(other.probes()[i].rect, light.probes()[i].rect);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Chair, Gallery, testing::ValuesIn(names()), [](const auto& scene) {
    auto name = scene.param;
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
});

TEST(GalleryOfTheChair, a_button_with_a_long_name_still_says_what_it_does) {
    Drawn drawn(model_of("long names"), full_screens[0], ui::ThemeName::light, 0);
    for (const auto& probe : drawn.probes()) {
        if (!probe.takes_focus || !probe.cut) continue;
        // A name may be elided; there must be room for the words before it.
        EXPECT_TRUE(probe.text.starts_with("Give the floor to") || probe.text.starts_with("Undo: "))
            << say(probe);
        EXPECT_GE(probe.rect.w, drawn.frame.ui().px(220)) << say(probe);
    }
}

TEST(GalleryOfTheChair, nothing_moves_when_a_digit_changes) {
    for (const auto* scene : {"in session", "warning", "over time", "full", "Arabic"}) {
        for (std::size_t tab = 0; tab < 5; ++tab) {
            SCOPED_TRACE(traced(scene, full_screens[0], tab));
            auto model = model_of(scene);
            Drawn drawn(model, full_screens[0], ui::ThemeName::light, tab);
            const auto before = drawn.probes();
            for (int second = 0; second < 12; ++second) {
                model.now = model.now + base::Span{1'000};
                model.uptime = model.uptime + base::Span{1'000};
                drawn.draw(model);
                ASSERT_EQ(drawn.probes().size(), before.size());
                for (std::size_t i = 0; i < before.size(); ++i) {
                    // The clock's own word may become another; so may "over by" of who speaks.
                    const auto& id = before[i].id;
                    if (id.starts_with("floor.clock") || id.ends_with(".over")) continue;
                    EXPECT_EQ(drawn.probes()[i].rect, before[i].rect) << id;
                }
            }
        }
    }
}

TEST(GalleryOfTheChair, a_refusal_can_be_read_to_its_end) {
    for (const auto& screen : full_screens) {
        SCOPED_TRACE(traced("refused", screen, 0));
        Drawn drawn(model_of("refused"), screen, ui::ThemeName::light, 0);
        for (const auto* id : {"floor.feedback", "list.feedback", "agenda.feedback", "procedure.feedback"}) {
            const auto* probe = drawn.frame.ui().probe(id);
            ASSERT_NE(probe, nullptr) << id;
            EXPECT_TRUE(probe->visible && !probe->cut) << say(*probe);
        }
    }
}

TEST(GalleryOfTheChair, full_disks_are_told_to_the_end_on_every_screen) {
    for (const auto& screen : {full_screens[0], full_screens[1], full_screens[2], cramped}) {
        SCOPED_TRACE(traced("full disks", screen, 0));
        Drawn drawn(model_of("full disks"), screen, ui::ThemeName::light, 0);
        support::expect_full_disks_told(drawn);
    }
}

TEST(GalleryOfTheChair, what_is_found_leaves_the_list_its_buttons) {
    for (const auto& screen : full_screens) {
        SCOPED_TRACE(traced("in session", screen, 0));
        Drawn drawn(model_of("in session"), screen, ui::ThemeName::light, 0);
        drawn.chair().list.find.query.edit.set("m");
        drawn.draw(model_of("in session"));
        expect_inside(drawn);
        expect_apart(drawn);
        expect_large_enough(drawn);
    }
}

TEST(GalleryOfTheChair, dialogs_lie_well_on_every_screen) {
    using enum ui::Key;
    for (const auto& screen : {full_screens[0], full_screens[1], full_screens[2], cramped}) {
        for (const auto chord : {ui::Chord{o, ui::alone}, ui::Chord{t, ui::alone}, ui::Chord{e, ui::ctrl},
                                 ui::Chord{f1, ui::alone}}) {
            SCOPED_TRACE(traced(ui::name(chord), screen, 0));
            Drawn drawn(model_of("full"), screen, ui::ThemeName::light, 0);
            drawn.press(model_of("full"), ui::name(chord));
            ASSERT_FALSE(targets(drawn).empty());
            EXPECT_FALSE(drawn.frame.ui().focused().empty());
            expect_inside(drawn);
            expect_apart(drawn);
            expect_large_enough(drawn);
            expect_buttons_whole(drawn, true);
        }
    }
}

}  // namespace
}  // namespace dais::chair_console
