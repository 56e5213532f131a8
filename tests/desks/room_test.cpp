// The screen in the room as a real window, where no window manager helps: it covers the monitor, takes the
// keyboard, and is told by the hub what the room may know.
#include <gtest/gtest.h>

#include <cstdlib>

#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "cli/keyboard.hpp"
#include "desks/display.hpp"
#include "program/clocks.hpp"
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

// A hub with the sample meeting, and the room's screen on a display of its own.
class Hall {
  public:
    explicit Hall(const std::string& name) : out_(fresh_directory(name)), display_(out_) {
        cli::StageOptions options;
        options.folder = source("config/sample-meeting");
        options.out = out_;
        options.stations = {"chair", "room"};
        options.program = dais();
        auto started = cli::HubStage::start(std::move(options));
        if (!started) throw std::runtime_error(started.error().text);
        hub.emplace(*std::move(started));
        screen = std::make_unique<Process>(
            std::vector<std::string>{std::string(DAIS_BIN_DIR) + "/clerk-station", "--view", "room", "--hub",
                                     hub->address(), "--keys", hub->ring().directory().string(), "--spool",
                                     (out_ / "room.spool").string(), "--frame-log",
                                     (out_ / "frames").string(), "--pictures", (out_ / "pictures").string()},
            out_ / "room.out");
        if (!eventually(
                [&] { return read_file(out_ / "frames").find("\"live\":true") != std::string::npos; }))
            throw std::runtime_error("the screen does not connect: " + said());
        if (!cli::Keyboard::prepare()) throw std::runtime_error("there is no keyboard");
    }
    ~Hall() {
        screen.reset();
        hub->stop();
    }
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    [[nodiscard]] std::string said() const { return read_file(out_ / "room.out"); }
    [[nodiscard]] const std::filesystem::path& out() const { return out_; }
    // To whatever has the keyboard.
    bool press(const std::string& chord) { return keyboard_.press({chord}).ok(); }
    // By F12, once it is written; without pixels where it does not come.
    ui::Picture picture() {
        const auto file = out_ / "pictures" / ("room-" + std::to_string(++pictures_) + ".png");
        ui::Picture taken;
        if (press("F12")) {
            eventually([&] {
                auto read = ui::read_png(file.string());
                if (read) taken = *std::move(read);
                return read.ok();
            });
        }
        return taken;
    }

    std::optional<cli::HubStage> hub;
    std::unique_ptr<Process> screen;

  private:
    std::filesystem::path out_;
    Display display_;
    cli::Keyboard keyboard_{base::Span{10}};
    int pictures_ = 0;
};

// Pixels of a part of a picture that are like its ground, the colour of its corner.
std::size_t blank(const ui::Picture& picture, int from_y, int to_y) {
    std::size_t count = 0;
    for (int y = from_y; y < to_y; ++y) {
        for (int x = 0; x < picture.width / 2; ++x) {
            const auto at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                 static_cast<std::size_t>(x));
            const auto same = [&](std::size_t i) { return picture.rgba[at + i] == picture.rgba[i]; };
            if (same(0) && same(1) && same(2)) ++count;
        }
    }
    return count;
}

// Opens the meeting and gives the floor, at a chair's station without a window; whether the hub did both.
bool give_the_floor(const Hall& hall) {
    auto cast = cli::Cast::open({"chair"}, hall.hub->ring(), hall.hub->address(), hall.out() / "stations");
    if (!cast) return false;
    std::size_t settled = 0;
    const auto until = [&](const std::function<bool()>& holds) {
        const auto deadline = program::uptime() + std::chrono::seconds(30);
        while (!holds() && program::uptime() < deadline) {
            const auto turned = cast->turn(base::Span{10}, [&](const auto&, const replica::Outbound& told) {
                if (std::holds_alternative<replica::Settled>(told)) ++settled;
            });
            if (!turned) return false;
        }
        return holds();
    };
    if (!until([&] { return cast->all_live_at({1}); })) return false;
    for (const auto& command :
         std::vector<meeting::Command>{meeting::OpenMeeting{}, meeting::GiveFloor{"ferreira", {}, "", {}}}) {
        const auto before = settled;
        if (!cast->at("chair").submit(command, program::uptime())) return false;
        if (!until([&] { return settled > before; })) return false;
    }
    return cast->all_live_at({3});
}

constexpr const char* whole_screen = "X=0 Y=0 WIDTH=1920 HEIGHT=1080";

TEST(RoomWindow, covers_the_monitor_until_it_is_made_a_window_and_is_closed_by_a_key) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    Hall hall("room-window");
    const auto is_at = [](const std::string& geometry) {
        return eventually([&] { return geometry_of("Dais: Room").find(geometry) != std::string::npos; });
    };
    EXPECT_TRUE(is_at(whole_screen)) << geometry_of("Dais: Room") << hall.said();
    // It took the keyboard by itself: nobody clicks on a screen on the wall.
    const auto picture = hall.picture();
    EXPECT_EQ(picture.width, 1920);
    EXPECT_EQ(picture.height, 1080);
    ASSERT_TRUE(hall.press("F11"));
    EXPECT_TRUE(is_at("WIDTH=1280 HEIGHT=800")) << geometry_of("Dais: Room");
    ASSERT_TRUE(hall.press("F11"));
    EXPECT_TRUE(is_at(whole_screen)) << geometry_of("Dais: Room");
    ASSERT_TRUE(hall.press("Ctrl+q"));
    EXPECT_EQ(hall.screen->wait(30).code, 0) << hall.said();
}

TEST(RoomWindow, shows_who_has_the_floor_as_the_hub_tells_it) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    Hall hall("room-floor");
    const auto before = hall.picture();
    ASSERT_EQ(before.width, 1920) << hall.said();
    ASSERT_TRUE(give_the_floor(hall));
    // Where the clock's digits stand there was nothing before.
    constexpr int from = 620;
    constexpr int to = 850;
    const auto all = static_cast<std::size_t>(1920 / 2 * (to - from));
    EXPECT_GT(blank(before, from, to), all * 99 / 100);
    ui::Picture after;
    EXPECT_TRUE(eventually([&] {
        after = hall.picture();
        return after.width == 1920 && blank(after, from, to) < all * 8 / 10;
    })) << hall.said();
    if (const char* keep = std::getenv("DAIS_KEEP_PICTURES")) {
        EXPECT_TRUE(ui::write_png(std::string(keep) + "/room-floor.png", after).ok());
    }
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
