// chair-console: the chair's station.
#include <CLI/CLI.hpp>

#include "chair-console/chair_view.hpp"
#include "chair-console/glfw_window.hpp"
#include "desk/program.hpp"
#include "program/exit_codes.hpp"
#include "program/print.hpp"

namespace {

constexpr const char* version = "chair-console " DAIS_VERSION;

std::unique_ptr<dais::ui::View> scene_view(const std::string& scene) {
    auto view = std::make_unique<dais::chair_console::ChairView>();
    // Each of the tabs is seen in some scene.
    if (scene == "suspended" || scene == "empty" || scene == "refused") view->tab = 1;
    if (scene == "over time" || scene == "full" || scene == "ended") view->tab = 2;
    return view;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace dais;
    CLI::App app{"The chair's console: speakers' list, floor and clock."};
    app.set_version_flag("--version", version);
    app.footer("Example:\n  chair-console --hub tcp://192.168.1.5:7340 --name chair\nF1 shows the keys.");
    desk::Options options;
    desk::add_options(app, options, "chair");
    CLI11_PARSE(app, argc, argv);
    program::set_program_name("chair-console");
    desk::set_up_log("chair-console");
    options.window.title = "Dais: Chair";
    options.window.name = "chair-console";
    auto window = chair_console::GlfwWindow::open(options.window);
    if (!window) {
        program::complain(window.error());
        return program::exit_cannot;
    }
    if (options.gallery || !options.gallery_pictures.empty()) {
        return desk::run_gallery(**window, options, ui::scenes(meeting::Desk::chair), scene_view);
    }
    chair_console::ChairView view;
    return desk::run(**window, view, options, version);
}
