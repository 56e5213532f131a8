// Private to this folder. The commands. Their numbers are their places in meeting::Command.
#pragma once

#include <tuple>

#include "meeting/commands.hpp"
#include "meeting/limits.hpp"
#include "wire/layout.hpp"
#include "wire/layout_meeting.hpp"

namespace dais::wire {

template <>
struct Layout<meeting::TakeUp> {
    static constexpr std::tuple fields{field("item", &meeting::TakeUp::item)};
};

template <>
struct Layout<meeting::Conclude> {
    static constexpr std::tuple fields{field("item", &meeting::Conclude::item)};
};

template <>
struct Layout<meeting::RequestFloor> {
    static constexpr std::tuple fields{field("who", &meeting::RequestFloor::who),
                                       field("kind", &meeting::RequestFloor::kind),
                                       field("on_behalf_of", &meeting::RequestFloor::on_behalf_of)};
};

template <>
struct Layout<meeting::WithdrawRequest> {
    static constexpr std::tuple fields{field("who", &meeting::WithdrawRequest::who),
                                       field("request", &meeting::WithdrawRequest::request)};
};

template <>
struct Layout<meeting::PassOver> {
    static constexpr std::tuple fields{field("who", &meeting::PassOver::who),
                                       field("request", &meeting::PassOver::request),
                                       field("back", &meeting::PassOver::back)};
};

template <>
struct Layout<meeting::SetResumption> {
    static constexpr std::tuple fields{field("until", &meeting::SetResumption::until)};
};

template <>
struct Layout<meeting::LetModerate> {
    static constexpr std::tuple fields{field("who", &meeting::LetModerate::who)};
};

template <>
struct Layout<meeting::MoveRequest> {
    static constexpr std::tuple fields{field("who", &meeting::MoveRequest::who),
                                       field("request", &meeting::MoveRequest::request),
                                       field("before_who", &meeting::MoveRequest::before_who),
                                       field("before", &meeting::MoveRequest::before)};
};

template <>
struct Layout<meeting::GiveFloor> {
    static constexpr std::tuple fields{
        field("to", &meeting::GiveFloor::to), field("kind", &meeting::GiveFloor::kind),
        field("on_behalf_of", &meeting::GiveFloor::on_behalf_of), field("seen", &meeting::GiveFloor::seen)};
};

template <>
struct Layout<meeting::EndFloor> {
    static constexpr std::tuple fields{field("seen", &meeting::EndFloor::seen)};
};

template <>
struct Layout<meeting::PauseClock> {
    static constexpr std::tuple fields{field("seen", &meeting::PauseClock::seen)};
};

template <>
struct Layout<meeting::ResumeClock> {
    static constexpr std::tuple fields{field("seen", &meeting::ResumeClock::seen)};
};

template <>
struct Layout<meeting::GrantTime> {
    static constexpr std::tuple fields{field("seconds", &meeting::GrantTime::seconds),
                                       field("seen", &meeting::GrantTime::seen)};
};

template <>
struct Layout<meeting::SetLimit> {
    static constexpr std::tuple fields{field("role", &meeting::SetLimit::role),
                                       field("kind", &meeting::SetLimit::kind),
                                       field("seconds", &meeting::SetLimit::seconds)};
};

template <>
struct Layout<meeting::TakeChair> {
    static constexpr std::tuple fields{field("who", &meeting::TakeChair::who)};
};

template <>
struct Layout<meeting::Decide> {
    static constexpr std::tuple fields{field("text", &meeting::Decide::text)};
};

template <>
struct Layout<meeting::Write> {
    static constexpr std::tuple fields{field("of", &meeting::Write::of), field("text", &meeting::Write::text),
                                       field("after", &meeting::Write::after)};
};

template <>
struct Layout<meeting::Revise> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Revise::paragraph),
                                       field("text", &meeting::Revise::text),
                                       field("base", &meeting::Revise::base)};
};

template <>
struct Layout<meeting::Remove> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Remove::paragraph)};
};

template <>
struct Layout<meeting::Restore> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Restore::paragraph)};
};

template <>
struct Layout<meeting::Move> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Move::paragraph),
                                       field("after", &meeting::Move::after),
                                       field("after_intervention", &meeting::Move::after_intervention)};
};

template <>
struct Layout<meeting::Attribute> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Attribute::paragraph),
                                       field("text", &meeting::Attribute::text)};
};

