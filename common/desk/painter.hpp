// Draws Dear ImGui's lists with OpenGL 3.3 core, whichever library made the window: core profile, because the
// lists of a full screen go beyond what 16-bit indices reach, and 3.3 can offset them. Thread: the one whose
// context is current.
#pragma once

#include "ui/picture.hpp"
#include "ui/window.hpp"

namespace dais::desk {

class Painter {
  public:
    static constexpr const char* shader_version = "#version 330 core";

    // What ImGui::GetDrawData() has. REQUIRES: an OpenGL context of the window is current, and ImGui's.
    void draw(ui::Rgb background, bool fonts_rebuilt);
    // What stands in the frame buffer that was drawn last. REQUIRES: as draw(), before the buffers are
    // swapped or with a copy of them kept.
    static ui::Picture picture(ui::Extent extent);
    // REQUIRES: as draw(). Afterwards nothing more is drawn.
    void close();

  private:
    bool open_ = false;
};

}  // namespace dais::desk
