// Private to this folder. The messages. Their numbers (`type` in an envelope) are their places in
// wire::Message; the envelope itself is codec_envelope.cpp's.
#pragma once

#include <tuple>

#include "meeting/limits.hpp"
#include "wire/codec.hpp"
#include "wire/layout.hpp"
#include "wire/layout_commands.hpp"
#include "wire/layout_events.hpp"
#include "wire/layout_meeting.hpp"
#include "wire/layout_room.hpp"
#include "wire/messages.hpp"

namespace dais::wire {

template <>
inline constexpr std::size_t enumerators<Fate> = static_cast<std::size_t>(Fate::not_received) + 1;

inline constexpr Terms short_text{.limit = meeting::max_name_bytes};

template <>
struct Layout<base::Epoch> {
    static constexpr std::tuple fields{field("counter", &base::Epoch::counter),
                                       field("id", &base::Epoch::id)};
};

template <>
struct Layout<Entry> {
    static constexpr std::tuple fields{field("session", &Entry::session), field("request", &Entry::request),
                                       field("fact", &Entry::fact)};
};

template <>
struct Layout<Hello> {
    static constexpr std::tuple fields{field("session", &Hello::session), field("head", &Hello::head),
                                       field("digest", &Hello::digest), field("allowed", &Hello::allowed),
                                       field<short_text>("program", &Hello::program)};
};

template <>
struct Layout<Welcome> {
    static constexpr std::tuple fields{field("you", &Welcome::you),
                                       field("head", &Welcome::head),
                                       field("by_snapshot", &Welcome::by_snapshot),
                                       field("script_clock", &Welcome::script_clock),
                                       field("now", &Welcome::now),
                                       field("highest_request", &Welcome::highest_request)};
};

template <>
struct Layout<SnapshotPart> {
    static constexpr std::tuple fields{
        field("sequence", &SnapshotPart::sequence), field("chain", &SnapshotPart::chain),
        field("state", &SnapshotPart::state),       field("total", &SnapshotPart::total),
        field("offset", &SnapshotPart::offset),     field<Terms{.raw = true}>("bytes", &SnapshotPart::bytes)};
};

template <>
struct Layout<Entries> {
    static constexpr std::tuple fields{
        field("first", &Entries::first),
        field<Terms{.raw = true, .limit = max_entries_per_message}>("entries", &Entries::entries)};
};

template <>
struct Layout<Credit> {
    static constexpr std::tuple fields{field("allowed", &Credit::allowed)};
};

template <>
struct Layout<CommandMessage> {
    static constexpr std::tuple fields{field("request", &CommandMessage::request),
                                       field("script_time", &CommandMessage::script_time),
                                       field("command", &CommandMessage::command)};
};

template <>
struct Layout<Answer> {
    static constexpr std::tuple fields{field("request", &Answer::request), field("fate", &Answer::fate),
                                       field("sequence", &Answer::sequence),
                                       field<short_text>("word", &Answer::word),
                                       field("sentence", &Answer::sentence)};
};

template <>
struct Layout<Ask> {
    static constexpr std::tuple fields{field("request", &Ask::request)};
};

template <>
struct Layout<Present> {
    static constexpr std::tuple fields{field("chairs", &Present::chairs), field("clerks", &Present::clerks),
                                       field("moderators", &Present::moderators),
                                       field("rooms", &Present::rooms)};
};

template <>
struct Layout<Beat> {
    static constexpr std::tuple fields{field("sent", &Beat::sent),       field("echo", &Beat::echo),
                                       field("held", &Beat::held),       field("head", &Beat::head),
                                       field("digest", &Beat::digest),   field("signature", &Beat::signature),
                                       field("trouble", &Beat::trouble), field("present", &Beat::present)};
};

template <>
struct Layout<DigestAnswer> {
    static constexpr std::tuple fields{field("sequence", &DigestAnswer::sequence),
                                       field("state", &DigestAnswer::state)};
};

template <>
struct Layout<Refused> {
    static constexpr std::tuple fields{field<short_text>("word", &Refused::word),
                                       field("sentence", &Refused::sentence)};
};

inline constexpr Terms draft_place{.limit = max_draft_place_bytes};
inline constexpr Terms draft_text{.limit = meeting::max_text_bytes};

template <>
struct Layout<Draft> {
    static constexpr std::tuple fields{field<draft_place>("place", &Draft::place),
                                       field("base", &Draft::base), field<draft_text>("text", &Draft::text)};
};

template <>
struct Layout<DraftOf> {
    static constexpr std::tuple fields{
        field<short_text>("author", &DraftOf::author), field<draft_place>("place", &DraftOf::place),
        field("base", &DraftOf::base), field<draft_text>("text", &DraftOf::text)};
};

template <>
struct Layout<Room> {
    static constexpr std::tuple fields{field("view", &Room::view)};
};

}  // namespace dais::wire
