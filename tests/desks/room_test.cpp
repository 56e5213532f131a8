// The screen in the room as a real window, where no window manager helps: it covers the monitor, takes the
// keyboard, and is told by the hub what the room may know.
#include <gtest/gtest.h>

#include "cli/hub_stage.hpp"
#include "cli/keyboard.hpp"
#include "desks/display.hpp"
#include "ui/picture.hpp"

namespace dais::e2e {
namespace {

// "X=0 Y=0 WIDTH=1920 HEIGHT=1080" of the window whose title begins so; empty while there is none.
std::string geometry_of(const std::string& title) {
    const auto ran = run({"/usr/bin/xdotool", "search", "--onlyvisible", "--name", "^" + title,
                          "getwindowgeometry", "--shell"});
    std::string geometry;
    for (const auto* name : {"X=", "Y=", "WIDTH=", "HEIGHT="}) {
        const auto at = ran.out.find(std::string("\n") + name);
        if (at == std::string::npos) return {};
        const auto line = ran.out.substr(at + 1, ran.out.find('\n', at + 1) - at - 1);
        geometry += (geometry.empty() ? "" : " ") + line;
    }
    return geometry;
}

TEST(RoomWindow, covers_the_monitor_until_it_is_made_a_window_and_is_closed_by_a_key) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("room-window");
    const Display display(out);
    cli::StageOptions options;
    options.folder = source("config/sample-meeting");
    options.out = out;
    options.stations = {"chair", "room"};
    options.program = dais();
    auto hub = cli::HubStage::start(std::move(options));
    ASSERT_TRUE(hub.ok()) << hub.error().text;
    Process screen({std::string(DAIS_BIN_DIR) + "/clerk-station", "--view", "room", "--hub", hub->address(),
                    "--keys", hub->ring().directory().string(), "--spool", (out / "room.spool").string(),
                    "--frame-log", (out / "frames").string(), "--pictures", (out / "pictures").string()},
                   out / "room.out");
    const auto whole = "X=0 Y=0 WIDTH=1920 HEIGHT=1080";
    EXPECT_TRUE(eventually([&] { return geometry_of("Dais: Room") == whole; }))
        << geometry_of("Dais: Room") << read_file(out / "room.out");
    EXPECT_TRUE(eventually([&] {
        return read_file(out / "frames").find("\"live\":true") != std::string::npos;
    })) << read_file(out / "room.out");
    // It took the keyboard by itself: nobody clicks on a screen on the wall.
    cli::Keyboard keyboard{base::Span{10}};
    ASSERT_TRUE(cli::Keyboard::prepare().ok());
    ASSERT_TRUE(keyboard.press({"F12"}).ok());
    const auto picture = out / "pictures" / "room-1.png";
    EXPECT_TRUE(eventually([&] {
        const auto read = ui::read_png(picture.string());
        return read.ok() && read->width == 1920 && read->height == 1080;
    }));
    ASSERT_TRUE(keyboard.press({"F11"}).ok());
    EXPECT_TRUE(eventually([&] {
        return geometry_of("Dais: Room").find("WIDTH=1280 HEIGHT=800") != std::string::npos;
    })) << geometry_of("Dais: Room");
    ASSERT_TRUE(keyboard.press({"F11"}).ok());
    EXPECT_TRUE(eventually([&] { return geometry_of("Dais: Room") == whole; })) << geometry_of("Dais: Room");
    ASSERT_TRUE(keyboard.press({"Ctrl+q"}).ok());
    EXPECT_EQ(screen.wait(30).code, 0) << read_file(out / "room.out");
}

TEST(RoomWindow, is_a_window_where_that_is_asked_for) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("room-windowed");
    const Display display(out);
    const Process screen(
        {std::string(DAIS_BIN_DIR) + "/clerk-station", "--view", "room", "--gallery", "--size", "1000x600"},
        out / "room.out");
    EXPECT_TRUE(eventually([&] {
        return geometry_of("Dais: ").find("WIDTH=1000 HEIGHT=600") != std::string::npos;
    })) << geometry_of("Dais: ")
        << read_file(out / "room.out");
}

}  // namespace
}  // namespace dais::e2e
