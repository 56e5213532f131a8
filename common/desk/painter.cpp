#define GL_GLEXT_PROTOTYPES
#include "desk/painter.hpp"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>

namespace dais::desk {

void Painter::draw(ui::Rgb background, bool fonts_rebuilt) {
    auto* data = ImGui::GetDrawData();
    if (!open_) {
        ImGui_ImplOpenGL3_Init(shader_version);
        ImGui_ImplOpenGL3_NewFrame();  // makes the program and the texture
        open_ = true;
    } else if (fonts_rebuilt) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    glViewport(0, 0, static_cast<GLsizei>(data->DisplaySize.x), static_cast<GLsizei>(data->DisplaySize.y));
    glClearColor(background.r, background.g, background.b, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    // The texture's name is known only now, after the lists were made.
    const auto texture = ImGui::GetIO().Fonts->TexID;
    for (int i = 0; i < data->CmdListsCount; ++i) {
        for (auto& command : data->CmdLists[i]->CmdBuffer) {
            if (command.UserCallback == nullptr) command.TextureId = texture;
        }
    }
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

ui::Picture Painter::picture(ui::Extent extent) {
    ui::Picture picture;
    picture.width = extent.width;
    picture.height = extent.height;
    const auto row = static_cast<std::size_t>(extent.width) * 4;
    picture.rgba.resize(row * static_cast<std::size_t>(extent.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, extent.width, extent.height, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    // OpenGL counts rows from the bottom.
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(extent.height); top + 1 < bottom; ++top) {
        --bottom;
        std::swap_ranges(picture.rgba.begin() + static_cast<std::ptrdiff_t>(top * row),
                         picture.rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                         picture.rgba.begin() + static_cast<std::ptrdiff_t>(bottom * row));
    }
    return picture;
}

void Painter::close() {
    if (open_) ImGui_ImplOpenGL3_Shutdown();
    open_ = false;
}

}  // namespace dais::desk
