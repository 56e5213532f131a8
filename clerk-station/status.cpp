#include "clerk-station/status.hpp"

#include <algorithm>
#include <array>

#include "meeting/commands.hpp"
#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

using meeting::Status;

struct Way {
    Status status;
    ui::Key key;
    const char* id;
    std::string_view label;
    std::string_view is;  // said where it is so
    std::string_view keys;
};
constexpr std::array<Way, 3> ways{{
    {Status::draft, ui::Key::d1, "record.status.draft", "Draft", "Is a draft", "Ctrl+1"},
    {Status::revised, ui::Key::d2, "record.status.revised", "Revised", "Is revised", "Ctrl+2"},
    {Status::final, ui::Key::d3, "record.status.final", "Final", "Is final", "Ctrl+3"},
}};

// Nothing to be asked for where it is so already.
bool is_so(const meeting::RecordText& text, Status status) {
    return text.status == status && !has_changed(text) &&
           (text.status_revision > 0 || status == Status::draft);
}

}  // namespace

std::uint32_t seen_revision(const meeting::RecordText& text) {
    return std::max<std::uint32_t>(1, text.status_revision);
}

bool has_changed(const meeting::RecordText& text) {
    return text.revisions.size() > seen_revision(text);
}

std::string status_words(const meeting::RecordText& text) {
    std::string words;
    if (text.status == Status::revised) words = "revised";
    if (text.status == Status::final) words = "final, locked";
    if (text.status_revision > 0 && has_changed(text))
        words += words.empty() ? "changed since" : ", changed since";
    return words;
}

bool is_locked(const ui::Model& model, const Place& place) {
    if (place.kind != PlaceKind::revision && place.kind != PlaceKind::attribution) return false;
    const auto* text = meeting::find_text(model.meeting, meeting::TextId{place.id});
    return text != nullptr && text->status == Status::final;
}

void draw_status(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, meeting::TextId id, ui::Rect rect) {
    const auto* text = meeting::find_text(model.meeting, id);
    ui::ButtonRow row(ui, rect);
    for (const auto& way : ways) {
        const meeting::SetStatus set{id, way.status};
        const bool is = text != nullptr && text->status == way.status;
        const auto label = is ? way.is : way.label;
        const auto place = row.next(label, way.keys);
        const bool can = text != nullptr && !text->removed && text->kind != meeting::TextKind::decision &&
                         !is_so(*text, way.status) && ui::can_act(model, way.id, set);
        if (ui::button(ui, way.id, place, label, {.enabled = can, .keys = way.keys}))
            ui::act(model, sink, way.id, set);
    }
}

void status_keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, meeting::TextId id) {
    const auto* text = meeting::find_text(model.meeting, id);
    if (text == nullptr || text->removed || text->kind == meeting::TextKind::decision ||
        !model.may(meeting::SetStatus{}))
        return;
    for (const auto& way : ways) {
        if (ui.shortcut({way.key, ui::ctrl}) && !is_so(*text, way.status))
            ui::act(model, sink, way.id, meeting::SetStatus{id, way.status});
    }
}

}  // namespace dais::clerk_station
