// clerk-station: the station of clerks and of moderators, and the screen in the room.
#include <CLI/CLI.hpp>

#include "clerk-station/clerk_view.hpp"
#include "clerk-station/gallery_views.hpp"
#include "clerk-station/moderator_view.hpp"
#include "clerk-station/room/room_display.hpp"
#include "clerk-station/sdl_window.hpp"
#include "desk/program.hpp"
#include "folder/clerk_settings.hpp"
#include "folder/folder.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"

namespace {

using namespace dais;

constexpr const char* version = "clerk-station " DAIS_VERSION;

// What the site settles for its clerks. A fault is told, and keeps nobody from the meeting.
folder::ClerkSettings settings() {
    const auto config = program::config_directory();
    if (!config) return {};
    const auto reading = folder::read_clerk_settings(*config / "clerk.toml");
    for (const auto& fault : reading.faults) program::complain({"wrong_settings", folder::to_text(fault)});
    return reading.settings;
}

std::unique_ptr<ui::View> make_view(meeting::Desk desk, spelling::Speller* speller,
                                    const clerk_station::RoomWindow& window) {
    if (desk == meeting::Desk::room) {
        return std::make_unique<clerk_station::RoomDisplay>(clerk_station::load_room_words, window);
    }
    if (desk == meeting::Desk::moderator) return std::make_unique<clerk_station::ModeratorView>();
    auto view = std::make_unique<clerk_station::ClerkView>(clerk_station::load_aids, speller);
    view->takes.usual_seconds = settings().take_seconds;
    return view;
}

// The house style of the gallery's meetings, so that their records can be shown.
ui::Style style_of(const std::string& language) {
    const auto file = program::style_file(language);
    if (!file) return {};
    return folder::read_style(*file).style.value_or(ui::Style{});
}

struct Given {
    desk::Options options;
    meeting::Desk desk = meeting::Desk::clerk;
    std::string view;
    int monitor = 0;
    bool windowed = false;
};

void add_options(CLI::App& app, Given& given) {
    app.set_version_flag("--version", version);
    app.footer(
        "Example:\n  clerk-station --hub tcp://192.168.1.5:7340 --name clerk-1\n"
        "  clerk-station --view moderator --name moderator\n"
        "  clerk-station --view room --monitor 2\n"
        "What a station may do is decided by its key's place on the hub's list, not by the view. F1 shows "
        "the keys.");
    desk::add_options(app, given.options, "");
    app.add_option("--view", given.view,
                   "clerk, moderator or room (where absent: what the station's name says)")
        ->check(CLI::IsMember({"clerk", "moderator", "room"}));
    app.add_option("--monitor", given.monitor,
                   "The monitor that the room's screen fills: 1, 2 … (where absent, or not there: the last)")
        ->check(CLI::Range(1, 64));
    app.add_flag("--windowed", given.windowed, "The room's screen as a window; F11 fills the monitor");
}

// What was not said follows from what was.
void settle(const CLI::App& app, Given& given) {
    auto& [options, desk, view, monitor, windowed] = given;
    if (options.name.empty()) options.name = view == "moderator" || view == "room" ? view : "clerk-1";
    desk = meeting::desk_of(options.name).value_or(meeting::Desk::clerk);
    if (view == "clerk" || desk == meeting::Desk::chair) desk = meeting::Desk::clerk;
    if (view == "moderator") desk = meeting::Desk::moderator;
    if (view == "room") desk = meeting::Desk::room;
    options.window.name = "clerk-station";
    options.window.title = desk == meeting::Desk::room        ? "Dais: Room"
                           : desk == meeting::Desk::moderator ? "Dais: Moderator"
                                                              : "Dais: Clerk";
    if (desk != meeting::Desk::room) return;
    const bool placed = app.count("--size") + app.count("--at") + app.count("--tile") > 0;
    options.window.full_screen = !windowed && !placed;
    if (monitor > 0) options.window.monitor = monitor;
}

int run_gallery(clerk_station::SdlWindow& window, const Given& given) {
    const auto make = [desk = given.desk](const std::string& scene) {
        auto made = make_view(desk, nullptr, {});
        if (auto* clerk = dynamic_cast<clerk_station::ClerkView*>(made.get()))
            clerk_station::bring_to(*clerk, scene);
        return made;
    };
    return desk::run_gallery(window, given.options, ui::scenes(given.desk, style_of), make);
}

}  // namespace

int main(int argc, char** argv) {
    program::bear_limits_on_files();
    CLI::App app{
        "The station of clerks, who write the record, of moderators, who follow remote participants, and of "
        "the screens in the room."};
    Given given;
    add_options(app, given);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? program::exit_ok : program::exit_usage;
    }
    settle(app, given);
    program::set_program_name("clerk-station");
    desk::set_up_log("clerk-station");
    auto window = clerk_station::SdlWindow::open(given.options.window);
    if (!window) {
        program::complain(window.error());
        return program::exit_cannot;
    }
    if (given.options.gallery || !given.options.gallery_pictures.empty()) return run_gallery(**window, given);
    spelling::Speller speller([&window] { (*window)->wake(); });
    const auto view =
        make_view(given.desk, &speller,
                  {[&window] { (*window)->toggle_full_screen(); }, [&window] { (*window)->ask_to_close(); }});
    return desk::run(**window, *view, given.options, version);
}
