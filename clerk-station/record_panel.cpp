#include "clerk-station/record_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "clerk-station/others.hpp"
#include "clerk-station/status.hpp"
#include "ui/field.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

using meeting::TextId;
using record::Block;
using record::BlockKind;

constexpr std::array<std::string_view, 3> sides{"Record", "Removed", "History"};

ui::Face face_of(const Block& block) {
    return block.kind == BlockKind::heading ? ui::Face::strong : ui::Face::body;
}

class BlockHeights final : public ui::Heights {
  public:
    explicit BlockHeights(const ui::HeightCache& cache) : cache_(cache) {}
    [[nodiscard]] std::size_t count() const override { return cache_.count(); }
    [[nodiscard]] float top_of(std::size_t row) const override {
        return static_cast<float>(cache_.top_of(row));
    }
    [[nodiscard]] std::size_t row_at(float y) const override {
        return cache_.index_at(static_cast<double>(y));
    }

  private:
    const ui::HeightCache& cache_;
};

// A height until the block is drawn for the first time: by how many letters it has.
float guess(ui::Ui& ui, const Block& block, float width) {
    const float letter = ui.line(ui::Face::body) * 0.36F;
    const float lines = std::ceil(static_cast<float>(block.text.size() + 5) * letter / std::max(1.0F, width));
    return std::max(1.0F, lines) * ui.line(face_of(block)) + ui.px(14);
}

RecordFilter filter_of(const RecordDraft& draft) {
    return draft.reviser ? draft.filter : RecordFilter::all;
}

// The row of a block, or no_row.
std::size_t row_of(const RecordDraft& draft, std::size_t block) {
    const auto at = std::lower_bound(draft.shown.begin(), draft.shown.end(), block);
    if (at == draft.shown.end() || *at != block) return ui::no_row;
    return static_cast<std::size_t>(at - draft.shown.begin());
}

const Block& block_at(const ui::Model& model, const RecordDraft& draft, std::size_t row) {
    return model.preview->record.blocks[draft.shown[row]];
}

bool is_measured(ui::Ui& ui, const ui::Model& model, const RecordDraft& draft, float width) {
    // A status changes what passes a filter, and nothing of the record itself.
    const bool same_filter = draft.built_filter == filter_of(draft) && draft.built_reviser == draft.reviser &&
                             (!draft.reviser || draft.built_revision == model.revision);
    return draft.built_for == model.preview && same_filter && draft.width == width &&
           draft.scale == ui.scale();
}

// How many blocks at the front, and then at the back, look as they did in the record before.
struct Unchanged {
    std::size_t front = 0;
    std::size_t back = 0;
};

Unchanged unchanged_of(const std::vector<std::uint64_t>& before, const std::vector<std::uint64_t>& now) {
    Unchanged same;
    const auto least = std::min(before.size(), now.size());
    while (same.front < least && before[same.front] == now[same.front]) ++same.front;
    while (same.back < least - same.front &&
           before[before.size() - 1 - same.back] == now[now.size() - 1 - same.back])
        ++same.back;
    return same;
}

// What was measured once is known by how it looks. A record that comes has one block more, or one that is
// another, among ten thousand: those before and behind it are not even looked up (`before`: the record whose
// rows have their heights here, null where they are others).
std::vector<float> heights_of(ui::Ui& ui, const ui::Preview& preview, const ui::Preview* before,
                              const RecordDraft& draft, float width) {
    const auto same = before == nullptr ? Unchanged{} : unchanged_of(before->looks, preview.looks);
    std::vector<float> heights(draft.shown.size());
    for (std::size_t row = 0; row < heights.size(); ++row) {
        if (row < same.front) {
            heights[row] = draft.heights.height(row);
        } else if (heights.size() - row <= same.back) {
            heights[row] = draft.heights.height(row + draft.heights.count() - heights.size());
        } else {
            const auto i = draft.shown[row];
            const auto known = draft.measured.find(preview.looks[i]);
            heights[row] =
                known == draft.measured.end() ? guess(ui, preview.record.blocks[i], width) : known->second;
        }
    }
    return heights;
}

