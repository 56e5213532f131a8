#include "record/list_paper.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

#include "meeting/describe.hpp"
#include "meeting/outlook.hpp"

namespace dais::record {
namespace {

using meeting::Kind;
using meeting::Meeting;

// "10:05" at the place of the meeting.
std::string hour(const Meeting& meeting, base::Instant at) {
    constexpr std::int64_t day = 86'400'000;
    const auto local = (at.ms + std::int64_t{meeting.setup.facts.zone.offset_seconds} * 1000) % day;
    const auto minutes = (local < 0 ? local + day : local) / 60'000;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string_view kind_words(Kind kind) {
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
    return "";
}

std::string person(const Meeting& meeting, const meeting::ParticipantId& who) {
    const auto* found = meeting::find_participant(meeting, who);
    if (found == nullptr) return who;
    const auto name = meeting::name_of(*found);
    return found->affiliation.empty() || name == found->affiliation ? name
                                                                    : name + " (" + found->affiliation + ")";
}

std::string further(Kind kind, const std::string& on_behalf_of, bool with_kind) {
    std::string words;
    if (const auto kind_said = kind_words(kind); with_kind && !kind_said.empty())
        words += fmt::format(", {}", kind_said);
    if (!on_behalf_of.empty()) words += ", on behalf of " + on_behalf_of;
    return words;
}

ListPaper::Row request_row(const Meeting& meeting, std::size_t place, const meeting::Request& request,
                           bool with_kind) {
    const auto limit = meeting::limit_of(meeting, request);
    return {std::to_string(place),
            limit ? meeting::clock_text(std::chrono::seconds(*limit)) : std::string("–"),
            person(meeting, request.who) + further(request.kind, request.on_behalf_of, with_kind)};
}

// "8 October 2021"
std::string day_words(const meeting::Date& date) {
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    if (date.month < 1 || date.month > months.size()) return {};
    return fmt::format("{} {} {}", date.day, months[date.month - 1U], date.year);
}

std::vector<std::string> masthead(const Meeting& meeting) {
    const auto& facts = meeting.setup.facts;
    std::vector<std::string> lines;
    if (!facts.body.empty()) lines.push_back(facts.body);
    std::string line = facts.session;
    if (facts.number) line += fmt::format("{}Meeting {}", line.empty() ? "" : ", ", *facts.number);
    if (!facts.symbol.empty()) line += (line.empty() ? "" : ", ") + facts.symbol;
    if (!line.empty()) lines.push_back(line);
    if (auto day = day_words(facts.date); !day.empty()) lines.push_back(std::move(day));
    for (const auto& id : meeting.proceedings.path) {
        const auto* item = meeting::find_item(meeting.setup, id);
        if (item == nullptr) continue;
        lines.push_back(item->number ? fmt::format("{}. {}", *item->number, item->title) : item->title);
    }
    return lines;
}

}  // namespace

ListPaper list_paper(const Meeting& meeting, base::Instant now) {
    const auto& proceedings = meeting.proceedings;
    ListPaper paper;
    paper.masthead = masthead(meeting);
    paper.title =
        fmt::format("Speakers’ list at {}{}", hour(meeting, now), proceedings.list_closed ? ", closed" : "");
    if (const auto* floor = meeting::find_intervention(meeting, proceedings.floor)) {
        paper.floor = "Has the floor: " + person(meeting, floor->speaker.who) +
                      further(floor->kind, floor->on_behalf_of, true);
    }
    for (const auto& request : proceedings.list) {
        paper.list.push_back(request_row(meeting, paper.list.size() + 1, request, true));
    }
    for (const auto& request : proceedings.replies) {
        paper.replies.push_back(request_row(meeting, paper.replies.size() + 1, request, false));
    }
    for (const auto& absence : proceedings.absences) {
        paper.absences.push_back({hour(meeting, absence.at), "",
                                  person(meeting, absence.who) +
                                      further(absence.kind, absence.on_behalf_of, true) + ": " +
                                      (absence.back ? "put back on the list" : "skipped")});
    }
    return paper;
}

}  // namespace dais::record
