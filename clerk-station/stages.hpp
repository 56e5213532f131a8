// How far a text has come: typed, on this station's disk; sent; on the record, which is on the hub's disk. In
// words and a shape, so that the colour is not needed. Pure.
#pragma once

#include <string>

#include "clerk-station/places.hpp"
#include "ui/model.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

enum class Stage : std::uint8_t {
    none,
    in_memory,  // not even on this machine's disk yet
    typed,
    sent,
    on_the_record,
};
ui::State sign_of(Stage stage);
std::string word_of(Stage stage);

// How long it is said of a text of this station that it has come onto the record.
inline constexpr base::Span fresh_for{5'000};

// Of a command that carries words and has no answer yet.
Stage stage_of(const ui::Model& model, const ui::Asked& asked);
// Of a text of the record, as far as something of this station is under way with it, or was a moment ago.
// `unfinished`: a revision of it lies on this station, typed and not asked for.
Stage stage_of(const ui::Model& model, const meeting::RecordText& text, bool unfinished);
// Whether this station put it on the record a moment ago, as it stands.
bool is_fresh(const ui::Model& model, const meeting::RecordText& text);
// What this station put on the record last, where that was a moment ago; or null.
const meeting::RecordText* freshest(const ui::Model& model);
// When the last of what is fresh is so no more, counted from now; nothing where nothing is.
std::optional<base::Span> until_nothing_is_fresh(const ui::Model& model);

}  // namespace dais::clerk_station
