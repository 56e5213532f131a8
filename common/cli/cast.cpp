#include "cli/cast.hpp"

#include <algorithm>

#include "program/clocks.hpp"
#include "program/print.hpp"

namespace dais::cli {

base::Result<Cast> Cast::open(const std::vector<std::string>& names, const net::KeyRing& ring,
                              const std::string& address, const std::filesystem::path& spools) {
    auto context = net::Context::open();
    if (!context) return context.error();
    Cast cast;
    for (const auto& name : names) {
        auto keys = ring.load_station(name);
        if (!keys) return keys.error();
        net::StationOptions options;
        options.address = address;
        options.keys = *std::move(keys);
        auto station = station::Station::open(*context, std::move(options),
                                              spool::OpenSpool{(spools / (name + ".spool")).string(), ""},
                                              "dais rehearse " DAIS_VERSION);
        if (!station) return station.error();
        if (!station->notice().empty()) program::complain(station->notice());
        auto& placed = cast.stations_[name];
        placed = std::make_unique<station::Station>(*std::move(station));
        cast.sockets_.push_back(&placed->socket());
    }
    return cast;
}

base::Status<> Cast::turn(base::Span timeout, const Listener& listener) {
    if (timeout > base::Span{0}) net::wait_any(sockets_, timeout);
    for (const auto& [name, station] : stations_) {
        auto told = station->turn(program::uptime());
        for (const auto& each : told) listener(name, each);
        if (station->trouble()) return *station->trouble();
    }
    return base::Done{};
}

bool Cast::all_live_at(base::Sequence head) const {
    return std::all_of(stations_.begin(), stations_.end(), [&](const auto& each) {
        const auto& replica = each.second->replica();
        return replica.link() == replica::LinkState::live && replica.head() >= head;
    });
}

}  // namespace dais::cli
