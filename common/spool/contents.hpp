// What a station keeps on its own disk, as a value, and the changes to it.
//
// Pure: no file, no clock. spool.hpp makes it durable.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "base/sequence.hpp"
#include "seal/head.hpp"

namespace dais::spool {

// Limits. A station that exceeds one has a fault, or a person who pastes a library.
inline constexpr std::size_t max_command_bytes = 1024 * 1024;  // what one entry of the journal may hold
inline constexpr std::size_t max_outbox_rows = 10'000;
inline constexpr std::size_t max_place_bytes = 200;
inline constexpr std::size_t max_draft_bytes = 1024 * 1024;
inline constexpr std::size_t max_drafts = 1'000;
inline constexpr std::size_t max_reason_bytes = 2'000;
inline constexpr std::size_t max_contents_bytes = 64 * 1024 * 1024;
inline constexpr std::uint64_t max_request = INT64_MAX - 1;  // the next must fit into a row as well

// Who a station is to the hub, from the day its spool was made: with the number of a request it makes each
// happen once.
using Session = std::array<std::uint8_t, 16>;

// An act is meant now; a text may wait. What follows from that is the replica's business.
enum class Kind : std::uint8_t { act = 1, text = 2 };

// One command that the station issued and does not yet know to be accepted.
struct Item {
    std::uint64_t request = 0;
    Kind kind = Kind::act;
    base::Bytes bytes;
    // Empty while it waits for its answer. Else why it was refused: its author has to find a place for it.
    std::optional<std::string> unplaced;

    friend bool operator==(const Item&, const Item&) = default;
};

struct Contents {
    Session session{};
    std::uint64_t next_request =
        1;  // greater than every number that was ever kept or reserved in this session
    // Numbers from here on may still be kept: next_request as it was when the spool was opened, or one more
    // than the last that was kept since. Lower than next_request where numbers were reserved in advance. Not
    // stored: what one run of a station had reserved is used up for the next.
    std::uint64_t free_from = 1;
    std::map<std::uint64_t, Item> items;
    std::map<std::string, std::string> drafts;  // an author's unfinished text, by the key of its place
    std::optional<seal::SignedHead> head_seen;

    // In the order of their numbers, which is the order in which they were issued.
    [[nodiscard]] std::vector<Item> outbox() const;    // those that wait
    [[nodiscard]] std::vector<Item> unplaced() const;  // those that were refused

    // What is stored.
    friend bool operator==(const Contents& a, const Contents& b) {
        return std::tie(a.session, a.next_request, a.items, a.drafts, a.head_seen) ==
               std::tie(b.session, b.next_request, b.items, b.drafts, b.head_seen);
    }
};

// Several changes that become durable together, with one sync. Applied in the order in which they were added.
class Changes {
  public:
    // A new command. Its number is at least free_from, which becomes one more: `request_used` otherwise.
    // next_request stays above it.
    Changes& keep(std::uint64_t request, Kind kind, base::BytesView bytes);
    // It was answered, or its author gave it up. Nothing happens where it is not there.
    Changes& forget(std::uint64_t request);
    // It was refused, for this reason. `no_such_request` where it is not there.
    Changes& set_unplaced(std::uint64_t request, std::string_view reason);
    // Numbers below this one are reserved for this run of the station: for commands that are sent without
    // being kept, a block at a time, as each call costs a sync.
    Changes& raise_next_request(std::uint64_t at_least);
    Changes& keep_draft(std::string_view place, std::string_view text);
    Changes& forget_draft(std::string_view place);
    Changes& set_head_seen(const seal::SignedHead& head);

    [[nodiscard]] bool empty() const { return steps_.empty(); }

    // What the contents are after all the changes, or why not one of them is possible. Errors besides those
    // above: `command_too_long`, `draft_too_long`, `reason_too_long`, `place_too_long`, `request_too_large`,
    // `spool_full`.
    [[nodiscard]] base::Result<Contents> applied_to(Contents contents) const;

    // Which items and drafts are touched.
    [[nodiscard]] std::set<std::uint64_t> touched_requests() const;
    [[nodiscard]] std::set<std::string> touched_places() const;

  private:
    struct Keep {
        Item item;
    };
    struct Forget {
        std::uint64_t request;
    };
    struct SetUnplaced {
        std::uint64_t request;
        std::string reason;
    };
    struct Raise {
        std::uint64_t at_least;
    };
    struct KeepDraft {
        std::string place;
        std::string text;
    };
    struct ForgetDraft {
        std::string place;
    };
    struct SetHead {
        seal::SignedHead head;
    };
    using Step = std::variant<Keep, Forget, SetUnplaced, Raise, KeepDraft, ForgetDraft, SetHead>;

    static base::Status<> take(Contents& contents, const Keep& step);
    static base::Status<> take(Contents& contents, const Forget& step);
    static base::Status<> take(Contents& contents, const SetUnplaced& step);
    static base::Status<> take(Contents& contents, const Raise& step);
    static base::Status<> take(Contents& contents, const KeepDraft& step);
    static base::Status<> take(Contents& contents, const ForgetDraft& step);
    static base::Status<> take(Contents& contents, const SetHead& step);

    std::vector<Step> steps_;
};

}  // namespace dais::spool
