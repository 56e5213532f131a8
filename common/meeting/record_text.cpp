// What people write into the record: paragraphs, notes, headings and decisions, with their history and their
// places.
#include "meeting/record_text.hpp"

#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

RecordText new_text(TextId id, TextKind kind, const std::string& text, const Stamp& stamp) {
    RecordText made;
    made.id = id;
    made.kind = kind;
    made.revisions.push_back({text, stamp.actor.name, stamp.recorded});
    return made;
}

void put_among(std::vector<TextId>& blocks, TextId id, TextId after, bool end_if_absent) {
    auto at = std::find(blocks.begin(), blocks.end(), after);
    if (at != blocks.end()) {
        ++at;
    } else if (!end_if_absent) {
        at = blocks.begin();
    }
    blocks.insert(at, id);
}

// A note, heading or decision in the timeline.
void stand(Meeting& meeting, RecordText text, InterventionId after, const Stamp& stamp) {
    if (text.id != next_text_id(meeting)) return;
    TimelineItem item;
    item.place = Place::text;
    item.ref = text.id.value;
    meeting.texts.push_back(std::move(text));
    if (after) {
        stand_after(meeting, std::move(item), after, stamp);
    } else {
        stand_now(meeting, std::move(item), stamp);
    }
}

Decision place_paragraph(const Meeting& meeting, const RecordText& text, const Move& command) {
    TextMoved moved{text.id, text.of, {}, {}};
    if (command.after_intervention) {
        if (find_intervention(meeting, command.after_intervention) == nullptr) return no_such_intervention();
        moved.into = command.after_intervention;
    } else if (command.after) {
        const auto* after = find_text(meeting, command.after);
        if (after == nullptr) return no_such_text();
        if (!after->of) {
            return refuse(Reason::wrong_place,
                          "A paragraph stands in an intervention; what it should follow does not.");
        }
        moved.into = after->of;
        moved.after = after->id;
    }
    return std::vector<Event>{moved};
}

Decision place_note(const Meeting& meeting, const RecordText& text, const Move& command) {
    TextMoved moved{text.id, {}, {}, {}};
    if (command.after_intervention) {
        if (find_intervention(meeting, command.after_intervention) == nullptr) return no_such_intervention();
        moved.anchor = command.after_intervention;
    } else if (command.after) {
        const auto* after = find_text(meeting, command.after);
        // A decision that was taken back stands nowhere.
        if (after == nullptr || (!after->of && find_in_timeline(meeting, Place::text, after->id.value) ==
                                                   meeting.timeline.end())) {
            return no_such_text();
        }
        moved.into = after->of;
        moved.after = after->id;
    } else if (text.of) {
        moved.into = text.of;
    } else {
        const auto at = find_in_timeline(meeting, Place::text, text.id.value);
        if (at != meeting.timeline.end()) moved.anchor = at->anchor;
        if (!moved.anchor) {
            return refuse(Reason::wrong_place,
                          "That text stands after no intervention; say what it should follow.");
        }
    }
    return std::vector<Event>{moved};
}

}  // namespace

std::optional<Refusal> refuse_full_record(const Meeting& meeting) {
    if (meeting.texts.size() < max_texts) return std::nullopt;
    return refuse(Reason::too_many, "The record has as many texts as it can hold.");
}

Refusal no_such_intervention() {
    return refuse(Reason::unknown_intervention, "There is no such intervention.");
}

Refusal no_such_text() {
    return refuse(Reason::unknown_paragraph, "There is no such paragraph.");
}

std::optional<Refusal> refuse_unless_open_to_change(const Meeting& meeting, TextId id) {
    const auto* text = find_text(meeting, id);
    if (text == nullptr) return no_such_text();
    if (text->kind == TextKind::decision) {
        return refuse(Reason::not_a_paragraph, "A decision is the chair's; it is taken back by undo_last.");
    }
    if (text->removed) return refuse(Reason::paragraph_is_removed, "That text was removed.");
    if (text->status == Status::final)
        return refuse(Reason::paragraph_is_final, "That text is final; make it a draft to change it.");
    return std::nullopt;
}

