#include "seal/signature.hpp"

#include <sodium.h>

#include <algorithm>

#include "seal/bytes.hpp"
#include "seal/random.hpp"

namespace dais::seal {

KeyPair KeyPair::make() {
    Seed seed;
    fill_random(seed.data(), seed.size());
    KeyPair pair = from_seed(seed);
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

KeyPair KeyPair::from_seed(const Seed& seed) {
    static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
    static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
    static_assert(std::tuple_size_v<Seed> == crypto_sign_SEEDBYTES);
    static_assert(sizeof(KeyPair::secret_) == crypto_sign_SECRETKEYBYTES);
    KeyPair pair;
    crypto_sign_seed_keypair(pair.public_.data(), pair.secret_.data(), seed.data());
    return pair;
}

KeyPair::~KeyPair() {
    sodium_memzero(secret_.data(), secret_.size());
}

Seed KeyPair::seed() const {
    Seed seed;
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
    return seed;
}

Signature KeyPair::sign(base::BytesView message) const {
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, octets(message), message.size(), secret_.data());
    return signature;
}

bool signed_by(const PublicKey& key, base::BytesView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), octets(message), message.size(), key.data()) == 0;
}

}  // namespace dais::seal
