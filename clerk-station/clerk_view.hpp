// The clerk's view: interventions at the left, the text being written in the middle, the record at the right.
#pragma once

#include "clerk-station/editor_panel.hpp"
#include "clerk-station/find_bar.hpp"
#include "clerk-station/intervention_dialog.hpp"
#include "clerk-station/left_panel.hpp"
#include "clerk-station/mark_dialog.hpp"
#include "clerk-station/record_panel.hpp"
#include "clerk-station/settle_panel.hpp"
#include "clerk-station/takes_strip.hpp"
#include "ui/person_form.hpp"
#include "ui/view.hpp"

namespace dais::clerk_station {

class ClerkView final : public ui::View {
  public:
    ClerkView() = default;
    // With what helps to write: without a speller, all but spelling. The speller outlives the view.
    explicit ClerkView(LoadAids load, spelling::Speller* speller = nullptr) {
        editor.aids = Aids(std::move(load), speller);
    }

    void draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) override;
    [[nodiscard]] std::optional<base::Instant> next_digit(const ui::Model& model) const override;
    [[nodiscard]] bool wants_record() const override { return true; }
    bool take_news() override { return editor.aids.take_news(); }
    void restore(const std::map<std::string, std::string>& drafts) override;
    [[nodiscard]] std::string title() const override { return "Clerk"; }
    [[nodiscard]] const std::vector<ui::HelpLine>& help() const override;

    // The drafts of its panels, for tests and the gallery.
    InterventionsDraft interventions;
    MarksDraft marks;
    MarkDialog mark;
    TakesDialog takes;
    EditorDraft editor;
    RecordDraft record;
    FindBar find;
    SettleDraft settle;
    InterventionDialog dialog;
    ui::PersonForm person;

  private:
    void draw_acts(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect);
    void begin(ui::Ui& ui, const ui::Model& model, std::string_view act);
    void keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink);
    [[nodiscard]] meeting::InterventionId meant(const ui::Model& model) const;

    void attend(const ui::Model& model, ui::Sink& sink);

    bool placed_ = false;         // the keyboard was put into the text once
    Place shown_place_;           // the record was brought to it
    bool chosen_counts_ = false;  // the list of interventions has the keyboard
};

}  // namespace dais::clerk_station
