// script.jsonl: a rehearsal, one command a line. A line is read on its own (parse_script_line), a whole
// script is checked against its folder (check_script), and while it is played each line becomes a command of
// the core (bind), as what it names by label exists only then. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "folder/fault.hpp"
#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/setup.hpp"

namespace dais::folder {

inline constexpr std::size_t max_script_lines = 200'000;
inline constexpr std::size_t max_label_bytes = 200;

// A command whose references to earlier lines are still labels: in `command` the ids that they stand for are
// 0. An empty name was not said.
struct ScriptCommand {
    meeting::Command command;
    std::string request;       // withdraw_request, move_request: a request
    std::string before;        // move_request: a request, else a participant; "end" for the end of the list
    std::string of;            // write, mark, nothing_to_record: an intervention
    std::string paragraph;     // revise, remove, restore, move, attribute, split, …: a text
    std::string intervention;  // correct_intervention
    std::string after;  // write: a text; note, heading, log_intervention: an intervention; move: either
    std::string with;   // join: a text
    std::string mark;   // clear_mark
};

struct ScriptLine {
    std::size_t number = 0;  // in the file, from 1
    base::Instant at;
    std::string from;  // "clerk-2"
    meeting::Desk desk = meeting::Desk::clerk;
    std::string word;  // "give_floor"
    ScriptCommand ask;
    std::string label;                           // of what the line makes; empty for none
    std::map<std::string, std::size_t> columns;  // where the value of each key stands
};

// Times of a script are seconds after the local midnight with which the meeting's day begins.
base::Instant local_midnight(const meeting::Facts& facts);

// "15:10", "15:10:05", "24:10:00" as seconds after midnight, hours up to 47. Nothing where it is no such
// time.
std::optional<std::int32_t> parse_time_of_day(std::string_view text);

// One line of a script, by its form alone: fields of the command's table, of their types, words from their
// sets. Nothing where there was an error. What the fields refer to is not looked at. REQUIRES: UTF-8 without
// line breaks.
std::optional<ScriptLine> parse_script_line(std::string_view json, std::size_t number, base::Instant midnight,
                                            FileFaults faults);

// What a script may refer to. A set is absent where the file that names them could not be read: nothing is
// then said of references to it.
struct Known {
    std::optional<std::set<meeting::ParticipantId>> participants;
    std::optional<std::set<meeting::AgendaItemId>> items;
};

// Checks the lines against each other and the folder: times that go back, desks, labels, ids, texts, ranges.
void check_script(const std::vector<ScriptLine>& lines, Known known, FileFaults faults);

// A whole script: each line parsed, then all of them checked. Blank lines are skipped. REQUIRES: UTF-8.
std::vector<ScriptLine> read_script(std::string_view text, base::Instant midnight, Known known,
                                    FileFaults faults);

// What a line made, and what the labels of the lines played so far stand for.
using Made = std::variant<meeting::RequestId, meeting::InterventionId, meeting::TextId, meeting::MarkId>;
struct Labels {
    std::map<std::string, meeting::RequestId> requests;
    std::map<std::string, meeting::InterventionId> interventions;
    std::map<std::string, meeting::TextId> texts;
    std::map<std::string, meeting::MarkId> marks;

    void remember(const std::string& label, Made made);
};

// The command with its labels resolved; `seen` and `base` are left to the station. Error: unknown_label.
base::Result<meeting::Command> bind(const ScriptCommand& ask, const Labels& labels);

// What the line's label names, from the events that its command brought. Nothing where it made nothing, as an
// end_floor after which no part follows.
std::optional<Made> made_by(const ScriptCommand& ask, const std::vector<meeting::Event>& events);

}  // namespace dais::folder
