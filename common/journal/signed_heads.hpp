// The stored heads of a journal and whether they carry the signatures of their epochs' hubs. Private to this
// room.
#pragma once

#include <future>
#include <map>
#include <string>
#include <vector>

#include "journal/epoch.hpp"
#include "seal/head.hpp"

namespace dais::journal {

// Checking a signature takes as long as reading a hundred entries, so where there are many a thread does it
// while the entries are read. One object belongs to one thread.
class SignedHeads {
  public:
    // `key`: see Checks::key. REQUIRES: it outlives this.
    SignedHeads(std::vector<seal::SignedHead> heads, const std::vector<EpochStart>& epochs,
                const seal::KeyPair* key);
    SignedHeads(const SignedHeads&) = delete;
    SignedHeads& operator=(const SignedHeads&) = delete;

    // Whether the head at this place in the list was signed as it stands. Waits until that is known.
    bool good(std::size_t place);
    [[nodiscard]] const std::vector<seal::SignedHead>& all() const { return heads_; }

  private:
    [[nodiscard]] bool is_good(const seal::SignedHead& head) const;
    [[nodiscard]] std::vector<bool> check_all() const;

    std::vector<seal::SignedHead> heads_;
    std::map<base::Epoch, seal::PublicKey> keys_;
    const seal::KeyPair* key_;
    std::vector<bool> good_;
    std::future<std::vector<bool>> coming_;  // ends before the rest does
};

}  // namespace dais::journal
