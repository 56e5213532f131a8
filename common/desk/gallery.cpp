// The gallery: scenes in a real window, to be looked at.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "desk/loop.hpp"
#include "desk/program.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "ui/widgets.hpp"

namespace dais::desk {
namespace {

// The view of a scene, with the scene's name below it.
class GalleryView final : public ui::View {
  public:
    GalleryView(const std::vector<ui::Scene>& scenes, const MakeView& make) : scenes_(scenes), make_(make) {
        show(0);
    }

    void draw(ui::Ui& ui, const ui::Model&, ui::Sink& sink, ui::Rect area) override {
        view_->draw(ui, model_, sink, area);
        if (ui.take({ui::Key::page_down, ui::ctrl})) show(std::min(at_ + 1, scenes_.size() - 1));
        if (ui.take({ui::Key::page_up, ui::ctrl})) show(at_ - (at_ > 0 ? 1 : 0));
    }
    [[nodiscard]] std::optional<base::Instant> next_digit(const ui::Model&) const override {
        return std::nullopt;
    }
    void restore(const std::map<std::string, std::string>&) override {}
    [[nodiscard]] std::string title() const override {
        return fmt::format("gallery {} of {}: {} (Ctrl+Page Down)", at_ + 1, scenes_.size(),
                           scenes_[at_].name);
    }
    [[nodiscard]] const std::vector<ui::HelpLine>& help() const override { return view_->help(); }

    void show(std::size_t scene) {
        at_ = scene;
        model_ = scenes_[scene].make();
        view_ = make_(scenes_[scene].name);
    }
    [[nodiscard]] const ui::Model& model() const { return model_; }

  private:
    const std::vector<ui::Scene>& scenes_;
    const MakeView& make_;
    std::size_t at_ = 0;
    ui::Model model_;
    std::unique_ptr<ui::View> view_;
};

std::string file_name(std::string scene, ui::ThemeName theme) {
    std::replace(scene.begin(), scene.end(), ' ', '-');
    return fmt::format("{}-{}.png", scene, ui::word(theme));
}

int write_pictures(ui::Window& window, const Options& options, const std::vector<ui::Scene>& scenes,
                   GalleryView& view, ui::Frame& frame) {
    std::error_code error;
    std::filesystem::create_directories(options.gallery_pictures, error);
    ui::Sink sink;
    const ui::Model none;
    auto settings = settings_of(options);
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        for (int theme = 0; theme < ui::theme_count; ++theme) {
            settings.theme = static_cast<ui::ThemeName>(theme);
            if (options.theme && settings.theme != *options.theme) continue;
            frame.set(settings);
            view.show(i);
            // The first frame may scroll and place; the third stands.
            for (int times = 0; times < 3; ++times) {
                window.wait(base::Span{0});
                frame.draw(view, none, sink, [&] { std::ignore = sink.take(); });
            }
            const auto file = options.gallery_pictures / file_name(scenes[i].name, settings.theme);
            if (auto written = ui::write_png(file.string(), window.picture()); !written) {
                spdlog::critical("{}", written.error().text);
                return program::exit_cannot;
            }
        }
    }
    return program::exit_ok;
}

}  // namespace

int run_gallery(ui::Window& window, const Options& options, std::vector<ui::Scene> scenes,
                const MakeView& make) {
    GalleryView view(scenes, make);
    ui::Frame frame(window, ui::Fonts::find(), settings_of(options));
    if (!options.gallery_pictures.empty()) return write_pictures(window, options, scenes, view, frame);
    ui::Pacer pacer;
    ui::Sink sink;
    const ui::Model none;
    while (!window.close_asked()) {
        const auto before = program::uptime();
        window.wait(pacer.due(before) ? base::Span{0} : pacer.patience(before));
        if (!window.input().empty()) pacer.input();
        if (!pacer.due(program::uptime())) continue;
        frame.draw(view, none, sink, [&] { std::ignore = sink.take(); });
        pacer.drawn(program::uptime(), std::nullopt);
        window.set_title("Dais: " + view.title());
    }
    return program::exit_ok;
}

}  // namespace dais::desk
