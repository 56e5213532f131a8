#include "meeting/drawn.hpp"

#include <array>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

template <class E>
E word_of(Draws& draws) {
    return static_cast<E>(draws.below(Words<E>::list.size()));
}

ParticipantId person(Draws& draws) {
    constexpr std::array<const char*, 8> ids{"garcia", "osei",   "poussi", "diallo",
                                             "lewis",  "almada", "basri",  "nobody"};
    return ids[draws.below(ids.size())];
}

AgendaItemId item(Draws& draws) {
    constexpr std::array<const char*, 7> ids{"opening", "budget",  "staffing", "travel",
                                             "flights", "closing", "lunch"};
    return ids[draws.below(ids.size())];
}

std::string line(Draws& draws) {
    constexpr std::array<const char*, 8> lines{"said one.", ", two,", "three", "4",
                                               "five",      "a\nb",   "",      "\xFF"};
    return lines[draws.below(lines.size())];
}

std::string behalf(Draws& draws) {
    return draws.one_in(4) ? "the Group" : "";
}

InterventionId intervention(Draws& draws) {
    return i(draws.below(8));
}

TextId text(Draws& draws) {
    return t(draws.below(8));
}

RequestId request(Draws& draws) {
    return r(draws.below(10));
}

base::Instant instant(Draws& draws) {
    return clock_time("15:00") + std::chrono::seconds(7 * draws.below(256));
}

SeenFloor floor_seen(Draws& draws) {
    return draws.one_in(5) ? SeenFloor(intervention(draws)) : std::nullopt;
}

template <class E>
std::optional<E> perhaps(Draws& draws) {
    return draws.one_in(2) ? std::optional(word_of<E>(draws)) : std::nullopt;
}

std::optional<base::Instant> perhaps_instant(Draws& draws) {
    return draws.one_in(2) ? std::optional(instant(draws)) : std::nullopt;
}

