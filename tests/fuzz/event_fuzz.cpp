// A journal of any entries, brought about on a small meeting. Each frame is an entry as it lies in a journal
// (behind an even byte), or the choices of one that is well-formed (behind an odd one). What is taken is
// encoded as it came; apply() ends with a meeting, whatever it is handed; a snapshot of it comes back as the
// same meeting, and the rest of the journal makes the same of both.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/check.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/choices.hpp"
#include "meeting/apply.hpp"
#include "meeting/describe.hpp"
#include "support/any_value.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace {

using namespace dais;
using base::check;

constexpr std::size_t most_frames = 48;

base::Bytes entry_bytes(std::string_view frame) {
    fuzz::Bytes bytes(frame);
    if (bytes.one() % 2 == 0) return base::Bytes(bytes.rest());
    fuzz::Choices choices(bytes.rest());
    wire::Entry entry;
    entry.request = choices.natural(~0ULL);
    entry.fact.stamp.entry = {choices.natural(~0ULL)};
    entry.fact.stamp.recorded = {choices.integer(-(1LL << 48), 1LL << 48)};
    entry.fact.stamp.actor = {"clerk-1", meeting::Desk::clerk};
    do {
        entry.fact.events.push_back(support::any_event(choices));
    } while (!choices.empty() && entry.fact.events.size() < 16);
    return wire::encode(entry);
}

meeting::Meeting reread(const meeting::Meeting& meeting) {
    const auto bytes = wire::encode(meeting);
    auto decoded = wire::decode_meeting(bytes);
    check(decoded.ok(), decoded.ok() ? "" : "a snapshot is refused: " + decoded.error().text);
    check(wire::encode(*decoded) == bytes, "a snapshot comes back as another");
    return *std::move(decoded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    const auto frames = fuzz::frames({reinterpret_cast<const char*>(bytes), size}, most_frames);
    meeting::Meeting meeting;
    meeting::apply(meeting, {{{1}, {1'000}, {"hub", meeting::Desk::hub}}, {support::small_meeting()}});
    std::optional<meeting::Meeting> joined;  // a station that was given a snapshot on the way
    for (std::size_t at = 0; at < frames.size(); ++at) {
        if (at == frames.size() / 2) joined = reread(meeting);
        const auto entry = entry_bytes(frames[at]);
        const auto decoded = wire::decode_entry(entry);
        if (!decoded) continue;
        check(wire::encode(*decoded) == entry, "an entry comes back as another");
        meeting::apply(meeting, decoded->fact);
        if (joined) meeting::apply(*joined, decoded->fact);
    }
    const auto whole = wire::encode(reread(meeting));
    check(!joined || wire::encode(*joined) == whole, "a snapshot and the rest are not the whole");
    meeting::describe(meeting, meeting.now);
    return 0;
}
