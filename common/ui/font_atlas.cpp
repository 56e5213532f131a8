#include "ui/font_atlas.hpp"

#include <algorithm>
#include <limits>

#include "ui/ui_compat.hpp"

namespace dais::ui {
namespace {

// From here on a glyph stands on whole pixels; below, it is drawn at twice the width, so that letters keep
// even distances.
constexpr float size_of_whole_pixels = 40;

// Pairs of first and last, ended by a zero.
std::vector<ImWchar> ranges_of(const CharacterSet& characters) {
    std::vector<ImWchar> ranges;
    for (char32_t each = 1; each <= 0xFFFF; ++each) {
        if (!characters.has(each)) continue;
        const char32_t first = each;
        while (each < 0xFFFF && characters.has(each + 1)) ++each;
        ranges.push_back(static_cast<ImWchar>(first));
        ranges.push_back(static_cast<ImWchar>(each));
    }
    ranges.push_back(0);
    return ranges;
}

ImFont* add_built_in(ImFontAtlas& atlas, float size) {
    ImFontConfig config;
    config.SizePixels = size;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    return atlas.AddFontDefault(&config);
}

ImFont* add_source(ImFontAtlas& atlas, const AtlasFace& face, AtlasSource& source, bool first) {
    const auto bytes = source.font->bytes();
    const bool whole_pixels = face.size >= size_of_whole_pixels || source.ideographs;
    source.ranges = ranges_of(source.characters);
    ImFontConfig config;
    // ImGui takes a pointer to what it may change, and changes nothing that it does not own.
    config.FontData = const_cast<std::uint8_t*>(bytes.data());
    config.FontDataSize = static_cast<int>(bytes.size());
    compat::set_face_index(config, source.font->index());
    config.SizePixels = face.size * source.font->height_in_ems() / face.sources.front().font->height_in_ems();
    config.OversampleH = whole_pixels ? 1 : 2;
    config.OversampleV = 1;
    config.PixelSnapH = whole_pixels;
    config.GlyphRanges = source.ranges.data();
    config.MergeMode = !first;
    return compat::add_without_copy(atlas, config);
}

ImFont* add_face(ImFontAtlas& atlas, AtlasFace& face) {
    if (face.sources.empty()) return add_built_in(atlas, face.size);
    ImFont* font = add_source(atlas, face, face.sources.front(), true);
    for (std::size_t i = 1; i < face.sources.size(); ++i) add_source(atlas, face, face.sources[i], false);
    font->FallbackChar = static_cast<ImWchar>(face.stand_in);
    return font;
}

float fullness_of(const ImFontAtlas& atlas, int side) {
    const float height = static_cast<float>(compat::texture_height(atlas));
    const float width = static_cast<float>(compat::texture_width(atlas));
    const float limit = static_cast<float>(side);
    return height <= limit && width <= limit ? height * width / (limit * limit)
                                             : std::max(1.01F, height * width / (limit * limit));
}

bool fill_once(ImFontAtlas& atlas, std::vector<AtlasFace>& faces, int side, bool of_full_width) {
    atlas.Clear();
    compat::limit_texture(atlas, side, of_full_width);
    for (AtlasFace& face : faces) face.font = add_face(atlas, face);
    return compat::build(atlas);
}

}  // namespace

Filled fill_atlas(std::vector<AtlasFace>& faces, int side) {
    ImGuiIO& io = ImGui::GetIO();
    ImFontAtlas& atlas = *io.Fonts;
    io.FontDefault = nullptr;
    Filled filled;
    for (const bool of_full_width : {false, true}) {
        filled.built = fill_once(atlas, faces, side, of_full_width);
        if (!filled.built) {
            atlas.Clear();
            for (AtlasFace& face : faces) face.font = nullptr;
            return filled;
        }
        filled.fullness = fullness_of(atlas, side);
        if (filled.fullness <= 1) break;
    }
    return filled;
}

}  // namespace dais::ui
