// A head: how far a journal goes and what its chain comes to there, signed by the hub that wrote it.
//
// The hub signs heads, the journal keeps some, stations remember the last they saw, and `verify --head` holds
// a journal against one: that is what shows a tail cut off, or a history written anew, which the chain alone
// cannot show. All functions are pure and may be called from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "seal/digest.hpp"
#include "seal/signature.hpp"

namespace dais::seal {

// `digest` is the chain's after entry `sequence`; before the first entry both are zero.
struct Head {
    base::Epoch epoch;
    base::Sequence sequence;
    base::Digest digest{};

    friend bool operator==(const Head&, const Head&) = default;
};

// The signature may be absent: a station can remember a head that it worked out itself.
struct SignedHead {
    Head head;
    std::optional<Signature> signature;

    friend bool operator==(const SignedHead&, const SignedHead&) = default;
};

// The 67 bytes that are signed: "dais-head-1", then epoch counter, epoch id and sequence, each of 8 bytes
// with the most significant first, then the digest.
base::Bytes head_message(const Head& head);

SignedHead sign_head(const Head& head, const KeyPair& key);

// Whether the head carries a signature and `key` gave it.
bool head_signed_by(const SignedHead& head, const PublicKey& key);

// One line, without a line break: `dais-head-1 EPOCH ID SEQUENCE DIGEST SIGNATURE`, the epoch's id in 16
// hexadecimal digits, the digest in 64, the signature in 128 or `-` where there is none.
std::string print_head(const SignedHead& head);

// The head in such a line; blanks and line breaks around it do not matter. `not_a_head` says which word was
// wrong. A text of more than 1,024 bytes is refused unread.
base::Result<SignedHead> parse_head(std::string_view line);

}  // namespace dais::seal