std::optional<Refusal> refuse_unless_latest(const RecordText& text, std::optional<std::uint32_t> base) {
    // A wording that is chosen between two takes two revisions.
    if (text.revisions.size() + 2 > max_revisions)
        return refuse(Reason::too_many, "That text was revised too often.");
    if (!base || *base == text.revisions.size()) return std::nullopt;
    return refuse(Reason::paragraph_has_changed,
                  "Meanwhile " + text.revisions.back().author + " has revised that text.");
}

Decision decide_on(const Context& context, const Write& command) {
    const auto& meeting = context.meeting;
    const InterventionId of = command.of ? command.of : meeting.proceedings.floor;
    if (!of) return refuse(Reason::nobody_has_the_floor, "Nobody has the floor; say whose paragraph it is.");
    if (find_intervention(meeting, of) == nullptr) return no_such_intervention();
    if (auto refusal = refuse_text(command.text, "A paragraph")) return *std::move(refusal);
    if (auto refusal = refuse_full_record(meeting)) return *std::move(refusal);
    if (command.after) {
        const auto* after = find_text(meeting, command.after);
        if (after == nullptr) return no_such_text();
        if (after->of != of) {
            return refuse(Reason::wrong_place,
                          "The paragraph that it should follow is of another intervention.");
        }
    }
    return std::vector<Event>{ParagraphWritten{next_text_id(meeting), of, command.text, command.after}};
}

void apply_one(Meeting& meeting, const ParagraphWritten& event, const Stamp& stamp) {
    auto* intervention = find_intervention(meeting, event.of);
    if (event.id != next_text_id(meeting) || intervention == nullptr) return;
    auto text = new_text(event.id, TextKind::paragraph, event.text, stamp);
    text.of = event.of;
    meeting.texts.push_back(std::move(text));
    put_among(intervention->blocks, event.id, event.after, true);
}

Decision decide_on(const Context& context, const Revise& command) {
    if (auto refusal = refuse_unless_open_to_change(context.meeting, command.paragraph))
        return *std::move(refusal);
    if (auto refusal = refuse_text(command.text, "A paragraph")) return *std::move(refusal);
    const auto& text = *find_text(context.meeting, command.paragraph);
    if (auto refusal = refuse_unless_latest(text, command.base)) return *std::move(refusal);
    return std::vector<Event>{TextRevised{command.paragraph, command.text}};
}

void apply_one(Meeting& meeting, const TextRevised& event, const Stamp& stamp) {
    if (auto* text = find_text(meeting, event.id)) {
        text->revisions.push_back({event.text, stamp.actor.name, stamp.recorded});
    }
}

Decision decide_on(const Context& context, const Remove& command) {
    if (auto refusal = refuse_unless_open_to_change(context.meeting, command.paragraph))
        return *std::move(refusal);
    return std::vector<Event>{TextRemoved{command.paragraph}};
}

void apply_one(Meeting& meeting, const TextRemoved& event, const Stamp&) {
    if (auto* text = find_text(meeting, event.id)) text->removed = true;
}

Decision decide_on(const Context& context, const Restore& command) {
    const auto* text = find_text(context.meeting, command.paragraph);
    if (text == nullptr) return no_such_text();
    if (text->kind == TextKind::decision) {
        return refuse(Reason::not_a_paragraph, "A decision is the chair's; it is taken back by undo_last.");
    }
    if (!text->removed) return refuse(Reason::paragraph_is_not_removed, "That text was not removed.");
    return std::vector<Event>{TextRestored{command.paragraph}};
}

void apply_one(Meeting& meeting, const TextRestored& event, const Stamp&) {
    if (auto* text = find_text(meeting, event.id)) text->removed = false;
}

Decision decide_on(const Context& context, const Move& command) {
    if (auto refusal = refuse_unless_open_to_change(context.meeting, command.paragraph))
        return *std::move(refusal);
    if (command.after == command.paragraph)
        return refuse(Reason::wrong_place, "A text cannot follow itself.");
    const auto& text = *find_text(context.meeting, command.paragraph);
    return text.kind == TextKind::paragraph ? place_paragraph(context.meeting, text, command)
                                            : place_note(context.meeting, text, command);
}

