#include "simulation/figures.hpp"

namespace dais::simulation {

void Figures::add(const Figures& other) {
    runs += other.runs;
    entries += other.entries;
    stations += other.stations;
    hub_lives += other.hub_lives;
    station_lives += other.station_lives;
    healed = std::max(healed, other.healed);
    for (std::size_t i = 0; i < fault_kinds; ++i) struck[i] += other.struck[i];
    for (std::size_t i = 0; i < effects; ++i) came[i] += other.came[i];
}

std::string Figures::missing() const {
    std::string words;
    for (std::size_t i = 0; i < fault_kinds; ++i) {
        if (struck[i] == 0) words += std::string(fault_words[i]) + " ";
    }
    for (std::size_t i = 0; i < effects; ++i) {
        if (came[i] == 0) words += std::string(effect_words[i]) + " ";
    }
    return words;
}

std::string Figures::text() const {
    std::string all = std::to_string(runs) + " runs, " + std::to_string(entries) + " entries, " +
                      std::to_string(hub_lives) + " lives of hubs, " + std::to_string(station_lives) +
                      " of " + std::to_string(stations) + " stations; quiet within " +
                      std::to_string(healed.count()) + " ms";
    const auto add_all = [&](const char* title, const auto& words, const auto& numbers) {
        all += title;
        for (std::size_t i = 0; i < words.size(); ++i) {
            all += (i == 0 ? " " : ", ") + std::string(words[i]) + " " + std::to_string(numbers[i]);
        }
    };
    add_all("\n  faults:", fault_words, struck);
    add_all("\n  effects:", effect_words, came);
    return all;
}

}  // namespace dais::simulation
