#define GL_GLEXT_PROTOTYPES
#include "desk/painter.hpp"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <vector>

#include "ui/ui_compat.hpp"

namespace dais::desk {

namespace {

// Since 1.92 the backend follows the atlas by itself.
void upload_fonts() {
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

// Of coverage: white, and as opaque as its one channel says.
unsigned int new_texture() {
    unsigned int name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    constexpr std::array<int, 4> white{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    return name;
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

bool Painter::draw(ui::Rgb background, bool fonts_rebuilt, const ui::Sheets& sheets) {
    auto& data = *ImGui::GetDrawData();
    const ui::Extent extent{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
    prepare(fonts_rebuilt);
    upload(sheets);
    fit(extent);
    if (frame_buffer_ == 0) damage_.forget();
    const auto patches = damage_.next(background, extent);
    name_textures();
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
}

// The names of textures are known only now, after the lists were made.
void Painter::name_textures() {
    auto& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (auto& command : data.CmdLists[i]->CmdBuffer) {
            if (command.UserCallback != nullptr) continue;
            const auto sheet = textures_.find(ui::compat::texture_of(command));
            if (sheet != textures_.end()) {
                ui::compat::set_texture(command, sheet->second.name);
                continue;
            }
#if IMGUI_VERSION_NUM < 19200
            command.TextureId = ImGui::GetIO().Fonts->TexID;
#endif
        }
    }
}

void Painter::upload(const ui::Sheets& sheets) {
    for (auto& [number, texture] : textures_) texture.in_use = false;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    for (const auto& [id, sheet] : sheets.all()) {
        auto& texture = textures_[sheet.number()];
        texture.in_use = true;
        const auto [width, height] = sheet.extent();
        if (texture.name == 0) {
            texture.name = new_texture();
            glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE,
                         sheet.pixels().data());
            continue;
        }
        glBindTexture(GL_TEXTURE_2D, texture.name);
        for (const int top : sheet.fresh()) {
            const auto* pixels = sheet.pixels().data() + static_cast<std::ptrdiff_t>(top) * width;
            glTexSubImage2D(GL_TEXTURE_2D, 0, 0, top, width, sheet.strip_extent().height, GL_RED,
                            GL_UNSIGNED_BYTE, pixels);
        }
    }
    std::erase_if(textures_, [](const auto& each) {
        if (!each.second.in_use) glDeleteTextures(1, &each.second.name);
        return !each.second.in_use;
    });
}

void Painter::forget_sheets() {
    for (const auto& [number, texture] : textures_) glDeleteTextures(1, &texture.name);
    textures_.clear();
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
    forget_sheets();
    extent_ = {};
    ImGui_ImplOpenGL3_Shutdown();
    open_ = false;
}

}  // namespace dais::desk
