// What must hold once all is quiet again, read from what is left on the disks alone: the journal, the spools,
// and the authors' ledgers. The same as tests/simulation/checkers.hpp asks of a room in memory.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "disks/room.hpp"
#include "simulation/checkers.hpp"

namespace dais::disks {

struct Verdict {
    simulation::Complaints complaints;
    std::size_t entries = 0;  // in the journal
    std::size_t lives = 0;    // of the authors
    std::size_t asked = 0;    // commands that a station took
    std::size_t texts = 0;    // of these, texts
    std::size_t answered = 0;
    std::size_t unplaced = 0;          // on the authors' disks at the end
    std::size_t without_room = 0;      // texts for which a station's disk had none
    std::size_t refused_for_room = 0;  // acts for which the hub's had none
};

// - The journal's entries follow each other, and its time does not go back; no request stands there twice.
// - What an author was told to be accepted stands where it was told to; what was refused or not received,
// nowhere.
// - An act stands in the epoch in which it was asked for, or nowhere: it does not fire late.
// - A text that a station took stands in the journal once, or is in its author's list of unplaced texts, or
// was given
//   up by its author; a draft that was kept is there until it was asked for. That is held also against what
//   each life of a station found on its disk.
// - The heads that the stations keep are the journal's.
// - Every replica's digest is that of the journal's state, and its record that of the journal.
Verdict judge(const Places& places, const std::vector<std::string>& names);

}  // namespace dais::disks
