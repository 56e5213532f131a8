// chair-console: the chair's station.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "chair-console/chair_view.hpp"
#include "chair-console/glfw_window.hpp"
#include "desk/host.hpp"
#include "desk/program.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"

namespace {

constexpr const char* version = "chair-console " DAIS_VERSION;

std::unique_ptr<dais::ui::View> scene_view(const std::string& scene) {
    auto view = std::make_unique<dais::chair_console::ChairView>(dais::chair_console::load_motions("en"));
    // Each of the tabs is seen in some scene.
    if (scene == "suspended" || scene == "empty" || scene == "refused") view->tab = 1;
    if (scene == "over time" || scene == "full" || scene == "ended") view->tab = 2;
    if (scene == "warning") view->tab = 3;
    if (scene == "moderated") view->tab = 4;
    if (scene == "ended") view->spoken.shows = 1;
    if (scene == "stale") view->motions.open = true;
    return view;
}

// Starts the hub of a folder, or finds it, and points the options at it.
dais::base::Status<> host(const std::string& folder, const std::string& listen,
                          dais::desk::Options& options) {
    const auto hosted = dais::desk::host({folder, options.keys, listen, {}, {}});
    if (!hosted) return hosted.error();
    options.hub = hosted->address;
    spdlog::info(
        "The hub of {} {} as process {} on {}; it goes on when this window is closed (kill {} ends it).",
        folder, hosted->was_running ? "runs" : "was started", hosted->process, hosted->address,
        hosted->process);
    return dais::base::Done{};
}

}  // namespace

int main(int argc, char** argv) {
    dais::program::bear_limits_on_files();
    using namespace dais;
    CLI::App app{"The chair's console: speakers' list, floor and clock."};
    app.set_version_flag("--version", version);
    app.footer(
        "Example:\n  chair-console --hub tcp://192.168.1.5:7340 --name chair\n  chair-console --host "
        "my-meeting\nF1 shows the keys.");
    desk::Options options;
    desk::add_options(app, options, "chair");
    std::string folder;
    std::string listen = program::default_address;
    auto* host_option = app.add_option(
        "--host", folder, "Start the hub for this meeting folder as well; it outlives the window");
    app.add_option("--listen", listen, "With --host: where the other stations connect")
        ->capture_default_str()
        ->needs(host_option);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? program::exit_ok : program::exit_usage;
    }
    program::set_program_name("chair-console");
    desk::set_up_log("chair-console");
    options.window.title = "Dais: Chair";
    options.window.name = "chair-console";
    if (!folder.empty()) {
        if (auto hosted = host(folder, listen, options); !hosted) {
            program::complain(hosted.error());
            return program::exit_cannot;
        }
    }
    auto window = chair_console::GlfwWindow::open(options.window);
    if (!window) {
        program::complain(window.error());
        return program::exit_cannot;
    }
    if (options.gallery || !options.gallery_pictures.empty()) {
        return desk::run_gallery(**window, options, ui::scenes(meeting::Desk::chair), scene_view);
    }
    chair_console::ListPrinter printer(options.pictures.empty() ? "." : options.pictures,
                                       [&window] { (*window)->wake(); });
    chair_console::ChairView view(chair_console::load_motions("en"), &printer);
    return desk::run(**window, view, options, version);
}