void measure_anew(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, float width) {
    if (is_measured(ui, model, draft, width)) return;
    const bool same_ground =
        draft.width == width && draft.scale == ui.scale() && draft.built_reviser == draft.reviser;
    if (!same_ground) draft.measured.clear();
    const auto before = std::exchange(draft.built_for, model.preview);
    const bool whole = draft.built_filter == RecordFilter::all && filter_of(draft) == RecordFilter::all;
    draft.built_revision = model.revision;
    draft.built_reviser = draft.reviser;
    draft.built_filter = filter_of(draft);
    draft.width = width;
    draft.scale = ui.scale();
    draft.shown = blocks_shown(model, draft.built_filter);
    draft.rows.chosen = ui::no_row;
    if (!model.preview) {
        draft.heights = {};
        return;
    }
    draft.heights.assign(
        heights_of(ui, *model.preview, same_ground && whole ? before.get() : nullptr, draft, width));
    // The chosen text stays chosen, and is not scrolled to: somebody may be reading elsewhere.
    const auto at = model.preview->block_of.find(draft.chosen);
    if (at != model.preview->block_of.end()) draft.rows.chosen = row_of(draft, at->second);
    if (std::exchange(draft.reveal_chosen, false) && draft.rows.chosen != ui::no_row) {
        draft.rows.reveal = true;
        return;
    }
    if (draft.follows) draft.rows.offset_wanted = static_cast<float>(draft.heights.total());
}

// The block's text; with what changed, in the reviser's view. Returns its height.
float draw_text(ui::Ui& ui, RecordDraft& draft, const Block& block, const meeting::RecordText* text,
                const std::string& id, const ui::Row& row, ui::Rect place) {
    const auto face = face_of(block);
    if (draft.reviser && text != nullptr && has_changed(*text)) {
        place.h = ui.line(face) * 1'000'000;  // as the row is not as high as it will be yet
        return ui::marked_text(ui, id, place, draft.changes.of(block, *text), face, row.ink);
    }
    const bool quiet = block.kind == BlockKind::sentence || block.kind == BlockKind::masthead ||
                       block.kind == BlockKind::contents || block.kind == BlockKind::footnote;
    const auto words = text_of(block);
    float y = place.y;
    for (const auto& line : ui.layout(words, place.w, face).lines()) {
        ui::draw_line(ui, line, place.x, y, face, quiet ? row.quiet_ink : row.ink);
        y += ui.line(face);
    }
    ui.note({id, row.rect, true, true, false, false, words});
    return y - place.y;
}

// How the text stands, and what others are making of it. Returns the height that was used.
float draw_below(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, const meeting::RecordText& text,
                 const std::string& id, const ui::Row& row, ui::Rect place) {
    const float high = ui.line(ui::Face::small) + ui.px(2);
    const float before = place.y;
    place.h = high * 100;
    const auto said = below(model, text, row.chosen, draft.unfinished.contains(text.id));
    if (!said.words.empty()) {
        ui::Rect line = place.cut_top(high);
        ui::status(ui, id + ".mark", line.cut_left(ui.px(20)), said.sign, "", ui::Face::small);
        ui::label(ui, id + ".status", line, said.words, ui::Face::small, row.quiet_ink);
    }
    if (is_fresh(model, text)) draft.fresh_until = model.now + fresh_for;
    for (const auto* other : drafts_at(model, key_of(Place{PlaceKind::revision, text.id.value}))) {
        const auto by = other->author + ": ";
        const float room = place.w - ui.width(by, ui::Face::small);
        ui::label(ui, id + ".other." + other->author, place.cut_top(high),
                  by + ui::elided_at_front(ui, other->text, room, 1, ui::Face::small), ui::Face::small,
                  row.quiet_ink);
    }
    return place.y - before;
}

