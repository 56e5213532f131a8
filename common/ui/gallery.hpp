// Meetings to look at: what each desk's gallery, the tests of layouts and the benchmarks draw. All are made
// by the core from commands, so that none of them is a state that cannot be.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ui/model.hpp"

namespace dais::ui {

struct Scene {
    std::string name;             // "full"
    std::function<Model()> make;  // seen from this desk
};

// The scenes of a desk: not prepared, empty, in session, warning, over time, point of order, suspended,
// ended, full (500 requests, 500 interventions, 10,000 paragraphs), long names, French, Arabic, Chinese,
// Russian, refused, stale, and one that a station without rights sees; of a clerk also takes, with gaps and
// marks, a take that is due, and others writing, two wordings, history, reviser, final, hints and find, which
// a view has to be brought to (clerk-station/gallery_views.hpp). A room's screen has scenes of its own
// (gallery_room.hpp). `style_of`: the house style of records in a
// language ("en"); without it there is no preview.
using Style = std::map<std::string, std::string>;
using StyleOf = std::function<Style(const std::string& language)>;
std::vector<Scene> scenes(meeting::Desk desk, const StyleOf& style_of = {});

// A meeting with so many people on the list, interventions and paragraphs.
meeting::Meeting full_meeting(std::size_t requests, std::size_t interventions, std::size_t paragraphs);

}  // namespace dais::ui
