#include "seal/digest.hpp"

#include <sodium.h>

namespace dais::seal {
namespace {

const unsigned char* raw(base::BytesView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

base::Digest digest(base::BytesView bytes) {
    base::Digest made{};
    crypto_generichash(made.data(), made.size(), raw(bytes), bytes.size(), nullptr, 0);
    return made;
}

base::Digest chain(const base::Digest& previous, base::BytesView entry) {
    base::Digest made{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, made.size());
    crypto_generichash_update(&state, previous.data(), previous.size());
    crypto_generichash_update(&state, raw(entry), entry.size());
    crypto_generichash_final(&state, made.data(), made.size());
    return made;
}

}  // namespace dais::seal
