// How each fault of a plan is brought about, and put right again.
#include <utility>

#include "simulation/world.hpp"

namespace dais::simulation {
namespace {

bool odd(const Fault& fault) {
    return fault.amount % 2 == 1;
}

base::Span jump(const Fault& fault) {
    return base::Span{static_cast<std::int64_t>(fault.amount) - 20'000};
}

// What a copy of the journal is exchanged for, and what it takes until the hub runs on it.
constexpr base::Span exchange{500};

}  // namespace

void World::strike_all_due() {
    for (; next_fault_ < plan_.faults.size(); ++next_fault_) {
        const auto& fault = plan_.faults[next_fault_];
        if (now_ < beginning + fault.at) return;
        if (!strike(fault)) continue;
        figures_.count(fault.kind);
        if (fault.lasts.count() != 0) healings_.push_back({now_ + fault.lasts, fault});
    }
}

bool World::strike(const Fault& fault) {
    if (fault.kind <= FaultKind::partition) return strike_line(fault);
    if (fault.kind <= FaultKind::spool_sync) return strike_station(fault);
    if (fault.kind <= FaultKind::hub_clock) return strike_hub(fault);
    return strike_disk(fault);
}

bool World::strike_line(const Fault& fault) {
    const auto& name = stations_[fault.station].name();
    auto& line = network_.line(name);
    switch (fault.kind) {
        case FaultKind::cut:
        case FaultKind::echo:
            if (network_.peer(name).empty()) return false;
            if (fault.kind == FaultKind::cut) {
                network_.cut(name, now_);
            } else {
                network_.cut_with_echo(name, now_);
            }
            return true;
        case FaultKind::line_flaps:
            line.flaps = true;
            line.jitter = base::Span{80};
            network_.cut(name, now_);
            return true;
        case FaultKind::slow_line:
            line.bytes_a_second = fault.amount;
            line.delay = base::Span{static_cast<std::int64_t>(fault.amount % 800)};
            line.jitter = base::Span{static_cast<std::int64_t>(fault.amount % 1'500)};
            return true;
        default:
            line.up = fault.kind == FaultKind::held_down;
            line.down = fault.kind == FaultKind::held_up;
            return true;
    }
}

bool World::strike_station(const Fault& fault) {
    auto& station = stations_[fault.station];
    if (station.replica() == nullptr) return false;
    switch (fault.kind) {
        case FaultKind::station_dies:
            station.crash(now_);
            return true;
        case FaultKind::station_sleeps:
            station.sleep(now_, now_ + fault.lasts, odd(fault));
            return true;
        case FaultKind::station_clock:
            station.jump_clock(jump(fault));
            return true;
        case FaultKind::spool_full:
            station.set_disk_full(true);
            return true;
        default:
            station.fail_sync(odd(fault));
            return true;
    }
}

bool World::strike_hub(const Fault& fault) {
    if (fault.kind == FaultKind::hub_clock) {
        hub_->jump_clock(jump(fault));
        return true;
    }
    if (hub_->hub() == nullptr) return false;
    switch (fault.kind) {
        case FaultKind::hub_dies:
            hub_->die(now_, fault.lasts, odd(fault));
            return true;
        case FaultKind::hub_flaps:
            hub_->flap(now_, fault.lasts);
            return true;
        case FaultKind::hub_sleeps:
            hub_->sleep_until(now_ + fault.lasts);
            return true;
        default: {
            const auto step = static_cast<int>(fault.kind) - static_cast<int>(FaultKind::hub_dies);
            hub_->die_at(static_cast<Death>(step), now_, fault.lasts, odd(fault));
            return true;
        }
    }
}

bool World::strike_disk(const Fault& fault) {
    switch (fault.kind) {
        case FaultKind::disk_slow:
            disk_->set_slowest(base::Span{static_cast<std::int64_t>(fault.amount)});
            return true;
        case FaultKind::disk_full:
            disk_->set_full(true);
            return true;
        case FaultKind::sync_fails:
            if (!hub_->may_write()) return false;
            disk_->fail_sync(odd(fault));
            return true;
        default:
            break;
    }
    if (!disk_->is_right() || !disk_->can_be_copied() || hub_->hub() == nullptr) return false;
    hub_->die(now_, exchange, odd(fault));
    if (fault.kind == FaultKind::byte_flips) {
        disk_->flip_byte(fault.amount);
    } else {
        disk_->take_older(fault.amount);
    }
    for (auto& station : stations_) station.allow_divergence();
    return true;
}

void World::heal_line(const Fault& fault) {
    auto& line = network_.line(stations_[fault.station].name());
    if (fault.kind == FaultKind::slow_line) {
        const support::Line usual;
        line.bytes_a_second = 0;
        line.delay = usual.delay;
        line.jitter = usual.jitter;
        return network_.hasten(stations_[fault.station].name(), now_);
    }
    if (fault.kind == FaultKind::line_flaps) {
        line.flaps = false;
        line.jitter = support::Line{}.jitter;
        return;
    }
    line.up = line.down = true;
    if (odd(fault)) network_.cut(stations_[fault.station].name(), now_);
}

void World::heal(const Fault& fault) {
    if (fault.kind <= FaultKind::partition) return heal_line(fault);
    auto& station = stations_[fault.station];
    switch (fault.kind) {
        case FaultKind::station_dies:
            if (station.replica() == nullptr) station.start(now_, complaints_);
            return;
        case FaultKind::station_sleeps:
            return station.wake(now_);
        case FaultKind::spool_full:
            return station.set_disk_full(false);
        case FaultKind::spool_sync:  // its person starts it anew
            if (station.replica() != nullptr) station.crash(now_);
            return station.start(now_, complaints_);
        case FaultKind::disk_slow:
            return disk_->set_slowest(base::Span{300});
        case FaultKind::disk_full:
            return disk_->set_full(false);
        case FaultKind::byte_flips:
        case FaultKind::older_journal:  // the operator has noticed
            if (hub_->hub() != nullptr) hub_->die(now_, exchange, odd(fault));
            return disk_->put_right();
        default:
            return;  // the hub comes back by itself
    }
}

void World::heal_all() {
    next_fault_ = plan_.faults.size();
    for (const auto& healing : std::exchange(healings_, {})) heal(healing.fault);
    hub_->hasten(now_);
}

}  // namespace dais::simulation
