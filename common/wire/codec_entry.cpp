#include "wire/codec.hpp"
#include "wire/layout_messages.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {

base::Bytes encode(const Entry& entry) {
    Writer writer(512);
    writer.put(entry);
    return writer.take();
}

base::Result<Entry> decode_entry(base::BytesView bytes) {
    auto entry = decode<Entry>(bytes, max_first_entry_bytes, "entry");
    if (entry.ok() && bytes.size() > max_entry_bytes && entry->fact.stamp.entry.value != 1) {
        return base::Error{"bad_message", "entry: expected at most " + std::to_string(max_entry_bytes) +
                                              " bytes in any but the first, found " +
                                              std::to_string(bytes.size())};
    }
    return entry;
}

}  // namespace dais::wire
