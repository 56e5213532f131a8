// What is known of a meeting beforehand: the contents of the meeting folder, as they stand in the journal's
// first entry. The folder's reader fills it; the core never changes it after the meeting was prepared.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/ids.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

// A day of the calendar. Always a day that exists; the reader checks.
struct Date {
    std::int32_t year = 0;
    std::uint8_t month = 0;  // 1 to 12
    std::uint8_t day = 0;    // 1 to 31

    friend bool operator==(const Date&, const Date&) = default;
};

// The zone of the meeting's place on its day. One offset holds for the whole meeting: a change of the clocks
// during a meeting would put two different instants under one time of the record.
struct Zone {
    std::string name = "UTC";                              // as in the IANA database
    std::int32_t offset_seconds = 0;                       // east of Greenwich
    std::string long_name = "Coordinated Universal Time";  // in the record's language

    friend bool operator==(const Zone&, const Zone&) = default;
};

// [meeting] of meeting.toml. An empty text or a nullopt was not given.
struct Facts {
    std::string symbol;
    std::string treaty;
    std::string distribution;
    std::optional<Date> issued;
    std::string body;
    std::string session;
    std::optional<std::int32_t> number;
    Mode mode = Mode::in_person;
    std::string place;
    Date date;                              // the day that it is held; today where the folder does not say
    std::optional<std::int32_t> scheduled;  // seconds after midnight, local
    std::optional<std::int32_t> scheduled_end;  // seconds after midnight, local; never printed
    Zone zone;
    std::string language = "en";

    friend bool operator==(const Facts&, const Facts&) = default;
};

// [record] of meeting.toml.
struct RecordRules {
    std::string kind = "summary";
    bool covers_start = true;
    bool covers_end = true;
    std::string part;  // "public", or empty for none
    std::string presiding = "The Chair";
    StateAttribution state_attribution = StateAttribution::named;
    bool number_decisions = true;

    friend bool operator==(const RecordRules&, const RecordRules&) = default;
};

// [limits] of meeting.toml: seconds. What is absent has no limit.
struct Limits {
    std::map<Role, std::int32_t> by_role;
    std::map<Kind, std::int32_t> by_kind;  // without right_of_reply
    std::vector<std::int32_t>
        right_of_reply;  // for the first, second, … reply of a delegation; none beyond its end
    std::optional<std::int32_t> warning;  // before the end
    // Whether the clock stands when the link of whoever has the floor is lost; not said: no.
    std::optional<bool> pause_when_link_lost;

    friend bool operator==(const Limits&, const Limits&) = default;
};

// One item of the agenda. Items stand in the order of the folder, a parent before its children.
struct AgendaItem {
    AgendaItemId id;
    std::optional<std::int32_t> number;
    std::string title;
    bool continued = false;
    bool concluded = false;
    std::vector<std::string> documents;
    AgendaItemId parent;  // empty at the top

    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct Setup {
    Facts facts;
    RecordRules record;
    Limits limits;
    std::vector<AgendaItem> agenda;
    // The house style of the record: dotted key -> template, for example "sentence.opened" -> "The meeting
    // …". The core does not read it; it is kept so that the record can be made from the journal alone.
    // The meeting's own short forms, which clerks' stations use, stand in it as "snippet.SHORT".
    static constexpr const char* snippet_prefix = "snippet.";
    std::map<std::string, std::string> style;

    friend bool operator==(const Setup&, const Setup&) = default;
};

}  // namespace dais::meeting
