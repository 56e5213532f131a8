// What differs between Dear ImGui 1.86 (Debian 12) and later ones (to 1.92), in the parts that we use. We
// hand it the pointer only: keys are dealt with by the widget layer itself (ui.hpp), so that none is lost.
#pragma once

#include <imgui.h>

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
