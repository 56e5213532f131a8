#include "wire/codec.hpp"
#include "wire/layout_commands.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {

base::Bytes encode(const meeting::Command& command) {
    Writer writer(256);
    writer.put(command);
    return writer.take();
}

base::Result<meeting::Command> decode_command(base::BytesView bytes) {
    return decode<meeting::Command>(bytes, max_message_bytes, "command");
}

}  // namespace dais::wire
