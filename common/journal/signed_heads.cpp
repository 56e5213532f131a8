#include "journal/signed_heads.hpp"

#include <system_error>
#include <utility>

namespace dais::journal {
namespace {

// Fewer are checked before a thread has begun.
constexpr std::size_t worth_a_thread = 16;

}  // namespace

SignedHeads::SignedHeads(std::vector<seal::SignedHead> heads, const std::vector<EpochStart>& epochs,
                         const seal::KeyPair* key)
    : heads_(std::move(heads)), key_(key) {
    for (const auto& start : epochs) keys_.emplace(start.epoch, start.public_key);
    if (heads_.size() >= worth_a_thread) {
        try {
            coming_ = std::async(std::launch::async, [this] { return check_all(); });
            return;
        } catch (const std::system_error&) {  // no thread to be had: then one after the other
        }
    }
    good_ = check_all();
}

bool SignedHeads::good(std::size_t place) {
    if (coming_.valid()) good_ = coming_.get();
    return good_[place];
}

// A signature of Ed25519 is always the same for the same bytes, so that ours can be made again.
bool SignedHeads::is_good(const seal::SignedHead& head) const {
    const auto found = keys_.find(head.head.epoch);
    if (found == keys_.end()) return false;
    if (key_ != nullptr && key_->public_key() == found->second &&
        seal::sign_head(head.head, *key_).signature == head.signature) {
        return true;
    }
    return seal::head_signed_by(head, found->second);
}

std::vector<bool> SignedHeads::check_all() const {
    std::vector<bool> good;
    good.reserve(heads_.size());
    for (const auto& head : heads_) good.push_back(is_good(head));
    return good;
}

}  // namespace dais::journal
