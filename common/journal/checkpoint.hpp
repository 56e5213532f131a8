// A checkpoint: a file beside a journal that says what the journal comes to at one of its entries, signed by
// the hub that wrote it. It only saves reading: the journal stands without it, and it may be removed at any
// time. What its content means is for the hub; here it is bytes. docs/journal.md gives the file.
//
// All functions may be called from any thread; only the hub that has the journal's lock may write or remove.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "seal/signature.hpp"

namespace dais::journal {

// So much a checkpoint may hold: what the longest meeting comes to fits many times.
inline constexpr std::size_t max_checkpoint_bytes = 768u << 20;

inline constexpr std::size_t max_program_bytes = 32;

struct Checkpoint {
    base::Sequence sequence;  // the entry after which it stands; never 0
    base::Digest chain{};     // the chain's digest there
    // The version of the program, as another may come to something else from the same entries, and lawfully.
    // At most max_program_bytes.
    std::string program;
    base::Bytes content;
    // As they were read; write_checkpoint() makes its own.
    base::Digest content_digest{};
    seal::Signature signature{};
};

// PATH-checkpoint, beside the journal itself where `journal` is a link to it.
std::string checkpoint_path(const std::string& journal);

// Puts a checkpoint in the place of the one before: written under another name, synced, renamed. Where that
// fails the old one stays and nothing is left beside it. Errors: disk_full, cannot_open, io_failed,
// sync_failed; `checkpoint_too_long`.
base::Status<> write_checkpoint(const std::string& journal, const Checkpoint& checkpoint,
                                const seal::KeyPair& key);

// Reads a checkpoint and sees whether it is whole. Who signed it is for checkpoint_signed_by() to say, and
// whether it speaks of this journal for whoever holds its digest against it. Errors:
//   no_checkpoint       there is none
//   bad_checkpoint      it is no checkpoint, is cut off, too long, or its content is not what was signed
//   cannot_open, io_failed
base::Result<Checkpoint> read_checkpoint(const std::string& journal);

bool checkpoint_signed_by(const Checkpoint& checkpoint, const seal::PublicKey& key);

// So that the next start reads the whole journal. Durable; no error where there is none.
base::Status<> remove_checkpoint(const std::string& journal);

}  // namespace dais::journal
