// Bytes from strangers: cut off, changed, and made to hurt. Every answer is an error or a value; none is a
// crash, and memory stays small.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/any_value.hpp"
#include "wire/codec.hpp"
#include "wire/hex.hpp"

namespace dais::wire {
namespace {

void expect_refused_by_all(std::string_view bytes) {
    const auto envelope = decode_envelope(bytes);
    ASSERT_FALSE(envelope.ok());
    EXPECT_EQ(envelope.error().code, "bad_message");
    EXPECT_FALSE(envelope.error().text.empty());
    EXPECT_FALSE(decode_entry(bytes).ok());
    EXPECT_FALSE(decode_command(bytes).ok());
    EXPECT_FALSE(decode_meeting(bytes).ok());
}

// The oracle for bytes that may or may not be well-formed: what is taken must be exactly what would be sent.
template <class Decode>
void expect_refused_or_exact(const std::string& bytes, Decode decode) {
    const auto decoded = decode(bytes);
    if (decoded.ok()) {
        EXPECT_EQ(encode(*decoded), bytes);
    } else {
        EXPECT_FALSE(decoded.error().text.empty());
    }
}

template <class Decode>
void expect_every_cut_refused(const std::string& bytes, Decode decode) {
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        ASSERT_FALSE(decode(std::string_view(bytes).substr(0, length)).ok()) << "cut at " << length;
    }
    ASSERT_FALSE(decode(bytes + '\xc0').ok()) << "one byte more";
}

template <class Decode>
void expect_every_flip_survived(const std::string& bytes, Decode decode) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const int with : {0x01, 0x10, 0x40, 0x80, 0xff}) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ with);
            expect_refused_or_exact(changed, decode);
        }
    }
}

TEST(Hostile, CutOffAnywhere) {
    support::FixedSource source;
    for (const auto& command : support::all_commands(source))
        expect_every_cut_refused(encode(command), decode_command);
    for (const auto& message : support::all_messages(source)) {
        expect_every_cut_refused(encode(Envelope{.epoch = {1, 2}, .message = message}), decode_envelope);
    }
    expect_every_cut_refused(encode(support::any_entry(source)), decode_entry);
    expect_every_cut_refused(encode(support::any_meeting(source)), decode_meeting);
}

TEST(Hostile, OneByteChangedAnywhere) {
    support::FixedSource source;
    for (const auto& command : support::all_commands(source))
        expect_every_flip_survived(encode(command), decode_command);
    for (const auto& message : support::all_messages(source)) {
        expect_every_flip_survived(encode(Envelope{.epoch = {1, 2}, .message = message}), decode_envelope);
    }
    for (const auto& event : support::all_events(source)) {
        expect_every_flip_survived(encode(Entry{.fact = {.stamp = {}, .events = {event}}}), decode_entry);
    }
}

RC_GTEST_PROP(HostileProperty, AnyBytesAtAll, (const std::string& bytes)) {
    expect_refused_or_exact(bytes, decode_envelope);
    expect_refused_or_exact(bytes, decode_entry);
    expect_refused_or_exact(bytes, decode_command);
    expect_refused_or_exact(bytes, decode_meeting);
}

TEST(Hostile, Bombs) {
    for (const char* bomb : {"",
                             "c1",
                             "dd ffffffff",
                             "dc ffff",
                             "df ffffffff",
                             "de ffff",  // arrays and maps of 4 billion
                             "db ffffffff",
                             "db 7fffffff 61",
                             "c6 ffffffff",
                             "c6 ffffffff 00",  // texts and bytes of 4 GB
                             "c9 ffffffff 01",
                             "c9 fffffffe 01",
                             "c7 ff 01",
                             "d8 01",
                             "d4 01 00",  // extensions
                             "92 05 dd ffffffff",
                             "92 05 92 dd ffffffff",
                             "92 05 92 92 01 01 dd ffffffff",
                             "80",
                             "81 01 01",
                             "ca 00000000",
                             "cb 0000000000000000",
                             "c0",
                             "c2",
                             "ff"}) {
        SCOPED_TRACE(bomb);
        expect_refused_by_all(from_hex(bomb));
    }
}

// Where an array of any length may stand, the declared length must not be believed.
TEST(Hostile, ABombWhereAnArrayMayStand) {
    const auto entries = from_hex("94 05 03 92 01 02 92 01 dd 0000ffff");
    EXPECT_FALSE(decode_envelope(entries).ok());
    const auto too_many = from_hex("94 05 03 92 01 02 92 01 dd 00010001") + std::string(2 * 65'537, '\xc4');
    const auto refused = decode_envelope(too_many);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().text,
              "message.body.entries: expected an array of at most 65536, found an array of "
              "65537");
}

TEST(Hostile, NestedToADepthOfAMillion) {
    expect_refused_by_all(std::string(1'000'000, '\x91') + '\xc0');
    expect_refused_by_all(std::string(1'000'000, '\x81') + '\xc0');
    expect_refused_by_all(std::string(1'000'000, '\x92'));
}

TEST(Hostile, LongerThanAnythingMayBe) {
    const auto command = encode(meeting::Command(meeting::Decide{std::string(max_message_bytes, 'x')}));
    EXPECT_EQ(decode_command(command).error().code, "bad_message");
    const Message message = CommandMessage{
        .request = 1, .script_time = {}, .command = meeting::Decide{std::string(max_message_bytes, 'x')}};
    EXPECT_FALSE(decode_envelope(encode(Envelope{.epoch = {}, .message = message})).ok());
    EXPECT_FALSE(decode_entry(std::string(max_first_entry_bytes + 1, '\x90')).ok());
}

TEST(Hostile, OnlyTheFirstEntryMayBeLong) {
    Entry entry{.fact = {.stamp = {.entry = {1}, .recorded = {}, .actor = {}},
                         .events = {meeting::Decided{.id = {}, .text = std::string(max_entry_bytes, 'x')}}}};
    EXPECT_TRUE(decode_entry(encode(entry)).ok());
    entry.fact.stamp.entry.value = 2;
    EXPECT_FALSE(decode_entry(encode(entry)).ok());
}

}  // namespace
}  // namespace dais::wire
