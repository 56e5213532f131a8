// What is being written and not asked for yet: this station's own, on its way to the others, and what the hub
// tells of theirs. Nothing rests on any of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"
#include "wire/messages.hpp"

namespace dais::replica {

// A draft leaves no more often than that, whatever is typed; the newest of it, and at once after a rest.
inline constexpr base::Span between_drafts{50};
// Of what the hub tells no more is held, as wire::cost_of_draft() counts: twice what the hub holds.
inline constexpr std::size_t max_bytes_of_others = 16u << 20;

// This station's own: the latest of each place.
class OwnDrafts {
  public:
    // What stands at the place now; an empty text: nothing any more. That is told once every request up to
    // `after` is settled (0: at once), so that a text does not vanish from the others' screens before it
    // comes back on the record. What is no text that the hub would take (too long, not in UTF-8, at a place
    // where none can be) changes nothing of what the others see.
    void show(std::string place, std::uint32_t base, std::string text, std::uint64_t after);
    // The hub knows of none, after a welcome; all leave again.
    void lose_connection();
    // Those that are due, as messages, as many as the hub takes of one station. `unsettled`: the lowest
    // request of a text without an answer, if there is one.
    std::vector<wire::Draft> due(base::Instant now, std::optional<std::uint64_t> unsettled);
    // When due() should be asked again though nothing comes; nothing: no need.
    [[nodiscard]] std::optional<base::Instant> wake_at() const;

    // What the others are to see in the end: by place, without those that are gone.
    [[nodiscard]] std::map<std::string, wire::Draft> all() const;

  private:
    struct Own {
        std::uint32_t base = 0;
        std::string text;
        std::uint64_t after = 0;
        bool fresh = true;                  // not told as it is now
        std::optional<std::size_t> at_hub;  // what the hub holds of it, as wire::cost_of_draft() counts
        std::optional<base::Instant> sent;  // when it left last, on this connection
    };
    [[nodiscard]] bool has_room(const Own& own) const;
    void note_sent(Own& own, base::Instant now);

    std::map<std::string, Own> own_;  // by place
    std::size_t places_at_hub_ = 0;
    std::size_t bytes_at_hub_ = 0;
    std::optional<base::Instant> next_;  // when the next that rests is due
};

// Those of the others, as the hub tells them on this connection.
class DraftsOfOthers {
  public:
    using Key = std::pair<std::string, std::string>;  // author, place
    struct Draft {
        std::uint32_t base = 0;
        std::string text;
        friend bool operator==(const Draft&, const Draft&) = default;
    };

    // False: it is not taken, as it is empty and was not there, or there is no room for it.
    bool take(const wire::DraftOf& draft);
    // False: there were none.
    bool forget();
    [[nodiscard]] const std::map<Key, Draft>& all() const { return all_; }

  private:
    std::map<Key, Draft> all_;
    std::size_t bytes_ = 0;
};

}  // namespace dais::replica
