#include "clerk-station/history_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "clerk-station/status.hpp"
#include "clerk-station/two_wordings.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::array<std::string_view, 2> comparisons{"With the one before", "With what stands"};

// The revision of a row: 1 for the first.
std::size_t revision_of(const meeting::RecordText& text, std::size_t row) {
    return text.revisions.size() - std::min(row, text.revisions.size() - 1);
}

std::string row_words(const ui::Model& model, const meeting::RecordText& text, std::size_t number) {
    const auto& revision = text.revisions[number - 1];
    auto words =
        fmt::format("{}.  {}  {}", number, ui::hour_with_seconds(model.meeting.setup.facts.zone, revision.at),
                    revision.author);
    if (number == text.revisions.size()) words += " · stands";
    if (number == text.status_revision) words += fmt::format(" · {} since then", meeting::word(text.status));
    return words;
}

void compare(HistoryDraft& draft, const meeting::RecordText& text) {
    const auto number = revision_of(text, draft.rows.chosen);
    if (draft.shown_revision == number && draft.shown_of == text.revisions.size() &&
        draft.shown_against == draft.against)
        return;
    draft.shown_revision = number;
    draft.shown_of = text.revisions.size();
    draft.shown_against = draft.against;
    draft.text = {};
    const auto& words = text.revisions[number - 1].text;
    if (draft.against == 1) {
        draft.shown = marked(words, text.revisions.back().text);
    } else if (number > 1) {
        draft.shown = marked(text.revisions[number - 2].text, words);
    } else {
        draft.shown = {words, {}};
    }
}

bool can_restore(const ui::Model& model, const meeting::RecordText& text, std::size_t number) {
    return model.may(meeting::Revise{}) && !text.removed && text.status != meeting::Status::final &&
           text.kind != meeting::TextKind::decision &&
           text.revisions[number - 1].text != text.revisions.back().text;
}

meeting::Revise restoring(const meeting::RecordText& text, std::size_t number) {
    return {text.id, text.revisions[number - 1].text, static_cast<std::uint32_t>(text.revisions.size())};
}

// What stands between the list and the end of the panel.
void draw_comparison(ui::Ui& ui, const ui::Model& model, HistoryDraft& draft, ui::Sink& sink,
                     const meeting::RecordText& text, ui::Rect rect) {
    const auto number = revision_of(text, draft.rows.chosen);
    if (model.may(meeting::Revise{})) {
        ui::ButtonRow row(ui, rect.cut_bottom(ui.px(ui::target)));
        rect.cut_bottom(ui.px(8));
        ui::act_button(ui, model, sink, "history.restore", row.next("Restore this wording", "Enter"),
                       "Restore this wording", restoring(text, number),
                       {ui::Tone::plain, "Enter", can_restore(model, text, number)});
    }
    ui::Rect line = rect.cut_top(ui.px(ui::target));
    const float keys = ui.width("Ctrl+D", ui::Face::small) + ui.px(8);
    ui::label(ui, "history.against.keys", line.cut_right(keys), "Ctrl+D", ui::Face::small,
              ui.theme().quiet_text, ui::Align::end);
    ui::choice(ui, "history.against", line, comparisons, draft.against);
    rect.cut_top(ui.px(8));
    compare(draft, text);
    ui::scrolled_text(ui, "history.changes", rect, draft.shown, draft.text, ui::Face::body, "What changed");
}

}  // namespace

void history_panel(ui::Ui& ui, const ui::Model& model, HistoryDraft& draft, ui::Sink& sink,
                   meeting::TextId of, ui::Rect rect) {
    const auto* text = meeting::find_text(model.meeting, of);
    if (text == nullptr) {
        ui::rows(ui, "history.rows", rect, 0, ui.px(ui::target), draft.rows,
                 {"History", "Choose a text of the record, and its history is shown here."},
                 [](const ui::Row&) {});
        return;
    }
    // One more wording moves the rows; what was chosen stays so. Of another text the newest is chosen.
    const auto count = text->revisions.size();
    if (draft.of != of) {
        draft = {of, {}, draft.against, {}, {}, 0, 0, 0};
        draft.rows.choose(0);
    } else if (draft.shown_of != 0 && count > draft.shown_of && draft.rows.chosen > 0) {
        draft.rows.choose(draft.rows.chosen + (count - draft.shown_of));
    }
    if (draft.rows.chosen >= count) draft.rows.choose(0);
    const float row = ui.px(32);
    const float list = std::min(std::round(rect.h * 0.4F), row * static_cast<float>(count));
    ui::Rect upper = rect.cut_top(list);
    rect.cut_top(ui.px(8));
    const auto event = ui::rows(
        ui, "history.rows", upper, count, row, draft.rows, {"History", ""}, [&](const ui::Row& each) {
            const auto number = revision_of(*text, each.index);
            ui::label(ui, fmt::format("history.{}", number), each.rect.inset(ui.px(10), 0),
                      row_words(model, *text, number), ui::Face::body, each.ink);
        });
    if (event.activated && *event.activated < count) {
        const auto number = revision_of(*text, *event.activated);
        if (can_restore(model, *text, number))
            ui::act(model, sink, "history.restore", restoring(*text, number));
    }
    draw_comparison(ui, model, draft, sink, *text, rect);
}

void history_keys(ui::Ui& ui, HistoryDraft& draft) {
    if (ui.shortcut({ui::Key::d, ui::ctrl})) draft.against = 1 - draft.against;
}

}  // namespace dais::clerk_station
