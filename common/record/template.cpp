#include "record/template.hpp"

#include <algorithm>

namespace dais::record {
namespace {

// The full stops of the six languages: all but Chinese have the same.
constexpr std::string_view full_stops[] = {".", "。"};

bool doubles_a_stop(std::string_view before, std::string_view after, std::size_t& length) {
    for (const auto stop : full_stops) {
        length = stop.size();
        if (before.ends_with(stop) && after.starts_with(stop)) return true;
    }
    return false;
}

std::string listed(const std::vector<std::string_view>& slots) {
    std::string text;
    for (const auto slot : slots) text += (text.empty() ? "{" : ", {") + std::string(slot) + "}";
    return text.empty() ? "none" : text;
}

}  // namespace

base::Result<Template> Template::parse(std::string_view text, const std::vector<std::string_view>& slots) {
    Template result;
    while (!text.empty()) {
        const auto brace = text.find_first_of("{}");
        if (brace != 0) result.pieces_.push_back({false, std::string(text.substr(0, brace))});
        if (brace == std::string_view::npos) break;
        const auto close = text.find_first_of("{}", brace + 1);
        if (text[brace] == '}' || close == std::string_view::npos || text[close] == '{') {
            return base::Error{"bad_template", "there is a brace without its partner"};
        }
        const auto name = text.substr(brace + 1, close - brace - 1);
        if (std::find(slots.begin(), slots.end(), name) == slots.end()) {
            return base::Error{"unknown_slot", "there is no slot {" + std::string(name) +
                                                   "} here; expected: " + listed(slots)};
        }
        result.pieces_.push_back({true, std::string(name)});
        text.remove_prefix(close + 1);
    }
    return result;
}

std::string Template::fill(std::initializer_list<SlotValue> values) const {
    std::string text;
    bool after_slot = false;
    for (const auto& piece : pieces_) {
        if (piece.slot) {
            for (const auto& [name, value] : values) {
                if (name == piece.text) text += value;
            }
        } else {
            std::string_view rest = piece.text;
            std::size_t length = 0;
            if (after_slot && doubles_a_stop(text, rest, length)) rest.remove_prefix(length);
            text += rest;
        }
        after_slot = piece.slot;
    }
    return text;
}

}  // namespace dais::record
