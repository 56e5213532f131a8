// Attacks of one who has a key on the list.
#include <thread>

#include "hostile/attacks.hpp"
#include "hostile/curve_peer.hpp"
#include "hostile/rogue.hpp"
#include "wire/codec.hpp"

namespace dais::hostile {
namespace {

using Until = std::chrono::steady_clock::time_point;
using namespace std::chrono_literals;

bool time_is_left(Until until) {
    return std::chrono::steady_clock::now() < until;
}

// Says what `next(rogue, n)` makes, as fast as it goes, and reads what comes. After a refusal, or where
// nothing is taken any more, it comes again on a new connection with a new session.
template <class Next>
void flood(const Target& target, Until until, const Next& next, bool reads = true) {
    while (time_is_left(until)) {
        Rogue rogue(target);
        if (!rogue.join(any_session(), 4u << 20)) continue;
        int deaf = 0;
        for (std::uint64_t n = 1; time_is_left(until) && deaf < 20; ++n) {
            deaf = rogue.say(next(rogue, n)) ? 0 : deaf + 1;
            if (!reads || n % 64 != 0) continue;
            while (const auto bytes = rogue.hear()) {
                const auto envelope = wire::decode_envelope(*bytes);
                if (envelope && std::holds_alternative<wire::Refused>(envelope->message)) deaf = 20;
            }
        }
    }
}

base::Bytes in_epoch(const Rogue& rogue, wire::Message message) {
    return wire::encode(wire::Envelope{rogue.epoch(), std::move(message)});
}

wire::CommandMessage note(std::uint64_t request, std::string text) {
    return {request, std::nullopt, meeting::MakeNote{std::move(text), true, {}}};
}

void flood_of_beats(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t) { return in_epoch(rogue, wire::Beat{}); });
}

void flood_of_beats_never_read(const Target& target, Until until) {
    flood(
        target, until, [](const Rogue& rogue, std::uint64_t) { return in_epoch(rogue, wire::Beat{}); },
        false);
}

void flood_of_asks(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) { return in_epoch(rogue, wire::Ask{n}); });
}

void flood_of_digest_asks(const Target& target, Until until) {
    flood(target, until,
          [](const Rogue& rogue, std::uint64_t) { return in_epoch(rogue, wire::DigestAsk{}); });
}

// Each with another amount, so that none is the same as the last.
void flood_of_credit(const Target& target, Until until) {
    flood(target, until,
          [](const Rogue& rogue, std::uint64_t n) { return in_epoch(rogue, wire::Credit{~n}); });
}

void flood_of_commands(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) {
        return in_epoch(rogue, note(n, "The hostile one writes."));
    });
}

// A clerk does not open meetings.
void flood_of_refused_commands(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) {
        return in_epoch(rogue, wire::CommandMessage{n, std::nullopt, meeting::OpenMeeting{}});
    });
}

// At more places than a station may have, each time another text.
void flood_of_drafts(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) {
        return in_epoch(rogue,
                        wire::Draft{"p:" + std::to_string(n % 100), 0, std::to_string(n) + " is begun"});
    });
}

