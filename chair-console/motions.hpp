// The procedural motions as the site's file has them (config/motions/LANGUAGE.toml): what may be moved, in
// the order of precedence, and who may speak on each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace dais::chair_console {

struct Motion {
    std::string motion;    // "To suspend the meeting"
    std::string speakers;  // who may speak on it
    std::string decision;  // how it is decided
    std::string rule;      // where that is written
};

struct Motions {
    static constexpr std::size_t max_motions = 20;
    static constexpr std::size_t max_text_bytes = 1'000;

    std::string title;
    std::string note;
    std::vector<Motion> list;  // the first goes before all others

    // Reads the flat map of the file: "title", "note", and "1.motion", "1.speakers", "1.decision", "1.rule",
    // "2.motion", … without a gap. Errors: `missing_key`, `unknown_key`, `too_many`, `too_long`; the text
    // names the key.
    static base::Result<Motions> from(const std::map<std::string, std::string>& map);
};

// As the product's config folder has them. The errors of finding and reading the file, and those of from().
base::Result<Motions> load_motions(const std::string& language);

}  // namespace dais::chair_console
