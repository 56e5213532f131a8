// The record of a meeting: blocks of text in order, made from what happened. Nothing of it is kept anywhere;
// whoever wants it makes it anew from the meeting, during the meeting as well as after it. docs/record.md
// gives the rules. Pure functions of values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "meeting/meeting.hpp"
#include "record/house_style.hpp"

namespace dais::record {

enum class BlockKind : std::uint8_t {
    masthead,  // a line above the record
    contents,  // an agenda item in the table of contents
    heading,   // of an agenda item, or a clerk's
    sentence,  // a set sentence: the opening, a suspension, a change of chair, the end
    paragraph,
    note,
    decision,
    footnote,  // what the asterisk in the masthead refers to
};

// One line of the record, with what it came from, so that formats can set it and editors can find it.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    // Which line or sentence it is. Masthead: organization, symbol, treaty, distribution, issued, original,
    // body, session, title, held, chair, later, contents. Sentences: opened, rose, coverage_began,
    // coverage_ended, suspended, chair.
    std::string_view name;
    std::optional<std::uint32_t> number;   // of a paragraph, or a numbered note or decision
    std::string text;                      // UTF-8, one line, without the number
    std::size_t attribution_bytes = 0;     // how much of the text's beginning is the attribution
    std::size_t level = 0;                 // of an agenda item: 0 at the top of the agenda
    meeting::AgendaItemId item;            // what an agenda heading, or a line of the contents, stands for
    meeting::InterventionId intervention;  // in which it was said; 0: none
    meeting::TextId source;                // the paragraph, note, heading or decision; 0: none
    std::optional<base::Instant> at;       // when it was: of a paragraph, when the floor was given

    friend bool operator==(const Block&, const Block&) = default;
};

struct Record {
    std::vector<Block> blocks;
    std::string language;  // of the set phrases: en, fr, es, ru, ar, zh

    friend bool operator==(const Record&, const Record&) = default;
};

struct Options {
    bool body_only = false;  // without the masthead, its asterisk and the asterisk's note
};

// Total: every meeting has a record, an empty one none of the lines. Refers to nothing of its arguments
// afterwards.
Record make_record(const meeting::Meeting& meeting, const HouseStyle& style, const Options& options = {});

}  // namespace dais::record
