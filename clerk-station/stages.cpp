#include "clerk-station/stages.hpp"

#include <algorithm>

namespace dais::clerk_station {
namespace {

// Texts that were revised lately are mostly among the last; more than this many are not looked through.
constexpr std::ptrdiff_t looked_through = 64;

// The text that a command changes; 0: none, or a new one.
meeting::TextId changed_by(const meeting::Command& command) {
    const auto id = [](const auto& one) -> meeting::TextId {
        if constexpr (
            requires { one.text; } && requires { meeting::TextId(one.paragraph); }) {
            return one.paragraph;
        }
        return {};
    };
    return std::visit(id, command);
}

base::Span age_of(const ui::Model& model, const meeting::RecordText& text) {
    return model.now - text.revisions.back().at;
}

}  // namespace

ui::State sign_of(Stage stage) {
    switch (stage) {
        case Stage::in_memory:
            return ui::State::warning;
        case Stage::typed:
            return ui::State::info;
        case Stage::sent:
            return ui::State::remote;
        case Stage::on_the_record:
            return ui::State::good;
        case Stage::none:
            break;
    }
    return ui::State::quiet;
}

std::string word_of(Stage stage) {
    switch (stage) {
        case Stage::in_memory:
            return "typed, not on this disk";
        case Stage::typed:
            return "typed";
        case Stage::sent:
            return "sent";
        case Stage::on_the_record:
            return "on the record";
        case Stage::none:
            break;
    }
    return "";
}

Stage stage_of(const ui::Model& model, const ui::Asked& asked) {
    switch (asked.state) {
        case ui::Asked::State::held:
            return Stage::in_memory;
        case ui::Asked::State::refused:
            return Stage::none;
        case ui::Asked::State::waiting:
        case ui::Asked::State::doubtful:
            break;
    }
    return model.live() ? Stage::sent : Stage::typed;
}

Stage stage_of(const ui::Model& model, const meeting::RecordText& text, bool unfinished) {
    for (auto each = model.asked.rbegin(); each != model.asked.rend(); ++each) {
        if (each->state != ui::Asked::State::refused && changed_by(each->command) == text.id)
            return stage_of(model, *each);
    }
    if (unfinished) {
        const bool kept = !model.unsaved.contains(key_of({PlaceKind::revision, text.id.value}));
        return kept ? Stage::typed : Stage::in_memory;
    }
    return is_fresh(model, text) ? Stage::on_the_record : Stage::none;
}

bool is_fresh(const ui::Model& model, const meeting::RecordText& text) {
    return model.self && text.revisions.back().author == model.self->name && age_of(model, text) < fresh_for;
}

const meeting::RecordText* freshest(const ui::Model& model) {
    const auto& texts = model.meeting.texts;
    const auto from = std::max<std::ptrdiff_t>(0, std::ssize(texts) - looked_through);
    const meeting::RecordText* found = nullptr;
    for (auto each = texts.begin() + from; each != texts.end(); ++each) {
        if (each->removed || !is_fresh(model, *each)) continue;
        if (found == nullptr || each->revisions.back().at >= found->revisions.back().at) found = &*each;
    }
    return found;
}

std::optional<base::Span> until_nothing_is_fresh(const ui::Model& model) {
    const auto* text = freshest(model);
    if (text == nullptr) return std::nullopt;
    return std::max(base::Span{1}, fresh_for - age_of(model, *text));
}

}  // namespace dais::clerk_station
