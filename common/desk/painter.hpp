// Draws Dear ImGui's lists with OpenGL 3.3 core, whichever library made the window: core profile, because the
// lists of a full screen go beyond what 16-bit indices reach, and 3.3 can offset them. The picture is kept in
// a buffer of its own and only what has changed is drawn anew, since what a window's own buffer holds after
// it was shown is nowhere said. Thread: the one whose context is current.
#pragma once

#include <cstdint>
#include <map>

#include "desk/damage.hpp"
#include "ui/picture.hpp"
#include "ui/window.hpp"

namespace dais::desk {

class Painter {
  public:
    static constexpr const char* shader_version = "#version 330 core";

    // What ImGui::GetDrawData() has, with the sheets that it draws from. False: it is what was drawn last,
    // and nothing was put into the window's buffer; it need not be shown, unless show_again() was called.
    // REQUIRES: an OpenGL context of the window is current, and ImGui's.
    bool draw(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets);
    // The system may have lost what the window showed.
    void show_again() { lost_ = true; }
    // What was drawn last. REQUIRES: as draw().
    ui::Picture picture();
    // REQUIRES: as draw(). Afterwards nothing more is drawn.
    void close();

  private:
    struct Texture {
        unsigned int name = 0;
        bool in_use = false;
    };
    void prepare(bool fonts_rebuilt);
    void upload(const ui::Sheets& sheets);
    void name_textures();
    void forget_sheets();
    void fit(ui::Extent extent);
    void draw_patch(ui::Rgb background, const Patch& patch);
    void forget_buffer();

    Damage damage_;
    ui::Extent extent_;
    unsigned int frame_buffer_ = 0;  // 0: none, all is drawn into the window's own, each time
    unsigned int colours_ = 0;
    std::map<std::uintptr_t, Texture> textures_;  // of the sheets, by their numbers
    bool open_ = false;
    bool lost_ = true;
};

}  // namespace dais::desk
