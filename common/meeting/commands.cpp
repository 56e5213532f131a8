#include "meeting/commands.hpp"

#include <array>

#include "meeting/events.hpp"

namespace dais::meeting {
namespace {

struct CommandEntry {
    std::string_view word;
    bool chair, clerk, moderator;
    bool act;
};

// In the order of the alternatives of Command. `may`: the desks that the table of commands names.
constexpr std::array<CommandEntry, std::variant_size_v<Command>> command_table{{
    {"open_meeting", true, false, false, true},
    {"suspend_meeting", true, false, false, true},
    {"resume_meeting", true, false, false, true},
    {"end_meeting", true, false, false, true},
    {"take_up", true, false, false, true},
    {"conclude", true, false, false, true},
    {"request_floor", true, false, true, true},
    {"withdraw_request", true, false, true, true},
    {"move_request", true, false, false, true},
    {"close_list", true, false, false, true},
    {"reopen_list", true, false, false, true},
    {"clear_list", true, false, false, true},
    {"give_floor", true, false, true, true},
    {"end_floor", true, false, true, true},
    {"pause_clock", true, false, false, true},
    {"resume_clock", true, false, false, true},
    {"grant_time", true, false, false, true},
    {"set_limit", true, false, false, true},
    {"take_chair", true, false, false, true},
    {"decide", true, false, false, true},
    {"undo_last", true, false, false, true},
    {"write", false, true, false, false},
    {"revise", false, true, false, false},
    {"remove", false, true, false, false},
    {"restore", false, true, false, false},
    {"move", false, true, false, false},
    {"attribute", false, true, false, false},
    {"note", false, true, false, false},
    {"heading", false, true, false, false},
    {"log_intervention", false, true, false, false},
    {"correct_intervention", false, true, false, false},
    {"correct_participant", false, true, false, false},
    {"begin_coverage", false, true, false, false},
    {"end_coverage", false, true, false, false},
    {"report_link", false, false, true, false},
    {"add_participant", true, true, true, false},
    {"split", false, true, false, false},
    {"join", false, true, false, false},
    {"settle", false, true, false, false},
    {"reword", false, true, false, false},
    {"set_status", false, true, false, false},
    {"mark", false, true, false, false},
    {"clear_mark", false, true, false, false},
    {"nothing_to_record", false, true, false, false},
    {"set_takes", false, true, false, false},
    {"join_takes", false, true, false, false},
    {"begin_take", false, true, false, true},
    {"pass_over", true, false, false, true},
    {"set_resumption", true, false, false, true},
    {"let_moderate", true, false, false, true},
}};

constexpr std::array<std::string_view, std::variant_size_v<Event>> event_words{"meeting_prepared",
                                                                               "act_begun",
                                                                               "act_undone",
                                                                               "meeting_opened",
                                                                               "meeting_suspended",
                                                                               "meeting_resumed",
                                                                               "meeting_ended",
                                                                               "item_taken_up",
                                                                               "item_concluded",
                                                                               "floor_requested",
                                                                               "request_withdrawn",
                                                                               "request_moved",
                                                                               "list_closed",
                                                                               "list_reopened",
                                                                               "list_cleared",
                                                                               "floor_given",
                                                                               "floor_ended",
                                                                               "floor_interrupted",
                                                                               "floor_returned",
                                                                               "clock_paused",
                                                                               "clock_resumed",
                                                                               "time_granted",
                                                                               "limit_set",
                                                                               "chair_taken",
                                                                               "decided",
                                                                               "paragraph_written",
                                                                               "text_revised",
                                                                               "text_removed",
                                                                               "text_restored",
                                                                               "text_moved",
                                                                               "attribution_set",
                                                                               "note_made",
                                                                               "heading_made",
                                                                               "intervention_logged",
                                                                               "intervention_corrected",
                                                                               "participant_added",
                                                                               "participant_corrected",
                                                                               "link_reported",
                                                                               "coverage_begun",
                                                                               "coverage_ended",
                                                                               "status_set",
                                                                               "mark_made",
                                                                               "mark_cleared",
                                                                               "nothing_to_record_said",
                                                                               "takes_set",
                                                                               "take_begun",
                                                                               "passed_over",
                                                                               "resumption_set",
                                                                               "moderation_set"};

}  // namespace

std::string_view command_word(const Command& command) {
    return command_table[command.index()].word;
}

bool may_ask(Desk desk, const Command& command) {
    const auto& entry = command_table[command.index()];
    switch (desk) {
        case Desk::chair:
            return entry.chair;
        case Desk::clerk:
            return entry.clerk;
        case Desk::moderator:
            return entry.moderator;
        case Desk::hub:
        case Desk::room:
            return false;
    }
    return false;
}

bool is_act(const Command& command) {
    return command_table[command.index()].act;
}

std::optional<Desk> desk_of(std::string_view station) {
    const auto name = station.substr(0, station.find('-'));
    if (name == "board") return Desk::room;
    const auto desk = parse_word<Desk>(name);
    return desk == Desk::hub ? std::nullopt : desk;
}

std::string_view event_word(const Event& event) {
    return event_words[event.index()];
}

}  // namespace dais::meeting
