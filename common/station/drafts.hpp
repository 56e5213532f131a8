// What a window wants kept on the station's disk and is not there yet: the latest of each draft, and what is
// to be forgotten. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "station/news.hpp"
#include "station/station.hpp"

namespace dais::station {

class Drafts {
  public:
    void keep(std::string place, std::string text, std::uint64_t version);
    void forget(const std::string& place);
    void forget_unplaced(std::uint64_t request);
    // What was typed at this place went out as a text: nothing is left to keep of it.
    void sent(const std::string& place) { waiting_.erase(place); }

    // Writes all of it down with one sync. What cannot be written is kept, and tried again two seconds later
    // or, where `last`, at once. What was written is told.
    void write(Station& station, base::Instant now, bool last, std::vector<News>& news);

    // Why the disk has not taken them; nothing where it has.
    [[nodiscard]] const std::optional<base::Error>& trouble() const { return trouble_; }
    // When to call write() again though nothing was added; nothing: no need.
    [[nodiscard]] std::optional<base::Instant> due() const;

  private:
    struct Draft {
        std::optional<std::string> text;  // nothing: it is to be forgotten
        std::uint64_t version = 0;
    };
    using Waiting = std::map<std::string, Draft>;

    void add_forgotten(spool::Changes& changes, const Station& station) const;
    base::Status<> write_all(Station& station, std::vector<News>& news);
    base::Status<> write_singly(Station& station, std::vector<News>& news);

    Waiting waiting_;
    std::set<std::uint64_t> unplaced_;  // to be forgotten
    bool fresh_ = false;                // something was added since the last write()
    std::optional<base::Error> trouble_;
    base::Instant tried_;
};

}  // namespace dais::station
