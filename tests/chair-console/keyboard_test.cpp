// What holds for all of the chair's console: single keys and texts, focus, asking and being refused, rights,
// the link, and drafts.
#include <gtest/gtest.h>

#include <set>

#include "chair-console/chair.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

TEST(Keyboard, single_keys_are_letters_while_a_text_is_edited) {
    const std::array<std::pair<const char*, const char*>, 3> boxes{
        {{"Ctrl+F", "list.find"}, {"F3", "procedure.decision"}, {"o", "order.who"}}};
    for (const auto& [key, box] : boxes) {
        auto seat = chair(lewis_speaks);
        seat.press(key);
        ASSERT_EQ(seat.focused(), box);
        seat.type("e p o c m t l r a s k + - d");
        EXPECT_EQ(seat.text(box), "e p o c m t l r a s k + - d");
        EXPECT_EQ(seat.asked, Asked{}) << box;
        EXPECT_EQ(seat.focused(), box);
    }
}

TEST(Keyboard, the_key_that_opens_a_box_types_nothing_there_even_when_held) {
    const std::array<std::pair<const char*, const char*>, 3> boxes{
        {{"d", "procedure.decision"}, {"o", "order.who"}, {"t", "take_chair.who"}}};
    for (const auto& [key, box] : boxes) {
        auto seat = chair();
        seat.hold(key, 4);
        EXPECT_EQ(seat.focused(), box);
        EXPECT_EQ(seat.text(box), "");
        seat.type(key);
        EXPECT_EQ(seat.text(box), key);
    }
}

TEST(Keyboard, keys_typed_faster_than_frames_find_what_the_ones_before_brought_about) {
    auto seat = chair();
    seat.type("dAgreed.");
    EXPECT_EQ(seat.text("procedure.decision"), "Agreed.");
}

TEST(Keyboard, enter_presses_a_button_and_space_is_the_desks) {
    auto seat = chair(lewis_speaks);
    seat.click("list.close");
    ASSERT_EQ(seat.asked, Asked{"close_list"});
    ASSERT_EQ(seat.focused(), "list.close");
    seat.press("Space");
    EXPECT_EQ(seat.asked, (Asked{"close_list", "give_floor"}));
    seat.press("Enter");
    EXPECT_EQ(seat.asked, (Asked{"close_list", "give_floor", "reopen_list"}));
    seat.hold("Enter", 4);
    EXPECT_EQ(seat.asked.size(), 4U);
}

// Where Tab went from nowhere until it came to the first again.
std::vector<std::string> walked(support::Seat& seat, const char* key) {
    std::vector<std::string> way;
    for (int i = 0; i < 100; ++i) {
        seat.press(key);
        if (!way.empty() && seat.focused() == way.front()) break;
        way.push_back(seat.focused());
    }
    return way;
}

TEST(Keyboard, tab_reaches_everything_that_can_be_used_and_shift_tab_goes_back) {
    for (std::size_t tab = 0; tab < 5; ++tab) {
        auto seat = chair(lewis_speaks);
        view(seat).tab = tab;
        seat.press("l");
        seat.press("Esc");
        std::set<std::string> all;
        for (const auto& probe : seat.frames().ui().probes()) {
            if (probe.takes_focus && probe.enabled) all.insert(probe.id);
        }
        auto way = walked(seat, "Tab");
        EXPECT_EQ(std::set<std::string>(way.begin(), way.end()), all);
        EXPECT_EQ(way.size(), all.size());
        seat.press("Esc");
        auto back = walked(seat, "Shift+Tab");
        std::reverse(back.begin(), back.end());
        EXPECT_EQ(back, way);
    }
}

TEST(Keyboard, f6_goes_from_panel_to_panel) {
    auto seat = chair(lewis_speaks);
    const auto way = walked(seat, "F6");
    EXPECT_EQ(way.size(), 4U);
    EXPECT_EQ(way[0].substr(0, 6), "floor.");
    EXPECT_EQ(way[1].substr(0, 5), "list.");
    EXPECT_EQ(way[2].substr(0, 5), "side.");
    EXPECT_EQ(way[3], "replies.rows");
    seat.press("Shift+F6");
    EXPECT_EQ(seat.focused(), "replies.rows");
}

TEST(Keyboard, escape_leaves_a_box_so_that_single_keys_act) {
    auto seat = chair(lewis_speaks);
    seat.press("d");
    seat.type("half a sentence");
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "");
    EXPECT_EQ(seat.text("procedure.decision"), "half a sentence");
    seat.press("e");
    EXPECT_EQ(seat.asked, Asked{"end_floor"});
}

TEST(Keyboard, escape_clears_the_box_that_finds_and_goes_to_the_list) {
    auto seat = chair();
    seat.press("Ctrl+F");
    seat.type("moreno");
    seat.press("Esc");
    EXPECT_EQ(seat.text("list.find"), "");
    EXPECT_EQ(seat.focused(), "list.rows");
}

