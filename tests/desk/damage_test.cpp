// What must be drawn anew: all that differs from the frame before, and little else.
#include "desk/damage.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <random>
#include <vector>

#include "ui/sheets.hpp"
#include "ui/ui_compat.hpp"

namespace dais::desk {
namespace {

constexpr ui::Extent screen{640, 480};
constexpr ui::Rgb grey{0.5F, 0.5F, 0.5F};
constexpr Patch everything{0, 0, screen.width, screen.height};

struct Box {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    ImU32 colour = 0xFF0000FF;
};

class DamageTest : public testing::Test {
  protected:
    void SetUp() override {
        context_ = ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    }
    void TearDown() override { ImGui::DestroyContext(context_); }

    std::vector<Patch> draw(const std::vector<Box>& boxes, ui::Rgb background = grey,
                            ui::Extent extent = screen) {
        auto& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(extent.width), static_cast<float>(extent.height));
        ImGui::NewFrame();
        for (const auto& box : boxes) {
            ImGui::GetForegroundDrawList()->AddRectFilled(ImVec2(box.x, box.y),
                                                          ImVec2(box.x + box.w, box.y + box.h), box.colour);
        }
        ImGui::Render();
        return damage.next(background, extent);
    }

    static bool covers(const std::vector<Patch>& patches, const Box& box) {
        for (int y = static_cast<int>(box.y); y < static_cast<int>(box.y + box.h); ++y) {
            for (int x = static_cast<int>(box.x); x < static_cast<int>(box.x + box.w); ++x) {
                const bool within = std::any_of(patches.begin(), patches.end(), [&](const Patch& each) {
                    return x >= each.left && x < each.right && y >= each.top && y < each.bottom;
                });
                if (!within) return false;
            }
        }
        return true;
    }

    Damage damage;

  private:
    ImGuiContext* context_ = nullptr;
};

TEST_F(DamageTest, at_first_all_is_drawn_and_then_nothing_while_nothing_changes) {
    const std::vector<Box> boxes{{10, 10, 50, 50}, {300, 200, 80, 20}};
    EXPECT_EQ(draw(boxes), std::vector<Patch>{everything});
    EXPECT_TRUE(draw(boxes).empty());
}

TEST_F(DamageTest, a_box_that_moves_is_drawn_where_it_was_and_where_it_is_and_little_else) {
    const Box before{100, 100, 40, 40};
    const Box after{400, 300, 40, 40};
    draw({{10, 10, 600, 60}, before});
    const auto patches = draw({{10, 10, 600, 60}, after});
    EXPECT_TRUE(covers(patches, before));
    EXPECT_TRUE(covers(patches, after));
    EXPECT_FALSE(covers(patches, {250, 200, 1, 1}));
    EXPECT_FALSE(covers(patches, {10, 10, 1, 1}));
}

TEST_F(DamageTest, another_colour_or_another_order_is_a_difference) {
    const Box one{100, 100, 40, 40, 0xFF0000FF};
    const Box two{110, 110, 40, 40, 0xFF00FF00};
    draw({one, two});
    EXPECT_TRUE(covers(draw({two, one}), {110, 110, 30, 30}));
    auto other = one;
    other.colour = 0xFFFF0000;
    EXPECT_TRUE(covers(draw({two, other}), one));
}

TEST_F(DamageTest, another_background_another_size_and_what_was_forgotten_want_everything) {
    draw({{100, 100, 40, 40}});
    const auto dark = draw({{100, 100, 40, 40}}, {0, 0, 0});
    EXPECT_TRUE(covers(dark, {0, 0, 640, 480}));
    EXPECT_EQ(draw({}, {0, 0, 0}, {320, 200}), (std::vector<Patch>{{0, 0, 320, 200}}));
    damage.forget();
    EXPECT_EQ(draw({}, {0, 0, 0}, {320, 200}), (std::vector<Patch>{{0, 0, 320, 200}}));
}

// Many boxes that come and go: whatever differs is covered, by few patches that lie on the screen.
TEST_F(DamageTest, whatever_changes_is_covered_by_few_patches) {
    std::mt19937 random(7);
    const auto number = [&](int most) { return static_cast<float>(random() % static_cast<unsigned>(most)); };
    std::vector<Box> boxes;
    for (int i = 0; i < 30; ++i) boxes.push_back({number(600), number(440), 1 + number(60), 1 + number(60)});
    draw(boxes);
    for (int round = 0; round < 200; ++round) {
        std::vector<Box> changed;
        const auto first = random() % boxes.size();
        for (int i = round % 7; i >= 0; --i) {
            auto& box = boxes[(first + static_cast<std::size_t>(i)) % boxes.size()];
            changed.push_back(box);
            box = {number(600), number(440), 1 + number(60), 1 + number(60),
                   0xFF000000 | static_cast<ImU32>(random())};
            changed.push_back(box);
        }
        const auto patches = draw(boxes);
        EXPECT_LE(patches.size(), Damage::most);
        for (auto& each : changed) {
            each.w = std::min(each.w, 640 - each.x);
            each.h = std::min(each.h, 480 - each.y);
            ASSERT_TRUE(covers(patches, each)) << "in round " << round;
        }
        for (const auto& each : patches) {
            EXPECT_TRUE(each.left >= 0 && each.top >= 0 && each.right <= 640 && each.bottom <= 480);
        }
    }
}

// What is on a sheet is not looked at; that it is another sheet is.
TEST_F(DamageTest, another_sheet_is_drawn_anew_and_the_same_is_not) {
    const auto with_sheet = [this](std::uintptr_t number, float v) {
        auto& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(screen.width), static_cast<float>(screen.height));
        ImGui::NewFrame();
        ImGui::GetForegroundDrawList()->AddImage(ui::compat::texture(number), ImVec2(64, 64), ImVec2(96, 96),
                                                 ImVec2(0, v), ImVec2(1, v + 0.1F));
        ImGui::Render();
        return damage.next(grey, screen);
    };
    const Box place{64, 64, 32, 32};
    with_sheet(ui::Sheets::first_number, 0);
    EXPECT_TRUE(with_sheet(ui::Sheets::first_number, 0).empty());
    EXPECT_TRUE(covers(with_sheet(ui::Sheets::first_number, 0.5F), place)) << "another strip of it";
    EXPECT_TRUE(covers(with_sheet(ui::Sheets::first_number + 1, 0.5F), place));
}

}  // namespace
}  // namespace dais::desk
