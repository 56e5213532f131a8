// Private to this folder: the shape of every type that is on the line. slot_for(value) is the way in; the
// structs follow from their layouts.
#pragma once

#include <array>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "wire/layout.hpp"
#include "wire/slot.hpp"
#include "wire/valid_text.hpp"

namespace dais::wire {

// ShapeOf<T, terms>::shape is the constant that says it all.
template <class T, Terms terms>
struct ShapeOf;

template <Terms terms = Terms{}, class T>
Slot slot_for(T& value) {
    return {&value, &ShapeOf<T, terms>::shape};
}

template <class T>
T& at(void* place) {
    return *static_cast<T*>(place);
}

// A limit as the sentence of an error says it: " of at most 64".
inline std::string at_most(std::size_t limit) {
    const bool none = limit == std::numeric_limits<std::size_t>::max();
    return none ? std::string{} : " of at most " + std::to_string(limit);
}

// An instant lies within 9999 years of 1970, and so does a span: whoever adds a few of them cannot leave the
// 64 bits.
inline constexpr std::int64_t most_ms = 253'402'300'799'999;

// The integer within a type that stands for a number, and what it may be.
template <class T, T low = std::numeric_limits<T>::min(), T high = std::numeric_limits<T>::max()>
struct Between {
    using Plain = T;
    static constexpr T least = low;
    static constexpr T most = high;
};
template <class T>
struct Number;
template <std::integral T>
requires(!std::same_as<T, bool>) struct Number<T> : Between<T> {
    static T wrap(T plain) { return plain; }
};
template <class Tag>
struct Number<base::Id<Tag>> : Between<std::uint64_t> {
    static base::Id<Tag> wrap(std::uint64_t plain) { return base::Id<Tag>(plain); }
};
template <>
struct Number<base::Sequence> : Between<std::uint64_t> {
    static base::Sequence wrap(std::uint64_t plain) { return {plain}; }
};
template <>
struct Number<base::Instant> : Between<std::int64_t, -most_ms, most_ms> {
    static base::Instant wrap(std::int64_t plain) { return {plain}; }
};
template <>
struct Number<base::Span> : Between<std::int64_t, -most_ms, most_ms> {
    static base::Span wrap(std::int64_t plain) { return base::Span{plain}; }
};

template <class T>
concept Numeric = requires {
    typename Number<T>::Plain;
};

template <Numeric T, Terms terms>
struct ShapeOf<T, terms> {
    using Plain = typename Number<T>::Plain;
    static constexpr Plain least = Number<T>::least;
    static constexpr Plain most = Number<T>::most;

    static std::string expected() {
        return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    }
    static bool natural(void* place, std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(most)) return false;
        at<T>(place) = Number<T>::wrap(static_cast<Plain>(value));
        return true;
    }
    static bool negative(void* place, std::int64_t value) {
        if constexpr (std::signed_integral<Plain>) {
            if (value < least) return false;
            at<T>(place) = Number<T>::wrap(static_cast<Plain>(value));
            return true;
        }
        return false;
    }
    static constexpr Shape shape{.expected = expected, .natural = natural, .negative = negative};
};

template <class E, Terms terms>
requires std::is_enum_v<E>
struct ShapeOf<E, terms> {
    static std::string expected() { return "a whole number from 0 to " + std::to_string(enumerators<E> - 1); }
    static bool natural(void* place, std::uint64_t value) {
        if (value >= enumerators<E>) return false;
        at<E>(place) = static_cast<E>(value);
        return true;
    }
    static constexpr Shape shape{.expected = expected, .natural = natural};
};

template <Terms terms>
struct ShapeOf<bool, terms> {
    static std::string expected() { return "true or false"; }
    static bool flag(void* place, bool value) {
        at<bool>(place) = value;
        return true;
    }
    static constexpr Shape shape{.expected = expected, .flag = flag};
};

