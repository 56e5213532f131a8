// What people write: paragraphs, notes, headings and decisions, each with its whole history.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "meeting/ids.hpp"

namespace dais::meeting {

enum class TextKind : std::uint8_t { paragraph, note, heading, decision };

template <class E>
struct Words;
template <>
struct Words<TextKind> {
    static constexpr std::array<std::string_view, 4> list{"paragraph", "note", "heading", "decision"};
};

// How far a text is: `draft` from its author, `revised` by a reviser, `final` and so locked until somebody
// makes it something else again.
enum class Status : std::uint8_t { draft, revised, final };

template <>
struct Words<Status> {
    static constexpr std::array<std::string_view, 3> list{"draft", "revised", "final"};
};

struct Revision {
    std::string text;
    std::string author;  // the station
    base::Instant at;

    friend bool operator==(const Revision&, const Revision&) = default;
};

struct RecordText {
    TextId id;
    TextKind kind = TextKind::paragraph;
    InterventionId of;     // the intervention in whose blocks it stands; 0: it stands in the timeline
    bool numbered = true;  // asked for; the record's rules may say otherwise for decisions
    std::vector<Revision> revisions;  // never empty; the last is what stands
    bool removed = false;
    std::string attribution;  // what stands before it in place of the attribution; empty: the attribution
    Status status = Status::draft;
    std::uint32_t status_revision = 0;  // how many revisions there were when the status was set; 0: never

    friend bool operator==(const RecordText&, const RecordText&) = default;
};

}  // namespace dais::meeting
