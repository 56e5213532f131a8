#include "clerk-station/record_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/field.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

using meeting::TextId;
using record::Block;
using record::BlockKind;

constexpr std::array<std::string_view, 2> sides{"Record", "Removed"};

ui::Face face_of(const Block& block) {
    return block.kind == BlockKind::heading ? ui::Face::strong : ui::Face::body;
}

std::string text_of(const Block& block) {
    return block.number ? fmt::format("{}. {}", *block.number, block.text) : block.text;
}

// What tells one block's height from another's, cheaply: the source and the length of what it says.
std::uint64_t key_of(const Block& block, std::size_t index) {
    const std::uint64_t what = block.source ? block.source.value : index + (std::uint64_t{1} << 40U);
    return what * 1'000'003U + block.text.size() * 4U + (block.number ? *block.number % 3U : 3U);
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

void measure_anew(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, float width) {
    const bool same_ground = draft.width == width && draft.scale == ui.scale();
    if (draft.built_for == model.preview && same_ground) return;
    if (!same_ground) draft.measured.clear();
    draft.built_for = model.preview;
    draft.width = width;
    draft.scale = ui.scale();
    draft.heights = {};
    if (!model.preview) return;
    const auto& blocks = model.preview->record.blocks;
    draft.heights.set_count(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto known = draft.measured.find(key_of(blocks[i], i));
        draft.heights.set_height(i,
                                 known == draft.measured.end() ? guess(ui, blocks[i], width) : known->second);
    }
    // The chosen text stays chosen, and is not scrolled to: somebody may be reading elsewhere.
    const auto at = model.preview->block_of.find(draft.chosen);
    draft.rows.chosen = at == model.preview->block_of.end() ? ui::no_row : at->second;
    if (draft.follows) draft.rows.offset_wanted = static_cast<float>(draft.heights.total());
}

void draw_block(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, const ui::Row& row) {
    const auto& block = model.preview->record.blocks[row.index];
    const auto face = face_of(block);
    ui::Rect place = row.rect.inset(ui.px(10), ui.px(7));
    const auto text = text_of(block);
    const auto& layout = ui.layout(text, place.w, face);
    const auto id = block.source ? fmt::format("record.{}", block.source.value)
                                 : fmt::format("record.block.{}", row.index);
    const bool quiet = block.kind == BlockKind::sentence || block.kind == BlockKind::masthead ||
                       block.kind == BlockKind::contents || block.kind == BlockKind::footnote;
    float y = place.y;
    for (const auto& line : layout.lines()) {
        ui::draw_line(ui, line, place.x, y, face, quiet ? row.quiet_ink : row.ink);
        y += ui.line(face);
    }
    const float height = y - place.y + ui.px(14);
    ui.note({id, row.rect, true, true, false, false, text});
    const auto key = key_of(block, row.index);
    draft.measured[key] = height;
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

// The block at or after an index, in a direction, that a text stands behind.
std::size_t next_text(const std::vector<Block>& blocks, std::size_t from, int by) {
    for (auto at = static_cast<std::ptrdiff_t>(from); at >= 0 && at < std::ssize(blocks); at += by) {
        if (blocks[static_cast<std::size_t>(at)].source) return static_cast<std::size_t>(at);
    }
    return ui::no_row;
}

void walk(const ui::Model& model, RecordDraft& draft, int by) {
    if (!model.preview) return;
    const auto& blocks = model.preview->record.blocks;
    if (blocks.empty()) return;
    const auto at = draft.rows.chosen;
    std::size_t next = ui::no_row;
    if (at == ui::no_row || at >= blocks.size()) {
        next = next_text(blocks, by > 0 ? 0 : blocks.size() - 1, by);
    } else if (by > 0 || at > 0) {
        next = next_text(blocks, by > 0 ? at + 1 : at - 1, by);
    }
    if (next == ui::no_row) return;
    draft.rows.choose(next);
    draft.chosen = blocks[next].source;
}

}  // namespace

std::optional<TextId> record_panel(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink,
                                   ui::Rect rect) {
    ui::Rect inside = ui::panel(ui, "record", rect, "");
    std::size_t side = draft.removed ? 1 : 0;
    find_removed(model, draft);
    if (ui::choice(ui, "record.side", inside.cut_top(ui.px(ui::target)), sides, side)) {
        draft.removed = side == 1;
        draft.rows = {};
        draft.chosen = {};
    }
    inside.cut_top(ui.px(8));
    if (model.may(meeting::Remove{})) {
        ui::Rect room = inside;
        room.cut_bottom(ui.px(ui::target));
        inside.cut_top(ui::feedback(ui, model, sink, "record.feedback", "record.", room));
        if (inside.h >= ui.px(2 * ui::target + 8)) {  // where there is no room, the keys remain
            draw_acts(ui, model, draft, sink, inside.cut_bottom(ui.px(ui::target)));
            inside.cut_bottom(ui.px(8));
        }
    }
    if (draft.removed) {
        draw_removed(ui, model, draft, inside);
        return std::nullopt;
    }
    const float width = inside.w - ui.px(20) - ui.px(14);
    measure_anew(ui, model, draft, width);
    const BlockHeights heights(draft.heights);
    const auto event =
        ui::rows(ui, "record.rows", inside, heights, draft.rows, {"The record", "The record is empty."},
                 [&](const ui::Row& row) { draw_block(ui, model, draft, row); });
    draft.follows = draft.rows.offset >= static_cast<float>(draft.heights.total()) - inside.h - ui.px(4);
    if (!model.preview) return std::nullopt;
    const auto& blocks = model.preview->record.blocks;
    if ((event.moved || event.focused) && draft.rows.chosen < blocks.size()) {
        draft.chosen = blocks[draft.rows.chosen].source;
    }
    if (!event.activated || *event.activated >= blocks.size() || !blocks[*event.activated].source) {
        return std::nullopt;
    }
    return blocks[*event.activated].source;
}

void choose_text(const ui::Model& model, RecordDraft& draft, TextId text) {
    if (draft.removed) draft.rows = {};
    draft.removed = false;
    draft.chosen = text;
    if (!model.preview) return;
    const auto at = model.preview->block_of.find(text);
    if (at != model.preview->block_of.end()) draft.rows.choose(at->second);
}

void record_keys(ui::Ui& ui, const ui::Model& model, RecordDraft& draft, ui::Sink& sink) {
    if (ui.shortcut({ui::Key::up, ui::ctrl}, true)) walk(model, draft, -1);
    if (ui.shortcut({ui::Key::down, ui::ctrl}, true)) walk(model, draft, 1);
    if (!model.may(meeting::Remove{})) return;
    if (ui.shortcut({ui::Key::u, ui::ctrl_shift})) restore_last(model, draft, sink);
    const auto* text = meeting::find_text(model.meeting, draft.chosen);
    if (text == nullptr) return;
    if (!text->removed && ui.shortcut({ui::Key::erase, ui::ctrl_shift})) {
        ui::act(model, sink, "record.remove", meeting::Remove{text->id});
        draft.last_removed = text->id;
    }
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
