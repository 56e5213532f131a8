#include "meeting/rules.hpp"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "base/text.hpp"

namespace dais::meeting {
namespace {

Participant person(ParticipantId id, std::string title, std::string family_name, Role role,
                   std::string affiliation = {}) {
    Participant made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.family_name = std::move(family_name);
    made.role = role;
    made.affiliation = std::move(affiliation);
    return made;
}

AgendaItem item(AgendaItemId id, AgendaItemId parent = {}) {
    AgendaItem made;
    made.title = "About " + id;
    made.id = std::move(id);
    made.parent = std::move(parent);
    return made;
}

std::int64_t number(std::string_view digits) {
    return std::stoll(std::string(digits));
}

std::map<std::string, std::string> fields_of(std::string_view described) {
    std::map<std::string, std::string> fields;
    while (!described.empty()) {
        const auto end = std::min(described.find(" | "), described.size());
        const auto field = described.substr(0, end);
        const auto colon = field.find(": ");
        fields[std::string(field.substr(0, colon))] = field.substr(colon + 2);
        described.remove_prefix(std::min(end + 3, described.size()));
    }
    return fields;
}

std::string name(const TimelineItem& item) {
    switch (item.place) {
        case Place::intervention:
            return "i" + std::to_string(item.ref);
        case Place::text:
            return "t" + std::to_string(item.ref);
        case Place::item:
            return "[" + item.item + "]";
        case Place::opening:
            return "opening";
        case Place::suspension:
            return "suspension";
        case Place::ending:
            return "ending";
        case Place::chair:
            return "chair";
        case Place::coverage_begin:
            return "from";
        case Place::coverage_end:
            return "until";
    }
    return "?";
}

struct AtStation {
    base::Instant at;
    Actor actor;
};

AtStation parse(std::string_view at_and_station) {
    const auto space = at_and_station.find(' ');
    const auto station = at_and_station.substr(space + 1);
    const auto desk = desk_of(station);
    EXPECT_TRUE(desk) << station << " is at no desk";
    return {clock_time(at_and_station.substr(0, space)), {std::string(station), desk.value_or(Desk::chair)}};
}

template <std::size_t... index>
std::vector<Command> every(std::index_sequence<index...>) {
    return {std::variant_alternative_t<index, Command>{}...};
}

}  // namespace

MeetingPrepared budget_committee() {
    MeetingPrepared prepared;
    prepared.setup.facts.body = "Committee on Budgets";
    prepared.setup.agenda = {
        item("opening"),           item("budget"), item("staffing", "budget"), item("travel", "budget"),
        item("flights", "travel"), item("closing")};
    prepared.setup.limits.by_role = {{Role::member, 300}, {Role::state, 180}};
    prepared.setup.limits.right_of_reply = {300, 180};
    prepared.participants = {person("osei", "Ms.", "Osei", Role::officer, "Vice-Chair"),
                             person("garcia", "Ms.", "García", Role::chair),
                             person("poussi", "Mr.", "Poussi", Role::member),
                             person("diallo", "Ms.", "Diallo", Role::member),
                             person("lewis", "Mr.", "Lewis", Role::secretariat, "Budget Office"),
                             person("almada", "Ms.", "Almada", Role::state, "Uruguay"),
                             person("basri", "Mr.", "Basri", Role::state, "Uruguay"),
                             person("cruz", "Ms.", "Cruz", Role::state, "the Philippines")};
    prepared.participants[3].attendance = Attendance::video;
    return prepared;
}

base::Instant clock_time(std::string_view text) {
    std::int64_t ms = 0;
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        ms = number(text.substr(dot + 1));
        text = text.substr(0, dot);
    }
    const auto parts = base::split(text, ':');
    const std::int64_t seconds = parts.size() > 2 ? number(parts[2]) : 0;
    constexpr std::int64_t day = 18'908;  // 8 October 2021
    return {(((day * 24 + number(parts[0])) * 60 + number(parts[1])) * 60 + seconds) * 1000 + ms};
}

Rules::Rules(MeetingPrepared prepared) {
    accept({{1}, clock_time("14:00"), {"hub", Desk::hub}}, {std::move(prepared)});
}

Rules::~Rules() {
    Meeting again;
    for (const auto& fact : facts_) apply(again, fact);
    EXPECT_EQ(again, meeting_) << "the same events gave another meeting";
}

void Rules::accept(const Stamp& stamp, std::vector<Event> events) {
    facts_.push_back({stamp, std::move(events)});
    apply(meeting_, facts_.back());
}

void Rules::when(std::string_view at_and_station, const Command& command, Where where) {
    const auto [at, actor] = parse(at_and_station);
    auto decision = decide(meeting_, actor, command, at);
    if (!decision) {
        ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
            << at_and_station << " " << command_word(command)
            << " was refused: " << word(decision.error().reason) << ", " << decision.error().sentence;
        return;
    }
    accept({facts_.back().stamp.entry.next(), at, actor}, *std::move(decision));
}

std::string Rules::refused(std::string_view at_and_station, const Command& command, Reason reason,
                           Where where) {
    const auto [at, actor] = parse(at_and_station);
    const auto decision = decide(meeting_, actor, command, at);
    const auto line = static_cast<int>(where.line());
    if (decision) {
        ADD_FAILURE_AT(where.file_name(), line)
            << at_and_station << " " << command_word(command) << " was accepted, but not: " << word(reason);
        return {};
    }
    const auto& refusal = decision.error();
    if (refusal.reason != reason) {
        ADD_FAILURE_AT(where.file_name(), line) << "refused for " << word(refusal.reason) << " ("
                                                << refusal.sentence << ") instead of " << word(reason);
    }
    if (refusal.sentence.size() < 5 || refusal.sentence.back() != '.') {
        ADD_FAILURE_AT(where.file_name(), line) << "no sentence for people: \"" << refusal.sentence << "\"";
    }
    return refusal.sentence;
}

void Rules::then(std::string_view fields, Where where) {
    compare(meeting_.now, fields, where);
}

void Rules::then_at(std::string_view time, std::string_view fields, Where where) {
    compare(clock_time(time), fields, where);
}

void Rules::compare(base::Instant now, std::string_view fields, Where where) const {
    const auto described = describe(meeting_, now);
    const auto actual = fields_of(described);
    for (const auto& [field, expected] : fields_of(fields)) {
        const auto found = actual.find(field);
        const auto got = found == actual.end() ? "-" : found->second;
        if (got == expected) continue;
        ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
            << "expected \"" << field << ": " << expected << "\" in\n  " << described;
    }
}

std::string Rules::order() const {
    std::vector<std::string> names;
    for (const auto& item : meeting_.timeline) names.push_back(name(item));
    return base::join(names, " ");
}

std::string Rules::blocks(std::uint64_t id) const {
    std::vector<std::string> names;
    for (const auto block : intervention(id).blocks) names.push_back("t" + std::to_string(block.value));
    return base::join(names, " ");
}

std::string Rules::text(std::uint64_t id) const {
    const auto& text = meeting_.texts.at(id - 1);
    return (text.removed ? "(removed) " : "") + text.revisions.back().text;
}

const Intervention& Rules::intervention(std::uint64_t id) const {
    return meeting_.interventions.at(id - 1);
}

std::vector<Command> every_command() {
    return every(std::make_index_sequence<std::variant_size_v<Command>>{});
}

}  // namespace dais::meeting
