// A question before what cannot be taken back. Only ending the meeting and clearing the list ask one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/ui.hpp"

namespace dais::ui {

enum class Answer : std::uint8_t { none, yes, no };

// Draws the question over everything, as a dialog. Enter on "No", which has the focus at first, Escape or a
// click answer it; nothing else can be reached until then.
Answer confirm(Ui& ui, const std::string& id, std::string_view title, std::string_view sentence,
               std::string_view yes);

// The ground of a dialog of that size (in units) with its title; what is left inside. REQUIRES:
// begin_dialog() was called.
Rect dialog(Ui& ui, const std::string& id, float width, float height, std::string_view title);

}  // namespace dais::ui
