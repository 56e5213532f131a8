// Between a window and a view: what is drawn, batch by batch, with the keys that every desk shares.
//
//   F1           the keys of this desk
//   Ctrl and +   larger, Ctrl and -  smaller, Ctrl+0  as the system says
//   F9           the next theme
//   F12          a picture of the window
// Thread: the window's.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ui/fonts.hpp"
#include "ui/rows.hpp"
#include "ui/ui.hpp"
#include "ui/view.hpp"
#include "ui/window.hpp"

struct ImGuiContext;

namespace dais::ui {

// How a person likes it. Kept among the station's drafts, under these places.
struct Settings {
    std::optional<float> scale;  // 1 to 2.5; nothing: as the system says
    ThemeName theme = ThemeName::light;

    static constexpr const char* scale_place = "ui.scale";
    static constexpr const char* theme_place = "ui.theme";
};

class Frame {
  public:
    Frame(Window& window, Fonts fonts, Settings settings);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    // Draws all that waits in the window's input: a frame for each batch, of which only the last is shown.
    // After each, `settle` carries out what the view wanted and brings the model up to date, so that the next
    // key of the same batch meets the state that the one before it brought about.
    void draw(View& view, const Model& model, Sink& sink, const std::function<void()>& settle);

    [[nodiscard]] const Settings& settings() const { return settings_; }
    void set(Settings settings) { settings_ = settings; }
    [[nodiscard]] float scale();
    // Whether somebody pressed the key for a picture since the last call.
    bool take_picture_wish() { return std::exchange(picture_wish_, false); }

    Ui& ui() { return ui_; }
    Fonts& fonts() { return fonts_; }
    // Frames that were built, shown or not, and shown ones.
    [[nodiscard]] std::uint64_t built() const { return built_; }

  private:
    void build(View& view, const Model& model, Sink& sink, Batch batch);
    void follow_key(const KeyPress& press);
    void own_keys(Sink& sink);
    void set_scale(Sink& sink, std::optional<float> scale);
    void draw_help(const View& view);
    void draw_missing_fonts();
    void rebuild_fonts();

    Window& window_;
    ImGuiContext* context_;
    Fonts fonts_;
    Settings settings_;
    Ui ui_;
    float fonts_scale_ = 0;
    bool fonts_rebuilt_ = false;
    bool help_ = false;
    RowsState help_rows_;
    bool missing_read_ = false;
    Key commanded_ = Key::none;  // the last key pressed, where it was taken as a command
    bool held_ = false;          // the last key pressed is being repeated
    bool picture_wish_ = false;
    std::uint64_t built_ = 0;
};

}  // namespace dais::ui
