// The stations of a rehearsal, by name: one real connection each, all turned in one thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "net/key_ring.hpp"
#include "station/station.hpp"

namespace dais::cli {

class Cast {
  public:
    // Opens a station for each name, with its key from the ring and its spool under `spools`.
    static base::Result<Cast> open(const std::vector<std::string>& names, const net::KeyRing& ring,
                                   const std::string& address, const std::filesystem::path& spools);

    // Waits for traffic, at most that long, and lets every station take in and carry out what there is. What
    // they tell is handed to `listener` with the station's name.
    using Listener = std::function<void(const std::string& name, const replica::Outbound& told)>;
    base::Status<> turn(base::Span timeout, const Listener& listener);

    station::Station& at(const std::string& name) { return *stations_.at(name); }
    [[nodiscard]] const std::map<std::string, std::unique_ptr<station::Station>>& stations() const {
        return stations_;
    }

    // Whether all are live and have applied everything up to there.
    [[nodiscard]] bool all_live_at(base::Sequence head) const;

  private:
    std::map<std::string, std::unique_ptr<station::Station>> stations_;
    std::vector<net::StationSocket*> sockets_;
};

}  // namespace dais::cli
