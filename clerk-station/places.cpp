#include "clerk-station/places.hpp"

#include <fmt/format.h>

#include <charconv>

#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

constexpr std::string_view letters = "pranh";

const record::Block* block_of(const ui::Model& model, meeting::TextId text) {
    if (!model.preview) return nullptr;
    const auto at = model.preview->block_of.find(text);
    return at == model.preview->block_of.end() ? nullptr : &model.preview->record.blocks[at->second];
}

bool has_paragraph(const meeting::Meeting& meeting, const meeting::Intervention& intervention) {
    for (const auto id : intervention.blocks) {
        const auto* text = meeting::find_text(meeting, id);
        if (text != nullptr && !text->removed && text->kind == meeting::TextKind::paragraph) return true;
    }
    return false;
}

std::string new_paragraph_lead(const ui::Model& model, meeting::InterventionId id) {
    const auto* intervention = meeting::find_intervention(model.meeting, id);
    if (intervention == nullptr || !model.preview) return {};
    std::string lead;
    if (const auto number = model.preview->next_number.find(id); number != model.preview->next_number.end()) {
        lead = fmt::format("{}.", number->second);
    }
    if (has_paragraph(model.meeting, *intervention)) return lead;
    const auto attribution = model.preview->attribution.find(id);
    if (attribution == model.preview->attribution.end()) return lead;
    return lead + (lead.empty() ? "" : " ") + attribution->second;
}

}  // namespace

std::string key_of(const Place& place) {
    const std::string letter(1, letters[static_cast<std::size_t>(place.kind)]);
    return place.id == 0 ? letter : fmt::format("{}:{}", letter, place.id);
}

std::optional<Place> place_of(std::string_view key) {
    if (key.empty()) return std::nullopt;
    const auto kind = letters.find(key[0]);
    if (kind == std::string_view::npos) return std::nullopt;
    Place place{static_cast<PlaceKind>(kind), 0};
    if (key.size() == 1) return place;
    const auto* end = key.data() + key.size();
    if (key[1] != ':') return std::nullopt;
    const auto [rest, bad] = std::from_chars(key.data() + 2, end, place.id);
    if (bad != std::errc{} || rest != end) return std::nullopt;
    return place;
}

meeting::InterventionId intervention_of(const ui::Model& model, const Place& place) {
    switch (place.kind) {
        case PlaceKind::paragraph:
            return meeting::InterventionId{place.id};
        case PlaceKind::revision:
        case PlaceKind::attribution:
            if (const auto* text = meeting::find_text(model.meeting, meeting::TextId{place.id}))
                return text->of;
            return {};
        case PlaceKind::note:
        case PlaceKind::heading:
            break;
    }
    return {};
}

std::string title_of(const ui::Model& model, const Place& place) {
    const auto* intervention = meeting::find_intervention(model.meeting, intervention_of(model, place));
    const auto who =
        intervention == nullptr ? std::string() : ui::person_line(model.meeting, intervention->speaker.who);
    switch (place.kind) {
        case PlaceKind::paragraph:
            return intervention == nullptr ? "Nobody has spoken yet" : "Writing for " + who;
        case PlaceKind::revision:
            return "Revising" + (who.empty() ? std::string(" a text") : " a paragraph of " + who);
        case PlaceKind::attribution:
            return "What stands before the paragraph, in place of its attribution";
        case PlaceKind::note:
            return "A note";
        case PlaceKind::heading:
            break;
    }
    return "A heading";
}

std::string lead_of(const ui::Model& model, const Place& place) {
    if (place.kind == PlaceKind::paragraph) {
        return new_paragraph_lead(model, meeting::InterventionId{place.id});
    }
    if (place.kind != PlaceKind::revision) return {};
    const auto* block = block_of(model, meeting::TextId{place.id});
    if (block == nullptr) return {};
    std::string lead = block->number ? fmt::format("{}.", *block->number) : std::string();
    if (block->attribution_bytes == 0) return lead;
    return lead + (lead.empty() ? "" : " ") + block->text.substr(0, block->attribution_bytes);
}

std::string text_before(const ui::Model& model, const Place& place) {
    const auto* text = meeting::find_text(model.meeting, meeting::TextId{place.id});
    if (text == nullptr) return {};
    if (place.kind == PlaceKind::revision) return text->revisions.back().text;
    if (place.kind == PlaceKind::attribution) return text->attribution;
    return {};
}

bool stands(const ui::Model& model, const Place& place) {
    switch (place.kind) {
        case PlaceKind::paragraph:
            return meeting::find_intervention(model.meeting, meeting::InterventionId{place.id}) != nullptr;
        case PlaceKind::revision:
        case PlaceKind::attribution:
            return meeting::find_text(model.meeting, meeting::TextId{place.id}) != nullptr;
        case PlaceKind::note:
        case PlaceKind::heading:
            break;
    }
    return true;
}

}  // namespace dais::clerk_station
