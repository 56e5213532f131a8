// What must hold of a room once all is quiet again: each checker says what is wrong, and nothing where all is
// well.
//
// There may have been more than one history: what was accepted on an older copy of the journal is one of its
// own, which nobody throws away. What a hub told is held against the history that it served.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "hub/hub.hpp"
#include "simulation/disk.hpp"
#include "simulation/heard.hpp"
#include "simulation/station_model.hpp"
#include "wire/messages.hpp"

namespace dais::simulation {

using Journal = std::vector<wire::Entry>;

// The journal as its entries. Complains of what is no entry, out of sequence, or back in time.
Journal read_journal(const History& history, Complaints& complaints);

// The hub's chain and state are what the journal alone gives.
void check_hub(const hub::Hub& hub, const History& history, const Journal& journal, Complaints& complaints);
// The station has the hub's head, chain and state.
void check_replica(const std::string& name, const replica::Replica& replica, const hub::Hub& hub,
                   Complaints& complaints);
// No command of a session stands twice in the journal.
void check_once(const Journal& journal, Complaints& complaints);
// What the station was told of each request is what that history says; nothing is left open; every text
// stands exactly once, or lies on its author's disk as one without a place.
void check_ledger(const StationModel& station, const std::vector<Journal>& journals, Complaints& complaints);
// No act fires late: it is decided at the moment at which the hub hears it, on the connection on which it was
// sent, and not once the hub has heard a later hello of the same station. An act leaves its station once, so
// that moment is the latest that the network allows; a hub that held it back, heard a connection that was
// overtaken, or was sent it again would stamp it later, or on another. And the hub that decides it is still
// the one whose meeting its author saw: another life may have begun from another copy of the journal, where
// the same number is another speaker's.
void check_acts(const StationModel& station, const std::vector<History>& histories,
                const std::vector<Journal>& journals, const Heard& heard, Complaints& complaints);
// The record, as text in the English house style, is byte for byte that of the journal.
void check_record(const std::string& of_the_journal, const meeting::Meeting& state, const std::string& name,
                  Complaints& complaints);
std::string record_of(const meeting::Meeting& state);
meeting::Meeting replay(const Journal& journal);

// Each station that writes holds just what the others that write have begun; no other station holds any of
// it.
void check_drafts(std::span<const StationModel> stations, Complaints& complaints);

// What the hub says of a draft is for a station that writes, and of another. Holds at every moment.
void check_draft(const hub::PeerId& peer, const wire::DraftOf& draft, Complaints& complaints);
// What the hub says tells of nothing beyond the `durable` entries. Holds at every moment.
void check_said(const wire::Message& message, std::uint64_t durable, Complaints& complaints);
// What a room's screen is told: the time, what the room may know of the durable state, and nothing else; and
// nobody else is told that.
void check_room(const hub::PeerId& peer, const wire::Message& message, const meeting::Meeting& durable,
                Complaints& complaints);
// What a station shows now is durable, and the same as in the history that its hub served. Holds at every
// moment.
void check_published(const std::string& name, const replica::Replica& replica, const History& history,
                     Complaints& complaints);

}  // namespace dais::simulation
