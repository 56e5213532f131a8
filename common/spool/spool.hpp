// A station's own disk: who it is, what it sent and has no answer to, what its people have not finished
// writing, and the last head it saw. What was kept is there after a crash, a power cut or a closed lid.
//
// THREADS: an object belongs to one thread at a time. A file belongs to one program at a time.
#pragma once

#include <memory>
#include <string>

#include "spool/contents.hpp"

namespace dais::spool {

class Spool {
  public:
    virtual ~Spool() = default;
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    // All that is kept, as of the last change that succeeded.
    [[nodiscard]] const Contents& contents() const { return contents_; }

    // Makes changes, all or none, durable before it returns, with one sync. Errors: those of
    // Changes::applied_to(), and
    //   disk_full                 nothing was written; it may be tried again once there is room
    //   sync_failed, io_failed    the disk did not confirm; whether the changes are there shows when the
    //   spool is opened
    //                             again. This object refuses every further change with the same error.
    base::Status<> apply(const Changes& changes);

    // One change each, with a sync of its own.
    base::Status<> keep(std::uint64_t request, Kind kind, base::BytesView bytes);
    base::Status<> forget(std::uint64_t request);
    base::Status<> set_unplaced(std::uint64_t request, std::string_view reason);
    base::Status<> keep_draft(std::string_view place, std::string_view text);
    base::Status<> forget_draft(std::string_view place);
    base::Status<> set_head_seen(const seal::SignedHead& head);

  protected:
    explicit Spool(Contents contents) : contents_(std::move(contents)) {}

  private:
    // Makes durable what differs between the present contents and `next`: the touched items and drafts, and
    // the rest.
    virtual base::Status<> store(const Contents& next, const Changes& changes) = 0;

    Contents contents_;
    std::optional<base::Error> stopped_;
};

struct OpenSpool {
    std::string path;
    std::string
        vfs;  // SQLite's name for the disk to use; empty: the system's. A seam for tests with broken disks.
};

// Opens a spool, or makes it (mode 0600, parent directories 0700) with a new session. Errors:
//   spool_in_use     another program of this station has it
//   spool_damaged    it was damaged and has been set aside as PATH.damaged-N, whole, with its log; the text
//   says so. Open
//                    again to begin a new one, with a new session: the hub must not take it for the old one.
//   not_a_spool      it belongs to another program (and is left where it is)
//   wrong_version, cannot_open, leftover_log, disk_full, sync_failed, io_failed   as the text says
base::Result<std::unique_ptr<Spool>> open_spool(const OpenSpool& how);

}  // namespace dais::spool
