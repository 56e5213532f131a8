// Takes: each clerk captures the meeting for some minutes and hands over to the next. A take is not over when
// its time is: it lasts until the successor begins the next, so that no minute is ever nobody's. What began
// in a take is its clerk's to finish.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/ids.hpp"

namespace dais::meeting {

struct Meeting;
struct Intervention;

struct Take {
    std::string clerk;  // the station
    base::Instant began;

    friend bool operator==(const Take&, const Take&) = default;
};

struct Takes {
    std::int32_t seconds = 0;        // the length of each; 0: nobody has set up takes
    std::vector<std::string> order;  // of the clerks' stations, round and round
    std::vector<Take> taken;         // the last one lasts

    friend bool operator==(const Takes&, const Takes&) = default;
};

// Whose the take is that an intervention began in; the first take's, for one that is older. Empty where there
// are no takes.
std::string clerk_of(const Meeting& meeting, const Intervention& intervention);

// Who comes after a clerk in the order; empty where nobody else does.
std::string successor_of(const Takes& takes, const std::string& clerk);

// What is left of the present take: its length, less the time that the meeting sat since it began; negative
// where the successor is late. Nothing where no take has begun.
std::optional<base::Span> left_of_take(const Meeting& meeting, base::Instant now);

// How long it is until a clerk's next take begins, if each takes over in time; negative where he or she is
// late; nothing for the one whose take it is, and for those who are not in the order.
std::optional<base::Span> until_take(const Meeting& meeting, const std::string& clerk, base::Instant now);

}  // namespace dais::meeting
