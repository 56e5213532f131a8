#include "ui/fonts.hpp"

#include <fcntl.h>
#include <imgui.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "ui/shaping.hpp"
#include "ui/ui_compat.hpp"

namespace dais::ui {
namespace {

// The height of a line at 100 %, as Dear ImGui counts sizes; a letter's em is some three quarters of it.
constexpr std::array<float, face_count> sizes{24, 24, 20, 30, 46, 150};

constexpr bool is_bold(Face face) {
    return face != Face::body && face != Face::small;
}

// What every text may hold; the clock's face has only what a clock shows.
constexpr std::u32string_view common_letters = U"‘’“”–—…·•›−×\u00A0\u2009\u202F\uFFFD";
constexpr std::u32string_view clock_letters = U"0123456789:-−+ ";

constexpr char32_t first_letter = 0x20;
constexpr char32_t last_latin = 0x17F;
constexpr std::size_t most_letters = 20'000;

constexpr std::size_t index_of(Face face) {
    return static_cast<std::size_t>(face);
}

bool has(const FontFile& file, char32_t letter) {
    const auto after = std::upper_bound(file.letters.begin(), file.letters.end(), letter,
                                        [](char32_t l, const auto& range) { return l < range.first; });
    return after != file.letters.begin() && letter <= std::prev(after)->second;
}

}  // namespace

// A file in memory, as the atlas reads it; pages that nobody looks at are never loaded.
struct Fonts::Mapped {
    void* bytes = nullptr;
    std::size_t size = 0;

    explicit Mapped(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return;
        struct stat facts {};
        constexpr off_t most = 256L << 20;
        if (::fstat(file, &facts) == 0 && facts.st_size > 0 && facts.st_size <= most) {
            size = static_cast<std::size_t>(facts.st_size);
            bytes = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
            if (bytes == MAP_FAILED) bytes = nullptr;
        }
        ::close(file);
    }
    ~Mapped() {
        if (bytes != nullptr) ::munmap(bytes, size);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
};

Fonts::Fonts(FoundFonts found) : found_(std::move(found)), contents_(found_.files.size()) {
    for (std::size_t face = 0; face < face_count; ++face) {
        if (face == index_of(Face::clock)) {
            for (const auto letter : clock_letters) shown_[face].set(letter);
            continue;
        }
        for (char32_t letter = first_letter; letter <= last_latin; ++letter) {
            if (letter < 0x7F || letter >= 0xA0) shown_[face].set(letter);
        }
        for (const auto letter : common_letters) shown_[face].set(letter);
    }
}

Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

void Fonts::note(Face face, std::string_view text) {
    auto& shown = shown_[index_of(face)];
    for_each_letter(text, [&](char32_t letter, std::size_t, std::size_t) {
        if (letter >= shown.size() || letter < first_letter || shown.test(letter)) return;
        if (shown.count() >= most_letters) return;
        shown.set(letter);
        stale_ = true;
    });
}

std::size_t Fonts::letters(Face face) const {
    return shown_[index_of(face)].count();
}

std::size_t Fonts::file_for(char32_t letter, bool bold) const {
    std::size_t other = found_.files.size();
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
        if (!has(found_.files[i], letter)) continue;
        if (found_.files[i].bold == bold) return i;
        other = std::min(other, i);
    }
    return other;
}

const Fonts::Mapped* Fonts::content(std::size_t file) {
    auto& mapped = contents_[file];
    if (!mapped) mapped = std::make_unique<Mapped>(found_.files[file].path);
    return mapped->bytes == nullptr ? nullptr : mapped.get();
}

// A font of the atlas for the face, merged from the files that serve its letters.
void Fonts::add_face(Face face, float scale) {
    const bool bold = is_bold(face);
    std::vector<std::vector<ImWchar>> by_file(found_.files.size());
    const auto& shown = shown_[index_of(face)];
    for (char32_t letter = first_letter; letter < shown.size(); ++letter) {
        if (!shown.test(letter)) continue;
        const auto file = file_for(letter, bold);
        if (file == by_file.size()) continue;
        auto& ranges = by_file[file];
        const auto code = static_cast<ImWchar>(letter);
        if (!ranges.empty() && ranges.back() + 1 == code) {
            ranges.back() = code;
        } else {
            ranges.insert(ranges.end(), {code, code});
        }
    }
    auto* atlas = ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = true;
    const float pixels = std::round(sizes[index_of(face)] * scale);
    ImFont* font = nullptr;
    for (std::size_t i = 0; i < by_file.size(); ++i) {
        if (by_file[i].empty()) continue;
        const auto* bytes = content(i);
        if (bytes == nullptr) continue;
        by_file[i].push_back(0);
        ranges_.push_back(std::move(by_file[i]));
        config.FontNo = found_.files[i].index;
        config.MergeMode = font != nullptr;
        auto* added = atlas->AddFontFromMemoryTTF(bytes->bytes, static_cast<int>(bytes->size), pixels,
                                                  &config, ranges_.back().data());
        if (font == nullptr) font = added;
    }
    if (font == nullptr) {
        ImFontConfig built_in;
        built_in.SizePixels = pixels;
        font = atlas->AddFontDefault(&built_in);
    }
    fonts_[index_of(face)] = font;
}

void Fonts::build(float scale) {
    scale_ = scale;
    auto* atlas = ImGui::GetIO().Fonts;
    atlas->Clear();
    use_freetype(*atlas);
    atlas->TexDesiredWidth = scale > 1.5F ? 4096 : 2048;
    ranges_.clear();
    for (std::size_t face = 0; face < face_count; ++face) add_face(static_cast<Face>(face), scale);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas->GetTexDataAsAlpha8(&pixels, &width, &height);
    stale_ = false;
}

float Fonts::size(Face face) const {
    return std::round(sizes[index_of(face)] * scale_);
}

float Fonts::line_height(Face face) const {
    return size(face);
}

float Fonts::advance(Face face, char32_t letter) const {
    const auto* font = fonts_[index_of(face)];
    if (font == nullptr) return 0;
    return letter < 0x10000 ? font->GetCharAdvance(static_cast<ImWchar>(letter)) : font->FallbackAdvanceX;
}

float Fonts::width(Face face, std::string_view shown) const {
    float sum = 0;
    for_each_letter(shown, [&](char32_t letter, std::size_t, std::size_t) { sum += advance(face, letter); });
    return sum;
}

}  // namespace dais::ui
