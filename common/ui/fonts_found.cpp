// Where the fonts lie, by fontconfig.
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "ui/fonts.hpp"

namespace dais::ui {
namespace {

struct Wanted {
    const char* family;
    const char* style;
    bool bold;
    const char* package;  // Debian's
    const char* what;     // is shown as boxes without it; null: nothing that people would miss
};

// In the order in which they serve. Noto Sans has Latin, Greek and Cyrillic; shapes and arrows are elsewhere.
constexpr Wanted wanted[] = {
    {"Noto Sans", "Regular", false, "fonts-noto-core", "Latin, Greek and Cyrillic letters"},
    {"Noto Sans", "Bold", true, "fonts-noto-core", nullptr},
    {"Noto Sans Arabic", "Regular", false, "fonts-noto-core", "Arabic letters"},
    {"Noto Sans Arabic", "Bold", true, "fonts-noto-core", nullptr},
    {"Noto Sans CJK SC", "Regular", false, "fonts-noto-cjk", "Chinese characters"},
    {"Noto Sans CJK SC", "Bold", true, "fonts-noto-cjk", nullptr},
    {"Noto Sans Symbols", "Regular", false, "fonts-noto-core", nullptr},
    {"Noto Sans Symbols 2", "Regular", false, "fonts-noto-core", nullptr},
    {"Noto Sans Math", "Regular", false, "fonts-noto-core", nullptr},
};

struct Free {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
    void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
    void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
template <class T>
using Held = std::unique_ptr<T, Free>;

std::vector<std::pair<char32_t, char32_t>> letters_of(const FcCharSet* set) {
    std::vector<std::pair<char32_t, char32_t>> ranges;
    FcChar32 map[FC_CHARSET_MAP_SIZE];
    FcChar32 next = 0;
    for (auto base = FcCharSetFirstPage(set, map, &next); base != FC_CHARSET_DONE;
         base = FcCharSetNextPage(set, map, &next)) {
        for (std::uint32_t bit = 0; bit < FC_CHARSET_MAP_SIZE * 32U; ++bit) {
            if ((map[bit / 32] >> (bit % 32) & 1U) == 0) continue;
            const auto letter = static_cast<char32_t>(base + bit);
            if (!ranges.empty() && ranges.back().second + 1 == letter) {
                ranges.back().second = letter;
            } else {
                ranges.emplace_back(letter, letter);
            }
        }
    }
    return ranges;
}

// The exact family, never what fontconfig thinks is like it. `family` null: any sans-serif.
std::optional<FontFile> find(const char* family, const char* style, bool bold) {
    const Held<FcPattern> pattern(FcPatternCreate());
    if (family != nullptr) {
        FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    }
    FcPatternAddString(pattern.get(), FC_STYLE, reinterpret_cast<const FcChar8*>(style));
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    const Held<FcObjectSet> objects(
        FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_CHARSET, FC_VARIABLE, nullptr));
    const Held<FcFontSet> fonts(FcFontList(nullptr, pattern.get(), objects.get()));
    if (!fonts) return std::nullopt;
    for (int i = 0; i < fonts->nfont; ++i) {
        FcChar8* file = nullptr;
        FcCharSet* letters = nullptr;
        int index = 0;
        FcBool variable = FcFalse;
        auto* font = fonts->fonts[i];
        FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
        if (variable == FcTrue || FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch ||
            FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) {
            continue;
        }
        FcPatternGetInteger(font, FC_INDEX, 0, &index);
        return FontFile{family == nullptr ? "" : family, reinterpret_cast<const char*>(file), index & 0xFFFF,
                        bold, letters_of(letters)};
    }
    return std::nullopt;
}

}  // namespace

FoundFonts find_fonts() {
    FoundFonts found;
    for (const auto& each : wanted) {
        if (auto file = find(each.family, each.style, each.bold)) {
            found.files.push_back(*std::move(file));
        } else if (each.what != nullptr) {
            found.missing.push_back(std::string(each.family) + " is not installed (Debian: " + each.package +
                                    "); " + each.what + " may be shown as boxes.");
        }
    }
    const bool any_regular =
        std::any_of(found.files.begin(), found.files.end(), [](const FontFile& file) { return !file.bold; });
    if (!any_regular) {
        if (auto other = find(nullptr, "Regular", false)) found.files.insert(found.files.begin(), *other);
    }
    return found;
}

}  // namespace dais::ui
