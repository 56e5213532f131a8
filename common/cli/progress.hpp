// Progress of work that takes longer than a second, on a terminal and nowhere else.
#pragma once

#include <cstdint>
#include <string>

#include "base/time.hpp"

namespace dais::cli {

class Progress {
  public:
    // `total` 0: how much there is to do is not known.
    Progress(std::string what, std::uint64_t total);
    // Takes the line away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Redraws ten times a second at most, and not within the first second.
    void at(std::uint64_t done);

  private:
    std::string what_;
    std::uint64_t total_;
    base::Instant started_;
    base::Instant drawn_;
    bool terminal_;
    bool visible_ = false;
};

}  // namespace dais::cli
