// What the hall sees, in every state of a meeting; and that it is drawn from what the room may know.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"
#include "clerk-station/room/room_display.hpp"
#include "clerk-station/room/sdl_monitors.hpp"
#include "clerk-station/room/shown.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;

constexpr std::string_view timed =
    "[meeting]\nsymbol = \"CT/1\"\nscheduled = 15:00\nscheduled_end = 16:00\n"
    "[limits]\nmember = 300\nstate = 180\nwarning = 30\n"
    "[[agenda]]\nid = \"opening\"\nnumber = 1\ntitle = \"Opening\"\n";

// A room's screen of a meeting that was played so far. It has what the hub tells a room, and no meeting.
struct Hall {
    explicit Hall(std::string_view lines, LoadRoomWords load = load_room_words, RoomWindow window = {})
        : scene(timed),
          seat(std::make_unique<RoomDisplay>(std::move(load), std::move(window)), {}, scene.now(), "room") {
        seat.model.revision = 0;
        go(lines);
    }
    void go(std::string_view lines) {
        scene.go(lines);
        seat.model.room = std::make_shared<const meeting::RoomView>(meeting::room_view(scene.meeting()));
        seat.model.now = scene.now();
        seat.frame();
    }
    void change(const std::function<void(meeting::RoomView&)>& what) {
        auto view = *seat.model.room;
        what(view);
        seat.model.room = std::make_shared<const meeting::RoomView>(std::move(view));
        seat.frame();
    }
    [[nodiscard]] std::string text(const std::string& id) { return seat.text(id); }
    [[nodiscard]] bool has(const std::string& id) { return seat.has(id); }

    support::Scene scene;
    support::Seat seat;
};

constexpr const char* opened =
    "15:10 chair open_meeting\n"
    "15:10 chair take_up item=opening\n";

TEST(RoomScreen, says_whose_meeting_it_is_and_what_is_dealt_with) {
    Hall hall(opened);
    EXPECT_EQ(hall.text("room.body"), hall.scene.meeting().setup.facts.body);
    EXPECT_EQ(hall.text("room.symbol"), "CT/1");
    EXPECT_EQ(hall.text("room.item"), "Item 1 · Opening");
    EXPECT_EQ(hall.text("room.time"), "15:10");
    EXPECT_FALSE(hall.has("room.headings"));
    hall.change([](auto& view) { view.items.insert(view.items.begin(), {4, "Reports"}); });
    EXPECT_EQ(hall.text("room.headings"), "Item 4 · Reports");
    EXPECT_EQ(hall.text("room.item"), "Item 1 · Opening");
}

TEST(RoomScreen, connects_before_anything_has_come) {
    support::Seat seat(std::make_unique<RoomDisplay>(), {}, {}, "room");
    seat.model.revision = 0;
    seat.model.link = replica::LinkState::refused;
    seat.model.link_sentence = "The hub knows no key of this name.";
    seat.frame();
    EXPECT_EQ(seat.text("room.statement"), "Connecting to the meeting");
    EXPECT_NE(seat.text("room.why").find("knows no key"), std::string::npos);
    EXPECT_FALSE(seat.has("room.time"));
}

TEST(RoomScreen, says_that_the_meeting_has_not_begun_and_that_it_has_risen) {
    Hall hall("15:09 chair request_floor who=lewis");
    EXPECT_EQ(hall.text("room.statement"), "The meeting has not begun");
    EXPECT_EQ(hall.text("room.next.1"), "Mr. Benjamin Lewis");
    hall.go(opened);
    EXPECT_EQ(hall.text("room.statement"), "Nobody has the floor");
    hall.go("15:20 chair end_meeting");
    EXPECT_EQ(hall.text("room.statement"), "The meeting has risen");
    EXPECT_FALSE(hall.has("room.next.1")) << "whoever was on the list is not called any more";
}

TEST(RoomScreen, names_who_speaks_for_whom_and_how) {
    Hall hall(opened);
    hall.go(
        "15:11 moderator report_link who=ople link=video\n"
        "15:12 chair give_floor to=ople on_behalf_of=\"the Group of 77\"");
    EXPECT_FALSE(hall.has("room.statement"));
    EXPECT_EQ(hall.text("room.floor"), "Has the floor");
    EXPECT_EQ(hall.text("room.name"), "Ms. Ople");
    EXPECT_EQ(hall.text("room.affiliation"), "the Philippines");
    EXPECT_EQ(hall.text("room.behalf"), "on behalf of the Group of 77");
    EXPECT_EQ(hall.text("room.link"), "by video link");
    hall.go("15:13 moderator report_link who=ople link=lost");
    EXPECT_EQ(hall.text("room.link"), "The link is lost");
    hall.go(
        "15:13 moderator report_link who=ople link=audio\n15:14 chair end_floor\n"
        "15:14 chair give_floor to=ople");
    EXPECT_EQ(hall.text("room.link"), "by audio link");
    hall.go("15:15 chair give_floor to=lewis");
    hall.change([](auto& view) { view.floor->speaker.kind = meeting::Kind::point_of_order; });
    EXPECT_EQ(hall.text("room.floor"), "Has the floor · Point of order");
    EXPECT_EQ(hall.text("room.name"), "Mr. Benjamin Lewis");
    EXPECT_FALSE(hall.has("room.link"));
}

