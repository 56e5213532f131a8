// Fills Dear ImGui's font atlas with just the characters asked for. A step of Fonts (ui/fonts.hpp), which
// decides what those are; panels do not see this.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "ui/font_files.hpp"
#include "ui/mapped_font.hpp"

namespace dais::ui {

// The characters that one file gives to one face.
struct AtlasSource {
    const MappedFont* font = nullptr;
    CharacterSet characters;
    bool ideographs = false;  // all as wide as each other, and many
    std::vector<ImWchar>
        ranges;  // as ImGui wants them; made by fill_atlas, and must live as long as the atlas
};

struct AtlasFace {
    float size = 0;            // pixels
    char32_t stand_in = U'?';  // what is shown for a character that is not there
    // The first sets the line: its ascent and descent are the face's, and all others are scaled to its em.
    // None: ImGui's built-in font.
    std::vector<AtlasSource> sources;
    ImFont* font = nullptr;  // set by fill_atlas
};

struct Filled {
    bool built = false;
    // Pixels that the glyphs take, by those that the limit allows; above 1 they do not fit.
    float fullness = 0;
};

// Clears the current context's atlas and fills it, a font a face, in order. REQUIRES: no frame under way.
// Where `built` comes back false, ImGui could not read one of the fonts, and the atlas is empty.
Filled fill_atlas(std::vector<AtlasFace>& faces, int largest_side);

}  // namespace dais::ui
