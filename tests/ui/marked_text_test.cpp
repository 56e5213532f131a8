// Paragraphs with what was added and taken out, and texts of which the end matters most.
#include "ui/marked_text.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include "ui/frame.hpp"
#include "ui/null_window.hpp"

namespace dais::ui {
namespace {

using Mark = MarkedText::Mark;

// Draws once what it is told.
class Once final : public View {
  public:
    explicit Once(std::function<void(Ui&)> act) : act_(std::move(act)) {}
    void draw(Ui& ui, const Model&, Sink&, Rect) override { act_(ui); }
    [[nodiscard]] std::optional<base::Instant> next_digit(const Model&) const override { return {}; }
    void restore(const std::map<std::string, std::string>&) override {}
    [[nodiscard]] std::string title() const override { return ""; }
    [[nodiscard]] const std::vector<HelpLine>& help() const override { return help_; }

  private:
    std::function<void(Ui&)> act_;
    std::vector<HelpLine> help_;
};

void draw(const std::function<void(Ui&)>& act, const std::function<void(const Ui&)>& look = {}) {
    NullWindow window({800, 600});
    Frame frame(window, Fonts::find(), {});
    Once view(act);
    Sink sink;
    for (int i = 0; i < 3; ++i) frame.draw(view, Model{}, sink, [] {});
    if (look) look(frame.ui());
}

MarkedText changed() {
    MarkedText text;
    text.append("said ");
    text.append("one", Mark::removed);
    text.append("two", Mark::added);
    text.append(".");
    return text;
}

TEST(MarkedTexts, are_spelt_out_for_those_who_do_not_see_them) {
    EXPECT_EQ(spelt_out(changed()), "said [-one-][+two+].");
    MarkedText plain;
    plain.append("said.");
    plain.append("", Mark::added);
    EXPECT_EQ(spelt_out(plain), "said.");
    EXPECT_TRUE(plain.passages.empty());
}

TEST(MarkedTexts, need_the_height_of_their_lines_and_say_where_they_are_cut) {
    auto text = changed();
    for (int i = 0; i < 40; ++i) text.append(" and more", i % 2 == 0 ? Mark::added : Mark::removed);
    float needed = 0;
    float line = 0;
    draw(
        [&](Ui& ui) {
            line = ui.line(Face::body);
            needed = marked_text(ui, "whole", {0, 0, 300, 500}, text, Face::body, ui.theme().text);
            marked_text(ui, "cut", {300, 0, 300, line * 2}, text, Face::body, ui.theme().text);
        },
        [](const Ui& ui) {
            EXPECT_FALSE(ui.probe("whole")->cut);
            EXPECT_TRUE(ui.probe("cut")->cut);
            EXPECT_TRUE(ui.probe("cut")->text.starts_with("said [-one-][+two+]."));
        });
    EXPECT_GT(needed, 2 * line);
    EXPECT_LT(needed, 500);
}

TEST(MarkedTexts, mark_by_lines_as_well_as_by_colour) {
    // As many shapes more are drawn as there are marks.
    const auto shapes = [](const MarkedText& text) {
        int vertices = 0;
        draw([&](Ui& ui) {
            const int before = ui.canvas()->VtxBuffer.Size;
            marked_text(ui, "text", {0, 0, 300, 500}, text, Face::body, ui.theme().text);
            vertices = ui.canvas()->VtxBuffer.Size - before;
        });
        return vertices;
    };
    auto plain = changed();
    plain.passages.clear();
    EXPECT_GT(shapes(changed()), shapes(plain));
}

TEST(MarkedTexts, that_are_long_scroll_by_their_lines) {
    MarkedText text;
    for (int i = 0; i < 200; ++i) text.append("word" + std::to_string(i) + " ");
    RowsState rows;
    draw(
        [&](Ui& ui) {
            scrolled_text(ui, "text", {0, 0, 200, 100}, text, rows, Face::body, "A text");
        },
        [](const Ui& ui) { EXPECT_TRUE(ui.probe("text.text")->text.ends_with("word199 ")); });
    rows.choose(30);
    draw([&](Ui& ui) { scrolled_text(ui, "text", {0, 0, 200, 100}, text, rows, Face::body, "A text"); });
    EXPECT_GT(rows.offset, 0);
}

TEST(ElidedAtFront, keeps_the_end_in_whole_letters) {
    draw([](Ui& ui) {
        EXPECT_EQ(elided_at_front(ui, "short", 300, 1, Face::body), "short");
        EXPECT_EQ(elided_at_front(ui, "", 300, 1, Face::body), "");
        std::string text;
        for (int i = 0; i < 2'000; ++i) text += "é́ ";
        const auto shown = elided_at_front(ui, text + "end", 300, 2, Face::body);
        EXPECT_TRUE(shown.starts_with("…"));
        EXPECT_TRUE(shown.ends_with(" end"));
        EXPECT_LE(ui.layout(shown, 300, Face::body).lines().size(), 2u);
        // No more would have fitted.
        const auto more = elided_at_front(ui, text + "end", 300, 3, Face::body);
        EXPECT_GT(more.size(), shown.size());
    });
}

TEST(ElidedAtFront, has_room_for_no_letter_and_says_so) {
    draw([](Ui& ui) { EXPECT_EQ(elided_at_front(ui, "mmmmmmmmmmmm", 1, 1, Face::body).substr(0, 3), "…"); });
}

}  // namespace
}  // namespace dais::ui
