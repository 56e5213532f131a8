// Writes the corpus that the fuzzer starts from: make_wire_corpus tests/fuzz/corpus. One file for each
// alternative, and a few values from seeds; run it again when the wire format has changed, and commit what it
// wrote.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/any_value.hpp"
#include "wire/codec.hpp"

namespace {

void write(const std::filesystem::path& folder, const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << bytes;
}

}  // namespace

int main(int count, char** words) {
    using namespace dais;
    if (count != 2) {
        std::fprintf(stderr, "usage: make_wire_corpus FOLDER\n");
        return 2;
    }
    const std::filesystem::path folder = words[1];
    support::SeededSource source(1);
    for (const auto& command : support::all_commands(source)) {
        write(folder / "wire_command", std::string(meeting::command_word(command)), wire::encode(command));
    }
    for (const auto& event : support::all_events(source)) {
        const wire::Entry entry{
            .fact = {.stamp = {.entry = {2}, .recorded = {3}, .actor = {.name = "clerk-1"}},
                     .events = {event}}};
        write(folder / "wire_entry", std::string(meeting::event_word(event)), wire::encode(entry));
    }
    for (const auto& message : support::all_messages(source)) {
        write(folder / "wire_envelope", "message-" + std::to_string(message.index()),
              wire::encode(wire::Envelope{.epoch = {1, 2}, .message = message}));
    }
    write(folder / "wire_meeting", "empty", wire::encode(meeting::Meeting{}));
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        support::SeededSource seeded(seed);
        write(folder / "wire_meeting", "seed-" + std::to_string(seed),
              wire::encode(support::any_meeting(seeded)));
    }
    return 0;
}
