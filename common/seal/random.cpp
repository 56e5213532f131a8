#include "seal/random.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace dais::seal {

void fill_random(void* room, std::size_t count) {
    // sodium_init opens the random source and is safe to call again and from several threads.
    static const bool ready = sodium_init() >= 0;
    base::check(ready, "libsodium could not be started: the system has no random source");
    randombytes_buf(room, count);
}

base::Bytes random_bytes(std::size_t count) {
    base::Bytes bytes(count, '\0');
    fill_random(bytes.data(), count);
    return bytes;
}

std::uint64_t random_u64() {
    std::uint64_t number = 0;
    fill_random(&number, sizeof number);
    return number;
}

}  // namespace dais::seal
