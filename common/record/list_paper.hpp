// The speakers' list as the paper that is handed round: who has the floor, who waits, rights of reply apart,
// and who was called and was not there. Pure; formats/list_text.hpp and formats/pdf.hpp put it on paper.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::record {

// In English, names as they stand.
struct ListPaper {
    struct Row {
        std::string number;  // "2"; of an absence, the hour
        std::string time;    // the limit, "3:00", or "–"; empty of an absence
        std::string text;    // "Mr. Moreau (Marenne), point of order"
    };

    std::vector<std::string> masthead;  // the body; session, meeting, symbol; the day; the agenda item
    std::string title;                  // "Speakers’ list at 15:06, closed"
    std::string floor;                  // "Has the floor: Ms. Ferreira", or empty
    std::vector<Row> list;
    std::vector<Row> replies;
    std::vector<Row> absences;
};

// What stands above the parts that are not always there, and where the list has nobody.
inline constexpr const char* replies_title = "Rights of reply";
inline constexpr const char* absences_title = "Called, and not there";
inline constexpr const char* nobody_waits = "Nobody is on the list.";

// `now` is the hub's time.
ListPaper list_paper(const meeting::Meeting& meeting, base::Instant now);

}  // namespace dais::record
