// What a clerk can be writing at: each place has an unfinished text of its own, which stays there while the
// clerk writes elsewhere, and is kept on the disk under the place's key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "meeting/ids.hpp"
#include "ui/model.hpp"

namespace dais::clerk_station {

enum class PlaceKind : std::uint8_t {
    paragraph,    // a new one, at the end of an intervention
    revision,     // of a text of the record
    attribution,  // what stands before a paragraph in place of its attribution
    note,
    heading,
};

struct Place {
    PlaceKind kind = PlaceKind::paragraph;
    std::uint64_t id =
        0;  // of the intervention or the text; 0 for notes and headings, and where there is none

    friend bool operator==(const Place&, const Place&) = default;
    friend auto operator<=>(const Place&, const Place&) = default;
};

// "p:12", "r:34", "a:34", "n", "h": the draft's place on the disk.
std::string key_of(const Place& place);
std::optional<Place> place_of(std::string_view key);

// What the clerk writes there, for the editor's title: "Ms. Vale: new paragraph".
std::string title_of(const ui::Model& model, const Place& place);
// What stands before the text, as it will be printed, with its number.
std::string lead_of(const ui::Model& model, const Place& place);
// The intervention that the place belongs to; 0 where it belongs to none.
meeting::InterventionId intervention_of(const ui::Model& model, const Place& place);
// The text that a revision or an attribution begins with.
std::string text_before(const ui::Model& model, const Place& place);
// Whether what the place is about is still there.
bool stands(const ui::Model& model, const Place& place);

}  // namespace dais::clerk_station