TEST(Keyboard, ctrl_z_undoes_letters_first_and_then_acts) {
    auto seat = chair();
    seat.press("c");
    seat.press("d");
    seat.type("word");
    seat.press("Ctrl+Z");
    EXPECT_EQ(seat.text("procedure.decision"), "");
    EXPECT_EQ(seat.asked, Asked{"close_list"});
    seat.press("Ctrl+Z");
    EXPECT_EQ(seat.asked, (Asked{"close_list", "undo_last"}));
}

TEST(Keyboard, every_key_of_the_help_is_in_its_window) {
    auto seat = chair();
    seat.press("F1");
    EXPECT_TRUE(seat.shows("The keys of this desk"));
    EXPECT_EQ(seat.focused(), "help.lines");
    const auto& lines = seat.view().help();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto id = "help." + std::to_string(i);
        for (int steps = 0; !seat.has(id) && steps < 100; ++steps) seat.press("Down");
        EXPECT_EQ(seat.text(id), lines[i].text);
    }
    seat.press("e");
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Esc");
    EXPECT_FALSE(seat.has("help.lines"));
}

TEST(Answers, are_waited_for_in_view) {
    auto seat = chair(lewis_speaks);
    seat.hold_answers();
    seat.press("e");
    EXPECT_EQ(seat.text("floor.end"), "Asked: End");
    EXPECT_EQ(seat.text("floor.feedback"), "(absent)");  // an answer at once needs no word
    seat.pass(1);
    EXPECT_EQ(seat.text("floor.feedback"), "Asked; waiting for the hub.");
    EXPECT_EQ(seat.text("list.feedback"), "(absent)");
    seat.press("e");
    EXPECT_EQ(seat.asked, Asked{"end_floor"});
    seat.press("c");
    EXPECT_EQ(seat.text("list.close"), "Asked: Close the list");
    seat.answer();
    EXPECT_EQ(seat.text("floor.end"), "End");
    EXPECT_EQ(seat.text("floor.feedback"), "(absent)");
}

TEST(Answers, a_key_pressed_twice_before_its_answer_acts_once) {
    for (const auto* key : {"Space", "e", "p", "+", "-", "c", "m", "Ctrl+Z", "Delete", "Alt+Down"}) {
        SCOPED_TRACE(key);
        auto seat = chair(lewis_speaks);
        seat.other("chair", meeting::RequestFloor{"charef", meeting::Kind::statement, ""});
        seat.press("l");
        seat.hold_answers();
        seat.press(key);
        seat.press(key);
        seat.hold(key, 3);
        EXPECT_EQ(seat.asked.size(), 1U);
        EXPECT_EQ(seat.model.asked.size(), 1U);
        seat.answer();
        EXPECT_TRUE(seat.model.asked.empty());
    }
}

// Each place asks for what must be refused; the others say nothing of it.
struct Refused {
    const char* name;
    void (*ask)(support::Seat& seat);
    const char* place;
};
const std::array<Refused, 3> refusals{{
    {"undo", [](support::Seat& seat) { seat.press("Ctrl+Z"); }, "floor.feedback"},
    {"list",
     [](support::Seat& seat) {
         seat.press("Ctrl+F");
         seat.type("lewis");
         seat.press("Shift+Enter");
     },
     "list.feedback"},
    {"decision",
     [](support::Seat& seat) {
         seat.press("d");
         seat.press("Enter");
     },
     "procedure.feedback"},
}};

TEST(Answers, a_refusal_is_shown_where_it_was_asked_until_it_is_read) {
    for (const auto& each : refusals) {
        for (const bool by_button : {false, true}) {
            SCOPED_TRACE(each.name);
            auto seat = seat_at("chair");
            each.ask(seat);
            ASSERT_EQ(seat.model.asked.size(), 1U);
            EXPECT_EQ(seat.text(each.place), seat.model.asked.front().sentence);
            seat.pass(60);
            seat.press("F2");
            for (const auto& other : refusals) {
                EXPECT_EQ(seat.has(other.place), other.place == each.place) << other.place;
            }
            if (by_button) {
                seat.click(std::string(each.place) + ".read");
            } else {
                seat.press("Esc");
            }
            EXPECT_FALSE(seat.has(each.place));
            EXPECT_TRUE(seat.model.asked.empty());
        }
    }
}

TEST(Answers, a_refused_m_is_seen_on_every_tab) {
    auto seat = chair();
    seat.hold_answers();
    seat.press("m");
    seat.other("clerk-1", meeting::MakeNote{"A note.", true, {}});
    seat.model.asked.front().state = ui::Asked::State::refused;
    seat.model.asked.front().sentence = "The meeting is suspended already.";
    seat.press("F2");
    EXPECT_EQ(seat.text("procedure.feedback"), "The meeting is suspended already.");
}

