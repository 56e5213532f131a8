#include "journal/epoch.hpp"

#include "seal/bytes.hpp"

namespace dais::journal {

base::Bytes epoch_message(const EpochStart& start, const base::Digest& before) {
    base::Bytes message{"dais-epoch-1"};
    seal::add_u64(message, start.epoch.counter);
    seal::add_u64(message, start.epoch.id);
    seal::add_u64(message, start.first.value);
    seal::add_u64(message, static_cast<std::uint64_t>(start.started_at.ms));
    message += seal::view_of(before);
    message += seal::view_of(start.public_key);
    return message;
}

EpochStart sign_epoch(base::Epoch epoch, base::Sequence first, base::Instant started_at,
                      const base::Digest& before, const seal::KeyPair& key) {
    EpochStart start{epoch, first, started_at, key.public_key(), {}};
    start.signature = key.sign(epoch_message(start, before));
    return start;
}

bool epoch_is_signed(const EpochStart& start, const base::Digest& before) {
    return seal::signed_by(start.public_key, epoch_message(start, before), start.signature);
}

}  // namespace dais::journal
