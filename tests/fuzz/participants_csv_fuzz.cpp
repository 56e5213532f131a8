// Any bytes as participants.csv: either the fault is named, clearly and at its place, or the people that were
// read can go into the journal, and written as a table again they are read as the same people.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "base/check.hpp"
#include "folder/participants_file.hpp"
#include "folder/text_file.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/clear_faults.hpp"

namespace {

using namespace dais;
using base::check;

void add_field(std::string& row, std::string_view content) {
    row += row.empty() || row.ends_with('\n') ? "\"" : ",\"";
    for (const char c : content) row += c == '"' ? "\"\"" : std::string(1, c);
    row += '"';
}

std::string table_of(const std::vector<meeting::Participant>& people) {
    std::string table = "\"id\",title,given_name,family_name,pronoun,role,affiliation,attendance";
    std::set<std::string> further;
    for (const auto& person : people) {
        for (const auto& [column, _] : person.further) further.insert(column);
    }
    for (const auto& column : further) add_field(table, column);
    table += "\r\n";
    for (const auto& person : people) {
        for (const auto& content : {person.id, person.title, person.given_name, person.family_name,
                                    person.pronoun, std::string(meeting::word(person.role)),
                                    person.affiliation, std::string(meeting::word(person.attendance))}) {
            add_field(table, content);
        }
        for (const auto& column : further) add_field(table, person.further.at(column));
        table += "\r\n";
    }
    return table;
}

folder::ParticipantsFile read(const std::string& text, folder::Faults& faults) {
    const folder::FileFaults of_file(faults, "participants.csv");
    const auto clean = folder::checked_text(text, folder::csv_limits, of_file);
    if (!clean) return {};
    auto file = folder::read_participants_text(*clean, of_file);
    check(file.parsed || faults.failed(), "no header, and no fault");
    return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    folder::Faults faults;
    const auto file = read(text, faults);
    fuzz::check_faults(faults, text);
    if (faults.failed()) return 0;
    check(file.ids.size() == file.participants.size(), "a person without an id of their own");
    fuzz::check_journaled({{}, file.participants});
    folder::Faults none;
    const auto again = read(table_of(file.participants), none);
    check(!none.failed(), "what was taken is refused when it is written again");
    check(again.participants == file.participants, "people change when they are written again");
    return 0;
}
