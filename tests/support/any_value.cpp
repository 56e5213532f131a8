#include "support/any_value.hpp"

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "wire/layout_messages.hpp"
#include "wire/shapes.hpp"

namespace dais::support {

std::string SeededSource::text() {
    static constexpr std::array pieces{"a",      "Mr. Lewis", " ",          "\u00e9", "\u0416",
                                       "\u0628", "\u4f60",    "\U0001F642", "\n",     "\""};
    std::string text;
    for (std::size_t i = choose(8); i > 0; --i) text += pieces[choose(pieces.size())];
    return text;
}

std::string SeededSource::bytes() {
    std::string bytes;
    for (std::size_t i = choose(40); i > 0; --i) bytes += static_cast<char>(choose(256));
    return bytes;
}

namespace {

using wire::LaidOut;
using wire::Numeric;
using wire::Terms;

template <Terms terms = Terms{}, class T>
void fill(T& value, Source& source);

template <class T>
void fill_number(T& value, Source& source) {
    using Number = wire::Number<T>;
    using Plain = typename Number::Plain;
    if constexpr (std::is_signed_v<Plain>) {
        value = Number::wrap(static_cast<Plain>(source.integer(Number::least, Number::most)));
    } else {
        value = Number::wrap(static_cast<Plain>(source.natural(Number::most)));
    }
}

// As long as it may be, and no half of a letter at its end.
void shorten(std::string& text, std::size_t limit) {
    if (text.size() <= limit) return;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
    text.resize(limit);
}

template <Terms terms>
void fill_composed(std::string& value, Source& source) {
    value = terms.raw ? source.bytes() : source.text();
    if (!terms.raw) shorten(value, terms.limit);
}
template <Terms, std::size_t length>
void fill_composed(std::array<std::uint8_t, length>& value, Source& source) {
    for (auto& byte : value) byte = static_cast<std::uint8_t>(source.natural(255));
}
template <Terms terms, class T>
void fill_composed(std::optional<T>& value, Source& source) {
    if (source.yes()) fill<terms>(value.emplace(), source);
}
template <Terms terms, class T>
void fill_composed(std::vector<T>& values, Source& source) {
    values.resize(source.count());
    for (auto& each : values) fill<Terms{.raw = terms.raw}>(each, source);
}
template <Terms, class T>
void fill_composed(std::set<T>& values, Source& source) {
    for (std::size_t i = source.count(); i > 0; --i) {
        T value{};
        fill(value, source);
        values.insert(value);
    }
}
template <Terms, class Key, class T>
void fill_composed(std::map<Key, T>& values, Source& source) {
    for (std::size_t i = source.count(); i > 0; --i) {
        Key key{};
        fill(key, source);
        fill(values[key], source);
    }
}
template <Terms, class First, class Second>
void fill_composed(std::pair<First, Second>& both, Source& source) {
    fill(both.first, source);
    fill(both.second, source);
}

template <class Variant, std::size_t index = 0>
Variant alternative(std::size_t wanted, Source& source) {
    if constexpr (index < std::variant_size_v<Variant>) {
        if (index < wanted) return alternative<Variant, index + 1>(wanted, source);
        Variant value(std::in_place_index<index>);
        fill(std::get<index>(value), source);
        return value;
    } else {
        return {};
    }
}
template <Terms, class... Kinds>
void fill_composed(std::variant<Kinds...>& value, Source& source) {
    value = alternative<std::variant<Kinds...>>(source.choose(sizeof...(Kinds)), source);
}

template <class Struct, class Member, Terms terms>
void fill_field(Struct& value, const wire::Field<Struct, Member, terms>& field, Source& source) {
    fill<terms>(value.*field.pointer, source);
}

template <Terms terms, class T>
void fill(T& value, Source& source) {
    if constexpr (LaidOut<T>) {
        wire::for_each_field<T>([&](const auto& field) { fill_field(value, field, source); });
    } else if constexpr (Numeric<T>) {
        fill_number(value, source);
    } else if constexpr (std::is_same_v<T, bool>) {
        value = source.yes();
    } else if constexpr (std::is_enum_v<T>) {
        value = static_cast<T>(source.choose(wire::enumerators<T>));
    } else {
        fill_composed<terms>(value, source);
    }
}

template <class T>
T any(Source& source) {
    T value{};
    fill(value, source);
    return value;
}

template <class Variant>
std::vector<Variant> all(Source& source) {
    std::vector<Variant> values;
    for (std::size_t i = 0; i < std::variant_size_v<Variant>; ++i)
        values.push_back(alternative<Variant>(i, source));
    return values;
}

}  // namespace

meeting::Command any_command(Source& source) {
    return any<meeting::Command>(source);
}
meeting::Event any_event(Source& source) {
    return any<meeting::Event>(source);
}
meeting::Meeting any_meeting(Source& source) {
    return any<meeting::Meeting>(source);
}
wire::Entry any_entry(Source& source) {
    return any<wire::Entry>(source);
}
wire::Envelope any_envelope(Source& source) {
    return {.epoch = any<base::Epoch>(source), .message = any<wire::Message>(source)};
}

std::vector<meeting::Command> all_commands(Source& source) {
    return all<meeting::Command>(source);
}
std::vector<meeting::Event> all_events(Source& source) {
    return all<meeting::Event>(source);
}
std::vector<wire::Message> all_messages(Source& source) {
    return all<wire::Message>(source);
}

}  // namespace dais::support
