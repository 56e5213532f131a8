#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "meeting/decide.hpp"
#include "meeting/describe.hpp"
#include "meeting/outlook.hpp"

namespace dais::ui {
namespace {

using meeting::Kind;
using meeting::Link;
using meeting::Sitting;
using replica::LinkState;

constexpr base::Span banner_after{2'000};
constexpr std::int64_t minute = 60'000;

std::int64_t local_ms(const meeting::Zone& zone, base::Instant at) {
    constexpr std::int64_t day = 86'400'000;
    const auto local = (at.ms + std::int64_t{zone.offset_seconds} * 1000) % day;
    return local < 0 ? local + day : local;
}

}  // namespace

Phrase link_phrase(const Model& model) {
    const auto seconds = std::max<std::int64_t>(0, (model.uptime - model.link_since).count() / 1000);
    switch (model.link) {
        case LinkState::live:
            return {State::good, "Connected"};
        case LinkState::evasive:
            return {State::warning, "No word from the hub"};
        case LinkState::joining:
            return {State::warning, "Catching up"};
        case LinkState::connecting:
            return seconds < 2 ? Phrase{State::warning, "Connecting"}
                               : Phrase{State::over, "Not connected: trying again"};
        case LinkState::stale:
            return {State::over, "Hub lost: what is shown is old"};
        case LinkState::refused:
            return {State::over, "Turned away by the hub"};
        case LinkState::superseded:
            return {State::over, "This station is open elsewhere"};
        case LinkState::diverged:
            return {State::over, "Another history at the hub"};
    }
    return {State::over, ""};
}

bool link_is_lost(const Model& model) {
    return !model.live() && model.uptime - model.link_since >= banner_after;
}

Phrase trouble_phrase(const Model& model) {
    Phrase phrase{State::over, model.trouble};
    if (model.texts_held > 0) {
        if (!phrase.text.empty()) phrase.text += " · ";
        phrase.text += fmt::format("{} typed, not on this disk", model.texts_held);
    }
    return phrase;
}

Phrase hub_phrase(const Model& model) {
    Phrase phrase{State::over, model.hub_trouble};
    if (link_is_lost(model)) {
        phrase = link_phrase(model);
        if (!model.link_sentence.empty()) phrase.text += ": " + model.link_sentence;
    }
    const auto waiting = model.texts_waiting - std::min(model.texts_waiting, model.texts_held);
    if (!phrase.text.empty() && waiting > 0)
        phrase.text += fmt::format(" · {} of your texts wait on this machine", waiting);
    return phrase;
}

Phrase link_phrase(Link link) {
    switch (link) {
        case Link::in_room:
            return {State::good, "in the room"};
        case Link::waiting:
            return {State::warning, "waiting"};
        case Link::audio:
            return {State::remote, "by audio"};
        case Link::video:
            return {State::remote, "by video"};
        case Link::lost:
            return {State::over, "link lost"};
        case Link::left:
            break;
    }
    return {State::quiet, "left"};
}

Phrase attendance_phrase(const meeting::Participant& person) {
    if (!person.links.empty()) return link_phrase(person.links.back().link);
    if (person.attendance == meeting::Attendance::room) return {State::quiet, "in the room"};
    return {State::quiet, "expected by video"};
}

std::string kind_phrase(Kind kind) {
    switch (kind) {
        case Kind::point_of_order:
            return "point of order";
        case Kind::right_of_reply:
            return "right of reply";
        case Kind::reply:
            return "reply";
        case Kind::statement:
            break;
    }
    return {};
}

std::string hour(const meeting::Zone& zone, base::Instant at) {
    const auto minutes = local_ms(zone, at) / minute;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string hour_with_seconds(const meeting::Zone& zone, base::Instant at) {
    const auto seconds = local_ms(zone, at) / 1000;
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

Phrase sitting_phrase(const meeting::Meeting& meeting) {
    const auto& proceedings = meeting.proceedings;
    const auto& zone = meeting.setup.facts.zone;
    switch (proceedings.sitting) {
        case Sitting::before:
            return {State::quiet, "Not opened"};
        case Sitting::open:
            return {State::good, "In session since " + hour(zone, proceedings.opened.value_or(meeting.now))};
        case Sitting::suspended:
            if (!proceedings.suspensions.empty() && proceedings.suspensions.back().until)
                return {State::warning,
                        "Suspended until " + hour(zone, *proceedings.suspensions.back().until)};
            return {State::warning, "Suspended at " + hour(zone, proceedings.suspensions.empty()
                                                                     ? meeting.now
                                                                     : proceedings.suspensions.back().at)};
        case Sitting::ended:
            break;
    }
    return {State::quiet, "Ended at " + hour(zone, proceedings.ended.value_or(meeting.now))};
}

Phrase sitting_phrase(const meeting::Meeting& meeting, base::Instant now) {
    const auto left = meeting::hard_stop(meeting, now);
    if (!left) return sitting_phrase(meeting);
    const bool suspended = meeting.proceedings.sitting == Sitting::suspended;
    const std::string what = suspended ? "Suspended; the time " : "Interpretation ";
    if (left->count() < 0)
        return {State::over, what + (suspended ? "is over by " : "over by ") +
                                 meeting::clock_text(base::Span{-left->count()})};
    return {State::warning, what + "ends in " + meeting::clock_text(*left)};
}

Phrase present_phrase(const Present& present) {
    if (present == Present{}) return {};
    std::string text;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, count == 1 ? one : many);
    };
    if (present.chairs > 1) add(present.chairs, "chair", "chairs");
    add(present.clerks, "clerk", "clerks");
    if (present.moderators > 0) add(present.moderators, "moderator", "moderators");
    if (present.rooms > 0) add(present.rooms, "screen", "screens");
    return {present.clerks == 0 ? State::warning : State::quiet, text};
}

Phrase moderation_phrase(const meeting::Meeting& meeting) {
    const auto& who = meeting.proceedings.debate_moderator;
    if (who.empty()) return {};
    return {State::info, person_name(meeting, who) + " moderates"};
}

std::string person_name(const meeting::Meeting& meeting, const meeting::ParticipantId& who) {
    const auto* person = meeting::find_participant(meeting, who);
    return person == nullptr ? who : meeting::name_of(*person);
}

std::string person_line(const meeting::Meeting& meeting, const meeting::ParticipantId& who) {
    const auto* person = meeting::find_participant(meeting, who);
    if (person == nullptr) return who;
    const auto name = meeting::name_of(*person);
    return person->affiliation.empty() ? name : name + ", " + person->affiliation;
}

std::string item_line(const meeting::AgendaItem& item) {
    return item.number ? fmt::format("{}. {}", *item.number, item.title) : item.title;
}

std::string item_line(const meeting::Meeting& meeting) {
    std::string line;
    for (const auto& id : meeting.proceedings.path) {
        const auto* item = meeting::find_item(meeting.setup, id);
        if (item == nullptr) continue;
        if (!line.empty()) line += " › ";
        line += item_line(*item);
    }
    return line;
}

std::string act_phrase(const meeting::Meeting& meeting, const std::string& act) {
    const auto space = act.find(' ');
    std::string phrase = act.substr(0, space);
    std::replace(phrase.begin(), phrase.end(), '_', ' ');
    if (space == std::string::npos) return phrase;
    const auto rest = act.substr(space + 1);
    if (const auto* item = meeting::find_item(meeting.setup, rest)) return phrase + ": " + item_line(*item);
    return phrase + ": " + person_name(meeting, rest);
}

std::string next_phrase(const meeting::Meeting& meeting) {
    const auto* next = meeting::next_request(meeting.proceedings);
    if (next == nullptr) return {};
    const auto kind = kind_phrase(next->kind);
    const auto name = person_name(meeting, next->who);
    return kind.empty() ? name : name + " (" + kind + ")";
}

ClockFace clock_face(const meeting::Meeting& meeting, base::Instant now) {
    ClockFace face;
    const auto* floor = meeting::find_intervention(meeting, meeting.proceedings.floor);
    if (floor == nullptr) {
        face.digits = "0:00";
        face.state = State::quiet;
        return face;
    }
    return clock_face(floor->timing.clock, meeting.proceedings.limits.warning, now);
}

ClockFace clock_face(const meeting::Clock& clock, std::optional<std::int32_t> warning, base::Instant now) {
    ClockFace face;
    const auto left = meeting::left_at(clock, now);
    const auto spent = meeting::spent_at(clock, now);
    face.running = clock.running_since.has_value();
    face.limited = left.has_value();
    // Seconds that are begun count as left; seconds that are begun count as not yet spent.
    face.digits = meeting::clock_text(left ? *left : base::Span{spent.count() / 1000 * 1000});
    if (left) {
        const auto whole = std::max<std::int64_t>(1, (*left + spent).count());
        face.part = static_cast<float>(spent.count()) / static_cast<float>(whole);
        if (left->count() < 0) {
            face.part = 1;
            face.state = State::over;
            face.word = "over time";
        } else if (left->count() <= std::int64_t{warning.value_or(0)} * 1000) {
            face.state = State::warning;
            face.word = "warning";
        }
    }
    if (!face.running) {
        face.word += face.word.empty() ? "clock paused" : ", clock paused";
        if (face.state == State::good) face.state = State::info;
    }
    return face;
}

std::optional<base::Span> until_next_digit(const meeting::Meeting& meeting, base::Instant now) {
    std::optional<base::Span> next;
    if (const auto left = meeting::hard_stop(meeting, now)) next = until_next_second(*left);
    const auto* floor = meeting::find_intervention(meeting, meeting.proceedings.floor);
    if (floor == nullptr) return next;
    const auto of_floor = until_next_digit(floor->timing.clock, now);
    return next && of_floor ? std::min(*next, *of_floor) : next ? next : of_floor;
}

std::optional<base::Span> until_next_digit(const meeting::Clock& clock, base::Instant now) {
    if (!clock.running_since) return std::nullopt;
    if (const auto left = meeting::left_at(clock, now)) return until_next_second(*left);
    return base::Span{1000 - meeting::spent_at(clock, now).count() % 1000};
}

base::Span until_next_second(base::Span left) {
    if (left.count() <= 0) {
        const auto over = -left.count();
        return base::Span{(over + 999) / 1000 * 1000 + 1 - over};
    }
    return base::Span{left.count() % 1000 == 0 ? 1000 : left.count() % 1000};
}

base::Span until_next_minute(base::Instant now) {
    return base::Span{minute - (now.ms % minute + minute) % minute};
}

std::string length_of(const meeting::Intervention& intervention, base::Instant now) {
    const auto spent = meeting::spent_at(intervention.timing.clock, now).count() / 1000 * 1000;
    return meeting::clock_text(base::Span{spent});
}

std::optional<std::string> typed_text(const meeting::Command& command) {
    const auto text_of = [](const auto& one) -> std::string {
        using C = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<C, meeting::Split>) {
            return one.text + " " + one.rest;
        } else if constexpr (std::is_same_v<C, meeting::Decide>) {
            return {};
        } else if constexpr (requires { std::string(one.text); }) {
            return one.text;
        }
        return {};
    };
    auto text = std::visit(text_of, command);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace dais::ui
