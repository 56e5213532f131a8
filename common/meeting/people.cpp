// The people: prepared, added on the spot, corrected; and what is known of their links.
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// Whoever has the role of chair presides, unless somebody does already.
void note_presiding(Meeting& meeting, const Participant& person, const Stamp& stamp) {
    if (person.role != Role::chair) return;
    const auto note = [&](Proceedings& proceedings) {
        if (proceedings.chairs.empty())
            proceedings.chairs.push_back({person.id, "", stamp.recorded, false, false});
    };
    note(meeting.proceedings);
    for (auto& act : meeting.acts) note(act.before);
}

std::optional<Refusal> refuse_person(const Participant& person) {
    if (auto refusal = refuse_name(person.id, "An id", false)) return refusal;
    const std::pair<const std::string*, std::string_view> fields[] = {
        {&person.title, "A title"},
        {&person.given_name, "A given name"},
        {&person.family_name, "A family name"},
        {&person.pronoun, "A pronoun"},
        {&person.affiliation, "An affiliation"}};
    for (const auto& [content, what] : fields) {
        if (auto refusal = refuse_name(*content, what, true)) return refusal;
    }
    if (person.further.size() > max_columns)
        return refuse(Reason::too_many, "A participant has too many columns.");
    for (const auto& [column, content] : person.further) {
        if (auto refusal = refuse_name(column, "A column's name", false)) return refusal;
        if (auto refusal = refuse_name(content, "A column", true)) return refusal;
    }
    return std::nullopt;
}

template <class E>
std::optional<Refusal> set_word(E& field, const std::string& column, const std::string& content) {
    const auto parsed = parse_word<E>(content);
    if (!parsed) {
        std::string expected;
        for (const auto each : Words<E>::list) expected += (expected.empty() ? "" : ", ") + std::string(each);
        return refuse(Reason::wrong_value,
                      "\"" + content + "\" is no " + column + "; expected " + expected + ".");
    }
    field = *parsed;
    return std::nullopt;
}

std::optional<Refusal> set_field(Participant& person, const std::string& column, const std::string& content) {
    if (column == "id") return refuse(Reason::unknown_field, "A participant's id stays what it is.");
    if (column == "role") return set_word(person.role, column, content);
    if (column == "attendance") return set_word(person.attendance, column, content);
    if (column == "title") {
        person.title = content;
    } else if (column == "given_name") {
        person.given_name = content;
    } else if (column == "family_name") {
        person.family_name = content;
    } else if (column == "pronoun") {
        person.pronoun = content;
    } else if (column == "affiliation") {
        person.affiliation = content;
    } else {
        person.further[column] = content;
    }
    return std::nullopt;
}

// Whether it is the one who has the floor that is heard no more, and the site wants the clock to stand then.
bool stops_the_clock(const Meeting& meeting, const ReportLink& report) {
    const auto& proceedings = meeting.proceedings;
    if (report.link != Link::lost || proceedings.sitting != Sitting::open) return false;
    if (!proceedings.limits.pause_when_link_lost.value_or(false)) return false;
    const auto* floor = find_intervention(meeting, proceedings.floor);
    return floor != nullptr && floor->speaker.who == report.who && floor->timing.clock.running_since;
}

}  // namespace

void apply_one(Meeting& meeting, const MeetingPrepared& event, const Stamp& stamp) {
    meeting = Meeting{};
    meeting.setup = event.setup;
    meeting.participants = event.participants;
    for (auto& person : meeting.participants) person.links.clear();
    meeting.proceedings.limits = event.setup.limits;
    for (const auto& person : meeting.participants) note_presiding(meeting, person, stamp);
}

Decision decide_on(const Context& context, const AddParticipant& command) {
    const auto& person = command.person;
    if (auto refusal = refuse_person(person)) return *std::move(refusal);
    if (find_participant(context.meeting, person.id) != nullptr) {
        return refuse(Reason::participant_exists,
                      "There is a participant with the id \"" + person.id + "\" already.");
    }
    if (context.meeting.participants.size() >= max_participants) {
        return refuse(Reason::too_many, "The meeting has as many participants as it can hold.");
    }
    ParticipantAdded added{person};
    added.person.links.clear();
    return std::vector<Event>{std::move(added)};
}

void apply_one(Meeting& meeting, const ParticipantAdded& event, const Stamp& stamp) {
    if (find_participant(meeting, event.person.id) != nullptr) return;
    meeting.participants.push_back(event.person);
    note_presiding(meeting, event.person, stamp);
}

Decision decide_on(const Context& context, const CorrectParticipant& command) {
    if (auto refusal = refuse_unknown(context.meeting, command.who)) return *std::move(refusal);
    if (command.fields.empty()) return refuse(Reason::wrong_value, "Say what is to be corrected.");
    ParticipantCorrected corrected{*find_participant(context.meeting, command.who)};
    corrected.person.links.clear();
    for (const auto& [column, content] : command.fields) {
        if (auto refusal = set_field(corrected.person, column, content)) return *std::move(refusal);
    }
    if (auto refusal = refuse_person(corrected.person)) return *std::move(refusal);
    return std::vector<Event>{std::move(corrected)};
}

void apply_one(Meeting& meeting, const ParticipantCorrected& event, const Stamp& stamp) {
    auto* person = find_participant(meeting, event.person.id);
    if (person == nullptr) return;
    auto links = std::move(person->links);
    *person = event.person;
    person->links = std::move(links);
    note_presiding(meeting, *person, stamp);
}

Decision decide_on(const Context& context, const ReportLink& command) {
    if (auto refusal = refuse_unknown(context.meeting, command.who)) return *std::move(refusal);
    if (find_participant(context.meeting, command.who)->links.size() >= max_link_reports) {
        return refuse(Reason::too_many, "There are too many reports of that person's link.");
    }
    LinkReported reported{command.who, command.link, command.observed};
    // Nobody sees what is still to come, and nothing from before the eve of the meeting belongs to it.
    if (reported.observed) {
        constexpr base::Span earliest = std::chrono::hours(48);
        reported.observed = std::clamp(*reported.observed, context.now - earliest, context.now);
    }
    std::vector<Event> events{std::move(reported)};
    if (stops_the_clock(context.meeting, command)) events.emplace_back(ClockPaused{});
    return events;
}

void apply_one(Meeting& meeting, const LinkReported& event, const Stamp& stamp) {
    auto* person = find_participant(meeting, event.who);
    if (person == nullptr) return;
    person->links.push_back({event.link, event.observed.value_or(stamp.recorded), event.observed.has_value(),
                             stamp.entry, stamp.actor.name});
}

}  // namespace dais::meeting
