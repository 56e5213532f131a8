// Setting up takes: how long each is and who takes them, in order. A dialog.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

struct TakesDialog {
    std::int64_t usual_seconds =
        meeting::usual_take_seconds;  // where nobody has set up takes: config/clerk.toml

    bool open = false;
    ui::Field length{16};
    std::vector<std::string> order;  // of the clerks' stations
    ui::RowsState rows;
    ui::Field clerk{meeting::max_name_bytes};  // one more, by name
    std::string fault;                         // of that name, in a sentence
};

// With the takes as they are; where there are none, with the usual length and this clerk alone.
void open_takes(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog);
// Alt+Up and Alt+Down move the chosen clerk, Delete removes, Enter adds the one that is named, Ctrl+Enter
// asks.
void takes_dialog(ui::Ui& ui, const ui::Model& model, TakesDialog& dialog, ui::Sink& sink);

// "10" or "7:30", in minutes, as seconds within the limits of a take; nothing for anything else.
std::optional<std::int64_t> parse_length(std::string_view text);

}  // namespace dais::clerk_station
