#include "simulation/checkers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "meeting/apply.hpp"
#include "record/formats/text.hpp"
#include "record/record.hpp"
#include "support/style.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

// How often each text stands in the journal.
std::map<std::string, int> texts_of(const Journal& journal) {
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

// Where the requests of one station stand in a journal.
std::map<std::uint64_t, base::Sequence> requests_of(const Journal& journal, const wire::SessionId& session) {
    std::map<std::uint64_t, base::Sequence> stand;
    for (const auto& entry : journal) {
        if (entry.request != 0 && entry.session == session) stand[entry.request] = entry.fact.stamp.entry;
    }
    return stand;
}

struct Told {  // one request: what was asked, and where the history of the hub that settled it has it
    std::string what;
    const Asked& asked;
    base::Sequence at;        // 0: nowhere
    const spool::Item* kept;  // what the station's disk has of it
};

void check_fate(const Told& told, Complaints& complaints) {
    const auto& [what, asked, at, kept] = told;
    if (!asked.fate) {
        if (!asked.forgotten) complaints.push_back(what + " was never settled");
        return;
    }
    const bool accepted = asked.fate->fate == wire::Fate::accepted;
    if (accepted && asked.fate->sequence != at) {
        complaints.push_back(what + " was told to stand at " + number(asked.fate->sequence.value) +
                             " and stands at " + number(at.value));
    } else if (!accepted && at.value != 0) {
        complaints.push_back(what + " was told to be refused or not received (" + asked.fate->word +
                             ") and stands at " + number(at.value));
    }
    if (asked.act) return;
    if (asked.unplaced == accepted)
        complaints.push_back(what + ": its text and its fate contradict each other");
    if (accepted && kept != nullptr)
        complaints.push_back(what + " is accepted and still on its author's disk");
    if (!accepted && (kept == nullptr || !kept->unplaced)) {
        complaints.push_back(what + " is neither in the record nor its author's");
    }
}

void check_text(const Told& told, int stands, Complaints& complaints) {
    if (told.asked.text.empty() || stands == (told.at.value != 0 ? 1 : 0)) return;
    complaints.push_back(told.what + ": its text stands " + number(static_cast<std::uint64_t>(stands)) +
                         " times in the journal, and the request at " + number(told.at.value));
}

}  // namespace

