#include "fuzz/clear_faults.hpp"

#include <vector>

#include "base/check.hpp"
#include "base/text.hpp"
#include "wire/codec.hpp"

namespace dais::fuzz {
namespace {

using base::check;

void check_place(const folder::Place& place, const std::vector<std::string_view>& lines) {
    check((place.line == 0) == (place.column == 0), "half a place");
    if (place.line == 0) return;
    check(place.line <= lines.size(), "a place in a line that is not there");
    const auto line = lines[place.line - 1];
    // One behind the line's end is where something is missing; the line break itself is one more.
    if (!base::first_bad_utf8(line)) {
        check(place.column <= base::code_points(line) + 2, "a place beyond its line");
    }
}

}  // namespace

void check_faults(const folder::Faults& faults, std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto lines = base::split(text, '\n');
    const auto list = faults.list();
    check(faults.failed() == (faults.errors() > 0), "errors are counted wrongly");
    check(list.size() <= 2 * folder::Faults::limit + 2, "more faults than are kept");
    for (const auto& fault : list) {
        check(!fault.message.empty(), "a fault without a message");
        check(!base::first_bad_utf8(fault.message), "a message that is not UTF-8");
        check(!base::first_line_break(fault.message), "a message of several lines");
        check(!base::first_control(fault.message), "a control character in a message");
        check(fault.message.size() < 1'000, "a message that nobody reads to its end");
        check_place(fault.place, lines);
    }
}

void check_journaled(meeting::MeetingPrepared prepared) {
    wire::Entry entry;
    entry.fact.stamp = {{1}, {1}, {"hub", meeting::Desk::hub}};
    entry.fact.events.emplace_back(std::move(prepared));
    const auto bytes = wire::encode(entry);
    const auto decoded = wire::decode_entry(bytes);
    check(decoded.ok(), "a folder that was taken does not come back from the journal");
    check(wire::encode(*decoded) == bytes, "a folder comes back from the journal as another");
}

}  // namespace dais::fuzz
