#define GL_GLEXT_PROTOTYPES
#include "desk/painter.hpp"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <vector>

namespace dais::desk {

namespace {

// Since 1.92 the backend follows the atlas by itself.
void upload_fonts() {
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

// What a list's commands are cut to; kept while a patch cuts them further.
std::vector<ImVec4> clips_of(const ImDrawData& data) {
    std::vector<ImVec4> clips;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const auto& command : data.CmdLists[i]->CmdBuffer) clips.push_back(command.ClipRect);
    }
    return clips;
}

}  // namespace

bool Painter::draw(ui::Rgb background, bool fonts_rebuilt) {
    auto& data = *ImGui::GetDrawData();
    const ui::Extent extent{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
    prepare(fonts_rebuilt);
    fit(extent);
    if (frame_buffer_ == 0) damage_.forget();
    const auto patches = damage_.next(background, extent);
    if (patches.empty() && !lost_) return false;
    lost_ = false;
    glBindFramebuffer(GL_FRAMEBUFFER, frame_buffer_);
    glViewport(0, 0, extent.width, extent.height);
    for (const auto& each : patches) draw_patch(background, each);
    if (frame_buffer_ == 0) return true;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, extent.width, extent.height, 0, 0, extent.width, extent.height,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return true;
}

void Painter::prepare(bool fonts_rebuilt) {
    if (!open_) {
        ImGui_ImplOpenGL3_Init(shader_version);
        ImGui_ImplOpenGL3_NewFrame();  // makes the program and the texture
        open_ = true;
    } else if (fonts_rebuilt) {
        upload_fonts();
        damage_.forget();
    }
#if IMGUI_VERSION_NUM < 19200
    // The texture's name is known only now, after the lists were made.
    const auto texture = ImGui::GetIO().Fonts->TexID;
    auto& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (auto& command : data.CmdLists[i]->CmdBuffer) {
            if (command.UserCallback == nullptr) command.TextureId = texture;
        }
    }
#endif
}

// Makes the buffer of the picture as large as the window.
void Painter::fit(ui::Extent extent) {
    if (extent_ == extent) return;
    forget_buffer();
    extent_ = extent;
    glGenRenderbuffers(1, &colours_);
    glBindRenderbuffer(GL_RENDERBUFFER, colours_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, extent.width, extent.height);
    glGenFramebuffers(1, &frame_buffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_buffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    const bool good = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!good) forget_buffer();
}

void Painter::forget_buffer() {
    if (frame_buffer_ != 0) glDeleteFramebuffers(1, &frame_buffer_);
    if (colours_ != 0) glDeleteRenderbuffers(1, &colours_);
    frame_buffer_ = 0;
    colours_ = 0;
    damage_.forget();
}

void Painter::draw_patch(ui::Rgb background, const Patch& patch) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(patch.left, extent_.height - patch.bottom, patch.right - patch.left, patch.bottom - patch.top);
    glClearColor(background.r, background.g, background.b, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    auto& data = *ImGui::GetDrawData();
    const auto clips = clips_of(data);
    const ImVec4 cut(static_cast<float>(patch.left), static_cast<float>(patch.top),
                     static_cast<float>(patch.right), static_cast<float>(patch.bottom));
    const auto each_clip = [&](const auto& change) {
        auto kept = clips.begin();
        for (int i = 0; i < data.CmdListsCount; ++i) {
            for (auto& command : data.CmdLists[i]->CmdBuffer) change(command.ClipRect, *kept++);
        }
    };
    each_clip([&](ImVec4& clip, const ImVec4&) {
        clip = ImVec4(std::max(clip.x, cut.x), std::max(clip.y, cut.y), std::min(clip.z, cut.z),
                      std::min(clip.w, cut.w));
    });
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    each_clip([](ImVec4& clip, const ImVec4& before) { clip = before; });
}

ui::Picture Painter::picture() {
    ui::Picture picture;
    picture.width = extent_.width;
    picture.height = extent_.height;
    const auto row = static_cast<std::size_t>(extent_.width) * 4;
    picture.rgba.resize(row * static_cast<std::size_t>(extent_.height));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, frame_buffer_);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, extent_.width, extent_.height, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    // OpenGL counts rows from the bottom.
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(extent_.height); top + 1 < bottom; ++top) {
        --bottom;
        std::swap_ranges(picture.rgba.begin() + static_cast<std::ptrdiff_t>(top * row),
                         picture.rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                         picture.rgba.begin() + static_cast<std::ptrdiff_t>(bottom * row));
    }
    return picture;
}

void Painter::close() {
    if (!open_) return;
    forget_buffer();
    extent_ = {};
    ImGui_ImplOpenGL3_Shutdown();
    open_ = false;
}

}  // namespace dais::desk
