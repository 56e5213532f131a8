#include "cli/hub_program.hpp"

#include <malloc.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <cmath>
#include <utility>

#include "cli/checkpoints.hpp"
#include "cli/disk.hpp"
#include "cli/hub_keys.hpp"
#include "cli/opening.hpp"
#include "cli/reading.hpp"
#include "hub/hub.hpp"
#include "meeting/events.hpp"
#include "net/hub_socket.hpp"
#include "net/key_ring.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"
#include "sqlite/files.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

namespace {

constexpr base::Span longest_wait{250};
// Peers take turns, a message each; few enough that the last of a turn waits a few milliseconds.
constexpr std::size_t messages_a_turn = 512;
// After the disk was full: so much room is enough for some hundred paragraphs.
constexpr std::size_t room_to_go_on = 128 * 1024;
// Pieces above this size, a packed snapshot say, are given back to the system when they are freed. The C
// library begins with a lower bound, and then raises it with each such piece that it sees.
constexpr int large_piece = 1024 * 1024;

struct ScriptClock {
    base::Instant start;
    double rate = 0;
};

base::Result<std::optional<ScriptClock>> parse_script_clock(const std::string& text) {
    if (text.empty()) return std::optional<ScriptClock>{};
    ScriptClock clock;
    const auto* end = text.data() + text.size();
    const auto [colon, bad_start] = std::from_chars(text.data(), end, clock.start.ms);
    if (bad_start == std::errc{} && colon != end && *colon == ':') {
        const auto [rest, bad_rate] = std::from_chars(colon + 1, end, clock.rate);
        if (bad_rate == std::errc{} && rest == end && clock.rate >= 0) return std::optional(clock);
    }
    return base::Error{"bad_script_clock",
                       "--script-clock is START:RATE, two numbers, not \"" + text + "\"."};
}

// The first entry of a new journal; for an old one, a word where the folder says something else by now.
base::Status<> prepare(hub::Hub& hub, journal::Journal& journal, folder::Folder folder, base::Instant now) {
    if (hub.head().value == 0) {
        auto first = hub.prepare({std::move(folder.setup), std::move(folder.participants)}, now);
        if (!first) return first.error();
        const base::Bytes row = **first;
        auto appended = journal.append({&row, 1});
        if (!appended) return appended.error();
    } else if (hub.state().setup != folder.setup) {
        spdlog::warn(
            "The meeting folder, or what the site settles for its meetings, is not what it was when the "
            "journal was begun; "
            "the journal stands.");
    }
    return base::Done{};
}

void log_reports(net::HubSocket& socket) {
    for (const auto& report : socket.reports()) spdlog::warn("{}: {}", report.code, report.text);
}

// Carries out what the hub orders.
void carry_out(std::vector<hub::Outbound> orders, net::HubSocket& socket, Disk* disk) {
    for (auto& order : orders) {
        if (auto* append = std::get_if<hub::Append>(&order)) {
            disk->append(std::move(*append));
        } else if (auto* send = std::get_if<hub::Send>(&order)) {
            // A peer that is gone comes back and says where it stands. One that is full does not read, and
            // what it missed leaves it nothing to go on with.
            if (socket.send({send->peer}, send->bytes) == net::SendResult::full) socket.hang_up({send->peer});
        } else if (const auto* gone = std::get_if<hub::HangUp>(&order)) {
            socket.hang_up({gone->peer});
        } else if (auto* say = std::get_if<hub::Say>(&order)) {
            // With the network's own: whatever stations can cause comes rate limited.
            socket.report(say->code, std::move(say->sentence));
        }
    }
}

// Serves until it is told to stop, or until the disk fails. Returns an exit code.
int serve(hub::Hub& hub, net::HubSocket& socket, Disk* disk, Checkpoints* checkpoints,
          const program::HubClock& clock, const net::Wakeup& wakeup) {
    std::vector<net::Frame> frames;
    while (!program::stop_is_wished()) {
        socket.wait(hub.due().value_or(longest_wait), wakeup.fd());
        wakeup.clear();
        std::vector<hub::Inbound> inbound;
        if (disk != nullptr) {
            auto news = disk->collect();
            if (!news) {
                spdlog::critical("{} The hub ends; nothing that was acknowledged is lost.",
                                 news.error().text);
                return program::exit_cannot;
            }
            if (news->durable) inbound.emplace_back(hub::Synced{*news->durable});
            if (news->durable) checkpoints->durable(*news->durable);
            if (news->no_room) inbound.emplace_back(hub::NotAppended{});
            if (news->room) inbound.emplace_back(hub::Room{});
            if (auto told = checkpoints->collect()) inbound.push_back(*std::move(told));
        }
        frames.clear();
        socket.receive(frames, messages_a_turn);
        for (auto& frame : frames) {
            inbound.emplace_back(
                hub::Arrived{std::move(frame.peer.bytes), std::move(frame.user), std::move(frame.bytes)});
        }
        const bool in_trouble = !hub.trouble().empty();
        carry_out(hub.step(clock.now(), inbound), socket, disk);
        if (in_trouble && hub.trouble().empty()) spdlog::warn("There is room again; the hub goes on.");
        log_reports(socket);
    }
    carry_out(hub.farewell(), socket, disk);
    return program::exit_ok;
}

// The checkpoint before the journal is closed: closing leaves one file only where nobody reads it.
base::Status<> finish(Disk& disk, Checkpoints& checkpoints, int code) {
    auto journal = disk.finish();
    if (code == program::exit_ok) {
        if (auto head = journal->head()) checkpoints.finish(head->sequence);
    }
    // Not even the head of a clean end is signed for a journal that is damaged.
    return checkpoints.damaged() ? base::Status<>{base::Done{}} : journal->close();
}

int fail(const base::Error& error) {
    spdlog::critical("{}", error.text);
    return program::exit_cannot;
}

fs::path journal_path(const HubProgramOptions& options) {
    if (!options.journal.empty()) return options.journal;
    return program::data_directory() / "journals" / (program::folder_name(options.folder) + ".sqlite");
}

int run(const HubProgramOptions& options, const ScriptClock* script) {
    auto folder = read_for(options.folder, options.style, false);
    if (!folder) return folder.error() == Unread::faulty ? program::exit_no : program::exit_cannot;
    const net::KeyRing ring(options.keys);
    auto keys = ring.load_hub();
    if (!keys) return fail(keys.error());
    auto signing = signing_key(ring.directory());
    if (!signing) return fail(signing.error());
    const auto path = journal_path(options);
    OpenHub how{path, *signing, {}};
    how.options.script_clock = script != nullptr;
    // Silence is measured by the hub's clock, and a rehearsal's may run faster than stations can beat.
    if (script != nullptr && script->rate > 1) {
        how.options.silence *= static_cast<std::int64_t>(std::ceil(script->rate));
    }
    auto opened = open_hub(std::move(how));
    if (!opened) return fail(opened.error());
    auto& hub = *opened->hub;
    const auto last = hub.now();
    const auto head = hub.head();
    const auto digest = hub.digest();
    const program::HubClock clock =
        script != nullptr ? program::HubClock(script->start, script->rate, last) : program::HubClock(last);
    if (auto begun = begin_epoch(*opened, clock.now()); !begun) return fail(begun.error());
    if (opened->journal) {
        if (auto prepared = prepare(hub, *opened->journal, *std::move(folder), clock.now()); !prepared) {
            return fail(prepared.error());
        }
    }
    net::HubOptions socket_options;
    socket_options.address = options.listen;
    socket_options.keys = keys->own;
    socket_options.stations = keys->stations;
    auto socket = net::HubSocket::open(std::move(socket_options));
    if (!socket) return fail(socket.error());
    auto wakeup = net::Wakeup::open();
    if (!wakeup) return fail(wakeup.error());
    program::stop_on_signals(*wakeup);
    std::optional<Disk> disk;
    std::optional<Checkpoints> checkpoints;
    if (opened->journal) {
        checkpoints.emplace(Checkpoints::Begin{path, *signing, opened->begun_from,
                                               std::exchange(opened->checkpoint, {}), head, digest},
                            *wakeup);
        disk.emplace(std::move(opened->journal), *wakeup,
                     [&] { return sqlite::try_room(path.string(), room_to_go_on).ok(); });
    }
    spdlog::info("Serving {} on {}, journal {} at entry {}, {} stations on the list.",
                 options.folder.string(), socket->endpoint(), path.string(), hub.head().value,
                 keys->stations.size());
    if (!options.announce.empty()) {
        if (auto told = program::write_file(options.announce, socket->endpoint() + "\n"); !told)
            return fail(told.error());
    }
    const int code =
        serve(hub, *socket, disk ? &*disk : nullptr, checkpoints ? &*checkpoints : nullptr, clock, *wakeup);
    if (disk) {
        if (auto ended = finish(*disk, *checkpoints, code); !ended) return fail(ended.error());
    }
    spdlog::info("Stopped at entry {}.", hub.head().value);
    return code;
}

}  // namespace

int run_hub(const HubProgramOptions& options) {
    ::mallopt(M_MMAP_THRESHOLD, large_piece);
    spdlog::set_default_logger(spdlog::stderr_color_mt("dais"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    if (options.quiet) spdlog::set_level(spdlog::level::warn);
    auto script = parse_script_clock(options.script_clock);
    if (!script) {
        program::complain(script.error());
        return program::exit_usage;
    }
    return run(options, *script ? &**script : nullptr);
}

}  // namespace dais::cli
