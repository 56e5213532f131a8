#include "clerk-station/desk_of_texts.hpp"

#include <algorithm>
#include <cstdlib>

#include "prose/range.hpp"
#include "ui/text_breaks.hpp"

namespace dais::clerk_station {
namespace {

// Where the disk has the revision that a revision was begun from.
std::string base_key(const Place& place) {
    return "b:" + std::to_string(place.id);
}

bool is_new(const Place& place) {
    return place.kind != PlaceKind::revision && place.kind != PlaceKind::attribution;
}

// What makes one wording of another, and changes no more than that.
prose::Edit edit_to(const std::string& before, std::string_view after, std::size_t caret) {
    const auto most = std::min(before.size(), after.size());
    std::size_t from = 0;
    while (from < most && before[from] == after[from]) ++from;
    from = ui::letter_at_or_before(before, from);
    std::size_t rest = 0;
    while (rest < most - from && before[before.size() - 1 - rest] == after[after.size() - 1 - rest]) ++rest;
    const auto to = ui::letter_at_or_after(before, before.size() - rest);
    rest = before.size() - to;
    return {{from, to}, std::string(after.substr(from, after.size() - rest - from)), caret};
}

// One step of undo; where the editor does not take it so, without one.
void replace(ui::Editor& editor, std::string_view after, std::size_t caret) {
    if (editor.text() == after) return;
    editor.apply(edit_to(editor.text(), after, caret));
    if (editor.text() != after) editor.set(after);
}

}  // namespace

void DeskOfTexts::go(const ui::Model& model, const Place& place) {
    // A text that was opened and not changed is not kept: next time it begins with what then stands.
    if (const auto left = texts_.find(place_);
        left != texts_.end() && place_ != place && !left->second.draft) {
        texts_.erase(left);
    }
    place_ = place;
    auto& text = texts_[place];
    if (text.begun) return;
    text.begun = true;
    if (is_new(place)) return;
    text.editor.set(text_before(model, place));
    text.kept = text.editor.revision();  // what stands in the record needs no draft
    if (const auto* stands = meeting::find_text(model.meeting, meeting::TextId{place.id})) {
        text.base = static_cast<std::uint32_t>(stands->revisions.size());
    }
}

void DeskOfTexts::empty_place(ui::Sink& sink, bool kept) {
    auto& text = texts_[place_];
    text = {};
    text.begun = is_new(place_);
    text.kept = text.editor.revision();
    if (!kept) sink.forget_draft(key_of(place_));
    if (place_.kind == PlaceKind::revision) sink.forget_draft(base_key(place_));
}

void DeskOfTexts::put(const ui::Model& model, const Place& place, std::string_view words) {
    go(model, place);
    auto& text = texts_[place];
    std::string all(words);
    // What was opened and not changed stands in the record; what was typed stands nowhere else.
    const bool typed = text.draft || text.kept != text.editor.revision();
    if (typed && !text.editor.empty()) all += " " + text.editor.text();
    text.editor.set(all);
}

void DeskOfTexts::keep_one(ui::Sink& sink, const Place& place, Text& text) {
    text.kept = text.editor.revision();
    text.draft = !text.editor.empty() || place.kind == PlaceKind::attribution;
    if (!text.draft) return sink.forget_draft(key_of(place));
    sink.keep_draft(key_of(place), text.editor.text(), text.base.value_or(0));
    if (text.base) sink.keep_draft(base_key(place), std::to_string(*text.base));
}

void DeskOfTexts::keep(ui::Sink& sink) {
    for (auto& [place, text] : texts_) {
        if (text.kept != text.editor.revision()) keep_one(sink, place, text);
    }
    if (place_ == place_kept_) return;
    place_kept_ = place_;
    sink.keep_draft(at_key, key_of(place_));
}

void DeskOfTexts::restore(const std::map<std::string, std::string>& drafts) {
    texts_.clear();
    place_ = {};
    for (const auto& [key, words] : drafts) {
        const auto place = place_of(key);
        if (!place) continue;
        auto& text = texts_[*place];
        text.begun = true;
        text.draft = true;
        text.editor.set(words);
        text.kept = text.editor.revision();
        if (const auto base = drafts.find(base_key(*place));
            place->kind == PlaceKind::revision && base != drafts.end()) {
            text.base = static_cast<std::uint32_t>(std::strtoul(base->second.c_str(), nullptr, 10));
        }
    }
    if (const auto at = drafts.find(at_key); at != drafts.end()) {
        place_ = place_of(at->second).value_or(Place{});
    }
    place_kept_ = place_;
}

std::vector<Place> DeskOfTexts::elsewhere() const {
    std::vector<Place> places;
    for (const auto& [place, text] : texts_) {
        if (place != place_ && text.draft) places.push_back(place);
    }
    return places;
}

std::vector<Place> DeskOfTexts::unfinished() const {
    std::vector<Place> places;
    for (const auto& [place, text] : texts_) {
        if (text.draft) places.push_back(place);
    }
    return places;
}

std::optional<std::uint32_t> DeskOfTexts::base() const {
    const auto at = texts_.find(place_);
    return at == texts_.end() ? std::nullopt : at->second.base;
}

bool DeskOfTexts::has_draft(const Place& place) const {
    const auto at = texts_.find(place);
    return at != texts_.end() && (at->second.draft || at->second.kept != at->second.editor.revision());
}

void DeskOfTexts::follow(const ui::Model& model, ui::Sink& sink) {
    for (auto& [place, text] : texts_) {
        if (place.kind != PlaceKind::revision || !text.base) continue;
        see_what_is_out(text);
        const auto* stands = meeting::find_text(model.meeting, meeting::TextId{place.id});
        if (stands == nullptr || *text.base >= stands->revisions.size()) {
            text.clashes = false;
            continue;
        }
        const bool same = text.compared == text.editor.revision() && text.against == stands->revisions.size();
        if (!same) follow_one(model, sink, place, text);
    }
}

void DeskOfTexts::follow_one(const ui::Model& model, ui::Sink& sink, const Place& place, Text& text) {
    text.clashes = false;
    const auto wordings =
        wordings_of(model.meeting, meeting::TextId{place.id}, *text.base, text.editor.text());
    if (!wordings) return;
    text.compared = text.editor.revision();
    text.against = wordings->stands;
    const auto merged = together(*wordings);
    text.clashes = !merged;
    if (!merged) return;
    const bool typed = text.draft || text.kept != text.editor.revision();
    if (text.merges.size() == max_merges) text.merges.erase(text.merges.begin());
    text.merges.push_back({wordings->author, wordings->mine, merged->text, false});
    replace(text.editor, merged->text, merged->from_mine(text.editor.edit().caret()));
    text.base = wordings->stands;
    if (typed) {
        keep_one(sink, place, text);
    } else {
        text.kept = text.editor.revision();
    }
}

// Undo goes back through the very text that a merge was made of, and redo through the one that it made.
void DeskOfTexts::see_what_is_out(Text& text) {
    for (auto& merge : text.merges) {
        if (text.editor.text() == merge.before) merge.out = true;
        if (text.editor.text() == merge.after) merge.out = false;
    }
}

std::string DeskOfTexts::left_out() const {
    const auto at = texts_.find(place_);
    if (at == texts_.end()) return {};
    for (const auto& merge : at->second.merges) {
        if (merge.out) return merge.author;
    }
    return {};
}

std::optional<TwoWordings> DeskOfTexts::clash(const ui::Model& model) const {
    const auto at = texts_.find(place_);
    if (at == texts_.end() || !at->second.clashes || !at->second.base) return std::nullopt;
    return wordings_of(model.meeting, meeting::TextId{place_.id}, *at->second.base, at->second.editor.text());
}

void DeskOfTexts::take_both(const TwoWordings& wordings, ui::Sink& sink) {
    auto& text = texts_[place_];
    const auto both = with_both(wordings);
    replace(text.editor, both, both.size());
    text.base = wordings.stands;
    text.clashes = false;
    keep_one(sink, place_, text);
}

bool DeskOfTexts::take_back(meeting::TextId id, std::string_view words, std::uint32_t base, ui::Sink& sink) {
    const Place place{PlaceKind::revision, id.value};
    if (has_draft(place)) return false;
    auto& text = texts_[place];
    text = {};
    text.begun = true;
    text.base = base;
    text.editor.set(words);
    keep_one(sink, place, text);
    return true;
}

}  // namespace dais::clerk_station