void draw_block(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, const ui::Row& row) {
    const auto index = draft.shown[row.index];
    const auto& block = block_at(model, draft, row.index);
    const auto* text = meeting::find_text(model.meeting, block.source);
    ui::Rect place = row.rect.inset(ui.px(10), ui.px(7));
    const auto id =
        block.source ? fmt::format("record.{}", block.source.value) : fmt::format("record.block.{}", index);
    float height = draw_text(ui, draft, block, text, id, row, place);
    place.y += height;
    if (text != nullptr) height += draw_below(ui, model, draft, *text, id, row, place);
    height += ui.px(14);
    draft.measured[model.preview->looks[index]] = height;
    if (std::abs(height - draft.heights.height(row.index)) < 0.5F) return;
    draft.heights.set_height(row.index, height);
    // What turned out to be another height must not push what was shown out of sight.
    if (draft.rows.chosen == row.index) draft.rows.reveal = true;
    if (draft.follows) draft.rows.offset_wanted = static_cast<float>(draft.heights.total());
}

void find_removed(const ui::Model& model, RecordDraft& draft) {
    if (draft.removed_for == model.revision) return;
    draft.removed_for = model.revision;
    draft.removed_texts.clear();
    for (const auto& text : model.meeting.texts) {
        if (text.removed) draft.removed_texts.push_back(text.id);
    }
}

void draw_removed(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Rect rect) {
    ui::RowsState& rows = draft.rows;
    const auto event =
        ui::rows(ui, "record.removed", rect, draft.removed_texts.size(), ui.px(44), rows,
                 {"Removed texts", "Nothing was removed."}, [&](const ui::Row& row) {
                     const auto id = draft.removed_texts[row.index];
                     const auto* text = meeting::find_text(model.meeting, id);
                     if (text == nullptr) return;
                     ui::label(ui, fmt::format("record.{}", id.value), row.rect.inset(ui.px(10), 0),
                               text->revisions.back().text, ui::Face::body, row.ink);
                 });
    if (event.moved || event.focused) {
        draft.chosen = rows.chosen < draft.removed_texts.size() ? draft.removed_texts[rows.chosen] : TextId{};
    }
}

// The command that moves a text one place within its intervention; nothing where it is at the end.
std::optional<meeting::Move> moved(const meeting::Meeting& meeting, const meeting::RecordText& text, int by) {
    const auto* intervention = meeting::find_intervention(meeting, text.of);
    if (intervention == nullptr) return std::nullopt;
    std::vector<TextId> standing;
    for (const auto id : intervention->blocks) {
        const auto* each = meeting::find_text(meeting, id);
        if (each != nullptr && !each->removed) standing.push_back(id);
    }
    const auto at = std::find(standing.begin(), standing.end(), text.id);
    if (at == standing.end()) return std::nullopt;
    meeting::Move move;
    move.paragraph = text.id;
    if (by > 0) {
        if (std::next(at) == standing.end()) return std::nullopt;
        move.after = *std::next(at);
        return move;
    }
    if (at == standing.begin()) return std::nullopt;
    if (std::prev(at) != standing.begin()) move.after = *std::prev(at, 2);
    return move;
}

void draw_acts(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink, ui::Rect rect) {
    const auto* text = meeting::find_text(model.meeting, draft.chosen);
    ui::ButtonRow row(ui, rect);
    const bool out = text != nullptr && text->removed;
    const meeting::Command remove = out ? meeting::Command(meeting::Restore{draft.chosen})
                                        : meeting::Command(meeting::Remove{draft.chosen});
    ui::act_button(ui, model, sink, "record.remove", row.next("Remove", "Del"), out ? "Restore" : "Remove",
                   remove, {ui::Tone::plain, "Del", text != nullptr});
    const auto up = text == nullptr ? std::nullopt : moved(model.meeting, *text, -1);
    const auto down = text == nullptr ? std::nullopt : moved(model.meeting, *text, 1);
    ui::act_button(ui, model, sink, "record.up", row.next("Up", "Alt+Up"), "Up", up.value_or(meeting::Move{}),
                   {ui::Tone::plain, "Alt+Up", up.has_value()});
    ui::act_button(ui, model, sink, "record.down", row.next("Down", "Alt+Down"), "Down",
                   down.value_or(meeting::Move{}), {ui::Tone::plain, "Alt+Down", down.has_value()});
}

