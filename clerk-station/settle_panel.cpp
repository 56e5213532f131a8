#include "clerk-station/settle_panel.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr ui::Mods ctrl_alt{true, false, true};
constexpr const char* settle_where = "editor.settle";

enum class Choice : std::uint8_t { theirs, mine, both };

bool can_choose(const TwoWordings& wordings, Choice choice) {
    switch (choice) {
        case Choice::theirs:
            return true;
        case Choice::mine:
            return !base::trimmed(wordings.mine).empty();
        case Choice::both:
            break;
    }
    return with_both(wordings).size() <= meeting::max_text_bytes;
}

void choose(const ui::Model& model, DeskOfTexts& texts, ui::Sink& sink, const TwoWordings& wordings,
            Choice choice) {
    if (!can_choose(wordings, choice)) return;
    if (choice == Choice::both) return texts.take_both(wordings, sink);
    texts.keep(sink);  // so that the draft which the command carries away is there
    const auto place = texts.place();
    // Where everything was erased there is no wording that could be kept.
    const bool nothing = choice == Choice::theirs && base::trimmed(wordings.mine).empty();
    if (!nothing) {
        sink.ask(settle_where, choice == Choice::theirs ? choose_theirs(wordings) : choose_mine(wordings),
                 key_of(place));
    }
    texts.empty_place(sink, !nothing);
    const auto next = intervention_of(model, place);
    texts.go(model, {PlaceKind::paragraph, next ? next.value : model.meeting.proceedings.floor.value});
}

void mark(SettleDraft& draft, TwoWordings wordings) {
    const bool same = draft.shown.text == wordings.text && draft.shown.stands == wordings.stands &&
                      draft.shown.began == wordings.began && draft.shown.mine == wordings.mine;
    if (same) return;
    if (draft.shown.text != wordings.text) draft.theirs = draft.mine = {};
    draft.marked_theirs = marked(wordings.began, wordings.theirs);
    draft.marked_mine = marked(wordings.began, wordings.mine);
    draft.shown = std::move(wordings);
}

void draw_column(ui::Ui& ui, const std::string& id, ui::Rect rect, const std::string& title,
                 const ui::MarkedText& text, ui::RowsState& rows) {
    ui::label(ui, id + ".title", rect.cut_top(ui.line(ui::Face::strong)), title, ui::Face::strong,
              ui.theme().text);
    rect.cut_top(ui.px(4));
    ui.fill(rect, ui.theme().field, ui.px(6));
    ui.frame(rect, ui.theme().field_edge, ui.px(6));
    ui::scrolled_text(ui, id, rect.inset(ui.px(4), ui.px(6)), text, rows, ui::Face::body, title);
}

// Side by side; where there is no room for the keys beside the words, the keys act all the same.
void draw_choices(ui::Ui& ui, const ui::Model& model, DeskOfTexts& texts, ui::Sink& sink,
                  const TwoWordings& wordings, ui::Rect& inside) {
    struct Button {
        const char* id;
        std::string_view label;
        std::string_view keys;
        Choice choice;
    };
    static constexpr std::array<Button, 3> buttons{{
        {"settle.theirs", "Theirs", "Ctrl+Alt+1", Choice::theirs},
        {"settle.mine", "Mine", "Ctrl+Alt+2", Choice::mine},
        {"settle.both", "Both", "Ctrl+Alt+3", Choice::both},
    }};
    float wide = 0;
    for (const auto& button : buttons) wide += ui::button_width(ui, button.label, button.keys) + ui.px(8);
    const bool with_keys = wide <= inside.w + ui.px(8);
    const float each = std::floor((inside.w - ui.px(16)) / 3);
    ui::Rect row = inside.cut_bottom(ui.px(ui::target));
    inside.cut_bottom(ui.px(8));
    for (const auto& button : buttons) {
        const auto keys = with_keys ? button.keys : std::string_view{};
        const auto place = row.cut_left(with_keys ? ui::button_width(ui, button.label, keys) : each);
        row.cut_left(ui.px(8));
        if (ui::button(ui, button.id, place, button.label,
                       {.enabled = can_choose(wordings, button.choice), .keys = keys})) {
            choose(model, texts, sink, wordings, button.choice);
            ui.focus("editor.text");
        }
    }
}

}  // namespace

bool settle_panel(ui::Ui& ui, const ui::Model& model, SettleDraft& draft, DeskOfTexts& texts, ui::Sink& sink,
                  ui::Rect rect) {
    const auto wordings = texts.clash(model);
    if (!wordings) return false;
    mark(draft, *wordings);
    ui::Rect inside = ui::panel(ui, "settle", rect, "Two wordings of this paragraph");
    const auto said = fmt::format(
        "{} has changed the same words. Nothing is sent until one is chosen (Ctrl+Alt+1, 2, 3), and what is "
        "not "
        "chosen stays in the history.",
        wordings->author);
    draw_choices(ui, model, texts, sink, *wordings, inside);
    const float high = ui::paragraph_height(ui, inside.w - ui.px(22), said, ui::Face::body);
    if (inside.h > high + ui.px(160)) {  // the wordings come first
        ui::Rect upper = inside.cut_top(high);
        ui::status(ui, "settle.mark", upper.cut_left(ui.px(22)).cut_top(ui.line(ui::Face::body)),
                   ui::State::warning, "");
        ui::paragraph(ui, "settle.said", upper, said, ui::Face::body, ui.theme().text);
        inside.cut_top(ui.px(8));
    }
    ui::Rect left = inside.cut_left(std::round((inside.w - ui.px(8)) / 2));
    inside.cut_left(ui.px(8));
    const auto* text = meeting::find_text(model.meeting, wordings->text);
    const auto at = ui::hour(model.meeting.setup.facts.zone, text->revisions.back().at);
    draw_column(ui, "settle.text.theirs", left, fmt::format("Theirs: {}, {}", wordings->author, at),
                draft.marked_theirs, draft.theirs);
    draw_column(ui, "settle.text.mine", inside, "Mine, as it is typed", draft.marked_mine, draft.mine);
    return true;
}

void settle_keys(ui::Ui& ui, const ui::Model& model, DeskOfTexts& texts, ui::Sink& sink) {
    constexpr std::array<std::pair<ui::Key, Choice>, 3> keys{
        {{ui::Key::d1, Choice::theirs}, {ui::Key::d2, Choice::mine}, {ui::Key::d3, Choice::both}}};
    for (const auto& [key, choice] : keys) {
        if (!ui.shortcut({key, ctrl_alt})) continue;
        if (const auto wordings = texts.clash(model)) choose(model, texts, sink, *wordings, choice);
    }
}

}  // namespace dais::clerk_station
