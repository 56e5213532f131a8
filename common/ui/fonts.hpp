// The type that windows are written in. The atlas holds just the characters that were shown: whoever draws a
// text says so (note, or width), and when a new character came (stale), the frame loop builds the atlas anew
// between two frames and draws the frame again. Sizes follow the scale of the interface.
//
//     Fonts fonts = Fonts::find();
//     fonts.build(1.0F);                                  // once before the first frame
//     each frame: ... draw, with fonts.font(face), fonts.size(face), fonts.note(face, text) ...
//     after it:   if (fonts.stale()) fonts.build(fonts.scale());   // and draw once more
//     a window:   uploads the texture (ImGui::GetIO().Fonts->GetTexDataAs…) when rebuilt() has grown
//
// A character that no font has, and all above U+FFFF, is shown as □. What is missing is never an error: the
// sentences of missing() are for the screen and the log. All of it belongs to the thread that draws, and
// needs a Dear ImGui context but no window. It must outlive the context's last frame, because 1.92 reads from
// the font files when it first draws a glyph.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/font_files.hpp"
#include "ui/mapped_font.hpp"

struct ImFont;

namespace dais::ui {

struct AtlasFace;

enum class Face : std::uint8_t {
    body,
    strong,  // bold, of body's size
    small,
    title,  // bold
    name,   // bold: who speaks
    clock,  // bold: the big clock; only digits, space, : + - and the minus sign until others are noted
};
constexpr std::size_t face_count = 6;

// Pixels at 100 %, as Dear ImGui counts them: from the lowest descender to the highest ascender, of which
// Noto Sans's em is 0.73. A line of text is as high as that.
constexpr std::array<float, face_count> logical_sizes{24, 24, 20, 30, 46, 150};

constexpr float least_scale = 1.0F;
constexpr float largest_scale = 2.5F;

// So many characters a face, beside those that are always there; beyond, new ones are shown as □. All of
// what six languages need is 8,000.
constexpr std::size_t most_characters = 20'000;

// The texture's largest side, for every renderer has it: 4096, above a scale of 2 twice that.
constexpr int largest_texture_side(float scale) {
    return scale > 2.0F ? 8192 : 4096;
}

class Fonts {
  public:
    // With the fonts that fontconfig finds.
    static Fonts find();
    // With these; those that cannot be opened count as missing.
    explicit Fonts(FontFiles files);
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    // Says that a text is shown in a face. Cheap: a bit a character, nothing for ASCII.
    void note(Face face, std::string_view utf8);

    // Whether a character was noted that the atlas could hold and does not.
    [[nodiscard]] bool stale() const { return stale_; }

    // Fills the atlas of the current context with what was noted, for that scale (held between least_scale
    // and largest_scale). The fonts of the time before are gone. During a frame it does nothing and returns
    // false.
    bool build(float scale);

    // How often the atlas was built: when it has grown, the texture must be uploaded anew.
    [[nodiscard]] std::uint64_t rebuilt() const { return rebuilt_; }

    [[nodiscard]] float scale() const { return scale_; }

    // Null before the first build.
    [[nodiscard]] ImFont* font(Face face) const { return fonts_[index(face)]; }
    // Whole pixels, for ImDrawList::AddText and the like.
    [[nodiscard]] float size(Face face) const;
    // From one line to the next.
    [[nodiscard]] float line_height(Face face) const { return size(face); }

    // How wide a text is, drawn in one line, in pixels; line breaks have no width. What was not in the atlas
    // is noted, and counts as wide as □ until the next build; before the first build everything counts half
    // its size.
    float width(Face face, std::string_view utf8);
    float advance(Face face, char32_t character);

    // Sentences for people: fonts that are not installed or cannot be read, characters that found no room.
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    // A line for the log about each file: "Noto Sans Arabic bold: /usr/share/fonts/… (face 0)".
    [[nodiscard]] const std::vector<std::string>& found() const { return found_; }

  private:
    struct Source {
        MappedFont font;
        std::string family;
        bool bold;
        CharacterSet characters;
    };

    static constexpr std::size_t index(Face face) { return static_cast<std::size_t>(face); }
    void add_file(const FontFile& file);
    void choose_cuts();
    // The place in a face's cuts of the first file that has the character; past the end where none has.
    [[nodiscard]] std::size_t cut_with(Face face, char32_t character) const;
    [[nodiscard]] bool can_show(Face face, char32_t character) const;
    void note_character(Face face, char32_t character);
    [[nodiscard]] CharacterSet always_shown(Face face) const;
    [[nodiscard]] char32_t stand_in(Face face) const;
    [[nodiscard]] std::vector<AtlasFace> faces_with(std::size_t newcomers) const;
    bool fill(std::size_t newcomers, float& fullness);
    // What the first so many newcomers take in the texture, in pixels, and how many take at most so much.
    [[nodiscard]] float area(std::size_t newcomers) const;
    [[nodiscard]] std::size_t oldest_within(float most) const;
    [[nodiscard]] float advance_of(Face face, char32_t character) const;
    void say_once(std::string sentence);

    std::vector<Source> sources_;
    std::array<std::vector<std::size_t>, 2> cuts_;      // regular, bold: places in sources_, in order
    std::array<CharacterSet, face_count> seen_;         // noted once, whatever became of it
    std::array<std::size_t, face_count> counts_{};      // of newcomers_
    std::vector<std::pair<Face, char32_t>> newcomers_;  // noted and to be had, the oldest first
    std::vector<AtlasFace> faces_;                      // what the atlas was filled with
    std::array<ImFont*, face_count> fonts_{};
    float scale_ = least_scale;
    std::uint64_t rebuilt_ = 0;
    bool stale_ = true;
    bool full_ = false;  // at this scale
    std::vector<std::string> missing_;
    std::vector<std::string> found_;
};

}  // namespace dais::ui
