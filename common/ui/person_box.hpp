// A box that finds people by any part of name or affiliation, without accents or case. Up and Down go through
// what is found, Enter picks; what was typed stays until the panel clears it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/field.hpp"
#include "ui/finding.hpp"
#include "ui/model.hpp"
#include "ui/rows.hpp"

namespace dais::ui {

struct PersonBox {
    Field query{meeting::max_name_bytes};
    RowsState found_rows;
    std::vector<meeting::ParticipantId> found;
    Finder finder;
    std::uint64_t built_for = ~std::uint64_t{0};  // the model's revision
    std::uint64_t asked_for = ~std::uint64_t{0};  // the query's revision

    void clear() {
        query.edit.clear();
        found_rows = {};
    }
};

struct PersonPick {
    std::optional<meeting::ParticipantId> who;
    bool with_shift = false;
};

struct PersonLook {
    std::string_view hint = "Name or affiliation";
    bool always_show = false;  // the people, also while nothing is typed
    std::size_t most = 200;    // of those found
};

// Draws the box at the top of the rectangle, and below it those found (where something was typed, or always).
// The rows take what of the rectangle is left; their height is handed back with `used`.
PersonPick person_box(Ui& ui, const Model& model, const std::string& id, Rect rect, PersonBox& box,
                      const PersonLook& look, float* used = nullptr);

}  // namespace dais::ui
