// Before a frame is drawn: what others have revised goes into what is being written, and a revision that was
// refused because somebody was first is put together with what stands and asked for again, or, where the two
// clash, lies at its place again as an unfinished text. No refusal is shown for either.
#pragma once

#include <cstdint>
#include <set>

#include "clerk-station/desk_of_texts.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"

namespace dais::clerk_station {

struct Merging {
    std::set<std::uint64_t> taken;  // refused texts that are dealt with, and still in the model
    bool acted = false;             // in this frame: the refusals that it shows are of the past
};

void put_together(const ui::Model& model, DeskOfTexts& texts, Merging& merging, ui::Sink& sink);

}  // namespace dais::clerk_station