TEST(RoomScreen, counts_warns_and_says_when_the_time_is_over) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople");
    EXPECT_EQ(hall.text("room.clock"), "3:00");
    EXPECT_EQ(hall.text("room.clock.word"), "Time left");
    EXPECT_EQ(hall.text("room.clock.bar"), "0 %");
    hall.seat.pass(149);
    EXPECT_EQ(hall.text("room.clock"), "0:31");
    EXPECT_EQ(hall.text("room.clock.word"), "Time left");
    hall.seat.pass(1);
    EXPECT_EQ(hall.text("room.clock.word"), "Warning");
    hall.seat.pass(42);
    EXPECT_EQ(hall.text("room.clock"), "-0:12");
    EXPECT_EQ(hall.text("room.clock.word"), "Over time");
    EXPECT_EQ(hall.text("room.clock.bar"), "100 %");
}

TEST(RoomScreen, says_that_the_clock_stands) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople\n15:13 chair pause_clock");
    hall.seat.pass(30);
    EXPECT_EQ(hall.text("room.clock"), "2:00");
    EXPECT_EQ(hall.text("room.clock.stands"), "The clock stands");
    hall.go("15:14 chair resume_clock");
    EXPECT_FALSE(hall.has("room.clock.stands"));
}

TEST(RoomScreen, counts_up_where_there_is_no_limit) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=sato");
    hall.seat.pass(75);
    EXPECT_EQ(hall.text("room.clock"), "1:15");
    EXPECT_EQ(hall.text("room.clock.word"), "Time spoken");
    EXPECT_FALSE(hall.has("room.clock.bar"));
}

TEST(RoomScreen, says_until_when_the_meeting_is_suspended) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople\n15:13 chair suspend_meeting");
    EXPECT_EQ(hall.text("room.statement"), "The meeting is suspended");
    EXPECT_FALSE(hall.has("room.name"));
    hall.change([&](auto& view) { view.until = hall.scene.at("15:30"); });
    EXPECT_EQ(hall.text("room.statement"), "The meeting is suspended until 15:30");
}

TEST(RoomScreen, names_those_who_come_next_and_counts_the_others) {
    Hall hall(opened);
    EXPECT_EQ(hall.text("room.next"), "Nobody is on the list");
    hall.go("15:11 chair request_floor who=ople\n15:11 chair request_floor who=lewis");
    EXPECT_EQ(hall.text("room.next"), "Next speakers");
    EXPECT_EQ(hall.text("room.next.1"), "Ms. Ople");
    EXPECT_EQ(hall.text("room.next.1.affiliation"), "the Philippines");
    EXPECT_EQ(hall.text("room.next.2"), "Mr. Benjamin Lewis");
    EXPECT_FALSE(hall.has("room.more"));
    EXPECT_FALSE(hall.has("room.closed"));
    hall.go("15:12 chair close_list");
    EXPECT_EQ(hall.text("room.closed"), "The list is closed");
}

// Whatever has room, nobody is left out of the count.
TEST(RoomScreen, counts_everybody_who_waits) {
    Hall hall(opened);
    for (const auto more : {0U, 88U}) {
        for (std::size_t named = 1; named <= meeting::max_room_next; ++named) {
            hall.change([&](auto& view) {
                view.next.assign(named, {"Ms. Somebody", "the Land", "", meeting::Kind::statement});
                view.more = more;
            });
            std::size_t shown = 0;
            while (hall.has("room.next." + std::to_string(shown + 1))) ++shown;
            EXPECT_GE(shown, std::min<std::size_t>(named, 5));
            const auto rest = named - shown + more;
            EXPECT_EQ(hall.text("room.more"),
                      rest == 0 ? "(absent)" : "and " + std::to_string(rest) + " more")
                << named;
        }
    }
}

