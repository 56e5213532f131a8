// A station's spool: what it kept, and what somebody or a disk made of the file. Each frame is a change that
// the station makes, a row that is written past it, or bytes that are changed in the file or in its log.
// Whatever it has become, opening it ends with contents that a station can go on from, or says why not; what
// was not touched is all there; where only bytes were changed nothing is read that was never written; a
// damaged spool is set aside whole, and the next one is new.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/frames.hpp"
#include "fuzz/touched_file.hpp"
#include "spool/spool.hpp"
#include "spool/spool_tables.hpp"

namespace {

using namespace dais;
using base::check;
using spool::Contents;

constexpr std::size_t most_frames = 64;
constexpr std::size_t header = 100;  // of a SQLite file

class Station {
  public:
    Station() {
        auto writer = spool::SpoolWriter::open(file_.database());
        check(writer.ok(), "no statements");
        writer_.emplace(*std::move(writer));
        contents_.session[0] = 7;
        check(writer_->write_station(contents_).ok(), "the station's row is not written");
        remember();
    }

    void play(std::string_view frame);
    void finish();

  private:
    void change(unsigned what, fuzz::Bytes& bytes);
    void write_past(fuzz::Bytes& bytes);
    void change_bytes(fuzz::Bytes& bytes);
    void write(const Contents& next, const spool::Changes& changes);
    void remember();
    void check_contents(const Contents& read) const;
    void go_on(std::unique_ptr<spool::Spool> spool) const;
    void begin_anew(const std::string& content) const;

