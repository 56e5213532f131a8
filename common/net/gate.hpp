// The gate: who may connect at all. It answers libzmq's authentication requests (ZAP, ZeroMQ RFC 27) on a
// thread of its own.
//
// Without a ZAP handler, libzmq 4.3.4 as Debian builds it lets every CURVE key in. So the gate must be bound
// before any server socket of its context, it says no (400) to whatever it does not know to be right, and
// probe() tries it out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "net/context.hpp"
#include "net/keys.hpp"
#include "net/reports.hpp"

namespace dais::net {

class Gate {
  public:
    // Binds and starts. A request is granted (200) for mechanism CURVE and a listed public key; the
    // connection's User-Id is then the station's name. NULL, PLAIN, other domains and malformed requests are
    // refused (400). Each refused key is reported once (refused_key), with the machine's address; of a flood
    // of random keys the first 1,024 are remembered, the rest only counted. Errors: those of
    // check_stations(); gate_taken where the context has a handler already.
    static base::Result<Gate> open(const Context& context, std::vector<Station> stations,
                                   std::shared_ptr<ReportQueue> reports);
    ~Gate();
    Gate(Gate&&) noexcept;
    Gate& operator=(Gate&&) noexcept;

    // Another list, from now on. Connections that stand are not cut by this: HubSocket drops what they still
    // send. Thread-safe. Errors: those of check_stations(); the old list then stays.
    [[nodiscard]] base::Status<> replace(std::vector<Station> stations);

    // The one stranger whose refusal is not worth a report: our own probe. Thread-safe.
    void expect_stranger(const std::string& public_key);

    // How many requests were refused, the probe's not among them. Thread-safe.
    [[nodiscard]] std::uint64_t refused() const;

  private:
    class Keeper;
    explicit Gate(std::unique_ptr<Keeper> keeper);
    std::unique_ptr<Keeper> keeper_;
};

// Knocks at a hub's endpoint with a key that no list can have, and is well only if it is turned away for it.
// Errors: gate_open (it was let in: the hub must exit at once), gate_unproven (no clear refusal within
// `patience`). Blocks for the time of a handshake.
base::Status<> probe(const Context& context, const std::string& endpoint, const std::string& hub_public_key,
                     const KeyPair& stranger, base::Span patience = base::Span{5000});

}  // namespace dais::net
