// A room in virtual time, made of one seed: a hub with its disk, five stations, a network between them, and
// what befalls them. For a while everything goes wrong that can; then all heals, and within a bound of time
// the room must be quiet and of one mind.
//
// One thread, no clock, no file: the same seed is the same run.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "simulation/checkers.hpp"
#include "simulation/disk.hpp"
#include "simulation/hub_model.hpp"
#include "simulation/station_model.hpp"
#include "support/network.hpp"

namespace dais::simulation {

struct Figures {
    std::uint64_t entries = 0;
    std::uint64_t hub_lives = 0;
    std::uint64_t station_lives = 0;
    std::uint64_t cuts = 0;
    std::uint64_t partitions = 0;
    base::Span healed{0};  // how long it took until all was quiet
};

class World {
  public:
    explicit World(std::uint64_t seed);

    // Empty where all that must hold did.
    Complaints run();
    [[nodiscard]] const Figures& figures() const { return figures_; }

  private:
    struct Healing {  // what is put right again, and when
        base::Instant due;
        std::size_t station;
        enum class What : std::uint8_t { line, speed, station, hub } what;
    };

    void turn();
    void strike();
    void strike_line(std::size_t station);
    void strike_station(std::size_t station);
    void strike_hub();
    void heal(const Healing& healing);
    void heal_all();
    [[nodiscard]] bool quiet() const;
    void settle();
    void check_all();
    void join_afresh();

    support::Chance chance_;
    support::Network network_;
    Disk disk_;
    base::Instant now_;
    base::Instant next_strike_;
    std::vector<StationModel> stations_;
    std::unique_ptr<HubModel> hub_;
    std::vector<Healing> healings_;
    bool authors_at_work_ = true;
    Complaints complaints_;
    Figures figures_;
};

}  // namespace dais::simulation