    fuzz::TouchedFile file_{spool::spool_schema()};
    std::optional<spool::SpoolWriter> writer_;
    Contents contents_;
    bool honest_ = true;  // nobody but the station wrote rows
    // All that ever lay in the file, as a damaged one may hold what is no more.
    std::vector<spool::Item> items_;
    std::set<std::pair<std::string, std::string>> drafts_;
    std::set<std::uint64_t> next_requests_;
};

void Station::remember() {
    for (const auto& [request, item] : contents_.items) {
        if (std::find(items_.begin(), items_.end(), item) == items_.end()) items_.push_back(item);
    }
    drafts_.insert(contents_.drafts.begin(), contents_.drafts.end());
    next_requests_.insert(contents_.next_request);
}

// As the spool itself writes a change.
void Station::write(const Contents& next, const spool::Changes& changes) {
    check(writer_->write_station(next).ok(), "the station's row is not written");
    for (const auto request : changes.touched_requests()) (void)writer_->write_item(next, request);
    for (const auto& place : changes.touched_places()) (void)writer_->write_draft(next, place);
}

// A frame's first byte is what happens.
void Station::play(std::string_view frame) {
    fuzz::Bytes bytes(frame);
    const unsigned what = bytes.one() % 12;
    switch (what) {
        case 8:
            return file_.write_to_log();
        case 9:
            honest_ = false;
            return write_past(bytes);
        case 10:
        case 11:
            return change_bytes(bytes);
        default:
            return change(what, bytes);
    }
}

void Station::change(unsigned what, fuzz::Bytes& bytes) {
    spool::Changes changes;
    const auto number = bytes.one();
    const std::uint64_t request = number == 255 ? bytes.eight() : number;
    const std::string place = number < 250 ? std::to_string(number % 8) : std::string(bytes.two() % 256, 'p');
    switch (what) {
        case 0:
        case 1:
            changes.keep(contents_.free_from + request, what == 0 ? spool::Kind::act : spool::Kind::text,
                         bytes.rest());
            break;
        case 2:
            changes.forget(request);
            break;
        case 3:
            changes.set_unplaced(request, bytes.rest());
            break;
        case 4:
            changes.raise_next_request(request);
            break;
        case 5:
            changes.keep_draft(place, bytes.rest());
            break;
        case 6:
            changes.forget_draft(place);
            break;
        default: {
            seal::SignedHead head;
            head.head = {{request, bytes.eight()}, {bytes.two()}, {}};
            head.head.digest[0] = bytes.one();
            if (bytes.one() % 2 == 1) head.signature.emplace();
            changes.set_head_seen(head);
            break;
        }
    }
    auto next = changes.applied_to(contents_);
    if (!next) return;
    write(*next, changes);
    contents_ = *std::move(next);
    remember();
}

// A row with the digest that belongs to it, which the station would not write.
void Station::write_past(fuzz::Bytes& bytes) {
    Contents other = contents_;
    const auto what = bytes.one();
    if (what < 64) {
        for (auto& byte : other.session) byte = bytes.one();
        other.next_request = bytes.eight();
        (void)writer_->write_station(other);
    } else if (what < 128) {
        const auto request = what < 96 ? bytes.one() : bytes.eight();
        auto& item = other.items[request];
        item.request = what % 2 == 0 ? request : bytes.eight();
        item.kind = spool::Kind{bytes.one()};
        if (bytes.one() % 2 == 1) item.unplaced = std::string(bytes.two(), 'r');
        item.bytes = bytes.rest();
        (void)writer_->write_item(other, request);
    } else if (what < 192) {
        const std::string place(bytes.two() % 512, 'p');
        other.drafts[place] = std::string(bytes.rest());
        (void)writer_->write_draft(other, place);
    } else {
        static constexpr const char* orders[] = {"DELETE FROM station",
                                                 "DELETE FROM item",
                                                 "DELETE FROM draft",
                                                 "UPDATE station SET head = x'00'",
                                                 "UPDATE item SET reason = 'r', unplaced = 1 - unplaced",
                                                 "INSERT INTO station VALUES (2, x'00', 1, x'', x'')",
                                                 "UPDATE item SET request = -request",
                                                 "CREATE INDEX more ON item (kind)"};
        (void)file_.database().run(orders[what % 8]);
    }
}

void Station::change_bytes(fuzz::Bytes& bytes) {
    const auto how = bytes.one();
    const bool log = how % 2 == 1;
    if (how < 224) {
        const auto at = bytes.two();
        file_.poke(log, at, bytes.rest());
    } else if (how < 248) {
        file_.cut(log, bytes.two());
    } else {
        honest_ = false;
        file_.replace_with(bytes.rest());
    }
}

void Station::check_contents(const Contents& read) const {
    check(read.next_request > 0 && read.free_from == read.next_request, "no number for the next request");
    check(read.items.size() <= spool::max_outbox_rows && read.drafts.size() <= spool::max_drafts,
          "more than a spool holds");
    for (const auto& [request, item] : read.items) {
        check(item.request == request && request > 0 && request < read.next_request, "an impossible number");
        check(item.kind == spool::Kind::act || item.kind == spool::Kind::text, "an impossible kind");
        check(item.bytes.size() <= spool::max_command_bytes, "a command that is too long");
        check(!item.unplaced || item.unplaced->size() <= spool::max_reason_bytes,
              "a reason that is too long");
        check(!honest_ || std::find(items_.begin(), items_.end(), item) != items_.end(),
              "an item from nowhere");
    }
    for (const auto& draft : read.drafts) {
        check(draft.first.size() <= spool::max_place_bytes, "a place that is too long");
        check(draft.second.size() <= spool::max_draft_bytes, "a draft that is too long");
        check(!honest_ || drafts_.contains(draft), "a draft from nowhere");
    }
    if (!honest_) return;
    const bool anew = read.items.empty() && read.drafts.empty() && read.next_request == 1;
    check(read.session == contents_.session || anew, "a session from nowhere");
    check(next_requests_.contains(read.next_request) || anew, "a number from nowhere");
    if (!file_.touched()) check(read == contents_, "not what was kept");
}

// The station goes on with it, and finds it again.
void Station::go_on(std::unique_ptr<spool::Spool> spool) const {
    const auto request = spool->contents().free_from;
    spool::Changes changes;
    if (request <= spool::max_request) changes.keep(request, spool::Kind::text, "more");
    changes.keep_draft("place", "text").forget_draft("0");
    const auto expected = changes.applied_to(spool->contents());
    const auto done = spool->apply(changes);
    check(done.ok() || !expected, "it cannot be gone on from");
    const Contents now = spool->contents();
    check(!done || now == *expected, "another change than the one that was asked for");
    spool.reset();
    const auto again = spool::open_spool({file_.path(), {}});
    check(again.ok(), again.ok() ? "" : "it cannot be opened again: " + again.error().text);
    check((*again)->contents() == now, "opened again, it holds something else");
}

// After damage: the old one is there, whole, and the new one is empty.
void Station::begin_anew(const std::string& content) const {
    const auto aside = file_.path() + ".damaged-1";
    std::ifstream in(aside, std::ios::binary);
    const std::string there{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    // The header says of the old one that its log was turned on.
    const auto same = [&] {
        return there.size() == content.size() && there.substr(header) == content.substr(header);
    };
    check(content.size() < header || same(), "what was set aside is not the old spool");
    check(!std::filesystem::exists(file_.path() + "-wal"), "the old log is left beside the new spool");
    const auto anew = spool::open_spool({file_.path(), {}});
    check(anew.ok(), anew.ok() ? "" : "no new spool after a damaged one: " + anew.error().text);
    const auto& contents = (*anew)->contents();
    check(contents.items.empty() && contents.drafts.empty() && contents.next_request == 1,
          "the new spool is not empty");
    check(contents.session != contents_.session, "the new spool has the old session");
}

void Station::finish() {
    writer_.reset();
    file_.finish();
    const auto content = file_.has_log() ? "" : file_.content();
    auto opened = spool::open_spool({file_.path(), {}});
    if (!opened) {
        const auto& error = opened.error();
        check(!honest_ || file_.touched(), "an honest spool cannot be opened: " + error.text);
        check(!error.text.empty(), "an error without words");
        if (error.code == "spool_damaged") return begin_anew(content);
        check(error.code == "not_a_spool" || error.code == "wrong_version" || error.code == "cannot_open" ||
                  error.code == "io_failed" || error.code == "read_only",
              "an error that the header does not name: " + error.code + ": " + error.text);
        check(std::filesystem::exists(file_.path()), "a spool that is not ours was moved away");
        return;
    }
    check_contents((*opened)->contents());
    go_on(*std::move(opened));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    Station station;
    for (const auto frame : fuzz::frames({reinterpret_cast<const char*>(bytes), size}, most_frames)) {
        station.play(frame);
    }
    station.finish();
    return 0;
}
