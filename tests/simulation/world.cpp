#include "simulation/world.hpp"

#include <algorithm>
#include <utility>

#include "meeting/room_view.hpp"
#include "simulation/decisions.hpp"
#include "simulation/undone.hpp"
#include "support/small_meeting.hpp"

namespace dais::simulation {
namespace {

constexpr base::Span tick{5};
// The longest chain of patience: silence is noticed after 10 s, a connection that does not come about after
// 10 more, a hello without an answer after 3 s, and texts rest for 5 s; some rounds of the network, and a
// second.
constexpr base::Span must_be_quiet_after{30'000};
constexpr base::Span stays_quiet{3'000};
// More complaints say nothing new.
constexpr std::size_t enough_complaints = 20;

hub::Options hub_options(support::Chance& chance) {
    hub::Options options;
    // Small enough that stations fall out of the tail and are given snapshots.
    if (chance.coin()) options.tail_bytes = 4'000 + chance.below(60'000);
    if (chance.coin()) options.snapshot_after = 5 + chance.below(200);
    // Signing costs more than all the rest of a step.
    if (chance.one_in(10)) options.key = hub_key();
    return options;
}

StationPlan station_plan(std::string name, std::size_t stations, support::Chance& chance) {
    StationPlan made;
    made.name = std::move(name);
    if (chance.coin()) made.window = 2'000 + chance.below(100'000);
    made.pause = chance.between(400, 2'500);
    if (stations > 8) made.pause *= 3;  // as much is said in a big room as in a small one
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

World::World(const Plan& plan) : plan_(plan), chance_(plan.seed), network_(chance_.fork()), now_(beginning) {
    disk_ = std::make_unique<Disk>(chance_.fork(), plan.on_file ? file_medium(plan.seed) : memory_medium(),
                                   figures_);
    hub_ = std::make_unique<HubModel>(hub_options(chance_), chance_.fork(), *disk_, network_, figures_);
    hub_->prepare(some_meeting(chance_), now_, complaints_);
    stations_.reserve(plan.stations + 1);
    for (std::size_t i = 0; i < plan.stations; ++i) {
        stations_.emplace_back(station_plan(station_name(i), plan.stations, chance_), chance_.fork(),
                               network_, figures_);
    }
    for (auto& station : stations_) station.start(now_, complaints_);
    looked_at_.resize(plan.stations + 1);
    figures_.runs = 1;
    figures_.stations = plan.stations;
}

Complaints World::run() {
    while (now_ < beginning + plan_.faults_last && complaints_.empty()) {
        strike_all_due();
        turn();
    }
    authors_at_work_ = false;
    heal_all();
    settle();
    if (complaints_.empty()) check_all();
    if (complaints_.empty()) join_afresh();
    for (const auto& history : disk_->histories()) figures_.entries += history.durable.size();
    figures_.count(Effect::message_lost, network_.lost());
    figures_.count(Effect::message_held, network_.held());
    figures_.count(Effect::message_echoed, network_.echoed());
    if (complaints_.size() > enough_complaints) complaints_.resize(enough_complaints);
    return complaints_;
}

void World::turn() {
    now_ = now_ + tick;
    for (auto& station : stations_) {
        if (authors_at_work_) station.act(now_);
        station.turn(now_, complaints_);
        // At once, as a person may start it anew.
        if (station.replica() == nullptr) continue;
        const auto history = disk_->history_of(station.replica()->epoch());
        for (const auto request : station.take_settled()) station.ledger()[request].told_by = history;
    }
    hub_->turn(now_, complaints_);
    heal_what_is_due();
    persons();
    watch_stations();
}

void World::heal_what_is_due() {
    for (std::size_t i = 0; i < healings_.size();) {
        if (healings_[i].due > now_) {
            ++i;
            continue;
        }
        const auto due = healings_[i];
        healings_.erase(healings_.begin() + static_cast<std::ptrdiff_t>(i));
        heal(due.fault);
    }
}

// Where the history is at fault, nobody starts a station anew before the operator has seen to it.
void World::persons() {
    const bool sound = disk_->is_right() && hub_->may_write();
    for (auto& station : stations_) {
        if (station.replica() == nullptr) continue;
        const auto link = station.replica()->link();
        const bool superseded = link == replica::LinkState::superseded;
        // There are no twins here: only its own hellos, come late, can make a station think so.
        if (superseded && hub_->heard().late_hellos(station.session()) < 2) {
            complaints_.push_back(station.name() + " is superseded, and nobody else was there");
        }
        if (!superseded && !(sound && link == replica::LinkState::diverged)) continue;
        station.crash(now_);
        station.start(now_, complaints_);
    }
}

void World::watch_stations() {
    for (std::size_t i = 0; i < stations_.size(); ++i) {
        auto& station = stations_[i];
        check_credit(station);
        const auto* replica = station.replica();
        if (replica == nullptr) continue;
        const auto history = disk_->history_of(replica->epoch());
        if (std::exchange(looked_at_[i], replica->head()) == replica->head()) continue;
        check_published(station.name(), *replica, disk_->histories()[history], complaints_);
    }
}

// The hub sends no more on a connection than it was granted there, but for one message after each hello that
// may go beyond it (with the first entry, or some part and a long text), and the answers and beats that need
// no credit.
void World::check_credit(const StationModel& station) {
    const auto one_message = disk_->histories().front().durable.front()->size() + hub::part_bytes + 65'536;
    const auto bound =
        station.granted() + std::max<std::uint64_t>(1, station.hellos()) * one_message + 50'000;
    const auto sent = network_.sent_down(station.name());
    if (sent <= bound || station.greeted() != network_.peer(station.name())) return;
    complaints_.push_back(station.name() + " is sent more than its credit: " + std::to_string(sent) +
                          " bytes, and " + std::to_string(station.granted()) + " were granted");
}

// Whether a room's screen is live and shows what the room may know now.
bool World::shows_all(const StationModel& room) const {
    return room.replica() != nullptr && room.replica()->link() == replica::LinkState::live && room.room() &&
           *room.room() == meeting::room_view(hub_->hub()->state());
}

bool World::quiet() const {
    if (hub_->hub() == nullptr || !disk_->is_right() || disk_->busy()) return false;
    if (!network_.has_settled()) return false;
    const bool all = std::all_of(stations_.begin(), stations_.end(), [&](const StationModel& station) {
        const auto* replica = station.replica();
        if (station.is_room()) return shows_all(station);
        return replica != nullptr && replica->link() == replica::LinkState::live &&
               replica->head() == hub_->hub()->head() && replica->outbox().all().empty() &&
               replica->trouble() == hub_->hub()->trouble() && station.owes_nothing();
    });
    Complaints of_drafts;
    if (all) check_drafts(stations_, of_drafts);
    return all && of_drafts.empty();
}

// Quiet is what stays so: a station may take the welcome of its last connection for that of the present one,
// and find out only then.
void World::settle() {
    const auto healed_at = now_;
    auto quiet_since = now_;
    while (now_ - quiet_since < stays_quiet && now_ < healed_at + must_be_quiet_after + stays_quiet &&
           complaints_.empty()) {
        turn();
        if (!quiet()) quiet_since = now_;
    }
    figures_.healed = quiet_since - healed_at;
}

void World::check_all() {
    if (hub_->hub() == nullptr) return complaints_.push_back("the hub did not come back");
    const auto& hub = *hub_->hub();
    std::vector<std::vector<wire::Entry>> journals;
    for (const auto& history : disk_->histories()) {
        journals.push_back(read_journal(history, complaints_));
        check_once(journals.back(), complaints_);
        check_undone(journals.back(), complaints_);
        check_decisions(stations_, journals.back(), journals.size() - 1, hub_->heard(), complaints_);
    }
    check_hub(hub, disk_->histories().front(), journals.front(), complaints_);
    const auto record = record_of(replay(journals.front()));
    check_record(record, hub.state(), "the hub", complaints_);
    check_drafts(stations_, complaints_);
    for (const auto& station : stations_) {
        check_ledger(station, journals, complaints_);
        check_acts(station, disk_->histories(), journals, hub_->heard(), complaints_);
        check_order(station, hub_->heard(), complaints_);
        if (station.replica() == nullptr) {
            complaints_.push_back(station.name() + " did not come back");
            continue;
        }
        if (station.is_room()) {
            if (!shows_all(station)) complaints_.push_back(station.name() + " shows an old state");
        } else {
            check_replica(station.name(), *station.replica(), hub, complaints_);
            check_record(record, station.replica()->state(), station.name(), complaints_);
        }
        // The offset is right to half the quickest round trip: 16 ms each way, and the ticks; and the hub may
        // not have looked at its clock for 100 ms.
        if (std::chrono::abs(station.hub_time(now_) - hub.now()) > base::Span{160}) {
            complaints_.push_back(station.name() + " has another time than the hub");
        }
    }
}

// Somebody who was never there sees the same meeting.
void World::join_afresh() {
    stations_.emplace_back(station_plan("clerk-99", 0, chance_), chance_.fork(), network_, figures_);
    stations_.back().start(now_, complaints_);
    const auto joined_at = now_;
    while (!quiet() && now_ < joined_at + base::Span{10'000} && complaints_.empty()) turn();
    const auto& newcomer = *stations_.back().replica();
    check_drafts(stations_, complaints_);
    check_replica("the newcomer", newcomer, *hub_->hub(), complaints_);
    check_record(record_of(hub_->hub()->state()), newcomer.state(), "the newcomer", complaints_);
}

}  // namespace dais::simulation
