// A room in virtual time, made of one seed: a hub with its disk, five to twenty stations, a network between
// them, and what befalls them. For a while everything goes wrong that can; then all heals, and within a bound
// of time the room must be quiet and of one mind.
//
// One thread, no clock, and no file but the journal's in some of them: the same plan is the same run, and the
// seed makes the plan.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "simulation/checkers.hpp"
#include "simulation/disk.hpp"
#include "simulation/fault.hpp"
#include "simulation/figures.hpp"
#include "simulation/hub_model.hpp"
#include "simulation/station_model.hpp"
#include "support/network.hpp"

namespace dais::simulation {

class World {
  public:
    explicit World(std::uint64_t seed) : World(draw_plan(seed)) {}
    explicit World(const Plan& plan);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // Empty where all that must hold did.
    Complaints run();
    [[nodiscard]] const Figures& figures() const { return figures_; }

  private:
    struct Healing {  // what is put right again, and when
        base::Instant due;
        Fault fault;
    };

    void turn();
    void heal_what_is_due();
    void watch_stations();
    void check_credit(const StationModel& station);
    // Persons see to the stations that cannot go on by themselves.
    void persons();

    // faults.cpp: a fault comes; false: it met nobody. And what is done when it is over.
    void strike_all_due();
    bool strike(const Fault& fault);
    bool strike_line(const Fault& fault);
    bool strike_station(const Fault& fault);
    bool strike_hub(const Fault& fault);
    bool strike_disk(const Fault& fault);
    void heal(const Fault& fault);
    void heal_line(const Fault& fault);
    void heal_all();

    [[nodiscard]] bool shows_all(const StationModel& room) const;
    [[nodiscard]] bool quiet() const;
    void settle();
    void check_all();
    void join_afresh();

    Plan plan_;
    Figures figures_;
    support::Chance chance_;
    support::Network network_;
    std::unique_ptr<Disk> disk_;
    base::Instant now_;
    std::vector<StationModel> stations_;
    std::vector<base::Sequence> looked_at_;  // of each station, its head when it was looked at last
    std::unique_ptr<HubModel> hub_;
    std::size_t next_fault_ = 0;
    std::vector<Healing> healings_;
    bool authors_at_work_ = true;
    Complaints complaints_;
};

}  // namespace dais::simulation