Journal read_journal(const History& history, Complaints& complaints) {
    Journal journal;
    for (const auto& bytes : history.durable) {
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

void check_hub(const hub::Hub& hub, const History& history, const Journal& journal, Complaints& complaints) {
    if (hub.head().value != history.durable.size())
        complaints.push_back("the hub is not at the journal's head");
    if (history.digest(hub.head()) != hub.digest())
        complaints.push_back("the hub's chain is not the journal's");
    if (wire::state_digest(replay(journal)) != wire::state_digest(hub.state())) {
        complaints.push_back("the journal replayed gives another state than the hub's");
    }
}

meeting::Meeting replay(const Journal& journal) {
    meeting::Meeting replayed;
    for (const auto& entry : journal) meeting::apply(replayed, entry.fact);
    return replayed;
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
    if (replica.trouble() != hub.trouble())
        complaints.push_back(name + " shows a trouble that the hub does not have");
    if (!replica.outbox().all().empty()) complaints.push_back(name + " still waits for answers");
}

void check_once(const Journal& journal, Complaints& complaints) {
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

void check_ledger(const StationModel& station, const std::vector<Journal>& journals, Complaints& complaints) {
    const auto& ledger = station.ledger();
    for (std::size_t i = 0; i < journals.size(); ++i) {
        for (const auto& entry : journals[i]) {
            if (entry.request == 0 || entry.session != station.session()) continue;
            if (ledger.count(entry.request) == 0) {
                complaints.push_back(station.name() + " never asked for its request " +
                                     number(entry.request));
            }
            if (entry.fact.stamp.actor.name != station.name()) {
                complaints.push_back("entry " + number(entry.fact.stamp.entry.value) + " names " +
                                     entry.fact.stamp.actor.name + " instead of " + station.name());
            }
        }
        const auto stand = requests_of(journals[i], station.session());
        const auto texts = texts_of(journals[i]);
        for (const auto& [request, asked] : ledger) {
            const auto at = stand.find(request);
            const auto kept = station.kept().items.find(request);
            const Told told{station.name() + "'s request " + number(request) + " (" + asked.word + ")", asked,
                            at == stand.end() ? base::Sequence{} : at->second,
                            kept == station.kept().items.end() ? nullptr : &kept->second};
            if (asked.told_by == i) check_fate(told, complaints);
            const auto text = texts.find(asked.text);
            check_text(told, text == texts.end() ? 0 : text->second, complaints);
        }
    }
}

void check_acts(const StationModel& station, const std::vector<History>& histories,
                const std::vector<Journal>& journals, const Heard& heard, Complaints& complaints) {
    for (std::size_t i = 0; i < journals.size(); ++i) {
        for (const auto& entry : journals[i]) {
            if (entry.request == 0 || entry.session != station.session()) continue;
            const auto asked = station.ledger().find(entry.request);
            if (asked == station.ledger().end() || !asked->second.act) continue;
            const auto at = entry.fact.stamp.entry;
            const auto what = station.name() + "'s request " + number(entry.request) + " (" +
                              asked->second.word + "), an act, fired at " + number(at.value);
            const auto* times = heard.times(entry.session, entry.request);
            const auto in_time = [&](const Heard::Time& time) {
                return time.peer == asked->second.sent_on && !time.overtaken &&
                       entry.fact.stamp.recorded <= time.at;
            };
            if (times == nullptr || std::none_of(times->begin(), times->end(), in_time)) {
                complaints.push_back(what +
                                     ", later than it could be heard on the connection that it was sent on");
            }
            if (histories[i].lives.at(at.value - 1) != asked->second.sent_to) {
                complaints.push_back(what +
                                     ", in another life of the hub than the one that its author followed");
            }
        }
    }
}

std::string record_of(const meeting::Meeting& state) {
    static const auto style = record::HouseStyle::from(support::english());
    return record::to_text(record::make_record(state, *style));
}

void check_record(const std::string& of_the_journal, const meeting::Meeting& state, const std::string& name,
                  Complaints& complaints) {
    if (record_of(state) != of_the_journal) {
        complaints.push_back("the record of " + name + " is not the journal's");
    }
}

void check_drafts(std::span<const StationModel> stations, Complaints& complaints) {
    using Drafts = std::map<replica::DraftsOfOthers::Key, replica::DraftsOfOthers::Draft>;
    for (const auto& station : stations) {
        if (station.replica() == nullptr) continue;
        Drafts begun;
        for (const auto& other : stations) {
            if (!station.writes() || other.name() == station.name()) continue;
            for (const auto& [place, draft] : other.unfinished()) {
                begun[{other.name(), place}] = {draft.base, draft.text};
            }
        }
        const auto& held = station.replica()->drafts_of_others().all();
        if (held == begun) continue;
        std::string words = station.name() + " does not hold what others have begun:";
        for (const auto& [key, draft] : begun) {
            if (!held.contains(key)) words += " not " + key.first + " " + key.second;
        }
        for (const auto& [key, draft] : held) {
            const auto other = begun.find(key);
            if (other != begun.end() && other->second == draft) continue;
            words += (other == begun.end() ? " still " : " an older ") + key.first + " " + key.second;
        }
        complaints.push_back(words);
    }
}

void check_draft(const hub::PeerId& peer, const wire::DraftOf& draft, Complaints& complaints) {
    const auto name = peer.substr(0, peer.find('/'));
    const auto writes = [](const std::string& station) { return station.starts_with("clerk"); };
    if (writes(name) && writes(draft.author) && name != draft.author) return;
    complaints.push_back(name + " is told what " + draft.author + " has begun");
}

void check_room(const hub::PeerId& peer, const wire::Message& message, const meeting::Meeting& durable,
                Complaints& complaints) {
    const auto name = peer.substr(0, peer.find('/'));
    const bool is_room = name.starts_with("room");
    const auto* room = std::get_if<wire::Room>(&message);
    if (room != nullptr && !is_room) complaints.push_back(name + " is told what is for the room");
    if (room != nullptr && room->view != meeting::room_view(durable)) {
        complaints.push_back(name + " is shown what is not, or not durable");
    }
    if (!is_room || room != nullptr) return;
    const auto* beat = std::get_if<wire::Beat>(&message);
    const auto* welcome = std::get_if<wire::Welcome>(&message);
    const bool plain = (beat != nullptr && beat->head == base::Sequence{} && beat->trouble.empty()) ||
                       (welcome != nullptr && welcome->head == base::Sequence{}) ||
                       std::holds_alternative<wire::Refused>(message);
    if (!plain) complaints.push_back(name + " is told more than a room may know");
}

void check_said(const wire::Message& message, std::uint64_t durable, Complaints& complaints) {
    std::uint64_t told = 0;
    if (const auto* entries = std::get_if<wire::Entries>(&message)) {
        told = entries->first.value + entries->entries.size() - 1;
    } else if (const auto* answer = std::get_if<wire::Answer>(&message)) {
        told = answer->sequence.value;
    } else if (const auto* welcome = std::get_if<wire::Welcome>(&message)) {
        told = welcome->head.value;
    } else if (const auto* beat = std::get_if<wire::Beat>(&message)) {
        told = beat->head.value;
    } else if (const auto* part = std::get_if<wire::SnapshotPart>(&message)) {
        told = part->sequence.value;
    }
    if (told <= durable) return;
    complaints.push_back("the hub tells of entry " + number(told) + ", which is not durable");
}

void check_published(const std::string& name, const replica::Replica& replica, const History& history,
                     Complaints& complaints) {
    const auto durable = history.digest(replica.head());
    if (!durable) {
        complaints.push_back(name + " has entry " + number(replica.head().value) + ", which is not durable");
    } else if (*durable != replica.chain()) {
        complaints.push_back(name + " has another history than the disk at entry " +
                             number(replica.head().value));
    }
}

}  // namespace dais::simulation
