// Fonts with a Dear ImGui context and no window. What needs a font that this machine lacks is skipped; the
// paths without fonts are always tested.
#include "ui/fonts.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "support/temporary_directory.hpp"
#include "ui/ui_compat.hpp"

namespace dais::ui {
namespace {

class WithFonts : public testing::Test {
  protected:
    WithFonts() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;  // nothing is left in the working directory
    }
    ~WithFonts() override { ImGui::DestroyContext(); }

    static bool atlas_has(const Fonts& fonts, Face face, char32_t character) {
        return compat::has_glyph(*fonts.font(face), fonts.size(face), character);
    }

    static std::pair<int, int> texture() {
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        EXPECT_NE(pixels, nullptr);
        return {width, height};
    }

    // As the frame loop does it.
    static void settle(Fonts& fonts) {
        if (fonts.stale()) fonts.build(fonts.scale());
    }
};

std::vector<FontFile> of_family(const FontFiles& files, const std::string& family) {
    std::vector<FontFile> found;
    std::copy_if(files.files.begin(), files.files.end(), std::back_inserter(found),
                 [&](const FontFile& file) { return file.family == family; });
    return found;
}

bool says(const std::vector<std::string>& sentences, const std::string& part) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

#define NEEDS_FAMILY(files, family) \
    if (of_family(files, family).empty()) GTEST_SKIP() << family " is not installed"

// Only Noto Sans itself, with what the system's file has.
FontFiles only_latin(const FontFiles& files) {
    return {of_family(files, "Noto Sans"), {}};
}

// A file of fontconfig's that knows no directory but one.
std::string config_for(const test::TemporaryDirectory& directory) {
    const std::string path = directory / "fonts.conf";
    std::ofstream(path)
        << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
        << directory.path() << "</dir><cachedir>" << directory.path() << "/cache</cachedir></fontconfig>";
    return path;
}

TEST(FontFiles, have_the_characters_of_their_scripts) {
    const FontFiles files = find_font_files();
    NEEDS_FAMILY(files, "Noto Sans");
    NEEDS_FAMILY(files, "Noto Sans Arabic");
    NEEDS_FAMILY(files, "Noto Sans CJK SC");
    const auto all_have = [&](const std::string& family, std::u32string_view characters) {
        for (const FontFile& file : of_family(files, family)) {
            for (const char32_t each : characters) EXPECT_TRUE(file.characters.has(each)) << file.path;
        }
    };
    all_have("Noto Sans", U"Añж’…");
    all_have("Noto Sans Arabic", U"سلام");
    all_have("Noto Sans CJK SC", U"主席发言");
    EXPECT_FALSE(of_family(files, "Noto Sans").front().characters.has(U'主'));
    EXPECT_EQ(of_family(files, "Noto Sans").size(), 2U) << "regular and bold";
}

TEST(FontFiles, that_are_missing_are_named_with_their_package) {
    const test::TemporaryDirectory directory;
    const FontFiles files = find_font_files(config_for(directory));
    EXPECT_TRUE(files.files.empty());
    EXPECT_EQ(files.missing.size(), 6U);
    EXPECT_TRUE(says(files.missing,
                     "Noto Sans Arabic is not installed (fonts-noto-core); Arabic letters are "
                     "shown as boxes."));
    EXPECT_TRUE(says(files.missing, "Noto Sans CJK SC is not installed (fonts-noto-cjk)"));
}

TEST(FontFiles, take_any_sans_where_noto_sans_is_missing) {
    const FontFiles system = find_font_files();
    NEEDS_FAMILY(system, "Noto Sans Arabic");
    const test::TemporaryDirectory directory;
    std::filesystem::copy_file(of_family(system, "Noto Sans Arabic").front().path, directory / "one.ttf");
    const FontFiles files = find_font_files(config_for(directory));
    ASSERT_FALSE(files.files.empty());
    EXPECT_EQ(files.files.front().path, directory / "one.ttf");
    EXPECT_TRUE(says(files.missing, "Noto Sans is not installed"));
    EXPECT_FALSE(says(files.missing, "Arabic letters"));
}

TEST(FontFiles, of_a_nearly_equal_name_are_not_taken) {
    const FontFiles system = find_font_files();
    NEEDS_FAMILY(system, "Noto Sans");
    const test::TemporaryDirectory directory;
    std::filesystem::copy_file(of_family(system, "Noto Sans").front().path, directory / "one.ttf");
    const FontFiles files = find_font_files(config_for(directory));
    EXPECT_EQ(files.files.size(), 1U);
    EXPECT_EQ(files.missing.size(), 5U);
}

TEST(CharacterSet, holds_what_was_added_and_nothing_above_16_bits) {
    CharacterSet set;
    EXPECT_TRUE(set.add(U'x'));
    EXPECT_FALSE(set.add(U'x'));
    EXPECT_FALSE(set.add(U'\U0001F600'));
    set.add(0xFFF0, 0x1FFFF);
    EXPECT_EQ(set.count(), 17U);
    EXPECT_TRUE(set.has(0xFFFF));
    EXPECT_FALSE(set.has(0x10000));
    EXPECT_FALSE(set.has(U'y'));
}

TEST_F(WithFonts, without_a_font_file_latin_is_still_drawn) {
    Fonts fonts(FontFiles{{}, {"Noto Sans is not installed (fonts-noto-core)."}});
    EXPECT_EQ(fonts.font(Face::body), nullptr);
    EXPECT_GT(fonts.width(Face::body, "before the first build"), 0);
    ASSERT_TRUE(fonts.build(1));
    for (std::size_t i = 0; i < face_count; ++i) {
        EXPECT_TRUE(atlas_has(fonts, static_cast<Face>(i), U'7'));
        EXPECT_GT(fonts.width(static_cast<Face>(i), "12:30"), 0);
    }
    EXPECT_EQ(fonts.missing().size(), 2U);
    EXPECT_TRUE(says(fonts.missing(), "only Latin"));
    fonts.note(Face::body, "主席");
    EXPECT_FALSE(fonts.stale());
    EXPECT_GT(texture().first, 0);
    ImGui::GetIO().DisplaySize = ImVec2(640, 480);
    ImGui::NewFrame();
    EXPECT_FALSE(fonts.build(2)) << "during a frame";
    ImGui::EndFrame();
}

TEST_F(WithFonts, a_file_that_is_no_font_is_said_and_left_out) {
    const test::TemporaryDirectory directory;
    std::ofstream(directory / "text.ttf") << "not a font at all, whatever its name says";
    CharacterSet latin;
    latin.add(0x20, 0x7E);
    Fonts fonts(FontFiles{{{"Text", false, directory / "text.ttf", 0, latin},
                           {"Text", true, directory / "absent.ttf", 0, latin}},
                          {}});
    ASSERT_TRUE(fonts.build(1));
    EXPECT_TRUE(says(fonts.missing(), "text.ttf is not a font"));
    EXPECT_TRUE(says(fonts.missing(), "absent.ttf cannot be opened"));
    EXPECT_TRUE(fonts.found().empty());
    EXPECT_GT(fonts.width(Face::body, "still"), 0);
}

TEST_F(WithFonts, a_font_cut_off_in_the_middle_is_left_out) {
    const FontFiles files = find_font_files();
    NEEDS_FAMILY(files, "Noto Sans");
    const test::TemporaryDirectory directory;
    FontFile cut = of_family(files, "Noto Sans").front();
    std::filesystem::copy_file(cut.path, directory / "cut.ttf");
    std::filesystem::resize_file(directory / "cut.ttf", std::filesystem::file_size(cut.path) / 2);
    cut.path = directory / "cut.ttf";
    Fonts fonts(FontFiles{{cut}, {}});
    EXPECT_TRUE(says(fonts.missing(), "cut.ttf is not a font"));
    cut = of_family(files, "Noto Sans").front();
    cut.index = 3;
    EXPECT_TRUE(says(Fonts(FontFiles{{cut}, {}}).missing(), "is not a font"));
}

TEST_F(WithFonts, a_new_character_makes_the_atlas_stale_once) {
    Fonts fonts = Fonts::find();
    NEEDS_FAMILY(find_font_files(), "Noto Sans");
    ASSERT_TRUE(fonts.build(1));
    EXPECT_EQ(fonts.rebuilt(), 1U);
    fonts.note(Face::body, "The Chair said: “Señor Núñez — it’s…”\n");
    EXPECT_FALSE(fonts.stale()) << "all of these are always there";
    fonts.note(Face::body, "Председатель");
    EXPECT_TRUE(fonts.stale());
    settle(fonts);
    EXPECT_EQ(fonts.rebuilt(), 2U);
    EXPECT_TRUE(atlas_has(fonts, Face::body, U'ь'));
    EXPECT_FALSE(atlas_has(fonts, Face::title, U'ь'));
    fonts.note(Face::body, "дать");
    EXPECT_FALSE(fonts.stale());
    fonts.note(Face::title, "дать");
    EXPECT_TRUE(fonts.stale());
}

TEST_F(WithFonts, what_no_font_has_is_a_box_and_asked_for_once) {
    const FontFiles files = find_font_files();
    NEEDS_FAMILY(files, "Noto Sans");
    Fonts fonts(only_latin(files));
    fonts.build(1);
    for (int frame = 0; frame < 3; ++frame) {
        fonts.note(Face::body, "主席\U0001F600\xFF");
        EXPECT_FALSE(fonts.stale());
    }
    EXPECT_FALSE(atlas_has(fonts, Face::body, U'主'));
    EXPECT_GT(fonts.advance(Face::body, U'主'), 0);
    EXPECT_EQ(fonts.advance(Face::body, U'主'), fonts.advance(Face::body, U'\U0001F600'));
}

TEST_F(WithFonts, each_script_comes_from_a_file_that_has_it) {
    const FontFiles files = find_font_files();
    NEEDS_FAMILY(files, "Noto Sans");
    NEEDS_FAMILY(files, "Noto Sans Arabic");
    NEEDS_FAMILY(files, "Noto Sans CJK SC");
    NEEDS_FAMILY(files, "Noto Sans Symbols 2");
    NEEDS_FAMILY(files, "Noto Sans Math");
    Fonts fonts(files);
    const std::u32string_view characters = U"سلام主席发言→▲●■✓⚠−□";
    for (const Face face : {Face::body, Face::strong, Face::small, Face::title, Face::name}) {
        for (const char32_t each : characters) (void)fonts.advance(face, each);
    }
    fonts.build(1);
    for (const Face face : {Face::body, Face::strong, Face::small, Face::title, Face::name}) {
        for (const char32_t each : characters)
            EXPECT_TRUE(atlas_has(fonts, face, each)) << static_cast<std::uint32_t>(each);
    }
    EXPECT_TRUE(atlas_has(fonts, Face::clock, U'−'));
    EXPECT_FALSE(atlas_has(fonts, Face::clock, U'A'));
    EXPECT_TRUE(fonts.missing().empty());
    // An ideograph is an em wide, at every size of the file that it comes from.
    EXPECT_NEAR(fonts.advance(Face::body, U'主'), logical_sizes[0] / 1.362, 0.6);
}

TEST_F(WithFonts, widths_grow_with_the_scale_and_are_those_that_imgui_draws) {
    Fonts fonts = Fonts::find();
    const std::string text = "Mr. Okonkwo-Ruiz (Ghana)";
    float before = 0;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 2.5F}) {
        ASSERT_TRUE(fonts.build(scale));
        const float width = fonts.width(Face::body, text);
        EXPECT_GT(width, before * 1.1F) << scale;
        const ImVec2 drawn =
            fonts.font(Face::body)->CalcTextSizeA(fonts.size(Face::body), 1e6F, 0, text.c_str());
        EXPECT_NEAR(width, drawn.x, 0.01F + width / 10000);
        EXPECT_FLOAT_EQ(fonts.line_height(Face::body), drawn.y);
        before = width;
    }
    fonts.build(40);
    EXPECT_FLOAT_EQ(fonts.scale(), largest_scale);
    fonts.build(std::nanf(""));
    EXPECT_FLOAT_EQ(fonts.scale(), least_scale);
}

