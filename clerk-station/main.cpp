// clerk-station: the station of clerks and of moderators.
#include <CLI/CLI.hpp>

#include "clerk-station/clerk_view.hpp"
#include "clerk-station/gallery_views.hpp"
#include "clerk-station/moderator_view.hpp"
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

std::unique_ptr<ui::View> make_view(meeting::Desk desk, spelling::Speller* speller) {
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

}  // namespace

int main(int argc, char** argv) {
    program::bear_limits_on_files();
    CLI::App app{
        "The station of clerks, who write the record, and of moderators, who follow remote participants."};
    app.set_version_flag("--version", version);
    app.footer(
        "Example:\n  clerk-station --hub tcp://192.168.1.5:7340 --name clerk-1\n"
        "  clerk-station --view moderator --name moderator\n"
        "What a station may do is decided by its key's place on the hub's list, not by the view. F1 shows "
        "the keys.");
    desk::Options options;
    desk::add_options(app, options, "");
    std::string view_name;
    app.add_option("--view", view_name, "clerk or moderator (where absent: what the station's name says)")
        ->check(CLI::IsMember({"clerk", "moderator"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? program::exit_ok : program::exit_usage;
    }
    if (options.name.empty()) options.name = view_name == "moderator" ? "moderator" : "clerk-1";
    auto desk = meeting::desk_of(options.name).value_or(meeting::Desk::clerk);
    if (view_name == "clerk") desk = meeting::Desk::clerk;
    if (view_name == "moderator") desk = meeting::Desk::moderator;
    program::set_program_name("clerk-station");
    desk::set_up_log("clerk-station");
    options.window.title = desk == meeting::Desk::moderator ? "Dais: Moderator" : "Dais: Clerk";
    options.window.name = "clerk-station";
    auto window = clerk_station::SdlWindow::open(options.window);
    if (!window) {
        program::complain(window.error());
        return program::exit_cannot;
    }
    if (options.gallery || !options.gallery_pictures.empty()) {
        return desk::run_gallery(**window, options, ui::scenes(desk, style_of),
                                 [desk](const std::string& scene) {
                                     auto made = make_view(desk, nullptr);
                                     if (auto* clerk = dynamic_cast<clerk_station::ClerkView*>(made.get()))
                                         clerk_station::bring_to(*clerk, scene);
                                     return made;
                                 });
    }
    spelling::Speller speller([&window] { (*window)->wake(); });
    const auto view = make_view(desk, &speller);
    return desk::run(**window, *view, options, version);
}
