#include "chair-console/log_tab.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

void draw_act(ui::Ui& ui, const ui::Model& model, const meeting::Logged& act, const ui::Row& row) {
    const auto& zone = model.meeting.setup.facts.zone;
    const auto id = fmt::format("log.{}", row.index);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto at = ui::hour_with_seconds(zone, act.at);
    ui.text(place.cut_left(ui.width("00:00:00", ui::Face::body) + ui.px(12)), at, ui::Face::body,
            row.quiet_ink);
    const float by = std::min(place.w * 0.4F, ui.width(act.by, ui::Face::body) + 1);
    ui::label(ui, id + ".by", place.cut_right(by), act.by, ui::Face::body, row.quiet_ink, ui::Align::end);
    place.cut_right(ui.px(8));
    if (act.undone) {
        std::string undone = "taken back " + ui::hour(zone, *act.undone);
        if (act.undone_by != act.by) undone += " by " + act.undone_by;
        const float wide = std::min(place.w * 0.5F, ui::status_width(ui, undone, ui::Face::small));
        ui::status(ui, id + ".undone", place.cut_right(wide), ui::State::warning, undone, ui::Face::small);
        place.cut_right(ui.px(8));
    }
    ui::label(ui, id, place, ui::act_phrase(model.meeting, act.name), ui::Face::body,
              act.undone ? row.quiet_ink : row.ink);
}

}  // namespace

void log_tab(ui::Ui& ui, const ui::Model& model, LogTab& draft, ui::Rect rect) {
    const auto& log = model.meeting.log;
    ui::rows(ui, "log.rows", rect, log.size(), ui.px(44), draft.rows, {"The log", "Nothing was done yet."},
             [&](const ui::Row& row) { draw_act(ui, model, log[log.size() - 1 - row.index], row); });
}

}  // namespace dais::chair_console
