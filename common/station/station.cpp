#include "station/station.hpp"

#include <utility>

#include "program/print.hpp"
#include "wire/codec.hpp"

namespace dais::station {
namespace {

// Request numbers are reserved on disk in blocks, so that an act costs no sync of its own.
constexpr std::uint64_t block = 1000;
constexpr std::size_t messages_a_turn = 256;

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

base::Result<Station> Station::open(const net::Context& context, net::StationOptions options,
                                    const std::filesystem::path& spool_file, const std::string& program) {
    auto spool = spool::open_spool({spool_file.string(), ""});
    if (!spool && spool.error().code == "spool_damaged") {
        program::complain(spool.error());  // it was set aside, whole; the station begins a new one
        spool = spool::open_spool({spool_file.string(), ""});
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
    const auto reserved = kept.next_request;
    return Station(*std::move(socket), *std::move(spool), std::move(replica), reserved);
}

base::Result<std::uint64_t> Station::submit(meeting::Command command, base::Instant now,
                                            std::optional<base::Instant> script_time) {
    if (replica_.outbox().next() >= reserved_) {
        const auto upto = replica_.outbox().next() + block;
        if (auto kept = spool_->apply(spool::Changes{}.raise_next_request(upto)); !kept) return kept.error();
        reserved_ = upto;
    }
    return replica_.submit(std::move(command), now, script_time);
}

base::Result<std::vector<replica::Outbound>> Station::turn(base::Instant now) {
    std::vector<replica::Inbound> in;
    for (const auto event : socket_.events()) in.push_back(inbound(event));
    std::vector<std::string> messages;
    socket_.receive(messages, messages_a_turn);
    for (auto& message : messages) in.emplace_back(replica::Received{std::move(message)});
    std::vector<replica::Outbound> told;
    for (auto& order : replica_.step(now, std::move(in))) {
        base::Status<> done = base::Done{};
        if (auto* send = std::get_if<replica::Send>(&order)) {
            // Where it cannot be sent the connection is ending; what matters is sent again on the next one.
            socket_.send(net::share(std::move(send->bytes)));
        } else if (std::holds_alternative<replica::Reconnect>(order)) {
            done = socket_.reconnect();
        } else if (auto* keep = std::get_if<replica::Keep>(&order)) {
            done = spool_->keep(keep->request, spool::Kind::text, keep->bytes);
        } else if (auto* forget = std::get_if<replica::Forget>(&order)) {
            done = spool_->forget(forget->request);
        } else if (auto* unplaced = std::get_if<replica::Unplaced>(&order)) {
            done = spool_->set_unplaced(unplaced->request, unplaced->reason);
        } else if (auto* seen = std::get_if<replica::HeadSeen>(&order)) {
            head_seen_ = seen->head;
            done = spool_->set_head_seen(seen->head);
        } else {
            told.push_back(std::move(order));
        }
        if (!done) return done.error();
    }
    return told;
}

}  // namespace dais::station
