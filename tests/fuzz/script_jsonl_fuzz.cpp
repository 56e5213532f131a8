// Any bytes as script.jsonl of a small meeting: either the fault is named, clearly and at its place, or the
// script can be played: every line becomes a command that can be sent, the core takes or refuses it, and the
// meeting stays a possible one.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.hpp"
#include "folder/script.hpp"
#include "folder/text_file.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/clear_faults.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/invariants.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace {

using namespace dais;
using base::check;

constexpr base::Instant midnight{1'633'557'600'000};

folder::Known known_of(const meeting::MeetingPrepared& prepared) {
    folder::Known known;
    for (const auto& person : prepared.participants) {
        if (!known.participants) known.participants.emplace();
        known.participants->insert(person.id);
    }
    known.items.emplace();
    for (const auto& item : prepared.setup.agenda) known.items->insert(item.id);
    return known;
}

void check_command(const meeting::Command& command) {
    const auto bytes = wire::encode(command);
    const auto decoded = wire::decode_command(bytes);
    check(decoded.ok(), "a command of a good script cannot be sent");
    check(wire::encode(*decoded) == bytes, "a command of a good script comes as another");
}

void play(const std::vector<folder::ScriptLine>& lines, meeting::MeetingPrepared prepared) {
    meeting::Meeting meeting;
    meeting::apply(meeting, {{{1}, midnight, {"hub", meeting::Desk::hub}}, {std::move(prepared)}});
    folder::Labels labels;
    std::uint64_t entry = 1;
    for (const auto& line : lines) {
        const auto command = folder::bind(line.ask, labels);
        if (!command) {  // the line that makes it was refused
            check(command.error().code == "unknown_label", "a line cannot be bound");
            continue;
        }
        check_command(*command);
        const meeting::Actor actor{line.from, line.desk};
        auto decision = meeting::decide(meeting, actor, *command, line.at);
        if (!decision) {
            check(!decision.error().sentence.empty(), "a refusal without a sentence");
            continue;
        }
        if (const auto made = folder::made_by(line.ask, *decision)) labels.remember(line.label, *made);
        meeting::apply(meeting, {{{++entry}, line.at, actor}, *std::move(decision)});
    }
    const auto broken = meeting::broken_invariant(meeting);
    check(broken.empty(), broken);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    auto prepared = support::small_meeting();
    folder::Faults faults;
    const folder::FileFaults of_file(faults, "script.jsonl");
    std::vector<folder::ScriptLine> lines;
    if (const auto clean = folder::checked_text(text, folder::script_limits, of_file)) {
        lines = folder::read_script(*clean, midnight, known_of(prepared), of_file);
    }
    fuzz::check_faults(faults, text);
    if (!faults.failed()) play(lines, std::move(prepared));
    return 0;
}
