#include "disks/verdict.hpp"

#include <sstream>

#include "cli/reading.hpp"
#include "disks/story.hpp"
#include "e2e/process.hpp"
#include "journal/sqlite_reader.hpp"
#include "meeting/apply.hpp"
#include "seal/digest.hpp"
#include "simulation/authors.hpp"
#include "spool/spool.hpp"
#include "wire/codec.hpp"

namespace dais::disks {
namespace {

using simulation::Complaints;

std::string hex(const wire::SessionId& session) {
    return seal::hex(base::BytesView(reinterpret_cast<const char*>(session.data()), session.size()));
}

void add_texts(const meeting::Fact& fact, std::map<std::string, int>& texts) {
    for (const auto& event : fact.events) {
        std::visit(
            [&](const auto& happened) {
                if constexpr (requires { happened.text; }) {
                    if (!happened.text.empty()) ++texts[happened.text];
                }
            },
            event);
    }
}

struct Journal {
    std::unique_ptr<journal::JournalReader> reader;
    std::vector<wire::Entry> entries;
    Record record;
    meeting::Meeting state;
};

void read_entries(Journal& journal, Complaints& complaints) {
    const auto read = journal.reader->read({1}, ~std::uint64_t{0}, [&](const journal::Entry& row) {
        auto entry = wire::decode_entry(row.bytes);
        if (!entry) {
            complaints.push_back("entry " + std::to_string(row.sequence.value) + ": " + entry.error().text);
            return false;
        }
        if (entry->fact.stamp.entry.value != journal.entries.size() + 1)
            complaints.push_back("a gap in the journal");
        if (!journal.entries.empty() &&
            entry->fact.stamp.recorded < journal.entries.back().fact.stamp.recorded) {
            complaints.push_back("the time goes back at entry " + std::to_string(row.sequence.value));
        }
        journal.entries.push_back(*std::move(entry));
        return true;
    });
    if (!read) complaints.push_back(read.error().text);
}

Journal read_journal(const std::filesystem::path& path, Complaints& complaints) {
    Journal journal;
    auto reader = journal::open_read_only(path.string());
    if (!reader) {
        complaints.push_back(reader.error().text);
        return journal;
    }
    journal.reader = *std::move(reader);
    read_entries(journal, complaints);
    auto& record = journal.record;
    record.epoch_of.resize(journal.entries.size() + 1);
    if (const auto epochs = journal.reader->epochs()) {
        for (const auto& start : *epochs) {
            for (auto at = start.first.value; at < record.epoch_of.size(); ++at)
                record.epoch_of[at] = start.epoch.counter;
        }
    }
    for (const auto& entry : journal.entries) {
        meeting::apply(journal.state, entry.fact);
        add_texts(entry.fact, record.texts);
        if (entry.request != 0)
            record.stands[{hex(entry.session), entry.request}] = entry.fact.stamp.entry.value;
    }
    for (const auto& [text, count] : record.texts) {
        if (count > 1 && text.find(" wrote ") != std::string::npos)
            complaints.push_back("\"" + text + "\" stands " + std::to_string(count) +
                                 " times in the journal");
    }
    return journal;
}

// What the spool holds at the end: nothing waits any more, and its head is the journal's.
Held read_spool(const std::string& name, const std::filesystem::path& path, Journal& journal,
                Verdict& verdict) {
    Held held;
    const auto spool = spool::open_spool({path.string(), ""});
    if (!spool) {
        verdict.complaints.push_back(name + "'s spool: " + spool.error().text);
        return held;
    }
    const auto& contents = (*spool)->contents();
    if (!contents.outbox().empty()) verdict.complaints.push_back(name + "'s spool still has texts that wait");
    for (const auto& item : contents.unplaced()) {
        ++verdict.unplaced;
        held.numbers.insert(item.request);
        if (const auto command = wire::decode_command(item.bytes))
            held.requests[simulation::text_of(*command)] = item.request;
    }
    for (const auto& [place, text] : contents.drafts) held.drafts.insert(text);
    if (contents.head_seen) {
        const auto& head = contents.head_seen->head;
        const auto digest = journal.reader->digest_at(head.sequence);
        if (!digest || *digest != head.digest)
            verdict.complaints.push_back(name + " kept a head that is not the journal's");
    }
    return held;
}

// At the very end a text is in one place only.
void check_once_somewhere(const Story& story, const Held& held, const Record& record,
                          Complaints& complaints) {
    for (const auto& [text, about] : story.texts) {
        const auto stands = record.texts.find(text);
        const int places = (stands == record.texts.end() ? 0 : stands->second) +
                           (held.requests.contains(text) ? 1 : 0) + (held.drafts.contains(text) ? 1 : 0);
        if (places > 1) complaints.push_back(story.name + ": \"" + text + "\" is in several places");
    }
}

void check_screen(const std::string& name, const std::filesystem::path& directory, const Journal& journal,
                  const std::string& record, Complaints& complaints) {
    std::istringstream status(e2e::read_file(directory / (name + ".status")));
    std::string link;
    std::string digest;
    std::uint64_t head = 0;
    status >> link >> head >> digest;
    if (link != "live" || head != journal.entries.size())
        complaints.push_back(name + " is not where the journal is");
    if (digest != seal::hex(wire::state_digest(journal.state)))
        complaints.push_back(name + " has another state");
    if (e2e::read_file(directory / (name + ".record")) != record)
        complaints.push_back(name + " has another record");
}

}  // namespace

Verdict judge(const Places& places, const std::vector<std::string>& names) {
    const auto& path = places.journal;
    Verdict verdict;
    auto& complaints = verdict.complaints;
    const auto verified = e2e::run({e2e::dais(), "verify", path.string()});
    if (verified.code != 0) complaints.push_back("dais verify: " + verified.out);
    auto journal = read_journal(path, complaints);
    if (!journal.reader) return verdict;
    verdict.entries = journal.entries.size();
    simulation::check_once(journal.entries, complaints);
    const auto record = e2e::run({e2e::dais(), "record", path.string()});
    if (record.code != 0) complaints.push_back("dais record: " + record.out);
    for (const auto& name : names) {
        const auto story =
            read_story(name, read_ledger(places.directory / (name + ".ledger")), journal.record, complaints);
        const auto held = read_spool(name, places.spool(name), journal, verdict);
        check_texts(story, held, journal.record, complaints);
        check_once_somewhere(story, held, journal.record, complaints);
        check_requests(story, held, journal.record, complaints);
        check_screen(name, places.directory, journal, record.out, complaints);
        verdict.lives += story.lives;
        verdict.asked += story.requests.size();
        verdict.answered += story.answered;
        verdict.without_room += story.without_room;
        verdict.refused_for_room += story.refused_for_room;
        for (const auto& [number, request] : story.requests) verdict.texts += request.text.empty() ? 0 : 1;
    }
    return verdict;
}

}  // namespace dais::disks
