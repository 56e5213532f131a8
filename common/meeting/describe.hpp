// The state of a meeting in the small language of the tests and of `dais replay`: fields "name: value" with
// " | " between, those that say nothing left out, always in this order.
//
//   meeting: open | chair: garcia | item: budget > staffing | floor: lewis 2:10 | list: poussi | texts: 4
//
// - meeting: before, open, suspended or ended.
// - chair: who presides.
// - item: the agenda ids under which the meeting stands, from the top.
// - floor: who has it, "(point_of_order)" and the like for kinds other than statement, what is left of the
//   time ("-0:12" in overrun; "+3:05" is what was spent where there is no limit), "paused" when the clock
//   stands.
// - interrupted: the speakers who wait for a point of order to end, the innermost last, each with its time.
// - list: the requests in order, kinds other than statement in parentheses; "closed" at the end, after "; ".
// - replies: the rights of reply that wait.
// - spoken: how many interventions and parts there were, without those taken back.
// - texts: how many paragraphs, notes, headings and decisions stand (not removed).
#pragma once

#include <string>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::meeting {

std::string describe(const Meeting& meeting, base::Instant now);

// "2:10", "-0:12", "1:02:03": minutes and seconds, cut to the second away from the reader's loss: 2:09.9 left
// reads 2:10, 0.1 over reads -0:01.
std::string clock_text(base::Span left);

}  // namespace dais::meeting
