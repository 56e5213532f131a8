#include <sodium.h>

#include "wire/codec.hpp"
#include "wire/layout_meeting.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {
namespace {

base::Digest digest(base::BytesView bytes) {
    base::Digest digest{};
    const int failed =
        crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                           bytes.size(), nullptr, 0);
    base::check(failed == 0, "BLAKE2b takes any bytes");
    return digest;
}

}  // namespace

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
    return digest(encode(meeting));
}

}  // namespace dais::wire
