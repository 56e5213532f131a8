#include "ui/fonts.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/font_atlas.hpp"
#include "ui/ui_compat.hpp"

namespace dais::ui {
namespace {

constexpr char32_t box = U'\u25A1';
constexpr char32_t replacement = U'\uFFFD';

// From so many characters on a file is one of ideographs.
constexpr std::size_t many_characters = 10'000;

// Where not all finds room, the newest characters are left out, a fifth of the area at a time or as much as
// it surely is too much: the height of a texture is a power of two, so it may be twice that of what stands on
// it.
constexpr float largest_step = 0.8F;

// What a glyph of a square of its size takes in the texture: an ideograph's em squared and the gap beside it.
// Letters take less. Too little would only cost another turn, and too much leaves out what would have fitted.
constexpr float area_of_glyph = 0.6F;

constexpr std::string_view no_room =
    "More different characters were shown than the screen's font texture holds; new ones are shown as boxes.";

constexpr bool is_bold(Face face) {
    return face != Face::body && face != Face::small;
}

float scaled(Face face, float scale) {
    return std::round(logical_sizes[static_cast<std::size_t>(face)] * scale);
}

// The characters of a text as ImGui would draw them: it stops at a zero, and shows what is not UTF-8 as
// U+FFFD.
template <class Take>
void each_character(std::string_view utf8, const Take& take) {
    const char* at = utf8.data();
    const char* const end = at + utf8.size();
    while (at < end && *at != '\0') {
        unsigned int character = 0;
        if (static_cast<unsigned char>(*at) < 0x80) {
            character = static_cast<unsigned char>(*at++);
        } else {
            const int bytes = ImTextCharFromUtf8(&character, at, end);
            if (bytes <= 0 || character == 0) return;
            at += bytes;
        }
        take(static_cast<char32_t>(character));
    }
}

// Controls are never drawn.
constexpr bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

}  // namespace

Fonts Fonts::find() {
    return Fonts(find_font_files());
}

Fonts::Fonts(FontFiles files) : missing_(std::move(files.missing)) {
    for (const FontFile& file : files.files) add_file(file);
    choose_cuts();
    if (sources_.empty()) say_once("No font could be read; only Latin letters are shown.");
    for (std::size_t i = 0; i < face_count; ++i) seen_[i] = always_shown(static_cast<Face>(i));
}

Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

void Fonts::add_file(const FontFile& file) {
    auto font = MappedFont::open(file.path, file.index);
    if (!font) {
        say_once(font.error().text);
        return;
    }
    found_.push_back(
        fmt::format("{}{}: {} (face {})", file.family, file.bold ? " bold" : "", file.path, file.index));
    sources_.push_back({std::move(*font), file.family, file.bold, file.characters});
}

// Of each family the cut that is wanted, else the other one.
void Fonts::choose_cuts() {
    for (const bool bold : {false, true}) {
        std::vector<std::size_t>& cuts = cuts_[bold ? 1 : 0];
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const auto same_family = [&](std::size_t other) {
                return sources_[other].family == sources_[i].family;
            };
            const auto other = std::find_if(cuts.begin(), cuts.end(), same_family);
            if (other == cuts.end()) {
                cuts.push_back(i);
            } else if (sources_[*other].bold != bold && sources_[i].bold == bold) {
                *other = i;
            }
        }
    }
}

std::size_t Fonts::cut_with(Face face, char32_t character) const {
    const std::vector<std::size_t>& cuts = cuts_[is_bold(face) ? 1 : 0];
    const auto has = [&](std::size_t source) { return sources_[source].characters.has(character); };
    return static_cast<std::size_t>(std::find_if(cuts.begin(), cuts.end(), has) - cuts.begin());
}

bool Fonts::can_show(Face face, char32_t character) const {
    const std::vector<std::size_t>& cuts = cuts_[is_bold(face) ? 1 : 0];
    if (cuts.empty()) return character >= 0x20 && character <= 0xFF;  // what ImGui's own font has
    return cut_with(face, character) < cuts.size();
}

char32_t Fonts::stand_in(Face face) const {
    for (const char32_t each : {box, replacement}) {
        if (can_show(face, each)) return each;
    }
    return U'?';
}

CharacterSet Fonts::always_shown(Face face) const {
    CharacterSet set;
    if (face == Face::clock) {
        for (const char32_t each : std::u32string_view(U" 0123456789:+-\u2212")) set.add(each);
    } else {
        set.add(0x20, 0x7E);
        set.add(0xA0, 0xFF);
        constexpr std::u32string_view punctuation =
            U"\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u2026\u2039\u203A\u2212";
        for (const char32_t each : punctuation) set.add(each);
    }
    set.add(stand_in(face));
    return set;
}

