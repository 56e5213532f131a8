// A desk in a process of its own, to be killed: a station with its spool, at which somebody types and asks
// from a seed, and a ledger of it.
//   author RING NAME ADDRESS DIRECTORY SPOOL SEED
// keeps NAME.ledger in DIRECTORY. Once there is a file DIRECTORY/quiet it asks for nothing
// more, and writes "LINK HEAD DIGEST WAITING" to NAME.status and the record as it sees it to NAME.record
// whenever they change.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

#include "cli/reading.hpp"
#include "disks/ledger.hpp"
#include "meeting/actor.hpp"
#include "net/key_ring.hpp"
#include "program/clocks.hpp"
#include "program/print.hpp"
#include "seal/digest.hpp"
#include "simulation/authors.hpp"
#include "station/station.hpp"
#include "support/chance.hpp"
#include "wire/codec.hpp"

namespace dais::disks {
namespace {

namespace fs = std::filesystem;

// So many may wait for an answer before the author waits, too: a person does not type a book in an outage.
constexpr std::size_t most_waiting = 40;
const std::string draft_place = "paragraph";

const char* word_of(wire::Fate fate) {
    switch (fate) {
        case wire::Fate::accepted:
            return "accepted";
        case wire::Fate::refused:
            return "refused";
        case wire::Fate::not_received:
            return "not_received";
    }
    return "?";
}

class Author {
  public:
    Author(station::Station station, std::string name, const fs::path& directory, std::uint64_t seed)
        : station_(std::move(station)),
          name_(std::move(name)),
          directory_(directory),
          ledger_(directory / (name_ + ".ledger")),
          chance_(seed),
          life_(std::to_string(::getpid()) + "-" + std::to_string(seed % 100'000)) {}

    void begin();
    void turn();

  private:
    void note(const replica::Outbound& told);
    void write_something();
    void give_something_up();
    void keep_draft(const std::string& text);
    void ask(meeting::Command command, const std::string& text, const std::string& from);
    void show();
    [[nodiscard]] const replica::Replica& replica() const { return station_.replica(); }

    station::Station station_;
    std::string name_;
    fs::path directory_;
    LedgerWriter ledger_;
    support::Chance chance_;
    std::string life_;
    std::uint64_t texts_ = 0;
    base::Instant next_;
    std::string shown_;
    bool quiet_ = false;
};

void Author::begin() {
    const auto& kept = station_.kept();
    ledger_.write("life " + seal::hex(base::BytesView(reinterpret_cast<const char*>(kept.session.data()),
                                                      kept.session.size())));
    for (const auto& [request, item] : kept.items) {
        const auto command = wire::decode_command(item.bytes);
        const auto text = command ? simulation::text_of(*command) : "UNREADABLE";
        ledger_.write((item.unplaced ? "unplaced " : "waiting ") + std::to_string(request) + " " +
                      (text.empty() ? "-" : text));
    }
    for (const auto& [place, text] : kept.drafts) ledger_.write("draft " + text);
    ledger_.write("held");
}

void Author::note(const replica::Outbound& told) {
    if (const auto* settled = std::get_if<replica::Settled>(&told)) {
        ledger_.write("settled " + std::to_string(settled->request) + " " + word_of(settled->fate) + " " +
                      std::to_string(settled->sequence.value) + " " +
                      (settled->word.empty() ? "-" : settled->word));
    } else if (const auto* unplaced = std::get_if<replica::Unplaced>(&told)) {
        ledger_.write("refused_text " + std::to_string(unplaced->request));
    }
}

void Author::turn() {
    station_.socket().wait(base::Span{quiet_ ? 20 : 2});
    for (const auto& told : station_.turn(program::uptime())) note(told);
    if (station_.trouble()) ledger_.write("trouble " + station_.trouble()->text);
    std::error_code error;
    if (!quiet_ && fs::exists(directory_ / "quiet", error)) quiet_ = true;
    if (quiet_) return show();
    const auto now = program::uptime();
    if (now < next_ || replica().outbox().all().size() >= most_waiting) return;
    next_ = now + chance_.between(2, 30);
    if (chance_.one_in(20)) give_something_up();
    write_something();
}

void Author::write_something() {
    if (replica().head().value == 0) return;  // nobody types before the first screen
    // What lay there when an earlier life ended is finished first.
    const auto& drafts = station_.kept().drafts;
    if (const auto draft = drafts.find(draft_place); draft != drafts.end()) {
        const auto text = draft->second;
        return ask(meeting::MakeNote{text, true, {}}, text, draft_place);
    }
    const auto text = name_ + " wrote " + life_ + "-" + std::to_string(++texts_);
    auto command = simulation::next_command(*meeting::desk_of(name_), replica().state(), text, chance_);
    const bool brings = simulation::text_of(command) == text;
    if (!brings || meeting::is_act(command) || !chance_.one_in(3)) {
        return ask(std::move(command), brings ? text : "-", "");
    }
    keep_draft(text);
    ask(std::move(command), text, draft_place);
}

void Author::keep_draft(const std::string& text) {
    ledger_.write("drafting " + text);
    const auto kept = station_.keep(spool::Changes{}.keep_draft(draft_place, text));
    ledger_.write(kept ? "drafted " + text : "trouble " + kept.error().text);
}

// A refused text that its author no longer wants.
void Author::give_something_up() {
    const auto unplaced = station_.kept().unplaced();
    if (unplaced.empty()) return;
    const auto request = unplaced[chance_.below(unplaced.size())].request;
    if (replica().outbox().all().contains(request)) return;
    ledger_.write("giving_up " + std::to_string(request));
    if (auto kept = station_.keep(spool::Changes{}.forget(request)); !kept)
        ledger_.write("trouble " + kept.error().text);
}

void Author::ask(meeting::Command command, const std::string& text, const std::string& from) {
    ledger_.write("asking " + std::string(meeting::command_word(command)) +
                  (meeting::is_act(command) ? " act " : " text ") +
                  std::to_string(replica().epoch().counter) + " " + text);
    const auto request = station_.submit(std::move(command), program::uptime(), std::nullopt, from);
    ledger_.write(request ? "taken " + std::to_string(*request) : "not_taken " + request.error().code);
}

void Author::show() {
    const auto line =
        std::string(replica::word(replica().link())) + " " + std::to_string(replica().head().value) + " " +
        seal::hex(wire::state_digest(replica().state())) + " " +
        std::to_string(std::max(replica().outbox().all().size(), station_.kept().outbox().size())) + "\n";
    if (line == shown_) return;
    const auto record = cli::record_text(replica().state(), false, {});
    if (!program::write_file(directory_ / (name_ + ".record"), record ? *record : record.error().text))
        return;
    if (program::write_file(directory_ / (name_ + ".status"), line)) shown_ = line;
}

int run(char** words) {
    const std::string name = words[2];
    const fs::path directory = words[4];
    auto context = net::Context::open();
    auto keys = net::KeyRing(words[1]).load_station(name);
    if (!context || !keys) {
        std::fprintf(stderr, "%s\n", (!context ? context.error() : keys.error()).text.c_str());
        return 3;
    }
    net::StationOptions link;
    link.address = words[3];
    link.keys = *std::move(keys);
    const spool::OpenSpool where{words[5], ""};
    auto station = station::Station::open(*context, std::move(link), where, "author");
    if (!station) {
        std::fprintf(stderr, "%s\n", station.error().text.c_str());
        return 3;
    }
    if (!station->notice().empty()) {
        std::fprintf(stderr, "%s\n", station->notice().c_str());
        return 3;
    }
    Author author(*std::move(station), name, directory, std::stoull(words[6]));
    author.begin();
    for (;;) author.turn();
}

}  // namespace
}  // namespace dais::disks

int main(int count, char** words) {
    if (count != 7) return 2;
    return dais::disks::run(words);
}
