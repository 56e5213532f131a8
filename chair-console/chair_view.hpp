// The chair's view: the floor and the list at the left; agenda, procedure, what was spoken, who takes part by
// link and the log at the right.
#pragma once

#include <cstddef>

#include "chair-console/agenda_panel.hpp"
#include "chair-console/floor_panel.hpp"
#include "chair-console/list_panel.hpp"
#include "chair-console/log_tab.hpp"
#include "chair-console/motions_dialog.hpp"
#include "chair-console/procedure_panel.hpp"
#include "chair-console/remote_tab.hpp"
#include "chair-console/spoken_panel.hpp"
#include "ui/person_form.hpp"
#include "ui/view.hpp"
#include "ui/words.hpp"

namespace dais::chair_console {

enum class Tab : std::uint8_t { agenda, procedure, spoken, remote, log };

class ChairView final : public ui::View {
  public:
    ChairView() = default;
    // With what the site says of procedural motions, or why there is nothing, and what puts the list on
    // paper, which must outlive the view; null: nothing does.
    explicit ChairView(const base::Result<Motions>& explained, ListPrinter* printer = nullptr);

    void draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) override;
    [[nodiscard]] std::optional<base::Instant> next_digit(const ui::Model& model) const override;
    bool take_news() override;
    void restore(const std::map<std::string, std::string>& drafts) override;
    [[nodiscard]] std::string title() const override { return "Chair"; }
    [[nodiscard]] const std::vector<ui::HelpLine>& help() const override;

    // The drafts of its panels, for tests and the gallery.
    FloorDraft floor;
    ListDraft list;
    AgendaDraft agenda;
    ProcedureDraft procedure;
    SpokenDraft spoken;
    RemoteTab remote;
    LogTab log;
    MotionsDialog motions;
    ui::PersonForm person;
    std::size_t tab = 0;

  private:
    void draw_right(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect);
    void keys(ui::Ui& ui, const ui::Model& model, ui::Sink& sink);
    void keep_drafts(ui::Sink& sink);
    ui::Phrase behind(const ui::Model& model);

    void print_list(const ui::Model& model);

    ListPrinter* printer_ = nullptr;
    std::size_t behind_ = 0;  // speakers without a paragraph
    std::uint64_t behind_for_ = ~std::uint64_t{0};
};

}  // namespace dais::chair_console
