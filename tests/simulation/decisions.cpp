#include "simulation/decisions.hpp"

#include <algorithm>
#include <map>
#include <variant>

#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

using meeting::Meeting;

struct Question {  // what somebody asked for
    const StationModel* station = nullptr;
    const Asked* asked = nullptr;
    std::string what;
};

class Questions {
  public:
    explicit Questions(std::span<const StationModel> stations) {
        for (const auto& station : stations) stations_[station.session()] = &station;
    }

    // Null inside where nobody asked for it.
    [[nodiscard]] Question find(const wire::SessionId& session, std::uint64_t request) const {
        const auto station = stations_.find(session);
        if (station == stations_.end()) return {};
        const auto asked = station->second->ledger().find(request);
        if (asked == station->second->ledger().end()) return {};
        return {station->second, &asked->second,
                station->second->name() + "'s request " + std::to_string(request) + " (" +
                    asked->second.word + ")"};
    }

  private:
    std::map<wire::SessionId, const StationModel*> stations_;
};

struct Open {  // a refusal that nothing in the journal explains yet
    const Heard::Refusal* refusal;
    Question question;
};

// What says nothing of the meeting.
bool is_of_the_disk(const std::string& word) {
    return word == wire::disk_full || word == wire::read_only;
}

meeting::SeenFloor seen_by(const meeting::Command& command) {
    return std::visit(
        [](const auto& meant) -> meeting::SeenFloor {
            if constexpr (requires { meant.seen; }) return meant.seen;
            return std::nullopt;
        },
        command);
}

bool explains(const Meeting& state, std::uint64_t entries, const Open& open) {
    const auto& [refusal, question] = open;
    const meeting::Actor actor{question.station->name(), *meeting::desk_of(question.station->name())};
    return std::any_of(refusal->heard.begin(), refusal->heard.end(), [&](const Heard::Time& time) {
        if (time.durable > entries || time.at < state.now) return false;
        const auto decision = meeting::decide(state, actor, question.asked->command, time.at);
        return !decision && word(decision.error().reason) == refusal->word &&
               decision.error().sentence == refusal->sentence;
    });
}

void explain(const Meeting& state, std::uint64_t entries, std::vector<Open>& all, Complaints& complaints) {
    std::erase_if(all, [&](const Open& open) {
        if (explains(state, entries, open)) return true;
        if (entries < open.refusal->durable) return false;
        complaints.push_back(open.question.what + " was refused with \"" + open.refusal->sentence +
                             "\", of which nothing durable says so by entry " + std::to_string(entries));
        return true;
    });
}

void check_entry(const Meeting& before, const wire::Entry& entry, const Question& question,
                 Complaints& complaints) {
    const auto& stamp = entry.fact.stamp;
    const auto what = question.what + " at entry " + std::to_string(stamp.entry.value);
    const auto seen = seen_by(question.asked->command);
    if (seen && *seen != before.proceedings.floor) {
        complaints.push_back(what + " was meant for intervention " + std::to_string(seen->value) +
                             " and hit " + std::to_string(before.proceedings.floor.value));
    }
    auto again = entry;
    auto decision = meeting::decide(before, stamp.actor, question.asked->command, stamp.recorded);
    if (decision) again.fact.events = *std::move(decision);
    if (!decision || wire::encode(again) != wire::encode(entry)) {
        complaints.push_back(what + " is not what the rules make of it there");
    }
}

}  // namespace

void check_decisions(std::span<const StationModel> stations, const Journal& journal, std::size_t history,
                     const Heard& heard, Complaints& complaints) {
    const Questions questions(stations);
    std::vector<Open> open;
    for (const auto& refusal : heard.refusals()) {
        if (refusal.history != history || is_of_the_disk(refusal.word)) continue;
        auto question = questions.find(refusal.session, refusal.request);
        if (question.asked != nullptr) open.push_back({&refusal, std::move(question)});
    }
    Meeting state;
    for (const auto& entry : journal) {
        explain(state, entry.fact.stamp.entry.value - 1, open, complaints);
        const auto question = questions.find(entry.session, entry.request);
        if (question.asked != nullptr) check_entry(state, entry, question, complaints);
        meeting::apply(state, entry.fact);
    }
    explain(state, journal.size(), open, complaints);
}

void check_order(const StationModel& station, const Heard& heard, Complaints& complaints) {
    for (const auto& overtaking : heard.overtakings()) {
        if (overtaking.session != station.session()) continue;
        complaints.push_back(station.name() + "'s request " + std::to_string(overtaking.request) +
                             ", a text, reached the hub after its later request " +
                             std::to_string(overtaking.by));
    }
}

}  // namespace dais::simulation
