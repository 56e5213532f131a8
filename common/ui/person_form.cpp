#include "ui/person_form.hpp"

#include <map>

#include "base/text.hpp"
#include "ui/confirm.hpp"
#include "ui/feedback.hpp"
#include "ui/finding.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::ui {
namespace {

constexpr std::array<std::string_view, 7> roles{"chair",       "member",  "State",   "organization",
                                                "secretariat", "officer", "observer"};
constexpr std::array<std::string_view, 2> attendances{"in the room", "by video"};

std::string value(const Field& field) {
    return std::string(base::trimmed(field.edit.text()));
}

void begin(Ui& ui, const meeting::Participant& person, PersonForm& form) {
    form.choosing = false;
    form.corrected = person.id;
    form.title.edit.set(person.title);
    form.given.edit.set(person.given_name);
    form.family.edit.set(person.family_name);
    form.affiliation.edit.set(person.affiliation);
    form.role = static_cast<std::size_t>(person.role);
    form.attendance = static_cast<std::size_t>(person.attendance);
    ui.focus("person.family");
}

meeting::Command command_of(const Model& model, const PersonForm& form) {
    if (form.corrected.empty()) {
        meeting::Participant person;
        person.title = value(form.title);
        person.given_name = value(form.given);
        person.family_name = value(form.family);
        person.affiliation = value(form.affiliation);
        person.role = static_cast<meeting::Role>(form.role);
        person.attendance = static_cast<meeting::Attendance>(form.attendance);
        person.id =
            new_id(model.meeting, person.family_name.empty() ? person.affiliation : person.family_name);
        return meeting::AddParticipant{std::move(person)};
    }
    meeting::CorrectParticipant correct;
    correct.who = form.corrected;
    const auto* person = meeting::find_participant(model.meeting, form.corrected);
    if (person == nullptr) return correct;
    const auto change = [&](const char* column, const std::string& before, const std::string& now) {
        if (before != now) correct.fields[column] = now;
    };
    change("title", person->title, value(form.title));
    change("given_name", person->given_name, value(form.given));
    change("family_name", person->family_name, value(form.family));
    change("affiliation", person->affiliation, value(form.affiliation));
    change("role", std::string(meeting::word(person->role)),
           std::string(meeting::word(static_cast<meeting::Role>(form.role))));
    change("attendance", std::string(meeting::word(person->attendance)),
           std::string(meeting::word(static_cast<meeting::Attendance>(form.attendance))));
    return correct;
}

bool complete(const PersonForm& form) {
    return !value(form.family).empty() || !value(form.affiliation).empty() || !value(form.given).empty();
}

void line(Ui& ui, Rect& inside, const char* id, std::string_view name, Field& content) {
    Rect row = inside.cut_top(ui.px(target));
    label(ui, std::string(id) + ".label", row.cut_left(ui.px(150)), name, Face::body, ui.theme().quiet_text);
    field(ui, id, row, content);
    inside.cut_top(ui.px(8));
}

void draw_fields(Ui& ui, PersonForm& form, Rect inside) {
    line(ui, inside, "person.title", "Title", form.title);
    line(ui, inside, "person.given", "Given name", form.given);
    line(ui, inside, "person.family", "Family name", form.family);
    line(ui, inside, "person.affiliation", "Affiliation", form.affiliation);
    Rect row = inside.cut_top(ui.px(target));
    choice(ui, "person.role", row, roles, form.role);
    inside.cut_top(ui.px(8));
    choice(ui, "person.attendance", inside.cut_top(ui.px(target)), attendances, form.attendance);
}

}  // namespace

std::string new_id(const meeting::Meeting& meeting, std::string_view name) {
    std::string id;
    for (const char letter : folded(name)) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) id += letter;
        if (id.size() == 40) break;
    }
    if (id.empty()) id = "person";
    if (meeting::find_participant(meeting, id) == nullptr) return id;
    for (int number = 2;; ++number) {
        auto numbered = id + "-" + std::to_string(number);
        if (meeting::find_participant(meeting, numbered) == nullptr) return numbered;
    }
}

void open_person_form(Ui& ui, PersonForm& form, bool correcting) {
    form = {};
    form.open = true;
    form.choosing = correcting;
    ui.focus_in_dialog(correcting ? "person.who" : "person.title");
}

void person_form(Ui& ui, const Model& model, Sink& sink, const std::string& where, PersonForm& form) {
    if (!form.open) return;
    ui.begin_dialog("person");
    const bool is_new = !form.choosing && form.corrected.empty();
    Rect inside = dialog(ui, "person", 780, form.choosing ? 520 : 420,
                         form.choosing ? "Correct what is known of whom?"
                         : is_new      ? "Somebody new"
                                       : "Correct a person");
    Rect foot = inside.cut_bottom(ui.px(target));
    inside.cut_bottom(ui.px(10));
    bool close = ui.take({Key::escape, alone});
    if (form.choosing) {
        const auto pick = person_box(ui, model, "person.who", inside, form.who, {.always_show = true});
        if (pick.who) begin(ui, *meeting::find_participant(model.meeting, *pick.who), form);
    } else {
        draw_fields(ui, form, inside);
        const Rect go = foot.cut_left(button_width(ui, is_new ? "Add" : "Correct", "Ctrl+Enter"));
        foot.cut_left(ui.px(8));
        const bool pressed = button(ui, "person.go", go, is_new ? "Add" : "Correct",
                                    {.enabled = complete(form), .tone = Tone::accent, .keys = "Ctrl+Enter"});
        if ((pressed || ui.take({Key::enter, ctrl})) && complete(form)) {
            sink.ask(where, command_of(model, form));
            close = true;
        }
    }
    const Rect cancel = foot.cut_right(button_width(ui, "Cancel", "Esc"));
    if (button(ui, "person.cancel", cancel, "Cancel", {.keys = "Esc"})) close = true;
    if (close) form = {};
    ui.end_dialog(close);
}

}  // namespace dais::ui
