// The interventions as they happen: when, who, by what link, how long, how much of each is captured and in
// whose take, with the one that has the floor above them however the list is scrolled, and the gaps standing
// out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clerk-station/captured.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

// Which interventions the list shows.
enum class Filter : std::uint8_t {
    all,
    mine,        // began in a take of this clerk
    unfinished,  // a text of this clerk lies there, or the last paragraph is a draft
    gaps,
    to_check,  // has an open mark
};

struct InterventionsDraft {
    ui::RowsState rows;
    std::vector<std::size_t> order;  // indices of interventions shown, in the order of the record
    Filter filter = Filter::all;
    bool follows = true;  // the end of the list is shown when something happens
    Capture capture;
    std::vector<meeting::InterventionId> begun;  // where a text of this clerk lies unfinished; the view says
    std::size_t all = 0;                         // how many interventions there are
    std::size_t gaps = 0;                        // of these
    struct Built {                               // what the order was made for
        std::uint64_t revision = ~std::uint64_t{0};
        Filter filter = Filter::all;
        std::vector<meeting::InterventionId> begun;
        bool floor_is_gap = false;
        std::string self;

        friend bool operator==(const Built&, const Built&) = default;
    };
    Built built;
};

// `at`: whom the clerk writes for. Returns whom the clerk chose to write for: Enter or a double click on a
// row, the line of whoever has the floor, or the next gap. Draws inside of the rectangle, without a panel's
// ground.
std::optional<meeting::InterventionId> interventions_panel(ui::Ui& ui, const ui::Model& model,
                                                           InterventionsDraft& draft, ui::Sink& sink,
                                                           meeting::InterventionId at, ui::Rect rect);
// The intervention of the chosen row, or 0.
meeting::InterventionId chosen_intervention(const ui::Model& model, const InterventionsDraft& draft);
// The next filter of all, in turn.
void turn_filter(InterventionsDraft& draft);
// Says that there is nothing to record of an intervention, or takes it back.
void say_nothing_to_record(const ui::Model& model, ui::Sink& sink, meeting::InterventionId of);

// What is written of an intervention: "2 paragraphs; 134 words", "nothing written", "nothing to record".
ui::Phrase captured_phrase(const ui::Model& model, const Capture& capture,
                           const meeting::Intervention& intervention);

}  // namespace dais::clerk_station
