#include <msgpack.hpp>

#include "wire/codec.hpp"
#include "wire/layout_messages.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {

// An envelope is no array of its members: it is [version, type, epoch, body], the version first, so that
// whoever speaks another one can still be told apart, and the type before the body, so that the body's slot
// is known when it comes.
template <Terms terms>
struct ShapeOf<Envelope, terms> {
    struct Version {
        static std::string expected() { return "protocol version " + std::to_string(protocol_version); }
        static bool natural(void*, std::uint64_t version) { return version == protocol_version; }
        static constexpr Shape shape{.expected = expected, .natural = natural};
    };

    static constexpr std::array<std::string_view, 4> names{"version", "type", "epoch", "body"};

    static std::string expected() { return "an array of " + std::to_string(names.size()); }
    static bool begin(void*, std::uint32_t count) { return count == names.size(); }
    static Slot element(void* place, std::uint32_t index) {
        auto& envelope = at<Envelope>(place);
        if (index == 0) return {place, &Version::shape};
        if (index == 1) return {&envelope.message, &ShapeOf<Message, Terms{}>::Which::shape};
        if (index == 2) return slot_for(envelope.epoch);
        return std::visit([](auto& body) { return slot_for(body); }, envelope.message);
    }
    static std::string_view name(std::uint32_t index) { return names[index]; }
    static constexpr Shape shape{.expected = expected, .begin = begin, .element = element, .name = name};
};

namespace {

// A third member would have to be put into the shape above.
[[maybe_unused]] constexpr auto two_members = &count_members<2, Envelope>;

// The number that opens the array, if there is one: the version, whatever follows.
struct First : msgpack::null_visitor {
    std::optional<std::uint64_t> version;

    bool start_array(std::uint32_t) { return !std::exchange(in_array_, true); }
    bool visit_positive_integer(std::uint64_t value) {
        if (in_array_) version = value;
        return false;
    }
    bool visit_negative_integer(std::int64_t) { return false; }
    bool visit_nil() { return false; }
    bool visit_boolean(bool) { return false; }
    bool visit_float32(float) { return false; }
    bool visit_float64(double) { return false; }
    bool visit_str(const char*, std::uint32_t) { return false; }
    bool visit_bin(const char*, std::uint32_t) { return false; }
    bool visit_ext(const char*, std::uint32_t) { return false; }
    bool start_map(std::uint32_t) { return false; }

  private:
    bool in_array_ = false;
};

std::optional<std::uint64_t> version_of(base::BytesView bytes) {
    First first;
    try {
        msgpack::parse(bytes.data(), bytes.size(), first);
    } catch (const std::exception&) {
        return std::nullopt;
    }
    return first.version;
}

// What stands before the body.
void put_opening(Writer& writer, std::size_t type, base::Epoch epoch) {
    writer.array(4);
    writer.put(protocol_version);
    writer.natural(type);
    writer.put(epoch);
}

}  // namespace

base::Bytes encode(const Envelope& envelope) {
    Writer writer(256);
    put_opening(writer, envelope.message.index(), envelope.epoch);
    std::visit([&](const auto& body) { writer.put(body); }, envelope.message);
    return writer.take();
}

base::Bytes encode_entries(base::Epoch epoch, base::Sequence first,
                           const std::vector<base::BytesView>& entries) {
    constexpr std::size_t type = 3;
    static_assert(std::is_same_v<std::variant_alternative_t<type, Message>, Entries>);
    std::size_t room = 64;
    for (const auto& entry : entries) room += entry.size() + 5;
    Writer writer(room);
    put_opening(writer, type, epoch);
    writer.array(field_count<Entries>);
    writer.put(first);
    writer.array(entries.size());
    for (const auto& entry : entries) writer.bytes(entry);
    return writer.take();
}

base::Result<Envelope> decode_envelope(base::BytesView bytes) {
    auto envelope = decode<Envelope>(bytes, max_message_bytes, "message");
    if (envelope.ok()) return envelope;
    if (const auto version = version_of(bytes); version && *version != protocol_version) {
        return base::Error{"wrong_version", "message: expected protocol version " +
                                                std::to_string(protocol_version) + ", found " +
                                                std::to_string(*version)};
    }
    return envelope.error();
}

}  // namespace dais::wire