// The text that this clerk removed last, else the latest in the record that is removed.
void restore_last(const ui::Model& model, RecordDraft& draft, ui::Sink& sink) {
    const auto* text = meeting::find_text(model.meeting, draft.last_removed);
    if (text == nullptr || !text->removed) {
        find_removed(model, draft);
        if (draft.removed_texts.empty()) return;
        text = meeting::find_text(model.meeting, draft.removed_texts.back());
    }
    ui::act(model, sink, "record.remove", meeting::Restore{text->id});
}

// The row at or after one, in a direction, that a text stands behind.
std::size_t next_text(const ui::Model& model, const RecordDraft& draft, std::size_t from, int by) {
    for (auto at = static_cast<std::ptrdiff_t>(from); at >= 0 && at < std::ssize(draft.shown); at += by) {
        if (block_at(model, draft, static_cast<std::size_t>(at)).source) return static_cast<std::size_t>(at);
    }
    return ui::no_row;
}

void walk(const ui::Model& model, RecordDraft& draft, int by) {
    const auto count = draft.shown.size();
    if (!model.preview || model.preview != draft.built_for || count == 0 || draft.side != Side::record)
        return;
    const auto at = draft.rows.chosen;
    std::size_t next = ui::no_row;
    if (at == ui::no_row || at >= count) {
        next = next_text(model, draft, by > 0 ? 0 : count - 1, by);
    } else if (by > 0 || at > 0) {
        next = next_text(model, draft, by > 0 ? at + 1 : at - 1, by);
    }
    if (next == ui::no_row) return;
    draft.rows.choose(next);
    draft.chosen = block_at(model, draft, next).source;
}

void show_side(RecordDraft& draft, Side side) {
    if (draft.side == side) return;
    // What was removed is no text of the record, and the other way round.
    if (side == Side::removed || draft.side == Side::removed) draft.chosen = {};
    draft.side = side;
    draft.rows = {};
    draft.built_for = nullptr;
}

// The reviser's line: what is shown of how many, and the status of the chosen text.
void draw_reviser(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink, ui::Rect& inside) {
    if (!draft.reviser) return;
    ui::Rect line = inside.cut_top(ui.px(ui::target));
    auto chosen = static_cast<std::size_t>(draft.filter);
    ui::Rect choice = line.cut_left(ui::choice_width(ui, filters));
    if (ui::choice(ui, "record.filter", choice, filters, chosen))
        draft.filter = static_cast<RecordFilter>(chosen);
    line.cut_left(ui.px(8));
    ui::label(ui, "record.filter.count", line, fmt::format("{} shown (Ctrl+Shift+D)", draft.shown.size()),
              ui::Face::small, ui.theme().quiet_text);
    inside.cut_top(ui.px(8));
    if (!model.may(meeting::SetStatus{}) || inside.h < ui.px(4 * ui::target)) return;
    draw_status(ui, model, sink, draft.chosen, inside.cut_bottom(ui.px(ui::target)));
    inside.cut_bottom(ui.px(8));
}

std::optional<TextId> draw_record(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Rect inside) {
    draft.fresh_until.reset();
    measure_anew(ui, model, draft, inside.w - ui.px(20) - ui.px(14));
    const BlockHeights heights(draft.heights);
    const char* empty = filter_of(draft) == RecordFilter::all      ? "The record is empty."
                        : filter_of(draft) == RecordFilter::drafts ? "No text is a draft."
                                                                   : "No text was changed.";
    const auto event = ui::rows(ui, "record.rows", inside, heights, draft.rows, {"The record", empty},
                                [&](const ui::Row& row) { draw_block(ui, model, draft, row); });
    draft.follows = draft.rows.offset >= static_cast<float>(draft.heights.total()) - inside.h - ui.px(4);
    if ((event.moved || event.focused) && draft.rows.chosen < draft.shown.size()) {
        draft.chosen = block_at(model, draft, draft.rows.chosen).source;
    }
    if (!event.activated || *event.activated >= draft.shown.size()) return std::nullopt;
    const auto source = block_at(model, draft, *event.activated).source;
    return source ? std::optional(source) : std::nullopt;
}

}  // namespace

void choose_text(RecordDraft& draft, TextId text) {
    if (draft.side == Side::removed) show_side(draft, Side::record);
    draft.chosen = text;
    draft.built_for = nullptr;
    draft.reveal_chosen = true;
}

