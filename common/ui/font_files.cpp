#include "ui/font_files.hpp"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>

#include <array>
#include <bit>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace dais::ui {
namespace {

template <auto destroy>
struct With {
    template <class T>
    void operator()(T* thing) const {
        destroy(thing);
    }
};
using Config = std::unique_ptr<FcConfig, With<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, With<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, With<FcFontSetDestroy>>;
using ObjectSet = std::unique_ptr<FcObjectSet, With<FcObjectSetDestroy>>;

struct Family {
    std::string_view name;
    std::string_view other_name;  // what some releases call it; empty where there is none
    std::string_view package;
    std::string_view without;  // what happens without it
};

// Chinese comes last: its file has symbols too, as wide as an ideograph, and the narrow ones sit better
// between Latin words.
constexpr std::array<Family, 6> families{{
    {"Noto Sans", "", "fonts-noto-core", "another font stands in for it"},
    {"Noto Sans Arabic", "", "fonts-noto-core", "Arabic letters are shown as boxes"},
    {"Noto Sans Symbols", "", "fonts-noto-core", "some arrows and signs may be shown as boxes"},
    {"Noto Sans Symbols 2", "Noto Sans Symbols2", "fonts-noto-core",
     "some shapes and signs may be shown as boxes"},
    {"Noto Sans Math", "", "fonts-noto-core", "the minus sign and some arrows may be shown as boxes"},
    {"Noto Sans CJK SC", "", "fonts-noto-cjk", "Chinese characters are shown as boxes"},
}};

const FcChar8* fc(const char* text) {
    return reinterpret_cast<const FcChar8*>(text);
}

int number(FcPattern* pattern, const char* object, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

std::string text(FcPattern* pattern, const char* object) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, object, 0, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

CharacterSet characters_of(FcPattern* pattern) {
    CharacterSet set;
    FcCharSet* charset = nullptr;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) != FcResultMatch) return set;
    std::array<FcChar32, FC_CHARSET_MAP_SIZE> page{};
    FcChar32 next = 0;
    for (FcChar32 base = FcCharSetFirstPage(charset, page.data(), &next); base != FC_CHARSET_DONE;
         base = FcCharSetNextPage(charset, page.data(), &next)) {
        for (FcChar32 i = 0; i < page.size() * 32; ++i) {
            if ((page[i / 32] >> (i % 32) & 1U) != 0) set.add(base + i);
        }
    }
    return set;
}

// The upper half of the index names an instance of a variable font; Dear ImGui draws its default.
constexpr int face_index(int index) {
    return index & 0xFFFF;
}

FontFile file_of(FcPattern* pattern, std::string_view family, bool bold) {
    return {std::string(family), bold, text(pattern, FC_FILE), face_index(number(pattern, FC_INDEX, 0)),
            characters_of(pattern)};
}

// Upright, of normal width, of just this weight, and rather a file of its own than an instance of a variable
// font.
FcPattern* cut(const FcFontSet& set, int weight) {
    FcPattern* instance = nullptr;
    for (int i = 0; i < set.nfont; ++i) {
        FcPattern* each = set.fonts[i];
        if (number(each, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN ||
            number(each, FC_WIDTH, FC_WIDTH_NORMAL) != FC_WIDTH_NORMAL ||
            number(each, FC_WEIGHT, -1) != weight) {
            continue;
        }
        const int index = number(each, FC_INDEX, 0);
        if (index == face_index(index)) return each;
        instance = each;
    }
    return instance;
}

FontSet fonts_named(FcConfig* config, std::string_view family) {
    const Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, fc(std::string(family).c_str()));
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    const ObjectSet objects(FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_CHARSET,
                                             static_cast<const char*>(nullptr)));
    return FontSet(FcFontList(config, pattern.get(), objects.get()));
}

bool add_family(FcConfig* config, const Family& family, std::vector<FontFile>& files) {
    bool found = false;
    for (const std::string_view name : {family.name, family.other_name}) {
        if (found || name.empty()) continue;
        const FontSet set = fonts_named(config, name);
        if (!set) continue;
        for (const bool bold : {false, true}) {
            FcPattern* each = cut(*set, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
            if (each == nullptr) continue;
            files.push_back(file_of(each, family.name, bold));
            found = true;
        }
    }
    return found;
}

// The nearest thing to a sans-serif font, whatever it is; nothing where there are no fonts at all.
std::optional<FontFile> any_sans(FcConfig* config, bool bold) {
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, fc("sans-serif"));
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(config, wanted.get(), &result));
    if (!match || text(match.get(), FC_FILE).empty()) return std::nullopt;
    return file_of(match.get(), text(match.get(), FC_FAMILY), bold);
}

Config load(const std::string& path) {
    if (path.empty()) return Config(FcInitLoadConfigAndFonts());
    Config config(FcConfigCreate());
    if (!config || FcConfigParseAndLoad(config.get(), fc(path.c_str()), FcTrue) == FcFalse ||
        FcConfigBuildFonts(config.get()) == FcFalse) {
        return nullptr;
    }
    return config;
}

}  // namespace

bool CharacterSet::add(char32_t character) {
    if (character > 0xFFFF || has(character)) return false;
    words_[character / 64] |= std::uint64_t{1} << (character % 64);
    return true;
}

void CharacterSet::add(char32_t first, char32_t last) {
    for (char32_t each = first; each <= last && each <= 0xFFFF; ++each) add(each);
}

std::size_t CharacterSet::count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
}

FontFiles find_font_files(const std::string& path) {
    FontFiles found;
    const Config config = load(path);
    if (!config) {
        found.missing.emplace_back(
            "fontconfig cannot be read (fontconfig-config); only Latin letters are shown.");
        return found;
    }
    for (const Family& family : families) {
        if (add_family(config.get(), family, found.files)) continue;
        found.missing.push_back(
            fmt::format("{} is not installed ({}); {}.", family.name, family.package, family.without));
        if (&family != &families.front()) continue;
        for (const bool bold : {false, true}) {
            if (auto file = any_sans(config.get(), bold)) found.files.push_back(std::move(*file));
        }
    }
    return found;
}

}  // namespace dais::ui
