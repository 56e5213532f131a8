// What differs between Dear ImGui 1.86 (Debian 12) and later ones (to 1.92), in the parts that we use: the
// pointer, the fonts and their atlas. We hand it the pointer only: keys are dealt with by the widget layer
// itself (ui.hpp), so that none is lost. (What differs in its OpenGL backend stands where that is included,
// in desk/painter.cpp.)
#pragma once

#include <imgui.h>

#include <cstdint>
#include <limits>

namespace dais::ui {

inline void give_pointer(ImGuiIO& io, float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMousePosEvent(x, y);
#else
    io.MousePos = ImVec2(x, y);
#endif
}

inline void give_button(ImGuiIO& io, int button, bool down) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseButtonEvent(button, down);
#else
    io.MouseDown[button] = down;
#endif
}

// Every key that the library knows needs a place in 1.86, where -1 means none.
inline void prepare_io(ImGuiIO& io) {
    io.IniFilename = nullptr;  // nothing of a window's layout is kept in the working directory
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM >= 18700
    io.ConfigInputTrickleEventQueue = false;  // we deal out the events ourselves
#else
    for (int& place : io.KeyMap) place = -1;
#endif
}

}  // namespace dais::ui

// Textures, and the fonts.
namespace dais::ui::compat {

// The texture of that name, which is whatever number the painter knows it by.
inline ImTextureID texture(std::uintptr_t name) {
    return (ImTextureID)name;  // a pointer until 1.91.4, then an integer
}

// The name of what a command is drawn with; 0 where that is the fonts' atlas and 1.92 looks after it.
inline std::uintptr_t texture_of(const ImDrawCmd& command) {
#if IMGUI_VERSION_NUM >= 19200
    if (command.TexRef._TexData != nullptr) return 0;
#endif
    return (std::uintptr_t)command.GetTexID();
}

inline void set_texture(ImDrawCmd& command, std::uintptr_t name) {
#if IMGUI_VERSION_NUM >= 19200
    command.TexRef = ImTextureRef(texture(name));
#else
    command.TextureId = texture(name);
#endif
}

// Since 1.92 a backend may say that it keeps textures itself; glyphs are then drawn when they are first
// shown, and the atlas must not be built in advance.
inline bool atlas_fills_itself() {
#if IMGUI_VERSION_NUM >= 19200
    return (ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasTextures) != 0;
#else
    return false;
#endif
}

inline bool build(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    if (atlas_fills_itself()) return true;
#endif
    return atlas.Build();
}

inline int texture_width(const ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    return atlas.TexData == nullptr ? 0 : atlas.TexData->Width;
#else
    return atlas.TexWidth;
#endif
}

inline int texture_height(const ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    return atlas.TexData == nullptr ? 0 : atlas.TexData->Height;
#else
    return atlas.TexHeight;
#endif
}

// Asks for a texture of at most that side. 1.86 chooses the width itself and lets the height grow to 32,768:
// whoever asks looks at texture_height afterwards. A width that is asked for is a power of two. 1.92 aborts
// where a texture is full, so it gets twice the side, and it is up to the caller to stay far below that.
inline void limit_texture(ImFontAtlas& atlas, int side, bool of_full_width) {
#if IMGUI_VERSION_NUM >= 19200
    (void)of_full_width;
    atlas.TexMaxWidth = 2 * side;
    atlas.TexMaxHeight = 2 * side;
#else
    atlas.TexDesiredWidth = of_full_width ? side : 0;
#endif
}

inline void set_face_index(ImFontConfig& config, int index) {
#if IMGUI_VERSION_NUM >= 19200
    config.FontNo = static_cast<ImU32>(index);
#else
    config.FontNo = index;
#endif
}

// Adds a font whose bytes stay ours. ImGui copies bytes that it is told it does not own, 20 MB a face for
// Chinese; so it is told that it owns them, and that it does not once it has not copied them.
inline ImFont* add_without_copy(ImFontAtlas& atlas, ImFontConfig config) {
    config.FontDataOwnedByAtlas = true;
    ImFont* font = atlas.AddFont(&config);
#if IMGUI_VERSION_NUM >= 19200
    atlas.Sources.back().FontDataOwnedByAtlas = false;
#else
    atlas.ConfigData.back().FontDataOwnedByAtlas = false;
#endif
    return font;
}

// How wide a character is at that size, or the glyph that stands in for it. REQUIRES: a font that was built.
inline float advance(ImFont& font, float size, char32_t character) {
    constexpr char32_t most = std::numeric_limits<ImWchar>::max();
    // As ImGui decodes what does not go into its characters.
    const auto shown = static_cast<ImWchar>(character <= most ? character : 0xFFFD);
#if IMGUI_VERSION_NUM >= 19200
    return font.GetFontBaked(size)->GetCharAdvance(shown);
#else
    return font.GetCharAdvance(shown) * size / font.FontSize;
#endif
}

// Whether the atlas holds a glyph of the character's own.
inline bool has_glyph(ImFont& font, float size, char32_t character) {
    if (character > std::numeric_limits<ImWchar>::max()) return false;
#if IMGUI_VERSION_NUM >= 19200
    ImFontBaked* baked = font.GetFontBaked(size);
    const auto shown = static_cast<ImWchar>(character);
    return baked->IsGlyphLoaded(shown) && baked->FindGlyphNoFallback(shown) != nullptr;
#else
    (void)size;
    return font.FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr;
#endif
}

}  // namespace dais::ui::compat
