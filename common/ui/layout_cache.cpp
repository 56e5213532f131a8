#include "ui/layout_cache.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <vector>

namespace dais::ui {
namespace {

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
    return seed ^ (value + 0x9E3779B97F4A7C15u + (seed << 6U) + (seed >> 2U));
}

// 64 bits over text and place: that two of some thousand texts share them will not happen in a lifetime.
std::uint64_t key_of(std::string_view text, float width, float first_indent, std::uint8_t face, bool wrap) {
    auto key = std::hash<std::string_view>{}(text);
    key = mixed(key, text.size());
    key = mixed(key, std::bit_cast<std::uint32_t>(width));
    key = mixed(key, std::bit_cast<std::uint32_t>(first_indent));
    return mixed(key, face * 2U + (wrap ? 1U : 0U));
}

}  // namespace

void LayoutCache::use_fonts(std::uint64_t build) {
    if (build == build_) return;
    build_ = build;
    kept_.clear();
}

const TextLayout& LayoutCache::get(std::string_view text, float width, float first_indent, std::uint8_t face,
                                   const Measure& measure, const LayoutOptions& options) {
    const auto key = key_of(text, width, first_indent, face, options.wrap);
    const auto found = kept_.find(key);
    if (found != kept_.end()) {
        found->second.used = ++clock_;
        return found->second.layout;
    }
    if (kept_.size() >= most) drop_old();
    ++laid_out_;
    auto& kept = kept_[key];
    kept.layout = lay_out(text, width, first_indent, measure, options);
    kept.used = ++clock_;
    return kept.layout;
}

void LayoutCache::drop_old() {
    std::vector<std::uint64_t> uses;
    uses.reserve(kept_.size());
    for (const auto& [key, kept] : kept_) uses.push_back(kept.used);
    const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
    std::nth_element(uses.begin(), middle, uses.end());
    std::erase_if(kept_, [limit = *middle](const auto& each) { return each.second.used < limit; });
}

}  // namespace dais::ui
