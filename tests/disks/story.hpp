// One author's ledger, read as what it was: requests with their fates, texts with their whereabouts, lives.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "disks/ledger.hpp"
#include "simulation/checkers.hpp"

namespace dais::disks {

struct Request {
    std::string word;
    bool act = false;
    std::uint64_t epoch = 0;  // of the hub, as the station knew it when it was asked for
    std::string text;         // empty: it brings none
    std::size_t life = 0;
    std::optional<std::string> fate;
    std::size_t told_in = 0;  // which life
    std::uint64_t entry = 0;  // where it was told to stand
};

// Where a text is, by what the author saw.
enum class Whereabouts {
    being_drafted,  // the draft may be on the disk
    drafted,        // it is
    being_asked,    // it may be the draft still, or a request, or (never drafted) nowhere
    taken,          // it is a request
    given_up,       // its author let it go
};
struct Text {
    Whereabouts whereabouts = Whereabouts::being_drafted;
    bool drafted = false;
};

// What a station's disk holds, by text.
struct Held {
    std::map<std::string, std::uint64_t> requests;  // waiting or unplaced
    std::set<std::uint64_t> numbers;                // of these, also where they bring no text
    std::set<std::string> drafts;
};

// What the journal has.
struct Record {
    std::map<std::pair<std::string, std::uint64_t>, std::uint64_t>
        stands;                           // (session in hex, request): entry
    std::map<std::string, int> texts;     // how often each stands
    std::vector<std::uint64_t> epoch_of;  // by entry, from 1 on
};

struct Story {
    std::string name;
    std::string session;
    std::size_t lives = 0;
    std::map<std::uint64_t, Request> requests;
    std::size_t dangling = 0;  // asked for in the moment of a kill: whether it was taken is not known
    std::map<std::string, Text> texts;
    std::set<std::uint64_t> given_up;
    std::size_t answered = 0;
    std::size_t without_room = 0;      // texts that the station could not keep
    std::size_t refused_for_room = 0;  // acts that the hub could not record
};

// Reads the ledger, and holds what each life found on its disk against what was known of the life before.
Story read_story(const std::string& name, const std::vector<Line>& lines, const Record& record,
                 simulation::Complaints& complaints);

// Every text is where it must be, if the disk holds this now.
void check_texts(const Story& story, const Held& held, const Record& record,
                 simulation::Complaints& complaints);
// Every request has become what the author was told, and no act stands in a life of the hub that it was not
// meant for.
void check_requests(const Story& story, const Held& held, const Record& record,
                    simulation::Complaints& complaints);

}  // namespace dais::disks
