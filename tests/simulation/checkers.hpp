// What must hold of a room once all is quiet again: each checker says what is wrong, and nothing where all is
// well.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "hub/hub.hpp"
#include "simulation/disk.hpp"
#include "simulation/station_model.hpp"
#include "wire/messages.hpp"

namespace dais::simulation {

using Complaints = std::vector<std::string>;

// The journal as its entries. Complains of what is no entry, or out of sequence.
std::vector<wire::Entry> read_journal(const Disk& disk, Complaints& complaints);

// The hub's chain and state are what the journal alone gives.
void check_hub(const hub::Hub& hub, const Disk& disk, const std::vector<wire::Entry>& journal,
               Complaints& complaints);
// The station has the hub's head, chain and state.
void check_replica(const std::string& name, const replica::Replica& replica, const hub::Hub& hub,
                   Complaints& complaints);
// No command of a session stands twice in the journal.
void check_once(const std::vector<wire::Entry>& journal, Complaints& complaints);
// What the station was told of each request is what the journal says; nothing is left open; every text stands
// exactly once, or is its author's.
void check_ledger(const StationModel& station, const std::vector<wire::Entry>& journal,
                  Complaints& complaints);
// What the hub says tells of nothing that is not durable. Holds at every moment.
void check_said(base::BytesView message, const Disk& disk, Complaints& complaints);
// What a station shows now is durable, and the same as on the disk. Holds at every moment.
void check_published(const StationModel& station, const Disk& disk, Complaints& complaints);

}  // namespace dais::simulation