std::string list_of(const RecordDraft& draft) {
    if (draft.side == Side::removed) return "record.removed";
    return draft.side == Side::history ? "history.rows" : "record.rows";
}

std::optional<TextId> record_panel(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink,
                                   ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "record", rect, "");
    auto side = static_cast<std::size_t>(draft.side);
    find_removed(model, draft);
    if (ui::choice(ui, "record.side", inside.cut_top(ui.px(ui::target)), sides, side))
        show_side(draft, static_cast<Side>(side));
    inside.cut_top(ui.px(8));
    if (draft.side == Side::history) {
        inside.cut_top(ui::feedback(ui, model, sink, "history.feedback", "history.", inside));
        history_panel(ui, model, draft.history, sink, draft.chosen, inside);
        return std::nullopt;
    }
    if (draft.side == Side::record) draw_reviser(ui, model, draft, sink, inside);
    if (model.may(meeting::Remove{})) {
        ui::Rect room = inside;
        room.cut_bottom(ui.px(ui::target));
        inside.cut_top(ui::feedback(ui, model, sink, "record.feedback", "record.", room));
        if (inside.h >= ui.px(2 * ui::target + 8)) {  // where there is no room, the keys remain
            draw_acts(ui, model, draft, sink, inside.cut_bottom(ui.px(ui::target)));
            inside.cut_bottom(ui.px(8));
        }
    }
    if (draft.side == Side::record) return draw_record(ui, model, draft, inside);
    draw_removed(ui, model, draft, inside);
    return std::nullopt;
}

void record_keys(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink) {
    if (ui.shortcut({ui::Key::up, ui::ctrl}, true)) walk(model, draft, -1);
    if (ui.shortcut({ui::Key::down, ui::ctrl}, true)) walk(model, draft, 1);
    if (ui.shortcut({ui::Key::t, ui::ctrl})) {
        show_side(draft, draft.side == Side::removed ? Side::record : Side::removed);
        ui.focus(list_of(draft));
    }
    if (ui.shortcut({ui::Key::y, ui::ctrl_shift})) {
        show_side(draft, draft.side == Side::history ? Side::record : Side::history);
        ui.focus(list_of(draft));
    }
    if (ui.shortcut({ui::Key::v, ui::ctrl_shift})) {
        show_side(draft, Side::record);
        draft.reviser = !draft.reviser;
        ui.focus(list_of(draft));
    }
    if (draft.reviser && draft.side == Side::record && ui.shortcut({ui::Key::d, ui::ctrl_shift}))
        draft.filter =
            static_cast<RecordFilter>((static_cast<std::size_t>(draft.filter) + 1) % filters.size());
    if (draft.side == Side::history) history_keys(ui, draft.history);
    status_keys(ui, model, sink, draft.chosen);
    if (!model.may(meeting::Remove{})) return;
    if (ui.shortcut({ui::Key::u, ui::ctrl_shift})) restore_last(model, draft, sink);
    const auto* text = meeting::find_text(model.meeting, draft.chosen);
    if (text == nullptr) return;
    if (!text->removed && ui.shortcut({ui::Key::erase, ui::ctrl_shift})) {
        ui::act(model, sink, "record.remove", meeting::Remove{text->id});
        draft.last_removed = text->id;
    }
    if (draft.side == Side::history) return;
    if (ui.shortcut({ui::Key::erase, ui::alone})) {
        if (text->removed) {
            ui::act(model, sink, "record.remove", meeting::Restore{text->id});
        } else {
            ui::act(model, sink, "record.remove", meeting::Remove{text->id});
            draft.last_removed = text->id;
        }
    }
    const int by = ui.shortcut({ui::Key::up, ui::alt}, true)     ? -1
                   : ui.shortcut({ui::Key::down, ui::alt}, true) ? 1
                                                                 : 0;
    if (by == 0) return;
    if (const auto move = moved(model.meeting, *text, by)) {
        ui::act(model, sink, by < 0 ? "record.up" : "record.down", *move);
    }
}

}  // namespace dais::clerk_station
