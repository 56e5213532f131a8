// How much is captured of each intervention, and whose it is to capture. Derived from the meeting and kept
// until that changes: a record of 10,000 paragraphs must not be counted anew for every frame, nor its words
// for every entry.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/model.hpp"

namespace dais::clerk_station {

// What stands of one intervention.
struct Captured {
    std::uint32_t paragraphs = 0;  // those that stand
    std::uint32_t words = 0;       // in them
    std::uint32_t marks = 0;       // open ones
    bool last_is_draft = false;    // the last paragraph waits for whoever is to finish it
    bool mine = false;             // it began in a take of this station
    std::string clerk;             // in whose take it began; empty where there are no takes
};

class Capture {
  public:
    void bring_up_to_date(const ui::Model& model);
    // Of an intervention of the meeting it was brought up to date with; of any other, nothing is captured.
    [[nodiscard]] const Captured& of(meeting::InterventionId id) const;
    [[nodiscard]] std::size_t open_marks() const { return open_marks_; }

  private:
    struct Counted {
        std::uint32_t revisions = 0;  // of the text, when its words were counted
        std::uint32_t words = 0;
    };
    std::uint32_t words_of(const meeting::RecordText& text);

    std::vector<Captured> of_;      // that of the intervention with id n at n - 1
    std::vector<Counted> counted_;  // that of the text with id n at n - 1
    std::size_t open_marks_ = 0;
    std::uint64_t built_for_ = ~std::uint64_t{0};
    std::string self_;
};

// For how long somebody had the floor in this intervention itself, without the parts before it and without
// what its clock stood.
base::Span floor_time(const meeting::Intervention& intervention, base::Instant now);

// Floor time without a paragraph: more than five seconds in an intervention that is over, more than a minute
// in one that is not. What a clerk logged is one whatever its length, which nobody knows. None where somebody
// said that there is nothing to record.
bool is_gap(const meeting::Intervention& intervention, const Captured& captured, base::Instant now);

// Words as they are counted for people: what stands between spaces and has a letter or digit, and each
// character of a script that writes none (Chinese, Japanese).
std::uint32_t count_words(std::string_view text);

// The first gap behind an intervention in the order of the record, going round at its end; 0 where there is
// none.
meeting::InterventionId next_gap(const ui::Model& model, const Capture& capture,
                                 meeting::InterventionId behind);

}  // namespace dais::clerk_station
