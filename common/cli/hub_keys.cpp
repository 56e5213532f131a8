#include "cli/hub_keys.hpp"

#include "net/secret_file.hpp"
#include "seal/digest.hpp"

namespace dais::cli {

base::Result<seal::KeyPair> signing_key(const std::filesystem::path& ring) {
    const auto file = ring / "journal.key";
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        const auto made = seal::KeyPair::make();
        auto written = net::write_secret_file(file, seal::hex(made.seed()) + "\n", net::Existing::keep);
        if (!written) return written.error();
        return made;
    }
    auto text = net::read_secret_file(file);
    if (!text) return text.error();
    while (!text->empty() && text->back() == '\n') text->pop_back();
    auto seed = seal::digest_from_hex(*text);  // a seed is as long as a digest
    if (!seed) return base::Error{"bad_key_file", file.string() + ": expected 64 hex digits."};
    return seal::KeyPair::from_seed(*seed);
}

}  // namespace dais::cli
