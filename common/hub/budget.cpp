#include "hub/budget.hpp"

#include <algorithm>

namespace dais::hub {
namespace {

constexpr std::uint64_t most = std::uint64_t{budget_at_once} * 1000;

}  // namespace

bool Budgets::spend(const std::string& user, std::uint32_t cost, base::Instant now) {
    auto& budget = budgets_[user];
    const auto passed = std::clamp<std::int64_t>((now - budget.filled).count(), 0, 3'600'000);
    budget.filled = now;
    budget.left = std::min(most, budget.left + static_cast<std::uint64_t>(passed) * budget_a_second);
    const auto wanted = std::uint64_t{cost} * 1000;
    const bool enough = budget.left >= wanted;
    budget.left = enough ? budget.left - wanted : 0;
    return enough;
}

void Budgets::give_back(const std::string& user, std::uint32_t cost) {
    auto& budget = budgets_[user];
    budget.left = std::min(most, budget.left + std::uint64_t{cost} * 1000);
}

}  // namespace dais::hub
