// What is decoded is what was encoded, for whatever can be said.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/any_value.hpp"
#include "support/generators.hpp"
#include "wire/codec.hpp"

namespace dais::wire {
namespace {

// Commands, events and messages have no ==; but a value has one encoding, so equal bytes are equal values.
template <class T, class Decode>
void expect_same_bytes(const T& value, Decode decode) {
    const auto bytes = encode(value);
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded.ok()) << decoded.error().text;
    EXPECT_EQ(encode(*decoded), bytes);
}

Entry entry_with(meeting::Event event) {
    return {.session = {1, 2}, .request = 3, .fact = {.stamp = {}, .events = {std::move(event)}}};
}

TEST(RoundTrip, EveryCommand) {
    support::FixedSource source;
    for (const auto& command : support::all_commands(source)) {
        expect_same_bytes(command, decode_command);
        EXPECT_EQ(decode_command(encode(command))->index(), command.index());
    }
}

TEST(RoundTrip, EveryEvent) {
    support::FixedSource source;
    for (const auto& event : support::all_events(source)) {
        expect_same_bytes(entry_with(event), decode_entry);
        EXPECT_EQ(decode_entry(encode(entry_with(event)))->fact.events.at(0).index(), event.index());
    }
}

TEST(RoundTrip, EveryMessage) {
    support::FixedSource source;
    for (const auto& message : support::all_messages(source)) {
        const Envelope envelope{.epoch = {7, 8}, .message = message};
        expect_same_bytes(envelope, decode_envelope);
        const auto decoded = decode_envelope(encode(envelope));
        EXPECT_EQ(decoded->message.index(), message.index());
        EXPECT_EQ(decoded->epoch, envelope.epoch);
    }
}

TEST(RoundTrip, FieldByField) {
    const meeting::Write write{
        .of = meeting::InterventionId(12), .text = "Ms. Garcia recalled …", .after = meeting::TextId(3)};
    const CommandMessage message{.request = 99, .script_time = base::Instant{-5}, .command = write};
    const auto decoded = decode_envelope(encode(Envelope{.epoch = {1, 2}, .message = message}));
    ASSERT_TRUE(decoded.ok());
    const auto& got = std::get<CommandMessage>(decoded->message);
    EXPECT_EQ(got.request, 99u);
    EXPECT_EQ(got.script_time, base::Instant{-5});
    const auto& text = std::get<meeting::Write>(got.command);
    EXPECT_EQ(text.of, write.of);
    EXPECT_EQ(text.text, write.text);
    EXPECT_EQ(text.after, write.after);
}

TEST(RoundTrip, AnAbsentOptionalIsNotAnEmptyOne) {
    const auto link = [](std::optional<std::string> behalf) {
        const auto bytes =
            encode(meeting::Command(meeting::CorrectIntervention{.intervention = {},
                                                                 .who = {},
                                                                 .kind = {},
                                                                 .on_behalf_of = std::move(behalf),
                                                                 .link = {},
                                                                 .reason = {}}));
        return std::get<meeting::CorrectIntervention>(*decode_command(bytes)).on_behalf_of;
    };
    EXPECT_EQ(link(std::nullopt), std::nullopt);
    EXPECT_EQ(link(""), "");
    EXPECT_EQ(link("x"), "x");
}

// The lengths at which msgpack changes its form.
TEST(RoundTrip, TextsOfEveryForm) {
    for (const std::size_t length : {0u, 31u, 32u, 255u, 256u, 65'535u, 65'536u}) {
        expect_same_bytes(meeting::Command(meeting::Decide{std::string(length, 'x')}), decode_command);
        const Message part = SnapshotPart{.sequence = {}, .bytes = std::string(length, '\xff')};
        expect_same_bytes(Envelope{.epoch = {}, .message = part}, decode_envelope);
        const Message entries = Entries{.first = {4}, .entries = std::vector<base::Bytes>(length, "e")};
        expect_same_bytes(Envelope{.epoch = {}, .message = entries}, decode_envelope);
    }
}

TEST(RoundTrip, EntriesThatAreBytesAlready) {
    const std::vector<base::Bytes> kept{"first", std::string("\0\xff", 2), std::string(70'000, 'z')};
    const auto bytes = encode_entries({3, 4}, {17}, {kept.begin(), kept.end()});
    EXPECT_EQ(bytes, encode(Envelope{.epoch = {3, 4}, .message = Entries{.first = {17}, .entries = kept}}));
    EXPECT_EQ(std::get<Entries>(decode_envelope(bytes)->message).entries, kept);
}

TEST(RoundTrip, AMeetingAndItsDigest) {
    support::FixedSource source;
    auto meeting = support::any_meeting(source);
    const auto decoded = decode_meeting(encode(meeting));
    ASSERT_TRUE(decoded.ok()) << decoded.error().text;
    EXPECT_TRUE(*decoded == meeting);
    EXPECT_EQ(state_digest(*decoded), state_digest(meeting));
    meeting.last_act += 1;
    EXPECT_NE(state_digest(*decoded), state_digest(meeting));
}

RC_GTEST_PROP(RoundTripProperty, Commands, ()) {
    const auto bytes = encode(*support::commands());
    RC_ASSERT(encode(decode_command(bytes).value()) == bytes);
}
RC_GTEST_PROP(RoundTripProperty, Entries, ()) {
    const auto bytes = encode(*support::entries());
    RC_ASSERT(encode(decode_entry(bytes).value()) == bytes);
}
RC_GTEST_PROP(RoundTripProperty, Envelopes, ()) {
    const auto bytes = encode(*support::envelopes());
    RC_ASSERT(encode(decode_envelope(bytes).value()) == bytes);
}
RC_GTEST_PROP(RoundTripProperty, Meetings, ()) {
    const auto meeting = *support::meetings();
    RC_ASSERT(decode_meeting(encode(meeting)).value() == meeting);
}

}  // namespace
}  // namespace dais::wire
