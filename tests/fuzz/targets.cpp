#include "fuzz/targets.hpp"

#include "base/check.hpp"
#include "wire/codec.hpp"

namespace dais::fuzz {
namespace {

template <class Decode>
void refused_or_exact(std::string_view bytes, Decode decode) {
    const auto decoded = decode(bytes);
    if (decoded.ok()) base::check(wire::encode(*decoded) == bytes, "what was taken is what would be sent");
}

}  // namespace

void envelope(std::string_view bytes) {
    refused_or_exact(bytes, wire::decode_envelope);
}
void entry(std::string_view bytes) {
    refused_or_exact(bytes, wire::decode_entry);
}
void command(std::string_view bytes) {
    refused_or_exact(bytes, wire::decode_command);
}
void meeting(std::string_view bytes) {
    refused_or_exact(bytes, wire::decode_meeting);
}

}  // namespace dais::fuzz
