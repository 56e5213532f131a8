#include "clerk-station/captured.hpp"

#include <algorithm>

namespace dais::clerk_station {
namespace {

constexpr base::Span few_seconds{5'000};
constexpr base::Span a_minute{60'000};

// The character at the front, which is cut off. REQUIRES: not empty. What is not UTF-8 counts as a letter.
char32_t cut_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t character = first < 0x80 ? first : first & (0xFFU >> (length + 1));
    length = std::min(length, text.size());
    for (std::size_t i = 1; i < length; ++i)
        character = character << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(length);
    return character;
}

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool is_space(char32_t c) {
    return c <= 0x20 || c == 0xA0 || is_between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_punctuation(char32_t c) {
    if (c < 0x80) {
        const bool digit = is_between(c, '0', '9');
        return !digit && !is_between(c | 0x20U, 'a', 'z');
    }
    return is_between(c, 0xA1, 0xBF) || is_between(c, 0x2000, 0x206F) || is_between(c, 0x3001, 0x303F) ||
           is_between(c, 0xFF00, 0xFF0F) || is_between(c, 0xFF1A, 0xFF20) || c == 0x60C || c == 0x61B ||
           c == 0x61F;
}

// Of a script that leaves no spaces between its words.
bool is_a_word(char32_t c) {
    return is_between(c, 0x3040, 0x30FF) || is_between(c, 0x3400, 0x9FFF) || is_between(c, 0xF900, 0xFAFF) ||
           is_between(c, 0x20000, 0x3FFFF);
}

// Whether its last paragraph that stands is a draft.
bool ends_in_draft(const meeting::Meeting& meeting, const meeting::Intervention& intervention) {
    for (auto id = intervention.blocks.rbegin(); id != intervention.blocks.rend(); ++id) {
        const auto* text = meeting::find_text(meeting, *id);
        if (text == nullptr || text->removed || text->kind != meeting::TextKind::paragraph) continue;
        return text->status == meeting::Status::draft;
    }
    return false;
}

}  // namespace

std::uint32_t count_words(std::string_view text) {
    std::uint32_t words = 0;
    bool in_word = false;
    while (!text.empty()) {
        const auto character = cut_character(text);
        if (is_a_word(character)) {
            ++words;
            in_word = false;
        } else if (is_space(character)) {
            in_word = false;
        } else if (!in_word && !is_punctuation(character)) {
            ++words;
            in_word = true;
        }
    }
    return words;
}

std::uint32_t Capture::words_of(const meeting::RecordText& text) {
    auto& counted = counted_[text.id.value - 1];
    const auto revisions = static_cast<std::uint32_t>(text.revisions.size());
    if (counted.revisions != revisions) counted = {revisions, count_words(text.revisions.back().text)};
    return counted.words;
}

void Capture::bring_up_to_date(const ui::Model& model) {
    const auto self = model.self ? model.self->name : std::string();
    if (built_for_ == model.revision && self_ == self) return;
    built_for_ = model.revision;
    self_ = self;
    const auto& meeting = model.meeting;
    // Fewer than before: it is another meeting, whose texts were never counted.
    if (meeting.texts.size() < counted_.size()) counted_.clear();
    counted_.resize(meeting.texts.size());
    of_.assign(meeting.interventions.size(), {});
    for (const auto& text : meeting.texts) {
        if (text.removed || text.kind != meeting::TextKind::paragraph) continue;
        if (!text.of || text.of.value > of_.size()) continue;
        auto& captured = of_[text.of.value - 1];
        ++captured.paragraphs;
        captured.words += words_of(text);
    }
    open_marks_ = 0;
    for (const auto& mark : meeting.marks) {
        if (mark.cleared) continue;
        ++open_marks_;
        if (mark.of && mark.of.value <= of_.size()) ++of_[mark.of.value - 1].marks;
    }
    for (std::size_t i = 0; i < of_.size(); ++i) {
        const auto& intervention = meeting.interventions[i];
        auto& captured = of_[i];
        captured.last_is_draft = captured.paragraphs > 0 && ends_in_draft(meeting, intervention);
        captured.clerk = meeting::clerk_of(meeting, intervention);
        captured.mine = !captured.clerk.empty() && captured.clerk == self_;
    }
}

const Captured& Capture::of(meeting::InterventionId id) const {
    static const Captured nothing;
    return id && id.value <= of_.size() ? of_[id.value - 1] : nothing;
}

base::Span floor_time(const meeting::Intervention& intervention, base::Instant now) {
    const auto& timing = intervention.timing;
    const auto end = timing.ended.value_or(now);
    auto time = end - timing.began;
    for (const auto& pause : timing.clock.pauses) {
        const auto from = std::max(pause.from, timing.began);
        const auto to = std::min(pause.to.value_or(end), end);
        if (to > from) time -= to - from;
    }
    return std::max(base::Span{0}, time);
}

bool is_gap(const meeting::Intervention& intervention, const Captured& captured, base::Instant now) {
    if (captured.paragraphs > 0 || intervention.nothing_to_record) return false;
    if (intervention.logged) return true;
    return floor_time(intervention, now) > (intervention.timing.ended ? few_seconds : a_minute);
}

meeting::InterventionId next_gap(const ui::Model& model, const Capture& capture,
                                 meeting::InterventionId behind) {
    meeting::InterventionId first;
    bool passed = !behind;
    for (const auto& item : model.meeting.timeline) {
        if (item.place != meeting::Place::intervention) continue;
        const auto id = meeting::InterventionId{item.ref};
        const auto* each = meeting::find_intervention(model.meeting, id);
        if (each != nullptr && is_gap(*each, capture.of(id), model.now)) {
            if (passed && id != behind) return id;
            if (!first) first = id;
        }
        passed = passed || id == behind;
    }
    return first;
}

}  // namespace dais::clerk_station
