// Who may include whom: the tables of docs/architecture.md, and a check of a tree against them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/tree.hpp"

namespace dais::tidy {

struct Arrow {
    std::string to;
    std::string part;  // of the room, from where the arrow holds: "formats/pdf"; "" for all of it
};

struct Library {
    std::string name;
    std::vector<std::string> headers;  // "sqlite3.h", or a folder of them with its slash: "nlohmann/"
    std::vector<std::string> rooms;
};

struct LeftOutside {
    std::string what;
    std::vector<std::string> headers;
    std::vector<std::string> rooms;
};

struct Rules {
    std::map<std::string, std::vector<Arrow>, std::less<>> arrows;  // every room has an entry
    std::vector<Library> libraries;
    std::vector<LeftOutside> left_outside;
};

// From the text of docs/architecture.md. "everything but X" becomes one arrow to each room but X.
Rules read_rules(std::string_view architecture);

// Rooms that no row names, includes without an arrow, libraries out of their room, what pure rooms leave
// outside, and headers that are nobody's. Files in tests/ may include anything.
Findings check_arrows(const Rules& rules, const Tree& tree);

}  // namespace dais::tidy