void apply_one(Meeting& meeting, const TextMoved& event, const Stamp& stamp) {
    auto* text = find_text(meeting, event.id);
    auto* into = find_intervention(meeting, event.into);
    if (text == nullptr || (event.into && into == nullptr)) return;
    TimelineItem item;
    item.place = Place::text;
    item.ref = event.id.value;
    if (auto* from = find_intervention(meeting, text->of)) std::erase(from->blocks, event.id);
    if (const auto at = find_in_timeline(meeting, Place::text, event.id.value);
        at != meeting.timeline.end()) {
        meeting.timeline.erase(at);
    }
    text->of = event.into;
    if (into != nullptr) return put_among(into->blocks, event.id, event.after, false);
    auto at = event.after ? find_in_timeline(meeting, Place::text, event.after.value)
                          : find_in_timeline(meeting, Place::intervention, event.anchor.value);
    if (at == meeting.timeline.end()) return stand_now(meeting, std::move(item), stamp);
    item.anchor = event.after ? at->anchor : event.anchor;
    item.named = true;
    item.at = stamp.recorded;
    meeting.timeline.insert(std::next(at), std::move(item));
}

Decision decide_on(const Context& context, const Attribute& command) {
    if (auto refusal = refuse_unless_open_to_change(context.meeting, command.paragraph))
        return *std::move(refusal);
    if (find_text(context.meeting, command.paragraph)->kind != TextKind::paragraph) {
        return refuse(Reason::not_a_paragraph, "Only a paragraph has an attribution.");
    }
    if (!command.text.empty()) {
        if (auto refusal = refuse_text(command.text, "An attribution")) return *std::move(refusal);
    }
    return std::vector<Event>{AttributionSet{command.paragraph, command.text}};
}

void apply_one(Meeting& meeting, const AttributionSet& event, const Stamp&) {
    if (auto* text = find_text(meeting, event.id)) text->attribution = event.text;
}

Decision decide_on(const Context& context, const MakeNote& command) {
    if (auto refusal = refuse_text(command.text, "A note")) return *std::move(refusal);
    if (auto refusal = refuse_full_record(context.meeting)) return *std::move(refusal);
    if (command.after && find_intervention(context.meeting, command.after) == nullptr)
        return no_such_intervention();
    return std::vector<Event>{
        NoteMade{next_text_id(context.meeting), command.text, command.numbered, command.after}};
}

void apply_one(Meeting& meeting, const NoteMade& event, const Stamp& stamp) {
    auto text = new_text(event.id, TextKind::note, event.text, stamp);
    text.numbered = event.numbered;
    stand(meeting, std::move(text), event.after, stamp);
}

Decision decide_on(const Context& context, const MakeHeading& command) {
    if (auto refusal = refuse_text(command.text, "A heading")) return *std::move(refusal);
    if (auto refusal = refuse_full_record(context.meeting)) return *std::move(refusal);
    if (command.after && find_intervention(context.meeting, command.after) == nullptr)
        return no_such_intervention();
    return std::vector<Event>{HeadingMade{next_text_id(context.meeting), command.text, command.after}};
}

void apply_one(Meeting& meeting, const HeadingMade& event, const Stamp& stamp) {
    auto text = new_text(event.id, TextKind::heading, event.text, stamp);
    text.numbered = false;
    stand(meeting, std::move(text), event.after, stamp);
}

Decision decide_on(const Context& context, const Decide& command) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (auto refusal = refuse_full_record(context.meeting)) return *std::move(refusal);
    if (!command.text.empty()) {
        if (auto refusal = refuse_text(command.text, "A decision")) return *std::move(refusal);
    }
    auto events = begin_act(context, "decide");
    events.emplace_back(Decided{next_text_id(context.meeting), command.text});
    return events;
}

void apply_one(Meeting& meeting, const Decided& event, const Stamp& stamp) {
    stand(meeting, new_text(event.id, TextKind::decision, event.text, stamp), {}, stamp);
}

}  // namespace dais::meeting
