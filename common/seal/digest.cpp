#include "seal/digest.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>

#include "seal/bytes.hpp"

namespace dais::seal {
namespace {

using State = crypto_generichash_state;

// libsodium chooses the code for this processor when it is started, and takes plain C where nobody did.
[[maybe_unused]] const int started = sodium_init();

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

base::Digest digest(base::BytesView bytes) {
    base::Digest out;
    crypto_generichash(out.data(), out.size(), octets(bytes), bytes.size(), nullptr, 0);
    return out;
}

base::Digest chain(const base::Digest& previous, base::BytesView entry) {
    Digester digester;
    digester.add(view(previous));
    digester.add(entry);
    return digester.finish();
}

Digester::Digester() {
    static_assert(sizeof(State) <= sizeof(state_) && alignof(State) <= 64);
    crypto_generichash_init(new (state_) State, nullptr, 0, base::Digest{}.size());
}

void Digester::add(base::BytesView piece) {
    base::check(!finished_, "a Digester was added to after finish()");
    crypto_generichash_update(std::launder(reinterpret_cast<State*>(state_)), octets(piece), piece.size());
}

base::Digest Digester::finish() {
    base::check(!finished_, "a Digester was finished twice");
    finished_ = true;
    base::Digest out;
    crypto_generichash_final(std::launder(reinterpret_cast<State*>(state_)), out.data(), out.size());
    return out;
}

std::string hex(base::BytesView bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string hex(const base::Digest& digest) {
    return hex(view(digest));
}

base::Result<base::Bytes> bytes_from_hex(std::string_view text) {
    if (text.size() % 2 != 0)
        return base::Error{"not_hex", "expected pairs of hexadecimal digits, found an odd number"};
    base::Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const int high = nibble(text[at]);
        const int low = nibble(text[at + 1]);
        if (high < 0 || low < 0) {
            return base::Error{"not_hex",
                               "expected hexadecimal digits at position " + std::to_string(at + 1)};
        }
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

base::Result<base::Digest> digest_from_hex(std::string_view text) {
    if (text.size() != 64) {
        return base::Error{"not_a_digest", "expected 64 hexadecimal digits, found " +
                                               std::to_string(text.size()) + " characters"};
    }
    const auto bytes = bytes_from_hex(text);
    if (!bytes) return base::Error{"not_a_digest", bytes.error().text};
    return digest_from_bytes(*bytes);
}

base::BytesView view(const base::Digest& digest) {
    return view_of(digest);
}

base::Result<base::Digest> digest_from_bytes(base::BytesView bytes) {
    base::Digest digest;
    if (bytes.size() != digest.size()) {
        return base::Error{"not_a_digest", "expected 32 bytes, found " + std::to_string(bytes.size())};
    }
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(digest.data()));
    return digest;
}

}  // namespace dais::seal