std::int32_t seconds(Draws& draws) {
    constexpr std::array<std::int32_t, 5> some{30, -20, 0, 300, 90'000};
    return some[draws.below(some.size())];
}

Participant newcomer(Draws& draws) {
    return {.id = draws.one_in(2) ? "new" : person(draws),
            .family_name = "New",
            .role = word_of<Role>(draws),
            .affiliation = behalf(draws)};
}

Speaker speaker(Draws& draws) {
    return {.who = person(draws), .role = word_of<Role>(draws), .presiding = draws.one_in(2)};
}

Command sitting_or_agenda(Draws& draws) {
    switch (draws.below(10)) {
        case 0:
            return SuspendMeeting{};
        case 1:
            return draws.one_in(4) ? Command{EndMeeting{}} : Command{TakeUp{item(draws)}};
        case 2:
        case 3:
            return ResumeMeeting{};
        case 4:
        case 5:
            return Conclude{item(draws)};
        case 6:
            return TakeChair{person(draws)};
        default:
            return TakeUp{item(draws)};
    }
}

Command list(Draws& draws) {
    switch (draws.below(12)) {
        case 11:
            return LetModerate{draws.one_in(3) ? "" : person(draws)};
        case 10:
            return SetResumption{draws.one_in(3) ? std::nullopt : std::optional(clock_time("17:00"))};
        case 9:
            return PassOver{draws.one_in(2) ? person(draws) : "", draws.one_in(3) ? request(draws) : r(0),
                            draws.one_in(2)};
        case 0:
            return WithdrawRequest{person(draws), draws.one_in(2) ? request(draws) : r(0)};
        case 1:
            return MoveRequest{person(draws), draws.one_in(2) ? request(draws) : r(0),
                               draws.one_in(2) ? person(draws) : "", draws.one_in(3) ? request(draws) : r(0)};
        case 2:
            return draws.one_in(2) ? Command{ClearList{}} : Command{CloseList{}};
        case 3:
            return ReopenList{};
        default:
            return RequestFloor{person(draws), word_of<Kind>(draws), behalf(draws)};
    }
}

Command floor(Draws& draws) {
    switch (draws.below(12)) {
        case 0:
            return GiveFloor{.seen = floor_seen(draws)};
        case 1:
        case 2:
            return GiveFloor{.to = person(draws), .kind = Kind::point_of_order};
        case 3:
        case 4:
            return GiveFloor{person(draws), perhaps<Kind>(draws), behalf(draws), floor_seen(draws)};
        case 5:
            return PauseClock{floor_seen(draws)};
        case 6:
            return ResumeClock{floor_seen(draws)};
        case 7:
            return GrantTime{seconds(draws), floor_seen(draws)};
        case 8:
            return SetLimit{perhaps<Role>(draws), perhaps<Kind>(draws), seconds(draws)};
        default:
            return EndFloor{floor_seen(draws)};
    }
}

Command chairs(Draws& draws) {
    switch (draws.below(12)) {
        case 0:
        case 1:
            return OpenMeeting{};
        case 2:
        case 3:
            return sitting_or_agenda(draws);
        case 4:
            return Decide{draws.one_in(3) ? line(draws) : ""};
        case 5:
            return UndoLast{};
        case 6:
        case 7:
        case 8:
            return list(draws);
        default:
            return floor(draws);
    }
}

std::optional<std::uint32_t> perhaps_base(Draws& draws) {
    return draws.one_in(3) ? std::optional<std::uint32_t>(draws.below(3)) : std::nullopt;
}

std::vector<std::string> order(Draws& draws) {
    std::vector<std::string> clerks;
    for (const auto* clerk : {"clerk", "clerk-2", "chair"}) {
        if (draws.one_in(2)) clerks.emplace_back(clerk);
    }
    return clerks;
}

Command clerks_work(Draws& draws) {
    switch (draws.below(12)) {
        case 0:
        case 1:
            return Split{text(draws), line(draws), "three", perhaps_base(draws)};
        case 2:
        case 3:
            return Join{t(1 + draws.below(4)), t(1 + draws.below(4)), "three", perhaps_base(draws), {}};
        case 4:
            return Settle{text(draws), line(draws), line(draws), perhaps_base(draws)};
        case 5:
            return Reword{
                {{text(draws), "three", 0}, {text(draws), line(draws), draws.below(2) == 0 ? 0U : 1U}}};
        case 6:
            return SetStatus{text(draws), word_of<Status>(draws)};
        case 7:
            return MakeMark{word_of<MarkKind>(draws), intervention(draws), text(draws), "note",
                            perhaps_instant(draws)};
        case 8:
            return ClearMark{MarkId{draws.below(4)}};
        case 9:
            return SayNothingToRecord{intervention(draws), draws.one_in(2)};
        case 10:
            return SetTakes{draws.one_in(4) ? 5 : 600, order(draws)};
        default:
            return draws.one_in(2) ? Command{JoinTakes{}} : Command{BeginTake{}};
    }
}

Command clerks(Draws& draws) {
    if (draws.one_in(5)) return clerks_work(draws);
    switch (draws.below(16)) {
        case 0:
            return Revise{text(draws), line(draws),
                          draws.one_in(4) ? std::optional<std::uint32_t>(1) : std::nullopt};
        case 1:
            return Remove{text(draws)};
        case 2:
            return Restore{text(draws)};
        case 3:
        case 4:
            return Move{text(draws), draws.one_in(2) ? text(draws) : t(0),
                        draws.one_in(3) ? intervention(draws) : i(0)};
        case 5:
            return Attribute{text(draws), line(draws)};
        case 6:
            return MakeNote{line(draws), draws.one_in(2), draws.one_in(2) ? intervention(draws) : i(0)};
        case 7:
            return MakeHeading{line(draws), draws.one_in(2) ? intervention(draws) : i(0)};
        case 8:
        case 9:
            return LogIntervention{person(draws), word_of<Kind>(draws), behalf(draws), perhaps_instant(draws),
                                   draws.one_in(3) ? intervention(draws) : i(0)};
        case 10:
            return CorrectIntervention{.intervention = intervention(draws),
                                       .who = person(draws),
                                       .kind = perhaps<Kind>(draws),
                                       .link = perhaps<Link>(draws)};
        case 11:
            return CorrectParticipant{person(draws), {{draws.one_in(2) ? "affiliation" : "role", "member"}}};
        case 12:
            return draws.one_in(2) ? Command{BeginCoverage{}} : Command{EndCoverage{}};
        default:
            return Write{draws.one_in(2) ? intervention(draws) : i(0), line(draws),
                         draws.one_in(3) ? text(draws) : t(0)};
    }
}

Command moderators(Draws& draws) {
    switch (draws.below(6)) {
        case 0:
            return ReportLink{person(draws), word_of<Link>(draws), perhaps_instant(draws)};
        case 1:
            return AddParticipant{newcomer(draws)};
        case 2:
            return WithdrawRequest{person(draws), draws.one_in(2) ? request(draws) : r(0)};
        default:
            return RequestFloor{person(draws), word_of<Kind>(draws), behalf(draws)};
    }
}

Event procedural_event(Draws& draws) {
    switch (draws.below(10)) {
        case 0:
            return ActBegun{draws.below(12), "act", draws.one_in(2)};
        case 1:
            return ActUndone{draws.below(12)};
        case 2:
            return MeetingOpened{};
        case 3:
            return MeetingSuspended{};
        case 4:
            return MeetingResumed{};
        case 5:
            return MeetingEnded{};
        case 6:
            return ItemTakenUp{item(draws), {item(draws), item(draws)}};
        case 7:
            return ItemConcluded{item(draws)};
        case 8:
            return ChairTaken{person(draws), behalf(draws)};
        default:
            return LimitSet{perhaps<Role>(draws), perhaps<Kind>(draws), seconds(draws)};
    }
}

Event floor_event(Draws& draws) {
    switch (draws.below(15)) {
        case 14:
            return PassedOver{request(draws), draws.one_in(2)};
        case 0:
        case 1:
            return FloorRequested{request(draws), person(draws), word_of<Kind>(draws), "", request(draws)};
        case 2:
            return RequestWithdrawn{request(draws)};
        case 3:
            return RequestMoved{request(draws), request(draws)};
        case 4:
            return draws.one_in(2) ? Event{ListClosed{}} : Event{ListReopened{}};
        case 5:
            return ListCleared{};
        case 6:
        case 7:
            return FloorGiven{intervention(draws), speaker(draws), word_of<Kind>(draws), "",
                              request(draws),      seconds(draws), behalf(draws)};
        case 8:
            return FloorEnded{intervention(draws)};
        case 9:
            return FloorInterrupted{intervention(draws)};
        case 10:
            return FloorReturned{intervention(draws), intervention(draws)};
        case 11:
            return ClockPaused{};
        case 12:
            return ClockResumed{};
        default:
            return TimeGranted{seconds(draws)};
    }
}

Event work_event(Draws& draws) {
    switch (draws.below(6)) {
        case 0:
            return StatusSet{text(draws), word_of<Status>(draws)};
        case 1:
            return MarkMade{
                MarkId{draws.below(5)}, word_of<MarkKind>(draws), intervention(draws), text(draws), "note",
                instant(draws)};
        case 2:
            return MarkCleared{MarkId{draws.below(5)}};
        case 3:
            return NothingToRecordSaid{intervention(draws), draws.one_in(2)};
        case 4:
            return TakesSet{600, order(draws)};
        default:
            return TakeBegun{draws.one_in(2) ? "clerk" : "clerk-2"};
    }
}

Event record_event(Draws& draws) {
    if (draws.one_in(5)) return work_event(draws);
    switch (draws.below(16)) {
        case 0:
            return Decided{text(draws), line(draws)};
        case 1:
        case 2:
            return ParagraphWritten{text(draws), intervention(draws), line(draws), text(draws)};
        case 3:
            return TextRevised{text(draws), line(draws)};
        case 4:
            return TextRemoved{text(draws)};
        case 5:
            return TextRestored{text(draws)};
        case 6:
            return TextMoved{text(draws), intervention(draws), text(draws), intervention(draws)};
        case 7:
            return AttributionSet{text(draws), line(draws)};
        case 8:
            return NoteMade{text(draws), line(draws), true, intervention(draws)};
        case 9:
            return HeadingMade{text(draws), line(draws), intervention(draws)};
        case 10:
            return InterventionLogged{intervention(draws), speaker(draws),  word_of<Kind>(draws), "",
                                      instant(draws),      draws.one_in(2), intervention(draws)};
        case 11:
            return InterventionCorrected{
                intervention(draws), speaker(draws), word_of<Kind>(draws), "", perhaps<Link>(draws), ""};
        case 12:
            return ParticipantAdded{newcomer(draws)};
        case 13:
            return ParticipantCorrected{newcomer(draws)};
        case 14:
            return LinkReported{person(draws), word_of<Link>(draws), perhaps_instant(draws)};
        default:
            return draws.one_in(2) ? Event{CoverageBegun{}} : Event{CoverageEnded{}};
    }
}

}  // namespace

Actor drawn_actor(Draws& draws) {
    constexpr std::array<const char*, 8> stations{"chair", "chair",   "chair",     "chair-2",
                                                  "clerk", "clerk-2", "moderator", "moderator"};
    const std::string name = stations[draws.below(stations.size())];
    return {name, *desk_of(name)};
}

Command drawn_command(Draws& draws) {
    return drawn_command(draws, static_cast<Desk>(draws.below(3)));
}

Command drawn_command(Draws& draws, Desk desk) {
    switch (desk) {
        case Desk::clerk:
            return clerks(draws);
        case Desk::moderator:
            return moderators(draws);
        default:
            return chairs(draws);
    }
}

Event drawn_event(Draws& draws) {
    if (draws.one_in(100)) return budget_committee();
    switch (draws.below(3)) {
        case 0:
            return procedural_event(draws);
        case 1:
            return floor_event(draws);
        default:
            return record_event(draws);
    }
}

}  // namespace dais::meeting
