// The moderator's view: those who take part by link, and beside them the floor and the list.
#pragma once

#include "clerk-station/remote_panel.hpp"
#include "ui/person_form.hpp"
#include "ui/view.hpp"

namespace dais::clerk_station {

class ModeratorView final : public ui::View {
  public:
    void draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) override;
    [[nodiscard]] std::optional<base::Instant> next_digit(const ui::Model& model) const override;
    void restore(const std::map<std::string, std::string>& drafts) override;
    [[nodiscard]] std::string title() const override { return "Moderator"; }
    [[nodiscard]] const std::vector<ui::HelpLine>& help() const override;

    // The drafts of its panels, for tests and the gallery.
    RemoteDraft remote;
    ui::RowsState list;
    ui::PersonForm person;

  private:
    void draw_floor(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect);
    void draw_list(ui::Ui& ui, const ui::Model& model, ui::Rect rect);
    void keep_drafts(ui::Sink& sink);

    std::uint64_t kept_ = 0;
};

}  // namespace dais::clerk_station