template <>
struct Layout<meeting::MakeNote> {
    static constexpr std::tuple fields{field("text", &meeting::MakeNote::text),
                                       field("numbered", &meeting::MakeNote::numbered),
                                       field("after", &meeting::MakeNote::after)};
};

template <>
struct Layout<meeting::MakeHeading> {
    static constexpr std::tuple fields{field("text", &meeting::MakeHeading::text),
                                       field("after", &meeting::MakeHeading::after)};
};

template <>
struct Layout<meeting::LogIntervention> {
    static constexpr std::tuple fields{
        field("who", &meeting::LogIntervention::who), field("kind", &meeting::LogIntervention::kind),
        field("on_behalf_of", &meeting::LogIntervention::on_behalf_of),
        field("began", &meeting::LogIntervention::began), field("after", &meeting::LogIntervention::after)};
};

template <>
struct Layout<meeting::CorrectIntervention> {
    static constexpr std::tuple fields{field("intervention", &meeting::CorrectIntervention::intervention),
                                       field("who", &meeting::CorrectIntervention::who),
                                       field("kind", &meeting::CorrectIntervention::kind),
                                       field("on_behalf_of", &meeting::CorrectIntervention::on_behalf_of),
                                       field("link", &meeting::CorrectIntervention::link),
                                       field("reason", &meeting::CorrectIntervention::reason)};
};

template <>
struct Layout<meeting::CorrectParticipant> {
    static constexpr std::tuple fields{
        field("who", &meeting::CorrectParticipant::who),
        field<Terms{.limit = meeting::max_columns}>("fields", &meeting::CorrectParticipant::fields)};
};

template <>
struct Layout<meeting::ReportLink> {
    static constexpr std::tuple fields{field("who", &meeting::ReportLink::who),
                                       field("link", &meeting::ReportLink::link),
                                       field("observed", &meeting::ReportLink::observed)};
};

template <>
struct Layout<meeting::AddParticipant> {
    static constexpr std::tuple fields{field("person", &meeting::AddParticipant::person)};
};

template <>
struct Layout<meeting::Split> {
    static constexpr std::tuple fields{
        field("paragraph", &meeting::Split::paragraph), field("text", &meeting::Split::text),
        field("rest", &meeting::Split::rest), field("base", &meeting::Split::base)};
};

template <>
struct Layout<meeting::Join> {
    static constexpr std::tuple fields{
        field("paragraph", &meeting::Join::paragraph), field("with", &meeting::Join::with),
        field("text", &meeting::Join::text), field("base", &meeting::Join::base),
        field("with_base", &meeting::Join::with_base)};
};

template <>
struct Layout<meeting::Settle> {
    static constexpr std::tuple fields{
        field("paragraph", &meeting::Settle::paragraph), field("text", &meeting::Settle::text),
        field("other", &meeting::Settle::other), field("base", &meeting::Settle::base)};
};

template <>
struct Layout<meeting::Rewording> {
    static constexpr std::tuple fields{field("paragraph", &meeting::Rewording::paragraph),
                                       field("text", &meeting::Rewording::text),
                                       field("base", &meeting::Rewording::base)};
};

template <>
struct Layout<meeting::Reword> {
    static constexpr std::tuple fields{
        field<Terms{.limit = meeting::max_replaced}>("texts", &meeting::Reword::texts)};
};

template <>
struct Layout<meeting::SetStatus> {
    static constexpr std::tuple fields{field("paragraph", &meeting::SetStatus::paragraph),
                                       field("status", &meeting::SetStatus::status)};
};

template <>
struct Layout<meeting::MakeMark> {
    static constexpr std::tuple fields{
        field("kind", &meeting::MakeMark::kind), field("of", &meeting::MakeMark::of),
        field("paragraph", &meeting::MakeMark::paragraph), field("note", &meeting::MakeMark::note),
        field("at", &meeting::MakeMark::at)};
};

template <>
struct Layout<meeting::ClearMark> {
    static constexpr std::tuple fields{field("mark", &meeting::ClearMark::mark)};
};

template <>
struct Layout<meeting::SayNothingToRecord> {
    static constexpr std::tuple fields{field("of", &meeting::SayNothingToRecord::of),
                                       field("nothing", &meeting::SayNothingToRecord::nothing)};
};

template <>
struct Layout<meeting::SetTakes> {
    static constexpr std::tuple fields{
        field("seconds", &meeting::SetTakes::seconds),
        field<Terms{.limit = meeting::max_take_clerks}>("order", &meeting::SetTakes::order)};
};

}  // namespace dais::wire
