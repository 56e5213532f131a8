#include "station/station.hpp"

#include <utility>

#include "wire/codec.hpp"

namespace dais::station {
namespace {

// Request numbers are reserved on disk in blocks, so that an act costs no sync of its own.
constexpr std::uint64_t block = 1000;
constexpr std::size_t messages_a_turn = 256;
// A disk that failed is tried again after so long.
constexpr base::Span rest{2'000};

replica::Inbound inbound(net::LinkEvent event) {
    switch (event) {
        case net::LinkEvent::connected:
            return replica::Connected{};
        case net::LinkEvent::refused:
            return replica::TurnedAway{};
        case net::LinkEvent::disconnected:
        case net::LinkEvent::handshake_failed:
            break;
    }
    return replica::Disconnected{};
}

}  // namespace

Station::Station(net::StationSocket socket, std::unique_ptr<spool::Spool> spool, replica::Replica replica)
    : socket_(std::move(socket)),
      spool_(std::move(spool)),
      replica_(std::move(replica)),
      reserved_(spool_->contents().next_request) {}

base::Result<Station> Station::open(const net::Context& context, net::StationOptions options,
                                    const spool::OpenSpool& where, const std::string& program) {
    auto spool = spool::open_spool(where);
    std::string notice;
    if (!spool && spool.error().code == "spool_damaged") {
        notice = spool.error().text;  // it was set aside, whole; the station begins a new one
        spool = spool::open_spool(where);
    }
    if (!spool) return spool.error();
    auto socket = net::StationSocket::open(context, std::move(options));
    if (!socket) return socket.error();
    replica::Options replica_options;
    const auto& kept = (*spool)->contents();
    replica_options.session = kept.session;
    replica_options.next_request = kept.next_request;
    replica_options.program = program;
    replica::Replica replica(replica_options);
    for (const auto& item : kept.outbox()) {
        auto command = wire::decode_command(item.bytes);
        if (!command) return command.error();
        replica.restore(item.request, *std::move(command));
    }
    Station station(*std::move(socket), *std::move(spool), std::move(replica));
    station.notice_ = std::move(notice);
    return station;
}

base::Result<std::uint64_t> Station::submit(meeting::Command command, base::Instant now,
                                            std::optional<base::Instant> script_time,
                                            const std::string& from) {
    const auto request = replica_.outbox().next();
    spool::Changes changes;
    if (request >= reserved_) changes.raise_next_request(request + block);
    // A full outbox takes nothing: it says so itself, below.
    if (!meeting::is_act(command) && !replica_.outbox().full()) {
        changes.keep(request, spool::Kind::text, wire::encode(command));
        if (!from.empty()) changes.forget_draft(from);
    }
    if (!changes.empty()) {
        if (auto kept = spool_->apply(changes); !kept) {
            replica_.skip_request();
            return kept.error();
        }
        if (request >= reserved_) reserved_ = request + block;
    }
    return replica_.submit(std::move(command), now, script_time);
}

std::vector<replica::Inbound> Station::arrived() {
    std::vector<replica::Inbound> in;
    for (const auto event : socket_.events()) in.push_back(inbound(event));
    std::vector<std::string> messages;
    socket_.receive(messages, messages_a_turn);
    for (auto& message : messages) in.emplace_back(replica::Received{std::move(message)});
    return in;
}

std::vector<replica::Outbound> Station::turn(base::Instant now) {
    std::vector<replica::Outbound> told;
    for (auto& order : replica_.step(now, arrived())) {
        if (!carry_out(order)) told.push_back(std::move(order));
    }
    write_owed(now);
    return told;
}

bool Station::carry_out(replica::Outbound& order) {
    if (auto* send = std::get_if<replica::Send>(&order)) {
        // Where it cannot be sent the connection is ending; what matters is sent again on the next one.
        socket_.send(net::share(std::move(send->bytes)));
        return true;
    }
    if (std::holds_alternative<replica::Reconnect>(order)) {
        // Where there is no socket it tries again by itself after a rest; the link says "connecting"
        // meanwhile.
        [[maybe_unused]] const auto done = socket_.reconnect();
        return true;
    }
    // submit() has kept it before the replica had it.
    if (std::holds_alternative<replica::Keep>(order)) return true;
    if (const auto* forget = std::get_if<replica::Forget>(&order)) {
        owed_[forget->request] = std::nullopt;
        return true;
    }
    if (const auto* seen = std::get_if<replica::HeadSeen>(&order)) {
        head_seen_ = seen->head;
        owes_head_ = true;
        return true;
    }
    if (const auto* unplaced = std::get_if<replica::Unplaced>(&order)) {
        owed_[unplaced->request] = unplaced->reason;
    }
    return false;
}

// All that a turn brought becomes durable with one sync.
void Station::write_owed(base::Instant now) {
    if (owed_.empty() && !owes_head_) return trouble_.reset();
    if (trouble_ && now - owed_tried_ < rest) return;
    owed_tried_ = now;
    spool::Changes changes;
    for (const auto& [request, reason] : owed_) {
        if (!reason) {
            changes.forget(request);
        } else if (kept().items.contains(request)) {  // else its author has given it up meanwhile
            changes.set_unplaced(request, *reason);
        }
    }
    if (owes_head_) changes.set_head_seen(*head_seen_);
    if (auto written = spool_->apply(changes); !written) {
        trouble_ = written.error();
        return;
    }
    owed_.clear();
    owes_head_ = false;
    trouble_.reset();
}

}  // namespace dais::station
