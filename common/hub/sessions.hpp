// Which requests of which sessions were accepted: what makes every command happen at most once, however often
// it is sent. Lies outside the meeting and is made again from the journal, whose entries carry session and
// request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "wire/checkpoint.hpp"

namespace dais::hub {

// So many of a session's requests are remembered one by one; what is older is known to be settled. Stations
// have at most 64 under way, so that a request this old cannot be asked about in earnest.
inline constexpr std::size_t max_remembered = 4096;
// And so many of its refusals: twice what a station has under way.
inline constexpr std::size_t max_refusals_remembered = 128;
// So many sessions a hub holds: more than keys times years of reinstalled stations.
inline constexpr std::size_t max_sessions = 65'536;

class Sessions {
  public:
    // The station that a session belongs to: the first that used it. Empty where nobody has.
    [[nodiscard]] const std::string& owner(const wire::SessionId& session) const;
    [[nodiscard]] std::uint64_t highest(const wire::SessionId& session) const;
    [[nodiscard]] bool full() const { return sessions_.size() >= max_sessions; }

    // Where an accepted request stands in the journal.
    [[nodiscard]] std::optional<base::Sequence> accepted(const wire::SessionId& session,
                                                         std::uint64_t request) const;
    // Whether the request must not be accepted any more: it was asked about and had not come, or is too old
    // to tell.
    [[nodiscard]] bool closed(const wire::SessionId& session, std::uint64_t request) const;

    struct Refusal {
        std::string word;
        std::string sentence;
    };
    // What a request was refused with; null where it was not, or long ago.
    [[nodiscard]] const Refusal* refused(const wire::SessionId& session, std::uint64_t request) const;
    // The station was told so. What comes of that request on a connection that was thought lost must not be
    // decided otherwise then: its author may have written the text anew.
    void refuse(const wire::SessionId& session, const std::string& user, std::uint64_t request,
                Refusal refusal);

    void accept(const wire::SessionId& session, const std::string& user, std::uint64_t request,
                base::Sequence at);
    // Takes back the newest accept() of a session, whose entry could not be stored.
    void take_back(const wire::SessionId& session, std::uint64_t request);
    // From now on the request will never be accepted. REQUIRES: it was not.
    void close(const wire::SessionId& session, const std::string& user, std::uint64_t request);

    // The table as far as it follows from the journal, for a checkpoint; what was closed is forgotten, as it
    // is when the hub starts from its journal. REQUIRES: all that was accepted is durable.
    [[nodiscard]] std::vector<wire::SessionRecord> records() const;
    // The table of a checkpoint; false where it cannot be one. REQUIRES: nothing was accepted yet.
    bool restore(std::vector<wire::SessionRecord> records);

  private:
    struct Session {
        std::string owner;
        // By ascending request. Nearly always one comes at the end and one goes from the beginning.
        std::deque<wire::AcceptedRequest> accepted;
        std::uint64_t forgotten = 0;  // requests up to here are not remembered one by one
        std::set<std::uint64_t> closed;
        std::uint64_t closed_upto = 0;  // and up to here none is accepted any more
        std::map<std::uint64_t, Refusal> refused;
    };

    std::map<wire::SessionId, Session> sessions_;
};

}  // namespace dais::hub
