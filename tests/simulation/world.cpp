#include "simulation/world.hpp"

#include <algorithm>
#include <utility>

#include "simulation/undone.hpp"
#include "support/small_meeting.hpp"

namespace dais::simulation {
namespace {

constexpr base::Instant beginning{1'700'000'000'000};
constexpr base::Span tick{5};
constexpr base::Span faults_last{60'000};
// The longest chain of patience: a station that has just learned of its stale link, behind a slow line.
constexpr base::Span must_be_quiet_after{60'000};
// More complaints say nothing new.
constexpr std::size_t enough_complaints = 20;

hub::Options hub_options(support::Chance& chance) {
    hub::Options options;
    // Small enough that stations fall out of the tail and are given snapshots.
    if (chance.coin()) options.tail_bytes = 4'000 + chance.below(60'000);
    if (chance.coin()) options.snapshot_after = 5 + chance.below(200);
    return options;
}

StationPlan plan(const char* name, support::Chance& chance) {
    StationPlan made;
    made.name = name;
    if (chance.one_in(3)) made.window = 4'000 + chance.below(100'000);
    made.pause = chance.between(400, 2'500);
    made.long_texts = chance.one_in(4);
    return made;
}

// Now and then a meeting so big that its snapshot comes in parts, or that its first entry must come as one.
meeting::MeetingPrepared some_meeting(support::Chance& chance) {
    auto prepared = support::small_meeting();
    if (!chance.one_in(8)) return prepared;
    const std::size_t pages = chance.coin() ? 12 : 24;
    for (std::size_t i = 0; i < pages; ++i) {
        prepared.setup.style["page." + std::to_string(i)] = std::string(60'000, 'a');
    }
    return prepared;
}

}  // namespace

World::World(std::uint64_t seed)
    : chance_(seed), network_(chance_.fork()), disk_(chance_.fork()), now_(beginning) {
    hub_ = std::make_unique<HubModel>(hub_options(chance_), chance_.fork(), disk_, network_);
    hub_->prepare(some_meeting(chance_), now_);
    if (chance_.one_in(4)) disk_.set_slowest(base::Span{4'000});
    for (const auto* name : {"chair", "chair-2", "clerk", "clerk-2", "moderator"}) {
        stations_.emplace_back(plan(name, chance_), chance_.fork(), network_);
    }
    for (auto& station : stations_) station.start(now_);
    figures_.hub_lives = 1;
    figures_.station_lives = stations_.size();
    next_strike_ = now_ + chance_.between(500, 4'000);
}

Complaints World::run() {
    while (now_ < beginning + faults_last && complaints_.empty()) {
        strike();
        turn();
    }
    authors_at_work_ = false;
    heal_all();
    settle();
    if (complaints_.empty()) check_all();
    if (complaints_.empty()) join_afresh();
    figures_.entries = disk_.durable().size();
    if (complaints_.size() > enough_complaints) complaints_.resize(enough_complaints);
    return complaints_;
}

void World::turn() {
    now_ = now_ + tick;
    for (auto& station : stations_) {
        if (authors_at_work_) station.act(now_);
        station.turn(now_, complaints_);
    }
    hub_->turn(now_, complaints_);
    if (hub_->hub() == nullptr) {
        const bool returns = std::any_of(healings_.begin(), healings_.end(), [](const Healing& healing) {
            return healing.what == Healing::What::hub;
        });
        if (!returns) {
            healings_.push_back({now_ + chance_.between(50, 6'000), 0, Healing::What::hub});
        }
    }
    for (std::size_t i = 0; i < healings_.size();) {
        if (healings_[i].due > now_) {
            ++i;
            continue;
        }
        const auto due = healings_[i];
        healings_.erase(healings_.begin() + static_cast<std::ptrdiff_t>(i));
        heal(due);
    }
    for (const auto& station : stations_) {
        check_published(station, disk_, complaints_);
        // Credit bounds what waits for a station: its window, and one message that may go beyond it (with the
        // first entry, or some part and a long text), and the answers and beats that need none.
        const auto one_message = disk_.durable().front()->size() + hub::part_bytes + 65'536;
        if (network_.under_way_down(station.name()) > station.plan().window + one_message + 50'000) {
            complaints_.push_back(station.name() + " is sent more than its credit");
        }
    }
}

void World::strike() {
    if (now_ < next_strike_) return;
    next_strike_ = now_ + chance_.between(200, 5'000);
    const auto station = chance_.below(stations_.size());
    switch (chance_.below(8)) {
        case 0:
        case 1:
            ++figures_.cuts;
            return network_.cut(stations_[station].name(), now_);
        case 2:
        case 3:
        case 4:
            return strike_line(station);
        case 5:
            return strike_station(station);
        case 6:
            return stations_[station].jump_clock(chance_.between(-20'000, 20'000));
        default:
            return strike_hub();
    }
}

void World::strike_line(std::size_t station) {
    auto& line = network_.line(stations_[station].name());
    if (chance_.one_in(3)) {
        line.bytes_a_second = 2'000 + chance_.below(60'000);
        line.delay = chance_.between(0, 800);
        line.jitter = chance_.between(0, 1'500);
        healings_.push_back({now_ + chance_.between(1'000, 20'000), station, Healing::What::speed});
        return;
    }
    ++figures_.partitions;
    const auto which = chance_.below(3);
    line.up = which == 1;
    line.down = which == 2;
    healings_.push_back({now_ + chance_.between(100, 18'000), station, Healing::What::line});
}

void World::strike_station(std::size_t station) {
    if (stations_[station].replica() == nullptr) return;
    stations_[station].crash(now_);
    healings_.push_back({now_ + chance_.between(50, 8'000), station, Healing::What::station});
}

void World::strike_hub() {
    if (hub_->hub() == nullptr) return;
    if (chance_.coin()) return hub_->crash_in_next_step();
    hub_->crash(now_);
}

void World::heal(const Healing& healing) {
    auto& station = stations_[healing.station];
    auto& line = network_.line(station.name());
    switch (healing.what) {
        case Healing::What::line:
            line.up = line.down = true;
            if (chance_.coin()) network_.cut(station.name(), now_);
            return;
        case Healing::What::speed: {
            const support::Line usual;
            line.bytes_a_second = 0;
            line.delay = usual.delay;
            line.jitter = usual.jitter;
            network_.hasten(station.name(), now_);
            return;
        }
        case Healing::What::station:
            if (station.replica() == nullptr) {
                ++figures_.station_lives;
                station.start(now_);
            }
            return;
        case Healing::What::hub:
            if (hub_->hub() == nullptr) {
                ++figures_.hub_lives;
                hub_->start(complaints_);
            }
            return;
    }
}

void World::heal_all() {
    for (const auto& healing : std::exchange(healings_, {})) heal(healing);
    disk_.set_slowest(base::Span{300});
}

bool World::quiet() const {
    if (hub_->hub() == nullptr || hub_->hub()->head().value != disk_.durable().size()) return false;
    return std::all_of(stations_.begin(), stations_.end(), [&](const StationModel& station) {
        const auto* replica = station.replica();
        return replica != nullptr && replica->link() == replica::LinkState::live &&
               replica->head() == hub_->hub()->head() && replica->outbox().all().empty();
    });
}

void World::settle() {
    const auto healed_at = now_;
    while (!quiet() && now_ < healed_at + must_be_quiet_after && complaints_.empty()) turn();
    figures_.healed = now_ - healed_at;
    // A little longer: what is quiet must stay so.
    for (int i = 0; i < 600 && complaints_.empty(); ++i) turn();
}

void World::check_all() {
    if (hub_->hub() == nullptr) return complaints_.push_back("the hub did not come back");
    const auto& hub = *hub_->hub();
    const auto journal = read_journal(disk_, complaints_);
    check_hub(hub, disk_, journal, complaints_);
    check_once(journal, complaints_);
    check_undone(journal, complaints_);
    for (const auto& station : stations_) {
        check_ledger(station, journal, complaints_);
        if (station.replica() == nullptr) {
            complaints_.push_back(station.name() + " did not come back");
            continue;
        }
        check_replica(station.name(), *station.replica(), hub, complaints_);
        // The offset is right to half the quickest round trip: 16 ms each way, and the ticks; and the hub may
        // not have looked at its clock for 100 ms.
        if (std::chrono::abs(station.hub_time(now_) - hub.now()) > base::Span{160}) {
            complaints_.push_back(station.name() + " has another time than the hub");
        }
    }
}

// Somebody who was never there sees the same meeting.
void World::join_afresh() {
    stations_.emplace_back(plan("clerk-9", chance_), chance_.fork(), network_);
    stations_.back().start(now_);
    const auto joined_at = now_;
    while (!quiet() && now_ < joined_at + base::Span{10'000} && complaints_.empty()) turn();
    check_replica("the newcomer", *stations_.back().replica(), *hub_->hub(), complaints_);
}

}  // namespace dais::simulation
