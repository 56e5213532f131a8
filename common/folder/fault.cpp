#include "folder/fault.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dais::folder {
std::string to_text(const Fault& fault) {
    std::string text = fault.file;
    if (fault.place.line != 0) text += ":" + std::to_string(fault.place.line);
    if (fault.place.line != 0 && fault.place.column != 0) text += ":" + std::to_string(fault.place.column);
    text += fault.severity == Severity::error ? ": error: " : ": warning: ";
    return text + fault.message;
}

void Faults::add(Fault fault) {
    auto& count = fault.severity == Severity::error ? errors_ : warnings_;
    if (++count <= limit) kept_.push_back(std::move(fault));
}

std::vector<Fault> Faults::list() const {
    std::map<std::string, std::size_t> order;  // files in the order in which they were read
    for (const auto& fault : kept_) order.try_emplace(fault.file, order.size());
    auto sorted = kept_;
    const auto key = [&](const Fault& fault) {
        return std::tuple(order.at(fault.file), fault.place.line, fault.place.column);
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Fault& a, const Fault& b) { return key(a) < key(b); });
    const std::string file = sorted.empty() ? "" : sorted.back().file;
    if (errors_ > limit) sorted.push_back({file, {}, Severity::error, "and more errors"});
    if (warnings_ > limit) {
        sorted.push_back({file, {}, Severity::warning, "and more warnings"});
    }
    return sorted;
}

}  // namespace dais::folder
