#include "simulation/authors.hpp"

#include <array>
#include <variant>

namespace dais::simulation {
namespace {

using meeting::Meeting;
using support::Chance;

meeting::ParticipantId somebody(const Meeting& seen, Chance& chance) {
    if (seen.participants.empty() || chance.one_in(50)) return "nobody-of-that-name";
    return seen.participants[chance.below(seen.participants.size())].id;
}

meeting::Kind some_kind(Chance& chance) {
    return chance.one_in(3) ? static_cast<meeting::Kind>(chance.below(4)) : meeting::Kind::statement;
}

meeting::AgendaItemId some_item(const Meeting& seen, Chance& chance) {
    if (seen.setup.agenda.empty()) return "no-item";
    return seen.setup.agenda[chance.below(seen.setup.agenda.size())].id;
}

// Mostly an id that is there, 0 now and then, and rarely one that is not.
template <class Id>
Id some_id(std::size_t count, Chance& chance) {
    return Id{chance.one_in(6) ? 0 : chance.below(count + 1)};
}

meeting::Command of_the_list(const Meeting& seen, Chance& chance) {
    const auto who = somebody(seen, chance);
    switch (chance.below(8)) {
        case 0:
            return meeting::WithdrawRequest{who, {}};
        case 1:
            return meeting::MoveRequest{who, {}, somebody(seen, chance), {}};
        default:
            return meeting::RequestFloor{who, some_kind(chance), chance.one_in(5) ? "a group" : ""};
    }
}

meeting::Command of_the_chair(const Meeting& seen, Chance& chance) {
    const meeting::SeenFloor floor = seen.proceedings.floor;
    if (seen.proceedings.sitting == meeting::Sitting::before) return meeting::OpenMeeting{};
    if (seen.proceedings.sitting == meeting::Sitting::suspended && chance.coin())
        return meeting::ResumeMeeting{};
    switch (chance.below(27)) {
        case 26:
            return meeting::LetModerate{chance.coin() ? somebody(seen, chance) : std::string()};
        case 25:
            return meeting::SetResumption{seen.now + base::Span{600'000}};
        case 24:
            return meeting::PassOver{{}, {}, chance.coin()};
        case 0:
            return meeting::TakeUp{some_item(seen, chance)};
        case 1:
            return meeting::Conclude{some_item(seen, chance)};
        case 2:
            return meeting::CloseList{};
        case 3:
            return meeting::ReopenList{};
        case 4:
            return meeting::PauseClock{floor};
        case 5:
            return meeting::ResumeClock{floor};
        case 6:
            return meeting::GrantTime{30, floor};
        case 7:
            return meeting::SetLimit{std::nullopt, some_kind(chance), 60};
        case 8:
            return meeting::TakeChair{somebody(seen, chance)};
        case 9:
            return meeting::Decide{};
        case 10:
        case 11:
            return meeting::UndoLast{};
        case 12:
            return chance.one_in(4) ? meeting::Command(meeting::SuspendMeeting{}) : meeting::ClearList{};
        case 13:
        case 14:
            return meeting::EndFloor{floor};
        case 15:
            return meeting::GiveFloor{somebody(seen, chance), some_kind(chance), "", floor};
        case 16:
        case 17:
        case 18:
        case 19:
            return meeting::GiveFloor{{}, std::nullopt, "", floor};
        default:
            return of_the_list(seen, chance);
    }
}

// Changes of texts that stand, and what clerks tell each other.
meeting::Command of_the_work(const Meeting& seen, meeting::InterventionId intervention,
                             meeting::TextId paragraph, const std::string& text, Chance& chance) {
    const auto other = some_id<meeting::TextId>(seen.texts.size(), chance);
    switch (chance.below(10)) {
        case 0:
            return meeting::Split{paragraph, text, "What follows.", std::nullopt};
        case 1:
            return meeting::Join{paragraph, other, text, std::nullopt, std::nullopt};
        case 2:
            return meeting::Settle{paragraph, text, "Another wording.", std::nullopt};
        case 3:
            return meeting::Reword{{{paragraph, "Reworded.", 0}, {other, "Reworded.", 0}}};
        case 4:
            return meeting::SetStatus{paragraph, static_cast<meeting::Status>(chance.below(3))};
        case 5:
            return meeting::MakeMark{meeting::MarkKind::check, intervention, paragraph, "", std::nullopt};
        case 6:
            return meeting::ClearMark{some_id<meeting::MarkId>(seen.marks.size(), chance)};
        case 7:
            return meeting::SayNothingToRecord{intervention, chance.coin()};
        case 8:
            return meeting::BeginTake{};
        default:
            return meeting::JoinTakes{};
    }
}

meeting::Command of_a_clerk(const Meeting& seen, const std::string& text, Chance& chance) {
    const auto intervention = some_id<meeting::InterventionId>(seen.interventions.size(), chance);
    const auto paragraph = some_id<meeting::TextId>(seen.texts.size(), chance);
    if (chance.one_in(6)) return of_the_work(seen, intervention, paragraph, text, chance);
    switch (chance.below(16)) {
        case 0:
            return meeting::Remove{paragraph};
        case 1:
            return meeting::Restore{paragraph};
        case 2:
            return meeting::Move{paragraph, some_id<meeting::TextId>(seen.texts.size(), chance), {}};
        case 3:
            return meeting::Attribute{paragraph, chance.coin() ? "The delegate" : ""};
        case 4:
            return meeting::MakeHeading{text, {}};
        case 5:
            return meeting::MakeNote{text, chance.coin(), intervention};
        case 6:
            return meeting::LogIntervention{somebody(seen, chance), some_kind(chance), "", std::nullopt, {}};
        case 7:
        case 8:
            return meeting::Revise{paragraph, text, std::nullopt};
        case 9:
            return meeting::Revise{paragraph, text, 1};
        default:
            return meeting::Write{intervention, text, {}};
    }
}

meeting::Command of_a_moderator(const Meeting& seen, const std::string& text, Chance& chance) {
    if (chance.one_in(3)) return of_the_list(seen, chance);
    if (chance.one_in(8)) {
        meeting::Participant person;
        person.id = text.substr(0, 40);
        person.family_name = "Newcomer";
        person.role = meeting::Role::observer;
        return meeting::AddParticipant{person};
    }
    return meeting::ReportLink{somebody(seen, chance), static_cast<meeting::Link>(chance.below(6)),
                               std::nullopt};
}

}  // namespace

meeting::Command next_command(meeting::Desk desk, const Meeting& seen, const std::string& text,
                              Chance& chance) {
    if (desk == meeting::Desk::chair) return of_the_chair(seen, chance);
    if (desk == meeting::Desk::moderator) return of_a_moderator(seen, text, chance);
    return of_a_clerk(seen, text, chance);
}

std::string text_of(const meeting::Command& command) {
    if (const auto* write = std::get_if<meeting::Write>(&command)) return write->text;
    if (const auto* note = std::get_if<meeting::MakeNote>(&command)) return note->text;
    if (const auto* heading = std::get_if<meeting::MakeHeading>(&command)) return heading->text;
    if (const auto* revise = std::get_if<meeting::Revise>(&command)) return revise->text;
    if (const auto* split = std::get_if<meeting::Split>(&command)) return split->text;
    if (const auto* join = std::get_if<meeting::Join>(&command)) return join->text;
    if (const auto* settle = std::get_if<meeting::Settle>(&command)) return settle->text;
    return {};
}

}  // namespace dais::simulation
