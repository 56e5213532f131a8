#include "clerk-station/merging.hpp"

#include <algorithm>

#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr const char* again_where = "editor.again";

bool same(const meeting::Command& one, const meeting::Command& other) {
    const auto* a = std::get_if<meeting::Revise>(&one);
    const auto* b = std::get_if<meeting::Revise>(&other);
    if (a != nullptr && b != nullptr) return a->paragraph == b->paragraph && a->text == b->text;
    const auto* c = std::get_if<meeting::Settle>(&one);
    const auto* d = std::get_if<meeting::Settle>(&other);
    return c != nullptr && d != nullptr && c->paragraph == d->paragraph && c->text == d->text;
}

// The sentence of the refusal was for nobody.
void read_refusal(const ui::Model& model, const ui::UnplacedText& refused, ui::Sink& sink) {
    for (const auto& asked : model.asked) {
        if (asked.state == ui::Asked::State::refused && same(asked.command, refused.command))
            return sink.read(asked.token);
    }
}

// Of a choice, the wording that was to be kept in the history is what its author wrote.
bool lies_at_its_place_again(const meeting::Meeting& meeting, const ui::UnplacedText& refused,
                             DeskOfTexts& texts, ui::Sink& sink) {
    if (!came_second(refused)) return false;
    const auto take = [&](meeting::TextId text, const std::string& words, std::uint32_t base) {
        return wordings_of(meeting, text, base, words) && texts.take_back(text, words, base, sink);
    };
    if (const auto* revise = std::get_if<meeting::Revise>(&refused.command))
        return take(revise->paragraph, revise->text, revise->base.value_or(0));
    if (const auto* settle = std::get_if<meeting::Settle>(&refused.command))
        return take(settle->paragraph, settle->other, settle->base.value_or(0));
    return false;
}

}  // namespace

void put_together(const ui::Model& model, DeskOfTexts& texts, Merging& merging, ui::Sink& sink) {
    merging.acted = false;
    if (!model.may(meeting::Revise{})) return;
    std::erase_if(merging.taken, [&](std::uint64_t request) {
        return std::none_of(model.unplaced.begin(), model.unplaced.end(),
                            [&](const ui::UnplacedText& text) { return text.request == request; });
    });
    // Where this machine's disk takes nothing, what lies on it as refused must stay there.
    const bool disk_takes = model.trouble.empty() && model.texts_held == 0;
    for (const auto& refused : model.unplaced) {
        if (!disk_takes || merging.taken.contains(refused.request)) continue;
        if (auto again = asked_again(model.meeting, refused)) {
            sink.ask(again_where, std::move(again->command));
        } else if (!lies_at_its_place_again(model.meeting, refused, texts, sink)) {
            continue;
        }
        merging.taken.insert(refused.request);
        merging.acted = true;
        read_refusal(model, refused, sink);
        sink.forget_unplaced(refused.request);
    }
    texts.follow(model, sink);
}

}  // namespace dais::clerk_station
