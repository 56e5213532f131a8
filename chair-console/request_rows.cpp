#include "chair-console/request_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "meeting/describe.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {
namespace {

using meeting::Kind;
using meeting::Request;
using ui::Align;
using ui::Face;

// Narrower rows say no more than since when somebody waits.
constexpr float least_for_sums = 640;
// And that somebody is in the room goes without saying.
constexpr float least_for_all = 360;
constexpr base::Span half_a_day{12 * 3'600'000};

bool is_by_link(const meeting::Participant& person) {
    return person.attendance == meeting::Attendance::video || !person.links.empty();
}

struct Columns {
    ui::Rect since;
    ui::Rect limit;
    ui::Rect spoken;
    bool sums = false;
};

Columns cut_columns(ui::Ui& ui, ui::Rect& place) {
    Columns columns;
    columns.sums = place.w >= ui.px(least_for_sums);
    const float wide = std::max(ui.width("00:00", Face::body), ui.width("spoken", Face::small)) + ui.px(6);
    const auto cut = [&] {
        const auto column = place.cut_right(wide);
        place.cut_right(ui.px(10));
        return column;
    };
    columns.since = cut();
    if (!columns.sums) return columns;
    columns.limit = cut();
    columns.spoken = cut();
    return columns;
}

std::string limit_text(const std::optional<std::int32_t>& seconds) {
    return seconds ? meeting::clock_text(std::chrono::seconds(*seconds)) : "none";
}

std::string further_of(const ui::Model& model, const Request& request) {
    std::string further;
    if (request.kind == Kind::right_of_reply) {
        const auto had = meeting::replies_had(model.meeting, request.who);
        if (had.allowed > 0) further = fmt::format("{} of {} had", had.given, had.allowed);
    } else {
        further = ui::kind_phrase(request.kind);
    }
    if (!request.on_behalf_of.empty())
        further += (further.empty() ? "for " : ", for ") + request.on_behalf_of;
    return further;
}

}  // namespace

void ListSums::bring_up_to_date(const ui::Model& model) {
    if (built_for == model.revision) return;
    built_for = model.revision;
    outlook = meeting::list_outlook(model.meeting);
    spoken.clear();
    for (const auto& total : meeting::totals(model.meeting, meeting::TotalOf::person, model.now))
        spoken[total.key] = total.spoken;
}

void draw_columns(ui::Ui& ui, const std::string& id, ui::Rect line) {
    line = line.inset(ui.px(12), 0);
    const auto columns = cut_columns(ui, line);
    const auto name = [&](const char* column, ui::Rect place) {
        ui::label(ui, id + "." + column, place, column, Face::small, ui.theme().quiet_text, Align::end);
    };
    name("since", columns.since);
    if (!columns.sums) return;
    name("limit", columns.limit);
    name("spoken", columns.spoken);
}

void draw_request(ui::Ui& ui, const ui::Model& model, const ListSums& sums, const std::string& id,
                  const Request& request, const ui::Row& row) {
    const auto& meeting = model.meeting;
    const auto* person = meeting::find_participant(meeting, request.who);
    const auto key = fmt::format("{}.{}", id, request.id.value);
    ui::Rect place = row.rect.inset(ui.px(12), 0);
    const auto number = fmt::format("{}.", row.index + 1);
    ui.text(place.cut_left(ui.px(40)), number, Face::body, row.quiet_ink);
    const auto columns = cut_columns(ui, place);
    const auto since = ui::hour(meeting.setup.facts.zone, request.since);
    ui.text(columns.since, since, Face::body, row.quiet_ink, Align::end);
    if (columns.sums) {
        ui::label(ui, key + ".limit", columns.limit, limit_text(meeting::limit_of(meeting, request)),
                  Face::body, row.quiet_ink, Align::end);
        const auto spoken = sums.spoken.find(request.who);
        const auto said = spoken == sums.spoken.end()
                              ? std::string("–")
                              : meeting::clock_text(base::Span{spoken->second.count() / 1000 * 1000});
        ui::label(ui, key + ".spoken", columns.spoken, said, Face::body, row.quiet_ink, Align::end);
    }
    if (person != nullptr && (place.w >= ui.px(least_for_all) || is_by_link(*person))) {
        const auto link = ui::attendance_phrase(*person);
        const ui::Rect state =
            place.cut_right(std::min(place.w * 0.42F, ui::status_width(ui, "expected by video")));
        ui::status(ui, key + ".link", state, link.state, link.text);
        place.cut_right(ui.px(10));
    }
    if (const auto further = further_of(model, request); !further.empty()) {
        const float wide = std::min(place.w * 0.45F, ui.width(further, Face::small) + 1);
        ui::label(ui, key + ".kind", place.cut_right(wide), further, Face::small, row.quiet_ink, Align::end);
        place.cut_right(ui.px(8));
    }
    ui::label(ui, key, place, ui::person_line(meeting, request.who), Face::body, row.ink);
}

ui::Phrase outlook_phrase(const ui::Model& model, const ListSums& sums) {
    const auto& outlook = sums.outlook;
    if (outlook.waiting == 0) return {};
    auto words = meeting::clock_text(outlook.at_limits) + " at their limits";
    if (outlook.unlimited > 0) words += fmt::format(", {} without a limit", outlook.unlimited);
    if (model.meeting.proceedings.sitting != meeting::Sitting::open) return {ui::State::quiet, words};
    const auto ends = meeting::list_ends(model.meeting, outlook, model.now);
    if (ends - model.now > half_a_day) return {ui::State::quiet, words};  // the hour would be another day's
    const auto scheduled = meeting::scheduled_end(model.meeting);
    // Those without a limit take nobody knows how long: that it will be too late is certain, nothing else.
    const bool late = scheduled && ends > *scheduled;
    if (outlook.unlimited > 0 && !late) return {ui::State::quiet, words};
    words += (outlook.unlimited > 0 ? "; at least until " : "; until ") +
             ui::hour(model.meeting.setup.facts.zone, ends);
    if (!scheduled) return {ui::State::quiet, words};
    const auto minutes = (*scheduled - ends).count() / 60'000;
    if (late) return {ui::State::over, words + fmt::format(", {} min after the end", -minutes)};
    return {ui::State::quiet, words + fmt::format(", {} min before the end", minutes)};
}

}  // namespace dais::chair_console
