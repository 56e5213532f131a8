// Private to this folder. Who asked, and the meeting as it stands in a snapshot.
#pragma once

#include <tuple>

#include "meeting/actor.hpp"
#include "meeting/limits.hpp"
#include "meeting/meeting.hpp"
#include "wire/layout.hpp"

namespace dais::wire {

// Place has no words of its own.
template <>
inline constexpr std::size_t enumerators<meeting::Place> =
    static_cast<std::size_t>(meeting::Place::coverage_end) + 1;

template <>
struct Layout<meeting::Actor> {
    static constexpr std::tuple fields{field("name", &meeting::Actor::name),
                                       field("desk", &meeting::Actor::desk)};
};

template <>
struct Layout<meeting::Stamp> {
    static constexpr std::tuple fields{field("entry", &meeting::Stamp::entry),
                                       field("recorded", &meeting::Stamp::recorded),
                                       field("actor", &meeting::Stamp::actor)};
};

template <>
struct Layout<meeting::Date> {
    static constexpr std::tuple fields{field("year", &meeting::Date::year),
                                       field("month", &meeting::Date::month),
                                       field("day", &meeting::Date::day)};
};

template <>
struct Layout<meeting::Zone> {
    static constexpr std::tuple fields{field("name", &meeting::Zone::name),
                                       field("offset_seconds", &meeting::Zone::offset_seconds),
                                       field("long_name", &meeting::Zone::long_name)};
};

template <>
struct Layout<meeting::Facts> {
    static constexpr std::tuple fields{field("symbol", &meeting::Facts::symbol),
                                       field("treaty", &meeting::Facts::treaty),
                                       field("distribution", &meeting::Facts::distribution),
                                       field("issued", &meeting::Facts::issued),
                                       field("body", &meeting::Facts::body),
                                       field("session", &meeting::Facts::session),
                                       field("number", &meeting::Facts::number),
                                       field("mode", &meeting::Facts::mode),
                                       field("place", &meeting::Facts::place),
                                       field("date", &meeting::Facts::date),
                                       field("scheduled", &meeting::Facts::scheduled),
                                       field("scheduled_end", &meeting::Facts::scheduled_end),
                                       field("zone", &meeting::Facts::zone),
                                       field("language", &meeting::Facts::language)};
};

template <>
struct Layout<meeting::RecordRules> {
    static constexpr std::tuple fields{field("kind", &meeting::RecordRules::kind),
                                       field("covers_start", &meeting::RecordRules::covers_start),
                                       field("covers_end", &meeting::RecordRules::covers_end),
                                       field("part", &meeting::RecordRules::part),
                                       field("presiding", &meeting::RecordRules::presiding),
                                       field("state_attribution", &meeting::RecordRules::state_attribution),
                                       field("number_decisions", &meeting::RecordRules::number_decisions)};
};

template <>
struct Layout<meeting::Limits> {
    static constexpr std::tuple fields{field("by_role", &meeting::Limits::by_role),
                                       field("by_kind", &meeting::Limits::by_kind),
                                       field("right_of_reply", &meeting::Limits::right_of_reply),
                                       field("warning", &meeting::Limits::warning),
                                       field("pause_when_link_lost", &meeting::Limits::pause_when_link_lost)};
};

template <>
inline constexpr std::size_t fields_at_first<meeting::Limits> = 4;

template <>
struct Layout<meeting::AgendaItem> {
    static constexpr std::tuple fields{field("id", &meeting::AgendaItem::id),
                                       field("number", &meeting::AgendaItem::number),
                                       field("title", &meeting::AgendaItem::title),
                                       field("continued", &meeting::AgendaItem::continued),
                                       field("concluded", &meeting::AgendaItem::concluded),
                                       field("documents", &meeting::AgendaItem::documents),
                                       field("parent", &meeting::AgendaItem::parent)};
};

template <>
struct Layout<meeting::Setup> {
    static constexpr std::tuple fields{
        field("facts", &meeting::Setup::facts), field("record", &meeting::Setup::record),
        field("limits", &meeting::Setup::limits), field("agenda", &meeting::Setup::agenda),
        field("style", &meeting::Setup::style)};
};

template <>
struct Layout<meeting::LinkReport> {
    static constexpr std::tuple fields{
        field("link", &meeting::LinkReport::link), field("effective", &meeting::LinkReport::effective),
        field("observed", &meeting::LinkReport::observed), field("entry", &meeting::LinkReport::entry),
        field("by", &meeting::LinkReport::by)};
};

template <>
struct Layout<meeting::Participant> {
    static constexpr std::tuple fields{
        field("id", &meeting::Participant::id),
        field("title", &meeting::Participant::title),
        field("given_name", &meeting::Participant::given_name),
        field("family_name", &meeting::Participant::family_name),
        field("pronoun", &meeting::Participant::pronoun),
        field("role", &meeting::Participant::role),
        field("affiliation", &meeting::Participant::affiliation),
        field("attendance", &meeting::Participant::attendance),
        field<Terms{.limit = meeting::max_columns}>("further", &meeting::Participant::further),
        field<Terms{.limit = meeting::max_link_reports}>("links", &meeting::Participant::links)};
};

template <>
struct Layout<meeting::Pause> {
    static constexpr std::tuple fields{field("from", &meeting::Pause::from),
                                       field("to", &meeting::Pause::to)};
};

template <>
struct Layout<meeting::Clock> {
    static constexpr std::tuple fields{
        field("limit", &meeting::Clock::limit), field("granted", &meeting::Clock::granted),
        field("spent", &meeting::Clock::spent), field("running_since", &meeting::Clock::running_since),
        field("pauses", &meeting::Clock::pauses)};
};

template <>
struct Layout<meeting::Speaker> {
    static constexpr std::tuple fields{
        field("who", &meeting::Speaker::who), field("role", &meeting::Speaker::role),
        field("affiliation", &meeting::Speaker::affiliation),
        field("attendance", &meeting::Speaker::attendance), field("presiding", &meeting::Speaker::presiding)};
};

template <>
struct Layout<meeting::Correction> {
    static constexpr std::tuple fields{field("reason", &meeting::Correction::reason),
                                       field("by", &meeting::Correction::by),
                                       field("at", &meeting::Correction::at)};
};

template <>
struct Layout<meeting::Timing> {
    static constexpr std::tuple fields{field("began", &meeting::Timing::began),
                                       field("ended", &meeting::Timing::ended),
                                       field("clock", &meeting::Timing::clock)};
};

template <>
struct Layout<meeting::Intervention> {
    static constexpr std::tuple fields{field("id", &meeting::Intervention::id),
                                       field("speaker", &meeting::Intervention::speaker),
                                       field("kind", &meeting::Intervention::kind),
                                       field("on_behalf_of", &meeting::Intervention::on_behalf_of),
                                       field("timing", &meeting::Intervention::timing),
                                       field("part_of", &meeting::Intervention::part_of),
                                       field("logged", &meeting::Intervention::logged),
                                       field("began_said", &meeting::Intervention::began_said),
                                       field("link", &meeting::Intervention::link),
                                       field("corrections", &meeting::Intervention::corrections),
                                       field("blocks", &meeting::Intervention::blocks),
                                       field("entry", &meeting::Intervention::entry),
                                       field("act", &meeting::Intervention::act),
                                       field("undone", &meeting::Intervention::undone),
                                       field("nothing_to_record", &meeting::Intervention::nothing_to_record)};
};

template <>
struct Layout<meeting::Request> {
    static constexpr std::tuple fields{
        field("id", &meeting::Request::id), field("who", &meeting::Request::who),
        field("kind", &meeting::Request::kind), field("on_behalf_of", &meeting::Request::on_behalf_of),
        field("since", &meeting::Request::since)};
};

template <>
struct Layout<meeting::Suspension> {
    static constexpr std::tuple fields{field("at", &meeting::Suspension::at),
                                       field("resumed", &meeting::Suspension::resumed),
                                       field("until", &meeting::Suspension::until)};
};

template <>
struct Layout<meeting::ChairTerm> {
    static constexpr std::tuple fields{
        field("who", &meeting::ChairTerm::who), field("office", &meeting::ChairTerm::office),
        field("since", &meeting::ChairTerm::since), field("by_taking", &meeting::ChairTerm::by_taking),
        field("before_opening", &meeting::ChairTerm::before_opening)};
};

template <>
struct Layout<meeting::Absence> {
    static constexpr std::tuple fields{
        field("who", &meeting::Absence::who), field("kind", &meeting::Absence::kind),
        field("on_behalf_of", &meeting::Absence::on_behalf_of), field("at", &meeting::Absence::at),
        field("back", &meeting::Absence::back)};
};

template <>
struct Layout<meeting::Proceedings> {
    static constexpr std::tuple fields{
        field("sitting", &meeting::Proceedings::sitting),
        field("opened", &meeting::Proceedings::opened),
        field("ended", &meeting::Proceedings::ended),
        field("suspensions", &meeting::Proceedings::suspensions),
        field("clock_ran_at_suspension", &meeting::Proceedings::clock_ran_at_suspension),
        field("path", &meeting::Proceedings::path),
        field("taken_up", &meeting::Proceedings::taken_up),
        field("concluded", &meeting::Proceedings::concluded),
        field("list", &meeting::Proceedings::list),
        field("replies", &meeting::Proceedings::replies),
        field("list_closed", &meeting::Proceedings::list_closed),
        field("replies_given", &meeting::Proceedings::replies_given),
        field("limits", &meeting::Proceedings::limits),
        field("floor", &meeting::Proceedings::floor),
        field("interrupted", &meeting::Proceedings::interrupted),
        field("chairs", &meeting::Proceedings::chairs),
        field("absences", &meeting::Proceedings::absences),
        field("debate_moderator", &meeting::Proceedings::debate_moderator)};
};

template <>
struct Layout<meeting::Act> {
    static constexpr std::tuple fields{
        field("number", &meeting::Act::number), field("entry", &meeting::Act::entry),
        field("name", &meeting::Act::name),     field("actor", &meeting::Act::actor),
        field("at", &meeting::Act::at),         field("touches_list_only", &meeting::Act::touches_list_only),
        field("before", &meeting::Act::before), field("timings", &meeting::Act::timings)};
};

template <>
struct Layout<meeting::Revision> {
    static constexpr std::tuple fields{field("text", &meeting::Revision::text),
                                       field("author", &meeting::Revision::author),
                                       field("at", &meeting::Revision::at)};
};

template <>
struct Layout<meeting::RecordText> {
    static constexpr std::tuple fields{field("id", &meeting::RecordText::id),
                                       field("kind", &meeting::RecordText::kind),
                                       field("of", &meeting::RecordText::of),
                                       field("numbered", &meeting::RecordText::numbered),
                                       field("revisions", &meeting::RecordText::revisions),
                                       field("removed", &meeting::RecordText::removed),
                                       field("attribution", &meeting::RecordText::attribution),
                                       field("status", &meeting::RecordText::status),
                                       field("status_revision", &meeting::RecordText::status_revision)};
};

template <>
struct Layout<meeting::TimelineItem> {
    static constexpr std::tuple fields{
        field("place", &meeting::TimelineItem::place), field("ref", &meeting::TimelineItem::ref),
        field("item", &meeting::TimelineItem::item),   field("anchor", &meeting::TimelineItem::anchor),
        field("named", &meeting::TimelineItem::named), field("at", &meeting::TimelineItem::at),
        field("act", &meeting::TimelineItem::act)};
};

template <>
struct Layout<meeting::Mark> {
    static constexpr std::tuple fields{
        field("id", &meeting::Mark::id),     field("kind", &meeting::Mark::kind),
        field("of", &meeting::Mark::of),     field("paragraph", &meeting::Mark::paragraph),
        field("note", &meeting::Mark::note), field("author", &meeting::Mark::author),
        field("at", &meeting::Mark::at),     field("cleared", &meeting::Mark::cleared)};
};

template <>
struct Layout<meeting::Take> {
    static constexpr std::tuple fields{field("clerk", &meeting::Take::clerk),
                                       field("began", &meeting::Take::began)};
};

template <>
struct Layout<meeting::Takes> {
    static constexpr std::tuple fields{field("seconds", &meeting::Takes::seconds),
                                       field("order", &meeting::Takes::order),
                                       field("taken", &meeting::Takes::taken)};
};

template <>
struct Layout<meeting::Logged> {
    static constexpr std::tuple fields{field("act", &meeting::Logged::act),
                                       field("at", &meeting::Logged::at),
                                       field("by", &meeting::Logged::by),
                                       field("name", &meeting::Logged::name),
                                       field("undone_by", &meeting::Logged::undone_by),
                                       field("undone", &meeting::Logged::undone)};
};

template <>
struct Layout<meeting::Meeting> {
    static constexpr std::tuple fields{field("setup", &meeting::Meeting::setup),
                                       field("participants", &meeting::Meeting::participants),
                                       field("proceedings", &meeting::Meeting::proceedings),
                                       field("interventions", &meeting::Meeting::interventions),
                                       field("texts", &meeting::Meeting::texts),
                                       field("timeline", &meeting::Meeting::timeline),
                                       field("acts", &meeting::Meeting::acts),
                                       field("last_request", &meeting::Meeting::last_request),
                                       field("last_act", &meeting::Meeting::last_act),
                                       field("now", &meeting::Meeting::now),
                                       field("marks", &meeting::Meeting::marks),
                                       field("takes", &meeting::Meeting::takes),
                                       field("log", &meeting::Meeting::log)};
};

}  // namespace dais::wire
