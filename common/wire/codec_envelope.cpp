#include <algorithm>
#include <msgpack.hpp>

#include "wire/codec.hpp"
#include "wire/layout_messages.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {
namespace {

// An `entries` message that brings the first entry, with what stands around it.
constexpr std::size_t max_envelope_bytes = max_first_entry_bytes + 1024;

// The numbers that open every envelope: version, epoch.counter, epoch.id, the message's number.
struct Opening : msgpack::null_visitor {
    std::array<std::uint64_t, 4> numbers{};
    std::size_t count = 0;

    bool visit_positive_integer(std::uint64_t value) {
        numbers[count++] = value;
        return count < numbers.size();
    }
    bool start_array(std::uint32_t) { return arrays_++ < 4; }
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
    int arrays_ = 0;
};

Opening opening_of(base::BytesView bytes) {
    Opening opening;
    try {
        msgpack::parse(bytes.data(), std::min<std::size_t>(bytes.size(), 64), opening);
    } catch (const std::exception&) {
        opening.count = 0;  // not an envelope
    }
    return opening;
}

// Only the entries may be longer than the rest, and the first byte of what they hold decides nothing: so this
// is asked before anything is believed.
bool may_be_long(base::BytesView bytes) {
    constexpr std::size_t entries = 3;
    static_assert(std::is_same_v<std::variant_alternative_t<entries, Message>, Entries>);
    const Opening opening = opening_of(bytes);
    return opening.count == 4 && opening.numbers[3] == entries;
}

}  // namespace

base::Bytes encode(const Envelope& envelope) {
    Writer writer(256);
    writer.array(field_count<Versioned>);
    writer.put(protocol_version);
    writer.put(envelope);
    return writer.take();
}

base::Bytes encode_entries(base::Epoch epoch, base::Sequence first,
                           const std::vector<base::BytesView>& entries) {
    std::size_t room = 64;
    for (const auto& entry : entries) room += entry.size() + 5;
    Writer writer(room);
    writer.array(field_count<Versioned>);
    writer.put(protocol_version);
    writer.array(field_count<Envelope>);
    writer.put(epoch);
    writer.array(2);
    writer.natural(Message(Entries{}).index());
    writer.array(field_count<Entries>);
    writer.put(first);
    writer.array(entries.size());
    for (const auto& entry : entries) writer.bytes(entry);
    return writer.take();
}

base::Result<Envelope> decode_envelope(base::BytesView bytes) {
    const std::size_t limit =
        bytes.size() > max_message_bytes && may_be_long(bytes) ? max_envelope_bytes : max_message_bytes;
    auto versioned = decode<Versioned>(bytes, limit, "message");
    if (versioned.ok() && versioned->version == protocol_version) return std::move(versioned->envelope);
    const Opening opening = opening_of(bytes);
    if (opening.count > 0 && opening.numbers[0] != protocol_version) {
        return base::Error{"wrong_version", "message: expected protocol version " +
                                                std::to_string(protocol_version) + ", found " +
                                                std::to_string(opening.numbers[0])};
    }
    return versioned.error();
}

}  // namespace dais::wire
