// The bytes of one fixed value of each command, event and message, so that a change of the bytes is seen by
// whoever makes it: an old journal and an old station would not understand it. DAIS_RENEW_GOLDEN=1 writes
// golden.txt anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/any_value.hpp"
#include "wire/codec.hpp"
#include "wire/hex.hpp"

namespace dais::wire {
namespace {

constexpr const char* golden_path = DAIS_SOURCE_DIR "/tests/wire/golden.txt";

std::string all_lines() {
    std::ostringstream lines;
    support::FixedSource source;
    for (const auto& command : support::all_commands(source)) {
        lines << "command " << meeting::command_word(command) << ' ' << hex(encode(command)) << '\n';
    }
    for (const auto& event : support::all_events(source)) {
        const Entry entry{
            .session = {1},
            .request = 2,
            .fact = {.stamp = {.entry = {3}, .recorded = {4}, .actor = {"clerk-1", meeting::Desk::clerk}},
                     .events = {event}}};
        lines << "event " << meeting::event_word(event) << ' ' << hex(encode(entry)) << '\n';
    }
    for (const auto& message : support::all_messages(source)) {
        lines << "message " << message.index() << ' '
              << hex(encode(Envelope{.epoch = {1, 2}, .message = message})) << '\n';
    }
    const auto meeting = support::any_meeting(source);
    const auto digest = state_digest(meeting);
    lines << "meeting - " << hex(encode(meeting)) << '\n';
    lines << "digest - " << hex({reinterpret_cast<const char*>(digest.data()), digest.size()}) << '\n';
    return lines.str();
}

TEST(Golden, BytesAreAsTheyWere) {
    const auto now = all_lines();
    if (std::getenv("DAIS_RENEW_GOLDEN") != nullptr) {
        std::ofstream(golden_path) << now;
        GTEST_SKIP() << "written anew: " << golden_path;
    }
    std::ifstream file(golden_path);
    std::istringstream current(now);
    std::string was;
    std::string is;
    while (std::getline(current, is)) {
        ASSERT_TRUE(std::getline(file, was)) << "not in golden.txt: " << is;
        EXPECT_EQ(is, was);
    }
    EXPECT_FALSE(std::getline(file, was)) << "only in golden.txt: " << was;
}

}  // namespace
}  // namespace dais::wire