TEST_F(WithFonts, the_digits_of_the_clock_are_as_wide_as_each_other) {
    Fonts fonts = Fonts::find();
    NEEDS_FAMILY(find_font_files(), "Noto Sans");
    for (const float scale : {1.0F, 1.3F, 2.5F}) {
        fonts.build(scale);
        const float width = fonts.advance(Face::clock, U'0');
        for (char32_t digit = U'1'; digit <= U'9'; ++digit) {
            EXPECT_FLOAT_EQ(fonts.advance(Face::clock, digit), width);
        }
        EXPECT_FLOAT_EQ(width, std::round(width)) << "whole pixels";
    }
}

TEST_F(WithFonts, the_texture_stays_within_its_limit_and_leaves_out_the_newest) {
    const FontFiles files = find_font_files();
    NEEDS_FAMILY(files, "Noto Sans CJK SC");
    Fonts fonts(files);
    // 3,000 ideographs of 34 pixels and 3,000 of 110 would take 25 million pixels of 16.
    for (char32_t each = 0x4E00; each < 0x4E00 + 3000; ++each) (void)fonts.advance(Face::name, each);
    for (char32_t each = 0x4E00; each < 0x4E00 + 3000; ++each) (void)fonts.advance(Face::clock, each);
    fonts.build(1);
    EXPECT_LE(texture().first, 4096);
    EXPECT_LE(texture().second, 4096);
    EXPECT_TRUE(says(fonts.missing(), "shown as boxes"));
    EXPECT_TRUE(atlas_has(fonts, Face::name, 0x4E00));
    EXPECT_TRUE(atlas_has(fonts, Face::clock, 0x4E00));
    EXPECT_FALSE(atlas_has(fonts, Face::clock, 0x4E00 + 2999));
    fonts.note(Face::body, "龙");
    EXPECT_FALSE(fonts.stale()) << "a full atlas does not ask to be built again";
}

}  // namespace
}  // namespace dais::ui
