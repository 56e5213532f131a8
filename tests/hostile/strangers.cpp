// Attacks that need no key on the list.
#include <deque>
#include <thread>

#include "hostile/attacks.hpp"
#include "hostile/curve_peer.hpp"
#include "hostile/rogue.hpp"
#include "seal/random.hpp"

namespace dais::hostile {
namespace {

using Until = std::chrono::steady_clock::time_point;
using namespace std::chrono_literals;

bool time_is_left(Until until) {
    return std::chrono::steady_clock::now() < until;
}

Target with_unknown_key(const Target& target) {
    auto stranger = target;
    stranger.keys.own = net::make_key_pair().value();
    return stranger;
}

// Five hundred connections at every stage of a handshake, none of which goes on; whoever is shown out is
// replaced.
void half_handshakes_held_open(const Target& target, Until until) {
    constexpr std::size_t held = 500;
    std::deque<CurvePeer> peers;
    for (std::size_t n = 0; time_is_left(until); ++n) {
        if (peers.size() == held) {
            if (!peers.front().wire().hung_up()) {
                std::this_thread::sleep_for(2ms);
                continue;
            }
            peers.pop_front();
        }
        peers.emplace_back(target.address, with_unknown_key(target).keys);
        auto& peer = peers.back();
        if (n % 4 == 1) peer.wire().say(greeting("CURVE").substr(0, 11));
        if (n % 4 == 2) peer.greet();
        if (n % 4 == 3 && peer.greet()) peer.hello();
    }
}

// A connection after the other, each with garbage in place of a greeting.
void garbage_before_the_greeting(const Target& target, Until until) {
    while (time_is_left(until)) {
        const Wire wire(target.address);
        for (int i = 0; i < 16 && wire.say(seal::random_bytes(4096)); ++i) {
        }
    }
}

// A greeting that says what it should, then a command that claims to be of 2^63 bytes, or a message.
void nonsense_after_the_greeting(const Target& target, Until until) {
    const std::string endless("\x06\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9);
    const std::string early("\0\x05hello", 7);
    for (int n = 0; time_is_left(until); ++n) {
        const Wire wire(target.address);
        wire.say(greeting("CURVE") + (n % 2 == 0 ? endless : early) + seal::random_bytes(1000));
        if (wire.hear(64).size() == 64) static_cast<void>(wire.hear(1));
    }
}

void other_mechanism(const Target& target, Until until, Rogue::Manner manner) {
    std::vector<Rogue> rogues;
    for (int i = 0; i < 10; ++i) rogues.emplace_back(target, manner);
    while (time_is_left(until)) {
        for (auto& rogue : rogues) rogue.say(base::Bytes("let me in"));
        std::this_thread::sleep_for(10ms);
    }
}

void wrong_keys_by_turns(const Target& target, Until until) {
    while (time_is_left(until)) {
        CurvePeer peer(target.address, with_unknown_key(target).keys);
        peer.shake_hands();
    }
}

// Nothing but the first step, which costs the hub a computation on curves.
void flood_of_greetings(const Target& target, Until until) {
    const auto stranger = with_unknown_key(target);
    while (time_is_left(until)) {
        CurvePeer peer(target.address, stranger.keys);
        if (peer.greet()) peer.hello();
    }
}

}  // namespace

std::vector<Attack> attacks_of_strangers() {
    return {
        {"half_handshakes_held_open", half_handshakes_held_open, 8},
        {"garbage_before_the_greeting", garbage_before_the_greeting, 8},
        {"nonsense_after_the_greeting", nonsense_after_the_greeting, 8},
        {"no_mechanism",
         [](const Target& target, Until until) { other_mechanism(target, until, Rogue::Manner::null); }, 8},
        {"name_and_password",
         [](const Target& target, Until until) { other_mechanism(target, until, Rogue::Manner::plain); }, 8},
        {"wrong_keys_by_turns", wrong_keys_by_turns, 8},
        {"flood_of_greetings", flood_of_greetings, 8},
    };
}

std::vector<Attack> all_attacks() {
    auto all = attacks_of_strangers();
    for (auto& attack : attacks_from_within()) all.push_back(std::move(attack));
    return all;
}

}  // namespace dais::hostile
