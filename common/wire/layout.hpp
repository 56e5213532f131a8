// Private to this folder. How the structs of the meeting and of the protocol lie in the bytes: for each of
// them a Layout<T> that lists its fields by name, in the order in which they are sent. Everything else
// (writing, reading, the path in an error, the tables of docs/wire-format.md, the generators of the tests)
// follows from these lists.
//
// A field that is missing from its list, or listed twice, does not compile: lists_every_field(). To add a
// field, add it at the end of its list, raise wire::protocol_version, and renew docs/wire-format.md and the
// golden bytes.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "meeting/words.hpp"

namespace dais::wire {

// What holds for a field beyond its type.
struct Terms {
    bool raw = false;  // a string that is bytes (bin), not text (str, valid UTF-8); of a vector: its elements
    std::size_t limit =
        std::numeric_limits<std::size_t>::max();  // bytes of a string, elements of a container
};

template <class Struct, class Member, Terms terms>
struct Field {
    std::string_view name;
    Member Struct::*pointer;
};

template <Terms terms = Terms{}, class Struct, class Member>
constexpr Field<Struct, Member, terms> field(std::string_view name, Member Struct::*pointer) {
    return {name, pointer};
}

// fields: a std::tuple of Field. Structs without fields need none.
template <class T>
struct Layout;

template <class T>
requires(std::is_empty_v<T>&& std::is_aggregate_v<T>) struct Layout<T> {
    static constexpr std::tuple<> fields{};
};

template <class T>
concept LaidOut = requires {
    Layout<T>::fields;
};

template <class T>
inline constexpr std::size_t field_count =
    std::tuple_size_v<std::remove_cvref_t<decltype(Layout<T>::fields)>>;

// How many fields a struct had when journals with it were first written. Those behind are std::optional and
// are left out from the end while they say nothing, so that what was written before still reads, and each
// value has one encoding.
template <class T>
inline constexpr std::size_t fields_at_first = field_count<T>;

// How many enumerators an enum has: as many as it has words. Enums without words say it in their layout's
// header.
template <class E>
inline constexpr std::size_t enumerators = meeting::Words<E>::list.size();

// Compiles only where `value` has exactly as many members as `count`: the compiler counts the names for us.
template <std::size_t count, class T>
constexpr void count_members(const T& value) {
    static_assert(count <= 20, "add a line below");
    // clang-format off
    if constexpr (count == 1) { [[maybe_unused]] const auto& [a] = value; }
    if constexpr (count == 2) { [[maybe_unused]] const auto& [a, b] = value; }
    if constexpr (count == 3) { [[maybe_unused]] const auto& [a, b, c] = value; }
    if constexpr (count == 4) { [[maybe_unused]] const auto& [a, b, c, d] = value; }
    if constexpr (count == 5) { [[maybe_unused]] const auto& [a, b, c, d, e] = value; }
    if constexpr (count == 6) { [[maybe_unused]] const auto& [a, b, c, d, e, f] = value; }
    if constexpr (count == 7) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g] = value; }
    if constexpr (count == 8) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h] = value; }
    if constexpr (count == 9) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i] = value; }
    if constexpr (count == 10) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j] = value; }
    if constexpr (count == 11) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k] = value; }
    if constexpr (count == 12) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l] = value; }
    if constexpr (count == 13) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = value; }
    if constexpr (count == 14) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value; }
    if constexpr (count == 15) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = value; }
    if constexpr (count == 16) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value; }
    if constexpr (count == 17) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = value; }
    if constexpr (count == 18) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = value; }
    if constexpr (count == 19) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = value; }
    if constexpr (count == 20) { [[maybe_unused]] const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = value; }
    // clang-format on
}

template <class A, class B>
constexpr bool same_member(A a, B b) {
    if constexpr (std::is_same_v<A, B>) return a == b;
    return false;
}

// A compile-time check, to be put into a static_assert wherever a layout is used: as many fields as members
// (else it does not compile), and none of them twice; so each member once.
template <class T>
constexpr bool lists_every_field() {
    if constexpr (field_count < T >> 0) {
        using Counts = decltype(&count_members<field_count<T>, T>);
        [[maybe_unused]] constexpr Counts counted = &count_members<field_count<T>, T>;
        return std::apply(
            [](auto... fields) {
                auto times = [&](auto pointer) {
                    return (0 + ... + (same_member(pointer, fields.pointer) ? 1 : 0));
                };
                return (... && (times(fields.pointer) == 1));
            },
            Layout<T>::fields);
    } else {
        return true;
    }
}

// Calls visit(field) for each field, in order.
template <class T, class Visit>
constexpr void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... fields) { (visit(fields), ...); }, Layout<T>::fields);
}

}  // namespace dais::wire
