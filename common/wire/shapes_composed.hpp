// Private to this folder: the shapes of what is made of others and needs more than one step: maps, sets,
// pairs, variants.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <variant>

#include "wire/shapes.hpp"

namespace dais::wire {

// The key of a map or the element of a set: it is put at the container's end, so keys must come in ascending
// order, each once. (One value has one encoding.) REQUIRES: a key that is a number, an enum or a text.
template <class Container>
struct KeyOf {
    using Key = typename Container::key_type;
    static constexpr const Shape& plain = ShapeOf<Key, Terms{}>::shape;

    static const Key& last(const std::set<Key>& set) { return *set.rbegin(); }
    template <class T>
    static const Key& last(const std::map<Key, T>& map) {
        return map.rbegin()->first;
    }
    static void add(std::set<Key>& set, Key&& key) { set.emplace_hint(set.end(), std::move(key)); }
    template <class T>
    static void add(std::map<Key, T>& map, Key&& key) {
        map.emplace_hint(map.end(), std::move(key), T{});
    }

    static std::string expected() { return plain.expected() + ", in ascending order"; }
    template <class Value>
    static bool take(void* place, bool (*read)(void*, Value), Value value) {
        Key key{};
        auto& container = at<Container>(place);
        if (!read(&key, value) || (!container.empty() && !(last(container) < key))) return false;
        add(container, std::move(key));
        return true;
    }
    static bool natural(void* place, std::uint64_t value) { return take(place, plain.natural, value); }
    static bool text(void* place, std::string_view value) { return take(place, plain.text, value); }
    static constexpr Shape shape = std::is_same_v<Key, std::string>
                                       ? Shape{.expected = expected, .text = text}
                                       : Shape{.expected = expected, .natural = natural};
};

template <class T, Terms terms>
struct ShapeOf<std::set<T>, terms> {
    static std::string expected() { return "an array" + at_most(terms.limit); }
    static bool begin(void*, std::uint32_t count) { return count <= terms.limit; }
    static Slot element(void* place, std::uint32_t) { return {place, &KeyOf<std::set<T>>::shape}; }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element};
};

// An array of [key, value].
template <class Key, class T, Terms terms>
struct ShapeOf<std::map<Key, T>, terms> {
    using Map = std::map<Key, T>;

    struct Row {
        static std::string expected() { return "an array of 2"; }
        static bool begin(void*, std::uint32_t count) { return count == 2; }
        static Slot element(void* place, std::uint32_t index) {
            if (index == 0) return {place, &KeyOf<Map>::shape};
            return slot_for(at<Map>(place).rbegin()->second);  // the key that has just come stands last
        }
        static std::string_view name(std::uint32_t index) { return index == 0 ? "key" : "value"; }
        static constexpr Shape shape{.expected = expected, .begin = begin, .element = element, .name = name};
    };

    static std::string expected() { return "an array" + at_most(terms.limit); }
    static bool begin(void*, std::uint32_t count) { return count <= terms.limit; }
    static Slot element(void* place, std::uint32_t) { return {place, &Row::shape}; }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element};
};

template <class First, class Second, Terms terms>
struct ShapeOf<std::pair<First, Second>, terms> {
    using Pair = std::pair<First, Second>;

    static std::string expected() { return "an array of 2"; }
    static bool begin(void*, std::uint32_t count) { return count == 2; }
    static Slot element(void* place, std::uint32_t index) {
        return index == 0 ? slot_for(at<Pair>(place).first) : slot_for(at<Pair>(place).second);
    }
    static std::string_view name(std::uint32_t index) { return index == 0 ? "first" : "second"; }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element, .name = name};
};

// An array of the alternative's number and its value.
template <class... Kinds, Terms terms>
struct ShapeOf<std::variant<Kinds...>, terms> {
    using Variant = std::variant<Kinds...>;
    using Step = Slot (*)(Variant&);

    template <std::size_t index>
    static Slot choose(Variant& value) {
        return slot_for(value.template emplace<index>());
    }
    static constexpr auto steps = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array<Step, sizeof...(Kinds)>{&choose<index>...};
    }
    (std::make_index_sequence<sizeof...(Kinds)>{});

    struct Which {
        static std::string expected() {
            return "a whole number from 0 to " + std::to_string(sizeof...(Kinds) - 1);
        }
        static bool natural(void* place, std::uint64_t index) {
            if (index >= sizeof...(Kinds)) return false;
            steps[index](at<Variant>(place));
            return true;
        }
        static constexpr Shape shape{.expected = expected, .natural = natural};
    };

    static std::string expected() { return "an array of 2"; }
    static bool begin(void*, std::uint32_t count) { return count == 2; }
    static Slot element(void* place, std::uint32_t index) {
        if (index == 0) return {place, &Which::shape};
        auto& value = at<Variant>(place);
        return std::visit([](auto& kind) { return slot_for(kind); }, value);
    }
    static std::string_view name(std::uint32_t index) { return index == 0 ? "number" : "value"; }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element, .name = name};
};

}  // namespace dais::wire
