// Private to this folder. The events. Their numbers are their places in meeting::Event.
#pragma once

#include <tuple>

#include "meeting/events.hpp"
#include "wire/codec.hpp"
#include "wire/layout.hpp"
#include "wire/layout_meeting.hpp"

namespace dais::wire {

template <>
struct Layout<meeting::MeetingPrepared> {
    static constexpr std::tuple fields{field("setup", &meeting::MeetingPrepared::setup),
                                       field("participants", &meeting::MeetingPrepared::participants)};
};

template <>
struct Layout<meeting::ActBegun> {
    static constexpr std::tuple fields{field("number", &meeting::ActBegun::number),
                                       field("name", &meeting::ActBegun::name),
                                       field("touches_list_only", &meeting::ActBegun::touches_list_only)};
};

template <>
struct Layout<meeting::ActUndone> {
    static constexpr std::tuple fields{field("number", &meeting::ActUndone::number)};
};

template <>
struct Layout<meeting::ItemTakenUp> {
    static constexpr std::tuple fields{field("item", &meeting::ItemTakenUp::item),
                                       field("headings", &meeting::ItemTakenUp::headings)};
};

template <>
struct Layout<meeting::ItemConcluded> {
    static constexpr std::tuple fields{field("item", &meeting::ItemConcluded::item)};
};

template <>
struct Layout<meeting::FloorRequested> {
    static constexpr std::tuple fields{field("id", &meeting::FloorRequested::id),
                                       field("who", &meeting::FloorRequested::who),
                                       field("kind", &meeting::FloorRequested::kind),
                                       field("on_behalf_of", &meeting::FloorRequested::on_behalf_of),
                                       field("before", &meeting::FloorRequested::before)};
};

template <>
struct Layout<meeting::RequestWithdrawn> {
    static constexpr std::tuple fields{field("id", &meeting::RequestWithdrawn::id)};
};

template <>
struct Layout<meeting::PassedOver> {
    static constexpr std::tuple fields{field("id", &meeting::PassedOver::id),
                                       field("back", &meeting::PassedOver::back)};
};

template <>
struct Layout<meeting::RequestMoved> {
    static constexpr std::tuple fields{field("id", &meeting::RequestMoved::id),
                                       field("before", &meeting::RequestMoved::before)};
};

template <>
struct Layout<meeting::FloorGiven> {
    static constexpr std::tuple fields{field("id", &meeting::FloorGiven::id),
                                       field("speaker", &meeting::FloorGiven::speaker),
                                       field("kind", &meeting::FloorGiven::kind),
                                       field("on_behalf_of", &meeting::FloorGiven::on_behalf_of),
                                       field("request", &meeting::FloorGiven::request),
                                       field("limit", &meeting::FloorGiven::limit),
                                       field("delegation", &meeting::FloorGiven::delegation)};
};

template <>
struct Layout<meeting::FloorEnded> {
    static constexpr std::tuple fields{field("id", &meeting::FloorEnded::id)};
};

template <>
struct Layout<meeting::FloorInterrupted> {
    static constexpr std::tuple fields{field("id", &meeting::FloorInterrupted::id)};
};

template <>
struct Layout<meeting::FloorReturned> {
    static constexpr std::tuple fields{field("id", &meeting::FloorReturned::id),
                                       field("of", &meeting::FloorReturned::of)};
};

template <>
struct Layout<meeting::TimeGranted> {
    static constexpr std::tuple fields{field("seconds", &meeting::TimeGranted::seconds)};
};

template <>
struct Layout<meeting::LimitSet> {
    static constexpr std::tuple fields{field("role", &meeting::LimitSet::role),
                                       field("kind", &meeting::LimitSet::kind),
                                       field("seconds", &meeting::LimitSet::seconds)};
};

template <>
struct Layout<meeting::ChairTaken> {
    static constexpr std::tuple fields{field("who", &meeting::ChairTaken::who),
                                       field("office", &meeting::ChairTaken::office)};
};

template <>
struct Layout<meeting::Decided> {
    static constexpr std::tuple fields{field("id", &meeting::Decided::id),
                                       field("text", &meeting::Decided::text)};
};

template <>
struct Layout<meeting::ParagraphWritten> {
    static constexpr std::tuple fields{
        field("id", &meeting::ParagraphWritten::id), field("of", &meeting::ParagraphWritten::of),
        field("text", &meeting::ParagraphWritten::text), field("after", &meeting::ParagraphWritten::after)};
};

template <>
struct Layout<meeting::TextRevised> {
    static constexpr std::tuple fields{field("id", &meeting::TextRevised::id),
                                       field("text", &meeting::TextRevised::text)};
};

template <>
struct Layout<meeting::TextRemoved> {
    static constexpr std::tuple fields{field("id", &meeting::TextRemoved::id)};
};

template <>
struct Layout<meeting::TextRestored> {
    static constexpr std::tuple fields{field("id", &meeting::TextRestored::id)};
};

template <>
struct Layout<meeting::TextMoved> {
    static constexpr std::tuple fields{
        field("id", &meeting::TextMoved::id), field("into", &meeting::TextMoved::into),
        field("after", &meeting::TextMoved::after), field("anchor", &meeting::TextMoved::anchor)};
};

template <>
struct Layout<meeting::AttributionSet> {
    static constexpr std::tuple fields{field("id", &meeting::AttributionSet::id),
                                       field("text", &meeting::AttributionSet::text)};
};

template <>
struct Layout<meeting::NoteMade> {
    static constexpr std::tuple fields{
        field("id", &meeting::NoteMade::id), field("text", &meeting::NoteMade::text),
        field("numbered", &meeting::NoteMade::numbered), field("after", &meeting::NoteMade::after)};
};

template <>
struct Layout<meeting::HeadingMade> {
    static constexpr std::tuple fields{field("id", &meeting::HeadingMade::id),
                                       field("text", &meeting::HeadingMade::text),
                                       field("after", &meeting::HeadingMade::after)};
};

template <>
struct Layout<meeting::InterventionLogged> {
    static constexpr std::tuple fields{field("id", &meeting::InterventionLogged::id),
                                       field("speaker", &meeting::InterventionLogged::speaker),
                                       field("kind", &meeting::InterventionLogged::kind),
                                       field("on_behalf_of", &meeting::InterventionLogged::on_behalf_of),
                                       field("began", &meeting::InterventionLogged::began),
                                       field("began_said", &meeting::InterventionLogged::began_said),
                                       field("after", &meeting::InterventionLogged::after)};
};

template <>
struct Layout<meeting::InterventionCorrected> {
    static constexpr std::tuple fields{field("id", &meeting::InterventionCorrected::id),
                                       field("speaker", &meeting::InterventionCorrected::speaker),
                                       field("kind", &meeting::InterventionCorrected::kind),
                                       field("on_behalf_of", &meeting::InterventionCorrected::on_behalf_of),
                                       field("link", &meeting::InterventionCorrected::link),
                                       field("reason", &meeting::InterventionCorrected::reason)};
};

template <>
struct Layout<meeting::ParticipantAdded> {
    static constexpr std::tuple fields{field("person", &meeting::ParticipantAdded::person)};
};

template <>
struct Layout<meeting::ParticipantCorrected> {
    static constexpr std::tuple fields{field("person", &meeting::ParticipantCorrected::person)};
};

template <>
struct Layout<meeting::LinkReported> {
    static constexpr std::tuple fields{field("who", &meeting::LinkReported::who),
                                       field("link", &meeting::LinkReported::link),
                                       field("observed", &meeting::LinkReported::observed)};
};

template <>
struct Layout<meeting::StatusSet> {
    static constexpr std::tuple fields{field("id", &meeting::StatusSet::id),
                                       field("status", &meeting::StatusSet::status)};
};

template <>
struct Layout<meeting::MarkMade> {
    static constexpr std::tuple fields{
        field("id", &meeting::MarkMade::id),     field("kind", &meeting::MarkMade::kind),
        field("of", &meeting::MarkMade::of),     field("paragraph", &meeting::MarkMade::paragraph),
        field("note", &meeting::MarkMade::note), field("at", &meeting::MarkMade::at)};
};

template <>
struct Layout<meeting::MarkCleared> {
    static constexpr std::tuple fields{field("id", &meeting::MarkCleared::id)};
};

template <>
struct Layout<meeting::NothingToRecordSaid> {
    static constexpr std::tuple fields{field("id", &meeting::NothingToRecordSaid::id),
                                       field("nothing", &meeting::NothingToRecordSaid::nothing)};
};

template <>
struct Layout<meeting::TakesSet> {
    static constexpr std::tuple fields{
        field("seconds", &meeting::TakesSet::seconds),
        field<Terms{.limit = meeting::max_take_clerks}>("order", &meeting::TakesSet::order)};
};

template <>
struct Layout<meeting::TakeBegun> {
    static constexpr std::tuple fields{field("clerk", &meeting::TakeBegun::clerk)};
};

template <>
struct Layout<meeting::ResumptionSet> {
    static constexpr std::tuple fields{field("until", &meeting::ResumptionSet::until)};
};

template <>
struct Layout<meeting::ModerationSet> {
    static constexpr std::tuple fields{field("who", &meeting::ModerationSet::who)};
};

template <>
struct Layout<meeting::Fact> {
    static constexpr std::tuple fields{
        field("stamp", &meeting::Fact::stamp),
        field<Terms{.limit = max_events_per_entry}>("events", &meeting::Fact::events)};
};

}  // namespace dais::wire