TEST(RoomScreen, counts_down_to_the_end_of_the_meeting) {
    Hall hall(opened);
    hall.go("15:44:59 chair give_floor to=sato");
    EXPECT_FALSE(hall.has("room.end"));
    hall.seat.pass(1);
    EXPECT_EQ(hall.text("room.end"), "The meeting ends in 15:00");
    hall.seat.pass(65);
    EXPECT_EQ(hall.text("room.end"), "The meeting ends in 13:55");
    hall.seat.pass(900);
    EXPECT_EQ(hall.text("room.end"), "The time of the meeting is over by 1:05");
    hall.go("16:03 chair suspend_meeting");
    EXPECT_EQ(hall.text("room.end"), "The time of the meeting is over by 3:00");
    hall.seat.pass(13 * 3600);
    EXPECT_FALSE(hall.has("room.end")) << "it is another day";
    hall.go("16:04 chair end_meeting");
    EXPECT_FALSE(hall.has("room.end"));
}

TEST(RoomScreen, goes_on_counting_when_the_connection_is_lost_and_says_so) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople");
    hall.seat.lose_link(1);
    EXPECT_FALSE(hall.has("room.lost")) << "a loss of a second is nobody's business";
    hall.seat.lose_link(5);
    EXPECT_EQ(hall.text("room.lost"), "No connection to the meeting: what is shown may be old");
    hall.seat.pass(10);
    EXPECT_EQ(hall.text("room.name"), "Ms. Ople");
    EXPECT_EQ(hall.text("room.clock"), "2:50");
}

