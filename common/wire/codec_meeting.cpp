#include "seal/digest.hpp"
#include "wire/codec.hpp"
#include "wire/layout_meeting.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {
base::Bytes encode(const meeting::Meeting& meeting) {
    constexpr std::size_t a_paragraph = 1024;  // with its history and its place in the record
    Writer writer(64 * 1024 + meeting.texts.size() * a_paragraph);
    writer.put(meeting);
    return writer.take();
}

base::Result<meeting::Meeting> decode_meeting(base::BytesView bytes) {
    return decode<meeting::Meeting>(bytes, max_snapshot_bytes, "meeting");
}

base::Digest state_digest(const meeting::Meeting& meeting) {
    return seal::digest(encode(meeting));
}

}  // namespace dais::wire
