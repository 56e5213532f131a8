// The limits on everything that comes from outside. Each is some ten times what the largest committee was
// seen to need: low enough that a hostile station cannot fill the hub, high enough that nobody meets one at
// work.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dais::meeting {

inline constexpr std::size_t max_text_bytes = 65'536;  // one paragraph, note, heading or decision
inline constexpr std::size_t max_name_bytes = 1'000;   // a name, an affiliation, an id, a reason
inline constexpr std::size_t max_columns = 64;         // columns of participants.csv
inline constexpr std::size_t max_participants = 5'000;
inline constexpr std::size_t max_agenda_items = 1'000;
inline constexpr std::size_t max_agenda_depth = 8;
inline constexpr std::size_t max_documents = 200;   // documents under one agenda item
inline constexpr std::size_t max_requests = 2'000;  // waiting at one time, rights of reply included
inline constexpr std::size_t max_absences = 1'000;  // people who were called and were not there
inline constexpr std::size_t max_interventions = 20'000;
inline constexpr std::size_t max_texts = 100'000;
inline constexpr std::size_t max_revisions = 10'000;     // of one text
inline constexpr std::size_t max_link_reports = 20'000;  // of one person
inline constexpr std::size_t max_suspensions = 1'000;
inline constexpr std::size_t max_interrupted = 8;                  // points of order within points of order
inline constexpr std::size_t max_acts = 32;                        // acts that can still be taken back
inline constexpr std::size_t max_logged = 50'000;                  // acts that the log has
inline constexpr std::int64_t max_seconds = 86'400;                // a limit, or time granted or taken away
inline constexpr std::int64_t undo_seconds = 60;                   // an act can be taken back this long
inline constexpr std::int64_t max_suspended_seconds = 7 * 86'400;  // until a suspended meeting is to go on
inline constexpr std::size_t max_marks = 20'000;
inline constexpr std::size_t max_replaced = 500;            // texts that one command replaces words in
inline constexpr std::size_t max_replaced_bytes = 262'144;  // of their new wordings together
inline constexpr std::size_t max_takes = 10'000;            // handovers
inline constexpr std::size_t max_take_clerks = 64;          // in the order of the takes
inline constexpr std::int64_t min_take_seconds = 60;
inline constexpr std::int64_t max_take_seconds = 7'200;
inline constexpr std::int64_t usual_take_seconds = 600;  // where nobody has said how long a take is

}  // namespace dais::meeting
