#include "support/network.hpp"

#include <algorithm>
#include <utility>

namespace dais::support {
namespace {

// So many of a connection's last messages may come twice.
constexpr std::size_t words_kept = 6;

}  // namespace

void Network::start_station(const std::string& station, base::Instant now) {
    ends_[station].runs = true;
    ends_[station].retry = now + chance_.between(0, 50);
}

void Network::stop_station(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    end.runs = false;
    lose(station, end, false, now);
    for (auto& lost : end.lost) lost.down.parcels.clear();
    end.tell_end.reset();
}

void Network::reconnect(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    lose(station, end, false, now);
    for (auto& lost : end.lost) lost.down.parcels.clear();
    end.tell_end.reset();
    end.retry = now + chance_.between(0, 20);
}

void Network::cut(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    if (!end.current) return;
    lose(station, end, true, now);
    end.tell_end = now + chance_.between(0, end.line.flaps ? 60 : 300);
    end.retry = *end.tell_end + chance_.between(0, end.line.flaps ? 60 : 500);
}

void Network::cut_with_echo(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    if (end.current) end.echo = end.current->last_words;
    cut(station, now);
}

void Network::hasten(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    if (!end.current) return;
    for (auto* way : {&end.current->up, &end.current->down}) {
        for (auto& parcel : way->parcels) parcel.due = now;
        way->last = now;
    }
}

void Network::stop_hub(base::Instant now) {
    hub_runs_ = false;
    for (auto& [station, end] : ends_) {
        cut(station, now);
        for (auto& lost : end.lost) {
            lost_ += lost.up.parcels.size();
            lost.up.parcels.clear();
        }
    }
    goodbyes_.clear();
}

void Network::lose(const std::string& station, End& end, bool down_arrives, base::Instant now) {
    if (!end.current) return;
    some_of(end.current->up, end.line.flaps, now);
    if (down_arrives) {
        // What a hub that ended had handed to its machine still goes out.
        some_of(end.current->down, end.line.flaps || !hub_runs_, now);
    } else {
        lost_ += end.current->down.parcels.size();
        end.current->down.parcels.clear();
    }
    if (chance_.coin()) {
        goodbyes_.push_back({now + chance_.between(0, 20'000), end.current->peer, station});
    }
    end.lost.push_back(*std::move(end.current));
    end.current.reset();
}

// Of what is under way only the first so many arrive, some of them late: they may lie in a buffer that is
// read when the program wakes up, or be carried about by a network that comes and goes.
void Network::some_of(Way& way, bool much, base::Instant now) {
    const bool all = much && chance_.coin();
    const auto kept = all ? way.parcels.size() : chance_.below(way.parcels.size() + 1);
    lost_ += way.parcels.size() - kept;
    way.parcels.resize(kept);
    if (!chance_.one_in(much ? 2 : 4)) return;
    const auto late = now + chance_.between(0, 6'000);
    for (auto& parcel : way.parcels) parcel.due = std::max(parcel.due, late);
}

base::Instant Network::due(const Line& line, const Way& way, base::Instant now) {
    return std::max(way.last, now + line.delay + chance_.between(base::Span{0}, line.jitter));
}

void Network::send_up(const std::string& station, base::Bytes bytes, base::Instant now, bool may_echo) {
    auto& end = ends_[station];
    if (!end.current) return;
    auto& way = end.current->up;
    auto& words = end.current->last_words;
    if (may_echo) words.push_back(bytes);
    if (words.size() > words_kept) words.pop_front();
    way.last = due(end.line, way, now);
    if (!end.line.up) ++held_;
    way.parcels.push_back({way.last, std::move(bytes)});
    // A dead line is found out by using it.
    if (end.line.flaps && !may_echo && !chance_.one_in(4)) end.current->ends = now;
}

void Network::send_down(const std::string& peer, base::Bytes bytes, base::Instant now) {
    for (auto& [_, end] : ends_) {
        if (!end.current || end.current->peer != peer) continue;
        auto& way = end.current->down;
        end.current->sent_down += bytes.size();
        way.last = due(end.line, way, now);
        if (!end.line.down) ++held_;
        if (end.line.bytes_a_second != 0) {
            way.last = way.last +
                       base::Span{static_cast<std::int64_t>(bytes.size() * 1'000 / end.line.bytes_a_second)};
        }
        way.parcels.push_back({way.last, std::move(bytes)});
    }
}

void Network::connect(const std::string& station, End& end, base::Instant now) {
    end.current.emplace();
    end.current->peer = station + "/" + std::to_string(++connections_);
    end.current->up.last = end.current->down.last = now;
    if (end.line.flaps) end.current->ends = now + chance_.between(5, 120);
    echoed_ += end.echo.size();
    for (auto& words : std::exchange(end.echo, {})) send_up(station, std::move(words), now);
}

std::string Network::peer(const std::string& station) const {
    const auto found = ends_.find(station);
    return found == ends_.end() || !found->second.current ? std::string() : found->second.current->peer;
}

bool Network::has_settled() const {
    return std::all_of(ends_.begin(), ends_.end(), [](const auto& each) {
        const auto& end = each.second;
        return end.lost.empty() && !(end.current && end.current->ends);
    });
}

std::vector<ToStation> Network::at_station(const std::string& station, base::Instant now) {
    auto& end = ends_[station];
    std::vector<ToStation> arrived;
    if (!end.runs) return arrived;
    if (end.current && end.current->ends && *end.current->ends <= now) cut(station, now);
    const auto receive = [&](Connection& connection) {
        auto& parcels = connection.down.parcels;
        while (end.line.down && !parcels.empty() && parcels.front().due <= now) {
            arrived.push_back({ToStation::What::bytes, std::move(parcels.front().bytes)});
            parcels.pop_front();
        }
    };
    // Events and messages come to a station by different ways, and it looks at the events first: it may say
    // hello before it reads what the connection before had left. All of that stands before what comes on the
    // next one.
    if (end.tell_end && *end.tell_end <= now) {
        end.tell_end.reset();
        arrived.push_back({ToStation::What::disconnected, {}});
    }
    const bool may_connect = hub_runs_ && end.line.up && end.line.down && !end.tell_end;
    if (!end.current && may_connect && end.retry <= now) {
        connect(station, end, now);
        arrived.push_back({ToStation::What::connected, {}});
        for (auto& lost : end.lost) {
            for (auto& parcel : lost.down.parcels) parcel.due = now;
        }
    }
    for (auto& lost : end.lost) receive(lost);
    std::erase_if(end.lost, [](const Connection& lost) {
        return lost.up.parcels.empty() && lost.down.parcels.empty();
    });
    if (end.current) receive(*end.current);
    return arrived;
}

std::vector<ToHub> Network::at_hub(base::Instant now) {
    std::vector<std::pair<base::Instant, ToHub>> arrived;
    if (!hub_runs_) return {};
    for (auto& [station, end] : ends_) {
        const auto receive = [&](Connection& connection) {
            auto& parcels = connection.up.parcels;
            while (end.line.up && !parcels.empty() && parcels.front().due <= now) {
                arrived.emplace_back(parcels.front().due, ToHub{connection.peer, station, false,
                                                                std::move(parcels.front().bytes)});
                parcels.pop_front();
            }
        };
        for (auto& lost : end.lost) receive(lost);
        if (end.current) receive(*end.current);
    }
    for (const auto& goodbye : goodbyes_) {
        if (goodbye.due <= now)
            arrived.emplace_back(goodbye.due, ToHub{goodbye.peer, goodbye.station, true, {}});
    }
    std::erase_if(goodbyes_, [&](const Goodbye& goodbye) { return goodbye.due <= now; });
    std::stable_sort(arrived.begin(), arrived.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ToHub> sorted;
    for (auto& each : arrived) sorted.push_back(std::move(each.second));
    return sorted;
}

std::uint64_t Network::sent_down(const std::string& station) const {
    const auto found = ends_.find(station);
    return found == ends_.end() || !found->second.current ? 0 : found->second.current->sent_down;
}

}  // namespace dais::support
