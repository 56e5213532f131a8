#include "hub/table.hpp"

#include "seal/digest.hpp"

namespace dais::hub {

base::Digest Table::chain(std::uint64_t at) const {
    base::Digest digest{};
    for (std::uint64_t i = 0; i < at && i < journal_.size(); ++i) digest = seal::chain(digest, *journal_[i]);
    return digest;
}

}  // namespace dais::hub
