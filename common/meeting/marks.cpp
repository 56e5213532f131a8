// Marks, and what a clerk says of an intervention that needs no paragraph.
#include "meeting/marks.hpp"

#include "meeting/topics.hpp"

namespace dais::meeting {

const Mark* find_mark(const Meeting& meeting, MarkId id) {
    return id && id.value <= meeting.marks.size() ? &meeting.marks[id.value - 1] : nullptr;
}

Decision decide_on(const Context& context, const MakeMark& command) {
    const auto& meeting = context.meeting;
    const auto of = command.of ? command.of : meeting.proceedings.floor;
    if (of && find_intervention(meeting, of) == nullptr) return no_such_intervention();
    if (command.paragraph && find_text(meeting, command.paragraph) == nullptr) return no_such_text();
    if (auto refusal = refuse_name(command.note, "A mark's note", true)) return *std::move(refusal);
    if (meeting.marks.size() >= max_marks)
        return refuse(Reason::too_many, "There are as many marks as the record can hold.");
    // A key pressed while the link was away was pressed earlier, never later.
    const auto at = command.at ? std::min(*command.at, context.now) : context.now;
    return std::vector<Event>{
        MarkMade{MarkId{meeting.marks.size() + 1}, command.kind, of, command.paragraph, command.note, at}};
}

void apply_one(Meeting& meeting, const MarkMade& event, const Stamp& stamp) {
    if (event.id.value != meeting.marks.size() + 1) return;
    meeting.marks.push_back(
        {event.id, event.kind, event.of, event.paragraph, event.note, stamp.actor.name, event.at, false});
}

Decision decide_on(const Context& context, const ClearMark& command) {
    const auto* mark = find_mark(context.meeting, command.mark);
    if (mark == nullptr) return refuse(Reason::unknown_mark, "There is no such mark.");
    if (mark->cleared) return refuse(Reason::unknown_mark, "That mark was cleared already.");
    return std::vector<Event>{MarkCleared{command.mark}};
}

void apply_one(Meeting& meeting, const MarkCleared& event, const Stamp&) {
    if (find_mark(meeting, event.id) != nullptr) meeting.marks[event.id.value - 1].cleared = true;
}

Decision decide_on(const Context& context, const SayNothingToRecord& command) {
    const auto* intervention = find_intervention(context.meeting, command.of);
    if (intervention == nullptr) return no_such_intervention();
    if (intervention->nothing_to_record == command.nothing)
        return refuse(Reason::wrong_value, command.nothing ? "That was said already." : "Nobody said that.");
    return std::vector<Event>{NothingToRecordSaid{command.of, command.nothing}};
}

void apply_one(Meeting& meeting, const NothingToRecordSaid& event, const Stamp&) {
    if (auto* intervention = find_intervention(meeting, event.id))
        intervention->nothing_to_record = event.nothing;
}

}  // namespace dais::meeting
