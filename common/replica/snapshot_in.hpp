// A snapshot on its way in: parts are put together beside the state, which is replaced in whole once the last
// part came and the digest matches, and is not touched otherwise.
#pragma once

#include <optional>

#include "base/result.hpp"
#include "meeting/meeting.hpp"
#include "seal/digest.hpp"
#include "wire/messages.hpp"

namespace dais::replica {

class SnapshotIn {
  public:
    struct Whole {
        meeting::Meeting meeting;
        base::Sequence sequence;
        base::Digest chain{};
    };

    // The state where this was the last part, nothing where more must come. An error (bad_snapshot) where the
    // part does not follow the one before it, is too big, or the whole does not have the digest it should:
    // all parts are dropped.
    base::Result<std::optional<Whole>> take(wire::SnapshotPart part);
    void drop();

  private:
    std::optional<wire::SnapshotPart> first_;
    base::Bytes bytes_;
    seal::Digester digester_;  // has had bytes_: each part is digested while the next is under way
};

}  // namespace dais::replica