TEST(RoomScreen, draws_again_when_a_digit_changes_and_not_before) {
    Hall hall(opened);
    const auto waits = [&] {
        return (*hall.seat.view().next_digit(hall.seat.model) - hall.seat.model.uptime).count();
    };
    hall.go("15:11:20 chair close_list");
    EXPECT_EQ(waits(), 40'000);
    hall.go("15:12 chair give_floor to=ople");
    EXPECT_EQ(waits(), 1'000);
    hall.go("15:13 chair pause_clock");
    EXPECT_EQ(waits(), 60'000);
    hall.go("15:44:40 chair end_floor");
    EXPECT_EQ(waits(), 20'000);
    hall.go("15:50 chair reopen_list");
    EXPECT_EQ(waits(), 1'000) << "the end is near";
    hall.go("15:51 chair end_meeting");
    EXPECT_EQ(waits(), 60'000);
}

TEST(RoomScreen, speaks_the_meetings_language_and_loads_its_words_once) {
    std::vector<std::string> loaded;
    const auto load = [&](const std::string& language) {
        loaded.push_back(language);
        return load_room_words(language);
    };
    Hall hall(opened, load);
    hall.change([](auto& view) { view.language = "fr"; });
    hall.seat.pass(5);
    EXPECT_EQ(loaded, (std::vector<std::string>{"en", "fr"}));
    const auto french = load_room_words("fr");
    ASSERT_TRUE(french.ok());
    EXPECT_EQ(hall.text("room.statement"), (*french)("floor.nobody"));
}

TEST(RoomScreen, lies_the_other_way_round_in_arabic) {
    Hall hall(opened);
    hall.go("15:11 chair request_floor who=lewis\n15:12 chair give_floor to=ople");
    const auto rect = [&](const std::string& id) { return hall.seat.probe(id)->rect; };
    EXPECT_LT(rect("room.name").x, rect("room.next.1").x);
    EXPECT_LT(rect("room.next.1.number").x, rect("room.next.1").x);
    const auto name = rect("room.name");
    hall.change([](auto& view) { view.language = "ar"; });
    EXPECT_GT(rect("room.name").x, rect("room.next.1").x);
    EXPECT_GT(rect("room.next.1.number").x, rect("room.next.1").x);
    EXPECT_FLOAT_EQ(rect("room.name").right(), hall.seat.frames().ui().screen().right() - name.x);
    EXPECT_EQ(hall.text("room.clock"), "3:00");
}

TEST(RoomScreen, says_what_is_wrong_with_its_words_and_shows_the_meeting_all_the_same) {
    const auto load = [](const std::string& language) -> base::Result<folder::RoomWords> {
        if (language == "en") return load_room_words("en");
        return base::Error{"missing_key", "fr.toml: list.more is missing."};
    };
    Hall hall(opened, load);
    EXPECT_FALSE(hall.has("room.trouble"));
    hall.change([](auto& view) { view.language = "fr"; });
    EXPECT_EQ(hall.text("room.trouble"), "fr.toml: list.more is missing.");
    EXPECT_EQ(hall.text("room.statement"), "Nobody has the floor");
    Hall without(opened, [](const std::string&) -> base::Result<folder::RoomWords> {
        return base::Error{"no_words", "There are no words."};
    });
    EXPECT_EQ(without.text("room.trouble"), "There are no words.");
    EXPECT_EQ(without.text("room.statement"), "floor.nobody");
}

TEST(RoomScreen, at_a_desk_shows_what_the_room_would_be_shown) {
    auto scene = support::Scene(timed);
    scene.go(opened);
    scene.go("15:12 chair give_floor to=ople");
    support::Seat seat(std::make_unique<RoomDisplay>(), scene.meeting(), scene.now(), "chair");
    EXPECT_EQ(seat.text("room.name"), "Ms. Ople");
    seat.other("chair", meeting::GiveFloor{"lewis", {}, "", {}});
    EXPECT_EQ(seat.text("room.name"), "Mr. Benjamin Lewis");
}

TEST(RoomScreen, asks_for_nothing_and_has_the_windows_keys_only) {
    int full_screen = 0;
    int closed = 0;
    Hall hall(opened, load_room_words, {[&] { ++full_screen; }, [&] { ++closed; }});
    hall.go("15:11 chair request_floor who=lewis\n15:12 chair give_floor to=ople");
    for (const auto* key : {"Space", "E", "P", "+", "-", "O", "Ctrl+Z", "Enter", "Tab", "F6", "Esc", "Q"}) {
        hall.seat.press(key);
    }
    EXPECT_EQ(hall.seat.asked, Asked{});
    EXPECT_TRUE(hall.seat.drafts.empty());
    EXPECT_TRUE(hall.seat.focused().empty());
    EXPECT_EQ(full_screen + closed, 0);
    hall.seat.press("F11");
    EXPECT_EQ(full_screen, 1);
    hall.seat.press("Ctrl+Q");
    EXPECT_EQ(closed, 1);
    hall.seat.press("F1");
    EXPECT_TRUE(hall.seat.shows("Full screen, or a window"));
    hall.seat.press("F11");
    EXPECT_EQ(full_screen, 1) << "what lies behind the help is out of reach";
}

// Nothing is set or drawn anew while nothing changes; a second costs the digits that are new to the screen.
TEST(RoomScreen, draws_only_what_is_new) {
    Hall hall(opened);
    hall.go("15:11 chair request_floor who=lewis\n15:12 chair give_floor to=ople");
    const auto drawn = [&] { return hall.seat.frames().ui().sheets().drawn(); };
    hall.seat.pass(1);  // 2:59
    const auto before = drawn();
    hall.seat.frame();
    EXPECT_EQ(drawn(), before);
    hall.seat.pass(1);  // 2:58
    EXPECT_EQ(drawn(), before + 1);
    hall.seat.pass(1);
    hall.seat.pass(-1);
    EXPECT_EQ(drawn(), before + 2) << "7 was new, 8 was not";
}

TEST(RoomScreen, keeps_a_long_name_whole_and_ends_what_is_endless_in_an_ellipsis) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople");
    hall.change([](auto& view) {
        view.floor->speaker.name = "Mr. Bartholomew van der Aalst-Fitzwilliam y Montenegro de la Sierra";
    });
    EXPECT_FALSE(hall.seat.probe("room.name")->cut);
    hall.change([](auto& view) {
        std::string name;
        while (name.size() < meeting::max_room_text_bytes) name += "Montenegro ";
        view.floor->speaker.name = name;
    });
    EXPECT_TRUE(hall.seat.probe("room.name")->cut);
    EXPECT_TRUE(hall.seat.frames().ui().screen().holds(hall.seat.probe("room.name")->rect));
}

// Two short words would look lost on two lines.
TEST(RoomScreen, rather_sets_a_name_smaller_than_on_two_lines) {
    Hall hall(opened);
    hall.go("15:12 chair give_floor to=ople");
    const auto height = [&] { return hall.seat.probe("room.name")->rect.h; };
    const auto short_name = height();
    hall.change([](auto& view) { view.floor->speaker.name = "Ms. Joana Ferreira"; });
    EXPECT_LE(height(), short_name);
    EXPECT_GE(height(), short_name * 0.68F);
    hall.change([](auto& view) { view.floor->speaker.name = "Ms. Joana Constança Ferreira Montenegro"; });
    EXPECT_GT(height(), short_name);
}

TEST(RoomScreen, takes_the_last_monitor_unless_another_is_named) {
    EXPECT_EQ(monitor_meant({}, 1), 0);
    EXPECT_EQ(monitor_meant({}, 3), 2);
    EXPECT_EQ(monitor_meant(1, 3), 0);
    EXPECT_EQ(monitor_meant(3, 3), 2);
    EXPECT_EQ(monitor_meant(4, 3), 2) << "a projector that is off must not keep the screen away";
    EXPECT_EQ(monitor_meant(0, 3), 2);
}

}  // namespace
}  // namespace dais::clerk_station
