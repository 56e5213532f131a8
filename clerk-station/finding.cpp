#include "clerk-station/finding.hpp"

#include <algorithm>

namespace dais::clerk_station {
namespace {

// What tells whether a text is as it was when it was looked at.
std::size_t state_of(const meeting::RecordText& text) {
    return (text.revisions.size() << 1U) + (text.removed ? 0U : 1U) + 2;
}

// Adds a wording to the last command, or to a new one where that is full.
void add(std::vector<meeting::Reword>& asks, std::size_t& bytes, meeting::Rewording wording) {
    const bool full = asks.empty() || asks.back().texts.size() >= meeting::max_replaced ||
                      bytes + wording.text.size() > meeting::max_replaced_bytes;
    if (full) {
        asks.emplace_back();
        bytes = 0;
    }
    bytes += wording.text.size();
    asks.back().texts.push_back(std::move(wording));
}

}  // namespace

void Finding::look_for(const std::string& words, prose::FindOptions options) {
    const bool same =
        words == words_ && options.exact == options_.exact && options.whole_words == options_.whole_words;
    if (same) return;
    words_ = words;
    options_ = options;
    needle_.reset();
    trouble_.clear();
    seen_.clear();
    found_.clear();
    places_ = 0;
    next_ = 0;
    if (words.empty()) return;
    auto needle = prose::Needle::from(words, options);
    if (needle) {
        needle_ = *std::move(needle);
    } else {
        trouble_ = needle.error().text;
    }
}

void Finding::look_at(const meeting::RecordText& text) {
    if (const auto at = found_.find(text.id); at != found_.end()) {
        places_ -= at->second.size();
        found_.erase(at);
    }
    if (text.removed || text.kind == meeting::TextKind::decision) return;
    auto places = needle_->find(text.revisions.back().text);
    if (places.empty()) return;
    places_ += places.size();
    found_.emplace(text.id, std::move(places));
}

void Finding::go_on(const meeting::Meeting& meeting, std::size_t most_bytes) {
    if (!needle_) return;
    const auto& texts = meeting.texts;
    if (seen_.size() > texts.size()) {  // another meeting
        seen_.clear();
        found_.clear();
        places_ = 0;
    }
    seen_.resize(texts.size(), 0);
    std::size_t bytes = 0;
    for (std::size_t steps = 0; steps < texts.size() && bytes < most_bytes; ++steps) {
        next_ = next_ < texts.size() ? next_ : 0;
        const auto& text = texts[next_];
        if (seen_[next_] != state_of(text)) {
            seen_[next_] = state_of(text);
            look_at(text);
            bytes += text.revisions.back().text.size() + 64;
        }
        ++next_;
    }
}

bool Finding::is_done(const meeting::Meeting& meeting) const {
    return percent(meeting) == 100;
}

int Finding::percent(const meeting::Meeting& meeting) const {
    if (!needle_ || meeting.texts.empty()) return 100;
    std::size_t done = 0;
    for (std::size_t i = 0; i < meeting.texts.size() && i < seen_.size(); ++i) {
        if (seen_[i] == state_of(meeting.texts[i])) ++done;
    }
    return static_cast<int>(done * 100 / meeting.texts.size());
}

Finding::Plan Finding::replace_all(const meeting::Meeting& meeting, const prose::Replacement& by) const {
    Plan plan;
    std::size_t bytes = 0;
    for (const auto& [id, places] : found_) {
        const auto* text = meeting::find_text(meeting, id);
        if (text == nullptr || text->removed) continue;
        if (text->status == meeting::Status::final) {
            ++plan.locked;
            continue;
        }
        auto replaced = prose::replace_all(text->revisions.back().text, *needle_, by);
        if (!replaced) {
            plan.trouble = replaced.error().text;
            plan.asks.clear();
            return plan;
        }
        if (replaced->count == 0 || replaced->text == text->revisions.back().text) continue;
        ++plan.texts;
        plan.places += replaced->count;
        add(plan.asks, bytes,
            {id, std::move(replaced->text), static_cast<std::uint32_t>(text->revisions.size())});
    }
    return plan;
}

std::vector<meeting::Reword> taken_back(const meeting::Meeting& meeting,
                                        const std::vector<meeting::Reword>& asked,
                                        std::size_t& changed_since) {
    std::vector<meeting::Reword> back;
    std::size_t bytes = 0;
    changed_since = 0;
    for (const auto& ask : asked) {
        for (const auto& each : ask.texts) {
            const auto* text = meeting::find_text(meeting, each.paragraph);
            const bool as_put = text != nullptr && !text->removed && each.base >= 1 &&
                                text->revisions.size() == each.base + std::size_t{1} &&
                                text->revisions.back().text == each.text;
            if (!as_put) {
                ++changed_since;
                continue;
            }
            add(back, bytes, {each.paragraph, text->revisions[each.base - 1].text, each.base + 1});
        }
    }
    return back;
}

}  // namespace dais::clerk_station
