// Private to this folder: values to msgpack, by their layouts. reader.hpp is the other direction.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <msgpack.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/sequence.hpp"
#include "base/time.hpp"
#include "wire/layout.hpp"

namespace dais::wire {

class Writer {
  public:
    // `room`: how many bytes are expected; a guess saves copying.
    explicit Writer(std::size_t room) : packer_(bytes_) { bytes_.text.reserve(room); }

    [[nodiscard]] base::Bytes take() { return std::move(bytes_.text); }

    void array(std::size_t count) { packer_.pack_array(static_cast<std::uint32_t>(count)); }

    void bytes(base::BytesView content) {
        packer_.pack_bin(static_cast<std::uint32_t>(content.size()));
        packer_.pack_bin_body(content.data(), static_cast<std::uint32_t>(content.size()));
    }

    void natural(std::uint64_t value) { packer_.pack_uint64(value); }

    template <Terms terms = Terms{}, class T>
    void put(const T& value) {
        if constexpr (LaidOut<T>) {
            static_assert(lists_every_field<T>());
            const auto said = fields_said(value);
            array(said);
            std::size_t at = 0;
            for_each_field<T>([&](const auto& each) {
                if (at++ < said) put_field(value, each);
            });
        } else if constexpr (std::is_same_v<T, bool>) {
            value ? packer_.pack_true() : packer_.pack_false();
        } else if constexpr (std::is_enum_v<T>) {
            natural(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_unsigned_v<T>) {
            natural(value);
        } else if constexpr (std::is_signed_v<T>) {
            packer_.pack_int64(value);
        } else {
            write<terms>(value);
        }
    }

  private:
    // How many fields there are to write: up to the last that says something.
    template <class T>
    static std::size_t fields_said(const T& value) {
        auto said = fields_at_first<T>;
        if constexpr (fields_at_first<T> < field_count<T>) {
            std::size_t at = 0;
            for_each_field<T>([&](const auto& each) {
                ++at;
                if constexpr (requires { (value.*each.pointer).has_value(); }) {
                    if (at > said && (value.*each.pointer).has_value()) said = at;
                }
            });
        }
        return said;
    }

    struct Buffer {
        base::Bytes text;
        void write(const char* from, std::size_t length) { text.append(from, length); }
    };

    template <class Struct, class Member, Terms terms>
    void put_field(const Struct& value, const Field<Struct, Member, terms>& each) {
        put<terms>(value.*each.pointer);
    }

    template <Terms terms>
    void write(const std::string& text) {
        if constexpr (terms.raw) return bytes(text);
        packer_.pack_str(static_cast<std::uint32_t>(text.size()));
        packer_.pack_str_body(text.data(), static_cast<std::uint32_t>(text.size()));
    }
    template <Terms, class Tag>
    void write(base::Id<Tag> id) {
        natural(id.value);
    }
    template <Terms>
    void write(base::Sequence sequence) {
        natural(sequence.value);
    }
    template <Terms>
    void write(base::Instant instant) {
        packer_.pack_int64(instant.ms);
    }
    template <Terms>
    void write(base::Span span) {
        packer_.pack_int64(span.count());
    }
    template <Terms, std::size_t length>
    void write(const std::array<std::uint8_t, length>& digest) {
        bytes({reinterpret_cast<const char*>(digest.data()), length});
    }
    template <Terms terms, class T>
    void write(const std::optional<T>& value) {
        if (value) return put<terms>(*value);
        packer_.pack_nil();
    }
    template <Terms terms, class T>
    void write(const std::vector<T>& values) {
        put_all<Terms{.raw = terms.raw}>(values);
    }
    template <Terms, class T>
    void write(const std::set<T>& values) {
        put_all<Terms{}>(values);
    }
    template <Terms, class Key, class T>
    void write(const std::map<Key, T>& values) {
        put_all<Terms{}>(values);
    }
    template <Terms, class First, class Second>
    void write(const std::pair<First, Second>& both) {
        array(2);
        put(both.first);
        put(both.second);
    }
    template <Terms, class... Kinds>
    void write(const std::variant<Kinds...>& value) {
        array(2);
        natural(value.index());
        std::visit([this](const auto& kind) { this->put(kind); }, value);
    }

    template <Terms terms, class Values>
    void put_all(const Values& values) {
        array(values.size());
        for (const auto& each : values) put<terms>(each);
    }

    Buffer bytes_;
    msgpack::packer<Buffer> packer_;
};

}  // namespace dais::wire
