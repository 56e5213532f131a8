#include "record/list_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
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

void put_request(std::string& paper, const Meeting& meeting, std::size_t place,
                 const meeting::Request& request, bool with_kind) {
    const auto limit = meeting::limit_of(meeting, request);
    const auto time = limit ? meeting::clock_text(std::chrono::seconds(*limit)) : std::string("–");
    // Not by fmt's width: the dash is one column and three bytes.
    const std::size_t columns = limit ? time.size() : 1;
    paper +=
        fmt::format("{:4}.  {}{}  {}{}\n", place, std::string(columns < 5 ? 5 - columns : 0, ' '), time,
                    person(meeting, request.who), further(request.kind, request.on_behalf_of, with_kind));
}

void put_masthead(std::string& paper, const Meeting& meeting, base::Instant now) {
    const auto& facts = meeting.setup.facts;
    if (!facts.body.empty()) paper += facts.body + "\n";
    std::string line = facts.session;
    if (facts.number) line += fmt::format("{}Meeting {}", line.empty() ? "" : ", ", *facts.number);
    if (!facts.symbol.empty()) line += (line.empty() ? "" : ", ") + facts.symbol;
    if (!line.empty()) paper += line + "\n";
    for (const auto& id : meeting.proceedings.path) {
        const auto* item = meeting::find_item(meeting.setup, id);
        if (item == nullptr) continue;
        paper += item->number ? fmt::format("{}. {}\n", *item->number, item->title) : item->title + "\n";
    }
    paper += fmt::format("\nSpeakers’ list at {}", hour(meeting, now));
    paper += meeting.proceedings.list_closed ? ", closed\n\n" : "\n\n";
}

void put_floor(std::string& paper, const Meeting& meeting) {
    const auto* floor = meeting::find_intervention(meeting, meeting.proceedings.floor);
    if (floor == nullptr) return;
    paper += "Has the floor: " + person(meeting, floor->speaker.who) +
             further(floor->kind, floor->on_behalf_of, true) + "\n\n";
}

}  // namespace

std::string list_paper(const Meeting& meeting, base::Instant now) {
    const auto& proceedings = meeting.proceedings;
    std::string paper;
    put_masthead(paper, meeting, now);
    put_floor(paper, meeting);
    std::size_t place = 0;
    for (const auto& request : proceedings.list) put_request(paper, meeting, ++place, request, true);
    if (proceedings.list.empty()) paper += "Nobody is on the list.\n";
    if (!proceedings.replies.empty()) {
        paper += "\nRights of reply\n\n";
        place = 0;
        for (const auto& request : proceedings.replies) put_request(paper, meeting, ++place, request, false);
    }
    if (proceedings.absences.empty()) return paper;
    paper += "\nCalled, and not there\n\n";
    for (const auto& absence : proceedings.absences) {
        paper += fmt::format("{}  {}{}: {}\n", hour(meeting, absence.at), person(meeting, absence.who),
                             further(absence.kind, absence.on_behalf_of, true),
                             absence.back ? "put back on the list" : "skipped");
    }
    return paper;
}

}  // namespace dais::record
