#include "clerk-station/others.hpp"

#include <fmt/format.h>

#include "ui/marked_text.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::size_t most_here = 3;       // authors at one place
constexpr std::size_t lines_of_each = 3;   // of what each is typing
constexpr std::size_t most_elsewhere = 2;  // lines; the others are counted

std::string number_of(const ui::Model& model, meeting::TextId text) {
    if (!model.preview) return "a text";
    const auto at = model.preview->block_of.find(text);
    if (at == model.preview->block_of.end()) return "a text";
    const auto& block = model.preview->record.blocks[at->second];
    return block.number ? fmt::format("{}.", *block.number) : "a text";
}

// Draws them from the bottom up as far as there is room.
class Stack {
  public:
    Stack(ui::Ui& ui, ui::Rect rect) : ui_(ui), rect_(rect), least_(rect.h / 2) {}

    void line(const std::string& id, const std::string& words) {
        const float high = ui_.line(ui::Face::small) + ui_.px(2);
        if (rect_.h - high < least_) return;
        ui::label(ui_, id, rect_.cut_bottom(high), words, ui::Face::small, ui_.theme().quiet_text);
        used_ += high;
    }
    void text(const std::string& id, const ui::DraftOfOther& draft) {
        const auto shown = ui::elided_at_front(ui_, draft.text, rect_.w, lines_of_each, ui::Face::body);
        const float high = ui::paragraph_height(ui_, rect_.w, shown, ui::Face::body);
        if (rect_.h - high < least_) return line(id, shown);
        ui::paragraph(ui_, id, rect_.cut_bottom(high), shown, ui::Face::body, ui_.theme().quiet_text);
        used_ += high;
    }
    [[nodiscard]] float used() const { return used_; }

  private:
    ui::Ui& ui_;
    ui::Rect rect_;
    float least_;  // stays free
    float used_ = 0;
};

}  // namespace

std::vector<const ui::DraftOfOther*> drafts_at(const ui::Model& model, const std::string& place) {
    std::vector<const ui::DraftOfOther*> found;
    for (const auto& draft : model.drafts_of_others) {
        if (draft.place == place) found.push_back(&draft);
    }
    return found;
}

std::string line_of(const ui::Model& model, const ui::DraftOfOther& draft) {
    const auto place = place_of(draft.place);
    if (!place) return draft.author + " is writing";
    switch (place->kind) {
        case PlaceKind::paragraph: {
            const auto* of = meeting::find_intervention(model.meeting, meeting::InterventionId{place->id});
            if (of == nullptr) break;
            return draft.author + " is writing for " + ui::person_name(model.meeting, of->speaker.who);
        }
        case PlaceKind::revision:
            return draft.author + " is revising " + number_of(model, meeting::TextId{place->id});
        case PlaceKind::note:
            return draft.author + " is writing a note";
        case PlaceKind::heading:
            return draft.author + " is writing a heading";
        case PlaceKind::attribution:
            break;
    }
    return draft.author + " is writing";
}

float draw_others(ui::Ui& ui, const ui::Model& model, const Place& place, ui::Rect rect) {
    if (model.drafts_of_others.empty()) return 0;
    const auto here = key_of(place);
    Stack stack(ui, rect);
    std::size_t elsewhere = 0;
    for (const auto& draft : model.drafts_of_others) elsewhere += draft.place == here ? 0 : 1;
    if (elsewhere > most_elsewhere)
        stack.line("editor.others.more", fmt::format("and {} more", elsewhere - most_elsewhere));
    std::size_t shown = 0;
    for (const auto& draft : model.drafts_of_others) {
        if (draft.place == here || ++shown > most_elsewhere) continue;
        stack.line(fmt::format("editor.others.{}", shown), line_of(model, draft));
    }
    shown = 0;
    for (const auto* draft : drafts_at(model, here)) {
        if (++shown > most_here) break;
        stack.text("editor.other." + draft->author, *draft);
        stack.line("editor.other." + draft->author + ".author", draft->author + " is writing here:");
    }
    return stack.used();
}

}  // namespace dais::clerk_station