TEST(Rights, a_station_without_them_sees_the_view_without_the_acts) {
    for (const auto* station : {"moderator", "clerk-1"}) {
        SCOPED_TRACE(station);
        auto seat = seat_at(station, std::string(in_session) + std::string(lewis_speaks));
        EXPECT_EQ(seat.text("floor.name"), "Mr. Lewis");
        EXPECT_TRUE(seat.shows("Ms. Poussi"));
        for (std::size_t tab = 0; tab < 5; ++tab) {
            view(seat).tab = tab;
            seat.frame();
            for (const auto& probe : seat.frames().ui().probes()) {
                const bool looks = probe.id.ends_with("rows") || probe.id.starts_with("side.tabs") ||
                                   probe.id == "spoken.what";
                EXPECT_TRUE(!probe.takes_focus || looks) << probe.id;
            }
            for (const auto* key : {"Space", "e", "p", "+", "-", "o", "Ctrl+Z", "Ctrl+F", "c", "m", "t",
                                    "Ctrl+E", "l", "Delete", "Alt+Down", "Enter", "d", "Enter", "k"}) {
                seat.press(key);
            }
        }
        EXPECT_EQ(seat.asked, Asked{});
        EXPECT_FALSE(seat.has("order.who"));
        EXPECT_FALSE(seat.has("take_chair.who"));
    }
}

TEST(Link, without_it_nothing_can_be_asked) {
    auto seat = chair(lewis_speaks);
    seat.model.link = replica::LinkState::stale;
    seat.model.link_since = seat.model.uptime;
    seat.frame();
    EXPECT_FALSE(seat.has("banner.link"));  // shorter than two seconds
    seat.pass(2);
    EXPECT_TRUE(seat.text("banner.link").starts_with("Hub lost")) << seat.text("banner.link");
    EXPECT_TRUE(seat.text("header.link").starts_with("Hub lost"));
    for (const auto* key : {"Space",  "e", "p",     "+",      "-",        "o", "Ctrl+Z", "c", "m", "t",
                            "Ctrl+E", "l", "Enter", "Delete", "Alt+Down", "a", "Enter",  "k", "d", "Enter"}) {
        seat.press(key);
    }
    EXPECT_EQ(seat.asked, Asked{});
    for (std::size_t tab = 0; tab < 5; ++tab) {
        view(seat).tab = tab;
        seat.frame();
        for (const auto* id :
             {"floor.next", "floor.end", "floor.pause", "floor.more", "floor.less", "floor.order",
              "floor.undo", "list.close", "list.withdraw", "list.up", "list.down", "list.clear",
              "agenda.take_up", "agenda.conclude", "procedure.sitting", "procedure.end", "procedure.decide",
              "procedure.chair", "procedure.limit"}) {
            EXPECT_FALSE(seat.enabled(id)) << id;
        }
    }
}

TEST(Link, what_was_typed_without_it_stays_until_it_can_be_asked) {
    auto seat = chair();
    seat.model.link = replica::LinkState::connecting;
    seat.press("Ctrl+F");
    seat.type("charef");
    seat.press("Enter");
    EXPECT_EQ(seat.text("list.find"), "charef");
    seat.model.link = replica::LinkState::live;
    seat.press("Enter");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi, charef");
}

TEST(Drafts, are_kept_as_they_are_typed_and_forgotten_when_they_are_done) {
    auto seat = chair();
    seat.press("d");
    seat.type("The Committee");
    EXPECT_EQ(seat.drafts.at("chair.decision"), "The Committee");
    seat.click("list.behalf");
    seat.type("the Group");
    EXPECT_EQ(seat.drafts.at("chair.behalf"), "the Group");
    seat.press("Ctrl+F");
    seat.type("moreno");
    EXPECT_EQ(seat.drafts.at("chair.find"), "moreno");
    seat.press("Enter");
    EXPECT_FALSE(seat.drafts.contains("chair.find"));
    EXPECT_FALSE(seat.drafts.contains("chair.behalf"));
    seat.press("F3");
    seat.press("Enter");
    EXPECT_TRUE(seat.drafts.empty());
}

TEST(Drafts, are_there_again_in_a_new_view) {
    auto before = chair();
    before.press("d");
    before.type("half");
    before.click("list.behalf");
    before.type("the Group");
    before.press("Ctrl+F");
    before.type("mor");
    auto after = chair();
    after.view().restore(before.drafts);
    after.frame();
    EXPECT_EQ(after.text("list.find"), "mor");
    EXPECT_EQ(after.text("list.behalf"), "the Group");
    after.press("F3");
    EXPECT_EQ(after.text("procedure.decision"), "half");
    EXPECT_TRUE(after.drafts.empty());  // what was just read is not written again
    after.type("!");
    EXPECT_EQ(after.drafts.at("chair.decision"), "half!");
}

}  // namespace
}  // namespace dais::chair_console
