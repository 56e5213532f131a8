// The closed sets of words that a meeting is spoken of in: what a person is, how one takes part, what the
// floor is asked for. Each enumerator has one word, the same in scripts, in tables and on the wire's
// documents.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dais::meeting {

// What a participant is (participants.csv, `role`).
enum class Role : std::uint8_t { chair, member, state, organization, secretariat, officer, observer };

// What the floor is asked for or given for.
enum class Kind : std::uint8_t { statement, point_of_order, right_of_reply, reply };

// What a moderator reports of a person's link. Only in_room, audio and video say how the person takes part.
enum class Link : std::uint8_t { in_room, waiting, audio, video, lost, left };

// How a person is expected to take part, as said beforehand.
enum class Attendance : std::uint8_t { room, video };

// How the meeting is held.
enum class Mode : std::uint8_t { in_person, hybrid, online };

// Where the meeting stands.
enum class Sitting : std::uint8_t { before, open, suspended, ended };

// Who sits at a station, and so what it may ask for. `hub` is the hub itself, which only prepares the
// meeting. At `room` nobody sits: it shows the meeting to whoever is there, and is told no more than that.
enum class Desk : std::uint8_t { chair, clerk, moderator, hub, room };

// How speakers of States are printed.
enum class StateAttribution : std::uint8_t { named, anonymous };

template <class E>
struct Words;  // list: the words in the order of the enumerators

template <>
struct Words<Role> {
    static constexpr std::array<std::string_view, 7> list{"chair",       "member",  "state",   "organization",
                                                          "secretariat", "officer", "observer"};
};
template <>
struct Words<Kind> {
    static constexpr std::array<std::string_view, 4> list{"statement", "point_of_order", "right_of_reply",
                                                          "reply"};
};
template <>
struct Words<Link> {
    static constexpr std::array<std::string_view, 6> list{"in_room", "waiting", "audio",
                                                          "video",   "lost",    "left"};
};
template <>
struct Words<Attendance> {
    static constexpr std::array<std::string_view, 2> list{"room", "video"};
};
template <>
struct Words<Mode> {
    static constexpr std::array<std::string_view, 3> list{"in_person", "hybrid", "online"};
};
template <>
struct Words<Sitting> {
    static constexpr std::array<std::string_view, 4> list{"before", "open", "suspended", "ended"};
};
template <>
struct Words<Desk> {
    static constexpr std::array<std::string_view, 5> list{"chair", "clerk", "moderator", "hub", "room"};
};
template <>
struct Words<StateAttribution> {
    static constexpr std::array<std::string_view, 2> list{"named", "anonymous"};
};

template <class E>
constexpr std::string_view word(E value) {
    return Words<E>::list[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> parse_word(std::string_view text) {
    for (std::size_t i = 0; i < Words<E>::list.size(); ++i) {
        if (Words<E>::list[i] == text) return static_cast<E>(i);
    }
    return std::nullopt;
}

// Whether a report of this link says how the person takes part.
constexpr bool says_how(Link link) {
    return link == Link::in_room || link == Link::audio || link == Link::video;
}

}  // namespace dais::meeting
