// What is well-formed msgpack and still not what was agreed, and what the sentence then says.
#include <gtest/gtest.h>

#include <algorithm>

#include "wire/codec.hpp"
#include "wire/hex.hpp"

namespace dais::wire {
namespace {

std::string why(const std::string& hex_text) {
    const auto decoded = decode_command(from_hex(hex_text));
    if (decoded.ok()) return "taken";
    EXPECT_EQ(decoded.error().code, "bad_message");
    return decoded.error().text;
}

// Write is command 21: [of, text, after].
TEST(WrongValues, Taken) {
    EXPECT_EQ(why("92 15 93 01 a1 61 00"), "taken");
}

TEST(WrongValues, Structure) {
    EXPECT_EQ(why("92 15 92 01 a1 61"), "command.value: expected an array of 3, found an array of 2");
    EXPECT_EQ(why("92 15 94 01 a1 61 00 00"), "command.value: expected an array of 3, found an array of 4");
    EXPECT_EQ(why("93 15 93 01 a1 61 00 00"), "command: expected an array of 2, found an array of 3");
    EXPECT_EQ(why("92 15 c0"), "command.value: expected an array of 3, found nil");
    EXPECT_EQ(why("92 32 90"), "command.number: expected a whole number from 0 to 49, found 50");
    EXPECT_EQ(why("92 a1 61 90"),
              "command.number: expected a whole number from 0 to 49, found a text of 1 bytes");
    EXPECT_EQ(why("92 15 93 01 a1 61 00 c0"), "command: expected its end, found 1 more bytes");
    EXPECT_EQ(why("92 15 93 01 a2 61"),
              "command.value.text: expected more msgpack, found the end or something else");
}

TEST(WrongValues, CountsThatCannotBe) {
    EXPECT_EQ(why("92 15 93 01 a1"),
              "command.value: expected an array of 3, found one that claims 3 elements and ends before them");
    EXPECT_EQ(why("92 15 93 01 91 91 91"),
              "command.value.text: expected text in valid UTF-8, found an array of 1");
    EXPECT_EQ(why("92 15 93 c1 a1 61"),
              "command.value.of: expected more msgpack, found the end or something else");
}

TEST(WrongValues, Types) {
    EXPECT_EQ(
        why("92 15 93 a0 a1 61 00"),
        "command.value.of: expected a whole number from 0 to 18446744073709551615, found a text of 0 bytes");
    EXPECT_EQ(why("92 15 93 ff a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found -1");
    EXPECT_EQ(why("92 15 93 01 c4 01 61 00"),
              "command.value.text: expected text in valid UTF-8, found 1 bytes");
    EXPECT_EQ(why("92 15 93 01 90 00"),
              "command.value.text: expected text in valid UTF-8, found an array of 0");
    EXPECT_EQ(why("92 15 93 c2 a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found false");
    EXPECT_EQ(why("92 15 93 ca 3f800000 a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found a fraction");
    EXPECT_EQ(why("92 15 93 d4 01 00 a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found an extension");
    EXPECT_EQ(why("92 15 93 80 a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found a map");
}

TEST(WrongValues, BadUtf8) {
    for (const char* text : {"a1 80", "a2 c3 28", "a2 c0 80", "a3 ed a0 80", "a4 f4 90 80 80", "a1 ff",
                             "a9 61 61 61 61 61 61 61 61 c3"}) {
        EXPECT_EQ(why("92 15 93 01 " + std::string(text) + " 00")
                      .find("command.value.text: expected text in valid UTF-8, found"),
                  0u)
            << text;
    }
}

// RequestFloor is command 6: [who, kind, on_behalf_of]; Revise is 22: [paragraph, text, base]; ReportLink 34.
TEST(WrongValues, OutOfRange) {
    EXPECT_EQ(why("92 06 93 a1 61 03 a0"), "taken");
    EXPECT_EQ(why("92 06 93 a1 61 04 a0"),
              "command.value.kind: expected a whole number from 0 to 3, found 4");
    EXPECT_EQ(why("92 16 93 01 a1 61 ce ffffffff"), "taken");
    EXPECT_EQ(why("92 16 93 01 a1 61 cf 0000000100000000"),
              "command.value.base: expected a whole number from 0 to 4294967295, found 4294967296");
    EXPECT_EQ(why("92 22 93 a1 61 01 c0"), "taken");
    EXPECT_EQ(why("92 22 93 a1 61 01 cf ffffffffffffffff"),
              "command.value.observed: expected a whole number from -253402300799999 to "
              "253402300799999, found 18446744073709551615");
    // The last millisecond of the year 9999, and the one after it; the same before 1970.
    EXPECT_EQ(why("92 22 93 a1 61 01 cf 0000e677d21fdbff"), "taken");
    EXPECT_EQ(why("92 22 93 a1 61 01 cf 0000e677d21fdc00"),
              "command.value.observed: expected a whole number from -253402300799999 to "
              "253402300799999, found 253402300800000");
    EXPECT_EQ(why("92 22 93 a1 61 01 d3 ffff19882de02401"), "taken");
    EXPECT_EQ(why("92 22 93 a1 61 01 d3 ffff19882de02400"),
              "command.value.observed: expected a whole number from -253402300799999 to "
              "253402300799999, found -253402300800000");
}

// CorrectParticipant is command 31: [who, fields].
TEST(WrongValues, MapsInOneOrderOnly) {
    EXPECT_EQ(why("92 1f 92 a1 61 92 92 a1 61 a0 92 a1 62 a0"), "taken");
    EXPECT_EQ(why("92 1f 92 a1 61 92 92 a1 62 a0 92 a1 61 a0"),
              "command.value.fields[1].key: expected text in valid UTF-8, in ascending order, found a text "
              "of 1 bytes");
    EXPECT_EQ(why("92 1f 92 a1 61 92 92 a1 61 a0 92 a1 61 a0").find("command.value.fields[1].key:"), 0u);
    EXPECT_EQ(why("92 1f 92 a1 61 91 91 a1 62"),
              "command.value.fields[0]: expected an array of 2, found an array of 1");
    std::string many = "92 1f 92 a1 61 dc 0041";
    for (int i = 0; i < 65; ++i) many += "92 a1 62 a0";
    EXPECT_EQ(why(many), "command.value.fields: expected an array of at most 64, found an array of 65");
}

// What a later version has added says nothing in what was written before, and is left out there.
TEST(WrongValues, FieldsThatCameLaterAreLeftOutWhileTheySayNothing) {
    meeting::MeetingPrepared prepared;
    const auto encoded = [&](std::optional<bool> pause) {
        prepared.setup.limits.pause_when_link_lost = pause;
        Entry entry;
        entry.fact.events = {prepared};
        return encode(entry);
    };
    const auto without = encoded(std::nullopt);
    const auto with = encoded(true);
    ASSERT_EQ(with.size(), without.size() + 1);
    const auto first = std::mismatch(without.begin(), without.end(), with.begin());
    EXPECT_EQ(static_cast<unsigned char>(*first.first), 0x94);
    EXPECT_EQ(static_cast<unsigned char>(*first.second), 0x95);
    for (const auto& bytes : {without, with, encoded(false)}) {
        const auto decoded = decode_entry(bytes);
        ASSERT_TRUE(decoded.ok()) << decoded.error().text;
        EXPECT_EQ(encode(*decoded), bytes);
    }
    auto nil = with;
    const auto yes = nil.find('\xc3', static_cast<std::size_t>(first.second - with.begin()));
    ASSERT_NE(yes, std::string::npos);
    nil[yes] = '\xc0';
    EXPECT_FALSE(decode_entry(nil).ok()) << "one value would have two encodings";
}

TEST(WrongValues, OnlyTheShortestForm) {
    for (const char* longer :
         {"92 cc 15 93 01 a1 61 00", "92 cd 0015 93 01 a1 61 00", "92 15 93 cf 0000000000000001 a1 61 00",
          "92 15 93 01 d9 01 61 00", "dc 0002 15 93 01 a1 61 00", "92 15 dd 00000003 01 a1 61 00"}) {
        EXPECT_EQ(why(longer), "command: expected every value in its shortest form") << longer;
    }
    EXPECT_EQ(why("92 15 93 d1 012c a1 61 00"),
              "command.value.of: expected a whole number from 0 to 18446744073709551615, found 300 in a "
              "signed form");
    EXPECT_EQ(why("92 10 92 d1 ff00 c0"), "taken");
    EXPECT_EQ(why("92 10 92 d2 ffffff00 c0"), "command: expected every value in its shortest form");
}

TEST(WrongValues, Version) {
    EXPECT_TRUE(decode_envelope(from_hex("94 05 09 92 01 02 90")).ok());
    const auto other = decode_envelope(from_hex("94 01 09 92 01 02 90"));
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(other.error().code, "wrong_version");
    EXPECT_EQ(other.error().text, "message: expected protocol version 5, found 1");
    EXPECT_EQ(decode_envelope(from_hex("95 ce 00010000 c0 c0 a1 61 cb 0000000000000000")).error().code,
              "wrong_version");
    EXPECT_EQ(decode_envelope(from_hex("03")).error().code, "bad_message");
    EXPECT_EQ(decode_envelope(from_hex("93 05 09 92 01 02")).error().text,
              "message: expected an array of 4, found an array of 3");
}

TEST(WrongValues, TypeAndBody) {
    EXPECT_EQ(decode_envelope(from_hex("94 05 0f 92 01 02 90")).error().text,
              "message.type: expected a whole number from 0 to 14, found 15");
    EXPECT_EQ(decode_envelope(from_hex("94 05 09 92 01 02 91 01")).error().text,
              "message.body: expected an array of 0, found an array of 1");
    EXPECT_EQ(decode_envelope(from_hex("94 05 04 91 01 91 01")).error().text,
              "message.epoch: expected an array of 2, found an array of 1");
    EXPECT_EQ(decode_envelope(from_hex("94 05 04 92 01 02 91 c2")).error().text,
              "message.body.allowed: expected a whole number from 0 to 18446744073709551615, found false");
}

TEST(WrongValues, DigestsHaveTheirLength) {
    const auto digest_answer = [](const std::string& digest) {
        return decode_envelope(from_hex("94 05 0a 92 01 02 92 05 " + digest));
    };
    EXPECT_TRUE(digest_answer("c4 20" + hex(std::string(32, 'd'))).ok());
    EXPECT_EQ(digest_answer("c4 1f" + hex(std::string(31, 'd'))).error().text,
              "message.body.state: expected 32 bytes, found 31 bytes");
    EXPECT_FALSE(digest_answer("d9 20" + hex(std::string(32, 'd'))).ok());
}

}  // namespace
}  // namespace dais::wire
