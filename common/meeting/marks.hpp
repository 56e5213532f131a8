// What clerks tell each other about the work on the record. None of it is printed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "meeting/ids.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

enum class MarkKind : std::uint8_t {
    missed,  // a point was missed: listen to the recording at this time
    check,   // check against delivery: what was said may differ from the text that was handed out
};

template <>
struct Words<MarkKind> {
    static constexpr std::array<std::string_view, 2> list{"missed", "check"};
};

struct Mark {
    MarkId id;
    MarkKind kind = MarkKind::missed;
    InterventionId of;  // what was being said; 0: nothing
    TextId paragraph;   // at which it was made; 0: none
    std::string note;
    std::string author;  // the station
    base::Instant at;    // the moment of the meeting that is meant
    bool cleared = false;

    friend bool operator==(const Mark&, const Mark&) = default;
};

}  // namespace dais::meeting
