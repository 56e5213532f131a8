#include "simulation/checkers.hpp"

#include <map>
#include <utility>

#include "meeting/apply.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

// How often each text stands in the journal.
std::map<std::string, int> texts_of(const std::vector<wire::Entry>& journal) {
    std::map<std::string, int> texts;
    for (const auto& entry : journal) {
        for (const auto& event : entry.fact.events) {
            std::visit(
                [&](const auto& happened) {
                    if constexpr (requires { happened.text; }) {
                        if (!happened.text.empty()) ++texts[happened.text];
                    }
                },
                event);
        }
    }
    return texts;
}

struct Told {  // one request: what was asked, and where the journal has it
    std::string what;
    const Asked& asked;
    base::Sequence at;  // 0: nowhere
    int text_stands = 0;
};

void check_fate(const Told& told, Complaints& complaints) {
    const auto& [what, asked, at, text_stands] = told;
    if (!asked.fate) {
        if (!asked.forgotten) complaints.push_back(what + " was never settled");
    } else if (asked.fate->fate == wire::Fate::accepted) {
        if (asked.fate->sequence != at) {
            complaints.push_back(what + " was told to stand at " + number(asked.fate->sequence.value) +
                                 " and stands at " + number(at.value));
        }
    } else if (at.value != 0) {
        complaints.push_back(what + " was told to be refused or not received (" + asked.fate->word +
                             ") and stands at " + number(at.value));
    }
    if (!asked.act && asked.fate && asked.unplaced != (asked.fate->fate != wire::Fate::accepted)) {
        complaints.push_back(what + ": its text and its fate contradict each other");
    }
    if (!asked.text.empty() && text_stands != (at.value != 0 ? 1 : 0)) {
        complaints.push_back(what + ": its text stands " + number(static_cast<std::uint64_t>(text_stands)) +
                             " times in the journal");
    }
}

}  // namespace

std::vector<wire::Entry> read_journal(const Disk& disk, Complaints& complaints) {
    std::vector<wire::Entry> journal;
    for (const auto& bytes : disk.durable()) {
        auto entry = wire::decode_entry(*bytes);
        if (!entry) {
            complaints.push_back("entry " + number(journal.size() + 1) + ": " + entry.error().text);
            return journal;
        }
        const auto said = entry->fact.stamp.entry.value;
        if (said != journal.size() + 1) {
            complaints.push_back("entry " + number(journal.size() + 1) + " says that it is " + number(said));
        }
        if (!journal.empty() && entry->fact.stamp.recorded < journal.back().fact.stamp.recorded) {
            complaints.push_back("the time goes back at entry " + number(said));
        }
        journal.push_back(*std::move(entry));
    }
    return journal;
}

void check_hub(const hub::Hub& hub, const Disk& disk, const std::vector<wire::Entry>& journal,
               Complaints& complaints) {
    if (hub.head().value != disk.durable().size())
        complaints.push_back("the hub is not at the journal's head");
    if (disk.chain(hub.head()) != hub.digest()) complaints.push_back("the hub's chain is not the journal's");
    meeting::Meeting replayed;
    for (const auto& entry : journal) meeting::apply(replayed, entry.fact);
    if (wire::state_digest(replayed) != wire::state_digest(hub.state())) {
        complaints.push_back("the journal replayed gives another state than the hub's");
    }
}

void check_replica(const std::string& name, const replica::Replica& replica, const hub::Hub& hub,
                   Complaints& complaints) {
    if (replica.link() != replica::LinkState::live) {
        complaints.push_back(name + " is " + std::string(replica::word(replica.link())) + ", not live");
    }
    if (replica.head() != hub.head()) {
        complaints.push_back(name + " stands at " + number(replica.head().value) + ", the hub at " +
                             number(hub.head().value));
    }
    if (replica.chain() != hub.digest()) complaints.push_back(name + " has another chain than the hub");
    if (wire::state_digest(replica.state()) != wire::state_digest(hub.state())) {
        complaints.push_back(name + " has another state than the hub");
    }
    if (!replica.outbox().all().empty()) complaints.push_back(name + " still waits for answers");
}

void check_once(const std::vector<wire::Entry>& journal, Complaints& complaints) {
    std::map<std::pair<wire::SessionId, std::uint64_t>, base::Sequence> seen;
    for (const auto& entry : journal) {
        if (entry.request == 0) continue;
        const auto [before, fresh] =
            seen.emplace(std::pair(entry.session, entry.request), entry.fact.stamp.entry);
        if (fresh) continue;
        complaints.push_back("request " + number(entry.request) + " of " + entry.fact.stamp.actor.name +
                             " happened twice: at " + number(before->second.value) + " and " +
                             number(entry.fact.stamp.entry.value));
    }
}

void check_ledger(const StationModel& station, const std::vector<wire::Entry>& journal,
                  Complaints& complaints) {
    std::map<std::uint64_t, base::Sequence> stands;
    for (const auto& entry : journal) {
        if (entry.request == 0 || entry.session != station.session()) continue;
        stands[entry.request] = entry.fact.stamp.entry;
        if (station.ledger().count(entry.request) == 0) {
            complaints.push_back(station.name() + " never asked for its request " + number(entry.request));
        }
        if (entry.fact.stamp.actor.name != station.name()) {
            complaints.push_back("entry " + number(entry.fact.stamp.entry.value) + " names " +
                                 entry.fact.stamp.actor.name + " instead of " + station.name());
        }
    }
    const auto texts = texts_of(journal);
    for (const auto& [request, asked] : station.ledger()) {
        const auto at = stands.find(request);
        const auto text = texts.find(asked.text);
        check_fate(
            {station.name() + "'s request " + number(request) + " (" + asked.word + ")", asked,
             at == stands.end() ? base::Sequence{} : at->second, text == texts.end() ? 0 : text->second},
            complaints);
    }
}

void check_said(base::BytesView message, const Disk& disk, Complaints& complaints) {
    const auto envelope = wire::decode_envelope(message);
    if (!envelope) {
        complaints.push_back("the hub says what cannot be read: " + envelope.error().text);
        return;
    }
    std::uint64_t told = 0;
    if (const auto* entries = std::get_if<wire::Entries>(&envelope->message)) {
        told = entries->first.value + entries->entries.size() - 1;
    } else if (const auto* answer = std::get_if<wire::Answer>(&envelope->message)) {
        told = answer->sequence.value;
    } else if (const auto* welcome = std::get_if<wire::Welcome>(&envelope->message)) {
        told = welcome->head.value;
    } else if (const auto* beat = std::get_if<wire::Beat>(&envelope->message)) {
        told = beat->head.value;
    } else if (const auto* part = std::get_if<wire::SnapshotPart>(&envelope->message)) {
        told = part->sequence.value;
    }
    if (told <= disk.durable().size()) return;
    complaints.push_back("the hub tells of entry " + number(told) + ", which is not durable");
}

void check_published(const StationModel& station, const Disk& disk, Complaints& complaints) {
    const auto* replica = station.replica();
    if (replica == nullptr) return;
    const auto durable = disk.chain(replica->head());
    if (!durable) {
        complaints.push_back(station.name() + " has entry " + number(replica->head().value) +
                             ", which is not durable");
    } else if (*durable != replica->chain()) {
        complaints.push_back(station.name() + " has another history than the disk at entry " +
                             number(replica->head().value));
    }
}

}  // namespace dais::simulation
