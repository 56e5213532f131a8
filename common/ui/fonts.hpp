// The faces of the interface, and the atlas that Dear ImGui draws them from. The atlas holds just the
// characters that were shown: one that appears for the first time makes it stale, and it is built anew
// between two frames, before anybody has seen a box in the letter's place.
//
// A character is served by the first font in the order of FontFile that has it. A font that is not installed
// is said in words (missing()), and its characters are shown as a box; nothing here fails. Thread: the
// window's.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ImFont;

namespace dais::ui {

enum class Face : std::uint8_t {
    body,
    strong,
    small,
    title,
    name,   // the speaker's name: read from some metres
    clock,  // what is left of the time: read from three metres
};
inline constexpr std::size_t face_count = 6;

// A font on the disk.
struct FontFile {
    std::string family;
    std::string path;
    int index = 0;  // within a collection (.ttc)
    bool bold = false;
    std::vector<std::pair<char32_t, char32_t>> letters;  // what it has: ranges in order, ends included
};

// What fontconfig knows of: the families that the interface uses, in the order in which they serve, and a
// sentence for each that is not installed.
struct FoundFonts {
    std::vector<FontFile> files;
    std::vector<std::string> missing;
};
FoundFonts find_fonts();

class Fonts {
  public:
    explicit Fonts(FoundFonts found);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    // The characters of a text are about to be shown in a face. Cheap: it is called for every text of every
    // frame.
    void note(Face face, std::string_view text);
    // Whether a character came that the atlas does not have.
    [[nodiscard]] bool stale() const { return stale_; }
    // Builds the atlas of the current ImGui context anew. `scale`: of the interface, 1 to 2.5. Not within a
    // frame.
    void build(float scale);

    // REQUIRES: build() was called.
    [[nodiscard]] ImFont* font(Face face) const { return fonts_[static_cast<std::size_t>(face)]; }
    [[nodiscard]] float size(Face face) const;         // as Dear ImGui counts it: the height of a line
    [[nodiscard]] float line_height(Face face) const;  // pixels, whole
    [[nodiscard]] float advance(Face face, char32_t letter) const;
    // The sum of advances of a text as it is shown (shaping.hpp).
    [[nodiscard]] float width(Face face, std::string_view shown) const;

    // Sentences about fonts that are not there, for people.
    [[nodiscard]] const std::vector<std::string>& missing() const { return found_.missing; }
    [[nodiscard]] const std::vector<FontFile>& files() const { return found_.files; }
    [[nodiscard]] std::size_t letters(Face face) const;

  private:
    // Debian's Dear ImGui counts characters with 16 bits; what lies beyond is shown as a box.
    using Letters = std::bitset<0x10000>;
    struct Mapped;

    void add_face(Face face, float scale);
    const Mapped* content(std::size_t file);
    [[nodiscard]] std::size_t file_for(char32_t letter, bool bold) const;

    FoundFonts found_;
    std::vector<std::unique_ptr<Mapped>> contents_;  // of the files, once they are needed
    std::array<Letters, face_count> shown_;
    std::array<ImFont*, face_count> fonts_{};
    std::vector<std::vector<std::uint16_t>> ranges_;  // kept while the atlas is built
    float scale_ = 1.0F;
    bool stale_ = true;
};

}  // namespace dais::ui