// As long as a text may be, begun and given up by turns at places without an end.
void flood_of_long_drafts(const Target& target, Until until) {
    const std::string words(65'000, 'x');
    flood(target, until, [&](const Rogue& rogue, std::uint64_t n) {
        return in_epoch(rogue,
                        wire::Draft{"p:" + std::to_string(n / 2), 0, n % 2 == 0 ? words : std::string{}});
    });
}

// Newest first, and each twice.
void requests_out_of_order(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) {
        return in_epoch(rogue, note(1'000'000'000 - n / 2, "The hostile one counts down."));
    });
}

// The same words of 64 KiB again and again, under one number: only the first is accepted.
void flood_of_long_repeated_commands(const Target& target, Until until) {
    const std::string words(60'000, 'x');
    flood(target, until, [&](const Rogue& rogue, std::uint64_t) { return in_epoch(rogue, note(1, words)); });
}

void flood_of_hellos(const Target& target, Until until) {
    const auto session = any_session();
    flood(target, until, [&](const Rogue&, std::uint64_t) {
        return wire::encode(wire::Envelope{{}, hello_of(session, 4u << 20)});
    });
}

void hellos_for_ever_new_sessions_never_read(const Target& target, Until until) {
    flood(
        target, until,
        [](const Rogue&, std::uint64_t) {
            return wire::encode(wire::Envelope{{}, hello_of(any_session(), 4u << 20)});
        },
        false);
}

void messages_at_the_limit(const Target& target, Until until) {
    const base::Bytes bytes(wire::max_message_bytes, '\x91');
    flood(target, until, [&](const Rogue&, std::uint64_t) { return bytes; });
}

void messages_above_the_limit(const Target& target, Until until) {
    const base::Bytes twice(wire::max_message_bytes * 2, 'x');
    const base::Bytes more(wire::max_message_bytes * 3, 'x');
    flood(target, until, [&](const Rogue&, std::uint64_t n) { return n % 8 == 0 ? more : twice; });
}

// Arrays in arrays, and an array of four billion elements.
void nested_messages(const Target& target, Until until) {
    const base::Bytes deep(100'000, '\x91');
    const base::Bytes wide("\x94\x01\x05\xDD\xFF\xFF\xFF\xFF", 8);
    flood(target, until, [&](const Rogue&, std::uint64_t n) { return n % 2 == 0 ? deep : wide; });
}

// A message of another version, whatever it holds.
void other_versions(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) {
        auto bytes = in_epoch(rogue, wire::Beat{});
        bytes[1] = static_cast<char>(n % 2 == 0 ? 0 : 99);
        return bytes;
    });
}

// The hub's own messages, and epochs that it never had.
void forged_messages(const Target& target, Until until) {
    flood(target, until, [](const Rogue& rogue, std::uint64_t n) -> base::Bytes {
        switch (n % 4) {
            case 0:
                return wire::encode(wire::Envelope{{rogue.epoch().counter, n}, note(n, "Forged.")});
            case 1:
                return wire::encode(wire::Envelope{{~0ULL, n}, wire::Beat{}});
            case 2:
                return wire::encode(wire::Envelope{{~0ULL, n}, hello_of(any_session())});
            default:
                return in_epoch(rogue, wire::Entries{{1}, {"forged"}});
        }
    });
}

// Reads its welcome and then nothing, while it grants all the credit there is.
void never_reads(const Target& target, Until until) {
    std::vector<std::unique_ptr<Rogue>> rogues;
    for (int i = 0; i < 4; ++i) {
        rogues.push_back(std::make_unique<Rogue>(target, Rogue::Manner::curve, 1));
        rogues.back()->join(any_session(), ~0ULL);
    }
    while (time_is_left(until)) {
        for (auto& rogue : rogues) {
            rogue->say(wire::Credit{~0ULL});
            rogue->say(wire::encode(wire::Envelope{{}, hello_of(any_session(), ~0ULL)}));
        }
    }
}

void connects_and_leaves_by_turns(const Target& target, Until until) {
    while (time_is_left(until)) {
        CurvePeer peer(target.address, target.keys);
        if (peer.shake_hands()) peer.part(wire::encode(wire::Envelope{{}, hello_of(any_session())}), false);
    }
}

void many_connections_with_one_key(const Target& target, Until until) {
    std::vector<CurvePeer> peers;
    while (time_is_left(until)) {
        if (peers.size() < 200) {
            peers.emplace_back(target.address, target.keys);
            peers.back().shake_hands();
        }
        for (auto& peer : peers) {
            if (!peer.wire().hung_up())
                peer.part(wire::encode(wire::Envelope{{}, hello_of(any_session())}), false);
        }
    }
}

// A message whose last part never comes, in parts of every size.
void a_message_without_end(const Target& target, Until until) {
    const std::string large(1'000'000, 'x');
    for (int n = 0; time_is_left(until); ++n) {
        CurvePeer peer(target.address, target.keys);
        if (!peer.shake_hands()) continue;
        while (time_is_left(until) && peer.part(n % 2 == 0 ? large : large.substr(0, 100), true)) {
        }
    }
}

// Commands of ZMTP, each of which the hub answers.
void flood_of_pings(const Target& target, Until until) {
    while (time_is_left(until)) {
        CurvePeer peer(target.address, target.keys);
        if (!peer.shake_hands()) continue;
        while (time_is_left(until) && peer.command(std::string("\x04PING\0\x10hostile", 14))) {
        }
    }
}

}  // namespace

std::vector<Attack> attacks_from_within() {
    return {
        {"flood_of_beats", flood_of_beats, 16},
        {"flood_of_beats_never_read", flood_of_beats_never_read, 16},
        {"flood_of_asks", flood_of_asks, 16},
        {"flood_of_digest_asks", flood_of_digest_asks, 16},
        {"flood_of_credit", flood_of_credit, 16},
        {"flood_of_commands", flood_of_commands, 64},
        {"flood_of_refused_commands", flood_of_refused_commands, 16},
        {"flood_of_drafts", flood_of_drafts, 16},
        {"flood_of_long_drafts", flood_of_long_drafts, 32},
        {"requests_out_of_order", requests_out_of_order, 64},
        {"flood_of_long_repeated_commands", flood_of_long_repeated_commands, 32},
        {"flood_of_hellos", flood_of_hellos, 32},
        {"hellos_for_ever_new_sessions_never_read", hellos_for_ever_new_sessions_never_read, 32},
        {"messages_at_the_limit", messages_at_the_limit, 32},
        {"messages_above_the_limit", messages_above_the_limit, 32},
        {"nested_messages", nested_messages, 32},
        {"other_versions", other_versions, 16},
        {"forged_messages", forged_messages, 16},
        {"never_reads", never_reads, 32},
        {"connects_and_leaves_by_turns", connects_and_leaves_by_turns, 16},
        {"many_connections_with_one_key", many_connections_with_one_key, 16},
        {"a_message_without_end", a_message_without_end, 32},
        {"flood_of_pings", flood_of_pings, 32},
    };
}

}  // namespace dais::hostile
