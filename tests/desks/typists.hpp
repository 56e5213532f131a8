// Three desks and a second clerk without windows at one meeting, two of them typing at a human pace: each
// takes the interventions that began in its take, and types letter by letter while the meeting goes on around
// it. What the house's typography does to what is typed is done. A discrete simulation: time goes from one
// letter, take or line of the script to the next.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/strokes.hpp"
#include "folder/folder.hpp"
#include "record/record.hpp"
#include "support/seat.hpp"

namespace dais::e2e {

// As a clerk's keyboard has it: straight quotes. Dashes are typed as they stand, by compose keys.
std::string as_typed(std::string_view text);

class Typists {
  public:
    // A letter takes 100 ms: 120 words a minute, of five letters or spaces each. A word is typed between two
    // frames.
    static constexpr base::Span letter{100};
    static constexpr std::int64_t take_seconds = 600;

    explicit Typists(const folder::Folder& folder);

    // Plays the whole script; why not, where a line did not come about.
    std::string play();

    [[nodiscard]] const meeting::Meeting& meeting() const { return seats_.at("chair")->model.meeting; }
    [[nodiscard]] bool all_agree() const;
    [[nodiscard]] std::size_t letters() const { return letters_; }
    // Words that were typed while the other clerk was in the middle of a paragraph as well.
    [[nodiscard]] std::size_t together() const { return together_; }

  private:
    using Lines = std::deque<const folder::ScriptLine*>;
    struct Clerk {
        Lines waiting;       // paragraphs to type, in their order
        std::string rest;    // of the one that is being typed
        base::Instant next;  // when its next word is finished
        bool typing = false;
    };

    void sit(std::unique_ptr<ui::View> view, const std::string& station);
    void set_clock(base::Instant at);
    std::string play_line(const folder::ScriptLine& line);
    std::string make(const std::string& station, const folder::ScriptLine& line);
    std::string let_type(base::Instant until);
    std::string finish_texts();
    std::string begin(const std::string& name, Clerk& clerk);
    std::string type_word(const std::string& name, Clerk& clerk);
    std::string set_up_takes();
    std::string hand_over();
    [[nodiscard]] std::string clerk_for(const folder::ScriptLine& line) const;
    [[nodiscard]] record::Record record() const;

    const folder::Folder& folder_;
    std::map<std::string, std::unique_ptr<support::Seat>> seats_;
    std::map<std::string, Clerk> clerks_;
    meeting::Fact last_;
    std::size_t facts_ = 0;
    folder::Labels labels_;
    cli::Hand hand_;
    std::size_t letters_ = 0;
    std::size_t together_ = 0;
};

}  // namespace dais::e2e