void Fonts::note(Face face, std::string_view utf8) {
    each_character(utf8, [&](char32_t character) { note_character(face, character); });
}

void Fonts::note_character(Face face, char32_t character) {
    const std::size_t i = index(face);
    if (is_control(character) || !seen_[i].add(character) || !can_show(face, character)) return;
    if (counts_[i] >= most_characters) {
        say_once(
            "More different characters were shown than fit on the screen's font texture; new ones are "
            "shown as boxes.");
        return;
    }
    ++counts_[i];
    newcomers_.emplace_back(face, character);
    if (!full_) stale_ = true;
}

std::vector<AtlasFace> Fonts::faces_with(std::size_t newcomers) const {
    std::vector<AtlasFace> faces(face_count);
    const auto take = [&](Face face, char32_t character) {
        std::vector<AtlasSource>& sources = faces[index(face)].sources;
        const std::size_t cut = cut_with(face, character);
        if (cut < sources.size()) sources[cut].characters.add(character);
    };
    for (std::size_t i = 0; i < face_count; ++i) {
        const Face face = static_cast<Face>(i);
        faces[i].size = scaled(face, scale_);
        faces[i].stand_in = stand_in(face);
        for (const std::size_t source : cuts_[is_bold(face) ? 1 : 0]) {
            faces[i].sources.push_back(
                {&sources_[source].font, {}, sources_[source].characters.count() >= many_characters, {}});
        }
        const CharacterSet always = always_shown(face);
        for (char32_t each = 0; each <= 0xFFFF; ++each) {
            if (always.has(each)) take(face, each);
        }
    }
    for (std::size_t i = 0; i < newcomers; ++i) take(newcomers_[i].first, newcomers_[i].second);
    for (AtlasFace& face : faces) {
        if (face.sources.empty()) continue;
        // The first file sets the line even where it gives no character.
        face.sources.erase(
            std::remove_if(face.sources.begin() + 1, face.sources.end(),
                           [](const AtlasSource& source) { return source.characters.count() == 0; }),
            face.sources.end());
    }
    return faces;
}

bool Fonts::fill(std::size_t newcomers, float& fullness) {
    std::vector<AtlasFace> faces = faces_with(newcomers);
    Filled filled = fill_atlas(faces, largest_texture_side(scale_));
    if (!filled.built) {
        say_once("Dear ImGui cannot read the fonts; only Latin letters are shown.");
        for (AtlasFace& face : faces) face.sources.clear();
        filled = fill_atlas(faces, largest_texture_side(scale_));
    }
    faces_ = std::move(faces);
    for (std::size_t i = 0; i < face_count; ++i) fonts_[i] = faces_[i].font;
    fullness = filled.fullness;
    return fullness <= 1;
}

float Fonts::area(std::size_t count) const {
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += size(newcomers_[i].first) * size(newcomers_[i].first);
    return sum * area_of_glyph;
}

std::size_t Fonts::oldest_within(float most) const {
    std::size_t count = 0;
    for (float sum = 0; count < newcomers_.size(); ++count) {
        const float side = size(newcomers_[count].first);
        sum += side * side * area_of_glyph;
        if (sum > most) break;
    }
    return count;
}

bool Fonts::build(float scale) {
    if (ImGui::GetIO().Fonts->Locked) return false;
    scale_ = std::isfinite(scale) ? std::clamp(scale, least_scale, largest_scale) : least_scale;
    const float side = static_cast<float>(largest_texture_side(scale_));
    std::size_t taken = oldest_within(side * side * largest_step);
    float fullness = 0;
    while (!fill(taken, fullness) && taken > 0) {
        taken = oldest_within(area(taken) * std::min(largest_step, 2 * largest_step / fullness));
    }
    full_ = taken < newcomers_.size();
    if (full_) say_once(std::string(no_room));
    stale_ = false;
    ++rebuilt_;
    return true;
}

float Fonts::size(Face face) const {
    return scaled(face, scale_);
}

float Fonts::advance_of(Face face, char32_t character) const {
    if (is_control(character)) return 0;
    ImFont* const font = fonts_[index(face)];
    if (font == nullptr) return size(face) / 2;
    return compat::advance(*font, size(face), character);
}

float Fonts::advance(Face face, char32_t character) {
    note_character(face, character);
    return advance_of(face, character);
}

float Fonts::width(Face face, std::string_view utf8) {
    float sum = 0;
    each_character(utf8, [&](char32_t character) { sum += advance(face, character); });
    return sum;
}

void Fonts::say_once(std::string sentence) {
    if (std::find(missing_.begin(), missing_.end(), sentence) == missing_.end()) {
        missing_.push_back(std::move(sentence));
    }
}

}  // namespace dais::ui
