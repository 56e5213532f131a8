#include "ui/sheets.hpp"

#include <algorithm>
#include <utility>

#include "base/check.hpp"

namespace dais::ui {

Sheet::Sheet(std::uintptr_t number, Extent strip, std::size_t strips)
    : number_(number),
      strip_(strip),
      kept_(strips),
      pixels_(strips * static_cast<std::size_t>(strip.width) * static_cast<std::size_t>(strip.height)) {}

Extent Sheet::extent() const {
    return {strip_.width, strip_.height * static_cast<int>(kept_.size())};
}

int Sheet::strip(std::uint64_t look, const Draw& draw) {
    const auto found = by_look_.find(look);
    const auto place = found != by_look_.end() ? found->second : free_place();
    const int top = strip_.height * static_cast<int>(place);
    Kept& kept = kept_[place];
    kept.used = frame_;
    if (found != by_look_.end()) return top;
    if (kept.drawn) by_look_.erase(kept.look);
    by_look_.emplace(look, place);
    kept.look = look;
    kept.drawn = true;
    const auto coverage = draw();
    const auto size = static_cast<std::size_t>(strip_.width) * static_cast<std::size_t>(strip_.height);
    base::check(coverage.size() == size, "a strip is as large as the sheet's strips");
    std::copy(coverage.begin(), coverage.end(), pixels_.begin() + static_cast<std::ptrdiff_t>(place * size));
    fresh_.push_back(top);
    ++drawn_;
    return top;
}

// That which was not used for longest, of those that are neither in the last picture nor in this frame.
std::size_t Sheet::free_place() const {
    std::size_t best = kept_.size();
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        if (kept_[i].in_picture || kept_[i].used == frame_) continue;
        if (best == kept_.size() || kept_[i].used < kept_[best].used) best = i;
    }
    base::check(best < kept_.size(), "a sheet has twice as many strips as a frame");
    return best;
}

void Sheet::shown() {
    for (auto& each : kept_) each.in_picture = each.used == frame_;
    fresh_.clear();
}

Sheet& Sheets::of(const std::string& id, Extent strip, std::size_t strips_shown) {
    const auto strips = 2 * strips_shown + 2;
    const auto found = sheets_.find(id);
    if (found != sheets_.end()) {
        if (found->second.strip_extent() == strip && found->second.strips() >= strips) return found->second;
        sheets_.erase(found);
    }
    return sheets_.emplace(id, Sheet(next_++, strip, strips + strips / 2)).first->second;
}

std::uint64_t Sheets::drawn() const {
    std::uint64_t sum = 0;
    for (const auto& [id, sheet] : sheets_) sum += sheet.drawn();
    return sum;
}

void Sheets::begin() {
    for (auto& [id, sheet] : sheets_) sheet.begin();
}

void Sheets::shown() {
    for (auto& [id, sheet] : sheets_) sheet.shown();
}

}  // namespace dais::ui