template <Terms terms>
struct ShapeOf<std::string, terms> {
    static std::string expected() {
        return (terms.raw ? "bytes" : "text in valid UTF-8") + at_most(terms.limit) +
               (at_most(terms.limit).empty() ? "" : " bytes");
    }
    static bool take(void* place, std::string_view content) {
        if (content.size() > terms.limit) return false;
        if (!terms.raw && !is_valid_text(content)) return false;
        at<std::string>(place).assign(content);
        return true;
    }
    static constexpr Shape shape =
        terms.raw ? Shape{.expected = expected, .bytes = take} : Shape{.expected = expected, .text = take};
};

template <std::size_t length, Terms terms>
struct ShapeOf<std::array<std::uint8_t, length>, terms> {
    static std::string expected() { return std::to_string(length) + " bytes"; }
    static bool bytes(void* place, std::string_view content) {
        if (content.size() != length) return false;
        content.copy(reinterpret_cast<char*>(at<std::array<std::uint8_t, length>>(place).data()), length);
        return true;
    }
    static constexpr Shape shape{.expected = expected, .bytes = bytes};
};

// nil, or what T is. Everything that T takes is handed on to it.
template <class T, Terms terms>
struct ShapeOf<std::optional<T>, terms> {
    static std::string expected() { return "nil or " + ShapeOf<T, terms>::expected(); }
    static Slot present(void* place) { return slot_for<terms>(at<std::optional<T>>(place).emplace()); }
    static constexpr Shape shape{.expected = expected, .present = present};
};

template <class T, Terms terms>
struct ShapeOf<std::vector<T>, terms> {
    static std::string expected() { return "an array" + at_most(terms.limit); }
    static bool begin(void* place, std::uint32_t count) {
        if (count > terms.limit) return false;
        // What is declared may be a lie: no more is set aside than 4 KiB, the rest grows with what comes.
        constexpr std::size_t believed = std::max<std::size_t>(1, 4096 / sizeof(T));
        at<std::vector<T>>(place).reserve(std::min<std::size_t>(count, believed));
        return true;
    }
    static Slot element(void* place, std::uint32_t) {
        return slot_for<Terms{.raw = terms.raw}>(at<std::vector<T>>(place).emplace_back());
    }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element};
};

// A struct: an array of its fields.
template <LaidOut T, Terms terms>
struct ShapeOf<T, terms> {
    static_assert(lists_every_field<T>());
    static constexpr std::size_t count_of_fields = field_count<T>;
    using Step = Slot (*)(T&);

    template <auto index>
    static Slot step(T& value) {
        constexpr bool must_say = index >= fields_at_first<T> && index + 1 == count_of_fields;
        return slot_of<must_say>(value, std::get<index>(Layout<T>::fields));
    }
    // `must_say`: a last field that says nothing is left out, and does not stand there as nil.
    template <bool must_say, class Member, Terms field_terms>
    static Slot slot_of(T& value, const Field<T, Member, field_terms>& each) {
        if constexpr (must_say) {
            return slot_for<field_terms>((value.*each.pointer).emplace());
        } else {
            return slot_for<field_terms>(value.*each.pointer);
        }
    }
    static constexpr auto steps = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array<Step, count_of_fields>{&step<index>...};
    }
    (std::make_index_sequence<count_of_fields>{});
    static constexpr auto names = std::apply(
        [](const auto&... each) { return std::array<std::string_view, count_of_fields>{each.name...}; },
        Layout<T>::fields);

    static std::string expected() {
        std::string counts = std::to_string(count_of_fields);
        if (fields_at_first<T> < count_of_fields)
            counts = std::to_string(fields_at_first<T>) + " to " + counts;
        return "an array of " + counts;
    }
    static bool begin(void*, std::uint32_t count) {
        return count >= fields_at_first<T> && count <= count_of_fields;
    }
    static Slot element(void* place, std::uint32_t index) {
        if constexpr (count_of_fields > 0) return steps[index](at<T>(place));
        return {};  // never asked: begin() let no element in
    }
    static std::string_view name(std::uint32_t index) {
        if constexpr (count_of_fields > 0) return names[index];
        return {};
    }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element, .name = name};
};

}  // namespace dais::wire
