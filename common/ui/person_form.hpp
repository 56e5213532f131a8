// A person's row of participants.csv as a form: to add somebody, or to correct what is known. A dialog.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "ui/field.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/sink.hpp"

namespace dais::ui {

struct PersonForm {
    bool open = false;
    bool choosing = false;  // whom to correct is being chosen; else the fields are shown
    PersonBox who;
    meeting::ParticipantId corrected;  // empty: somebody new
    Field title{meeting::max_name_bytes};
    Field given{meeting::max_name_bytes};
    Field family{meeting::max_name_bytes};
    Field affiliation{meeting::max_name_bytes};
    std::size_t role = 1;
    std::size_t attendance = 0;
};

// Opens it; nothing else is in reach until it is closed. `correcting`: first asks whom.
void open_person_form(Ui& ui, PersonForm& form, bool correcting);
// Draws it where it is open. `where`: the place at which the answer is shown.
void person_form(Ui& ui, const Model& model, Sink& sink, const std::string& where, PersonForm& form);

// An id for somebody new: the family name in small letters and digits, with a number where it is taken.
std::string new_id(const meeting::Meeting& meeting, std::string_view name);

}  // namespace dais::ui
