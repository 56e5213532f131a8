// Two clerks at one paragraph: what each made of the wording that both began from, put together by words or
// held side by side until somebody chooses (prose/merge.hpp). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "meeting/commands.hpp"
#include "meeting/meeting.hpp"
#include "prose/merge.hpp"
#include "ui/marked_text.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"

namespace dais::clerk_station {

struct TwoWordings {
    meeting::TextId text;
    std::string began;  // the wording that both began from
    std::string mine;
    std::string theirs;        // what stands
    std::string author;        // of theirs
    std::uint32_t stands = 0;  // how many revisions there are
};

// What was made of revision `base` of a text against what stands; nothing where that is what stands, or where
// there is no such text or revision.
std::optional<TwoWordings> wordings_of(const meeting::Meeting& meeting, meeting::TextId text,
                                       std::uint32_t base, const std::string& mine);

// Both put together; nothing where they clash, or where together they are more than a paragraph holds.
std::optional<prose::Merged> together(const TwoWordings& wordings);

// What each changed in the wording that both began from.
ui::MarkedText marked(const std::string& before, const std::string& after);

// What a choice makes of them: where they do not clash, both changes stand in either case.
std::string with_theirs(const TwoWordings& wordings);
std::string with_mine(const TwoWordings& wordings);
// Where they clash both wordings follow each other, theirs first.
std::string with_both(const TwoWordings& wordings);

// The command of a choice; the wording that was not chosen is in the history of the paragraph afterwards.
meeting::Command choose_theirs(const TwoWordings& wordings);
meeting::Command choose_mine(const TwoWordings& wordings);

// A refused revision that a person need not look at: put together with what stands it is asked for again.
struct Again {
    std::uint64_t request = 0;  // of the refused one
    meeting::Command command;
};
// The revision that was refused as somebody else was first, as far as that is what it was.
bool came_second(const ui::UnplacedText& text);
std::optional<Again> asked_again(const meeting::Meeting& meeting, const ui::UnplacedText& refused);

}  // namespace dais::clerk_station
