// What helps a clerk to type in the record's language, as the site keeps it: config/typography and
// config/snippets ($DAIS_CONFIG is honoured). Reads two small files; any thread.
#pragma once

#include <string>
#include <vector>

#include "prose/snippets.hpp"
#include "prose/typography.hpp"

namespace dais::clerk_station {

struct TypingRules {
    prose::Typography typography;
    prose::Snippets snippets;
    // Why one of the two is empty, a sentence each: nobody is kept from writing by a faulty file.
    std::vector<std::string> complaints;
};

TypingRules read_typing_rules(const std::string& language);

}  // namespace dais::clerk_station
