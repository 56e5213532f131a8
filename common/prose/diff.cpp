#include "prose/diff.hpp"

#include "prose/hunks.hpp"

namespace dais::prose {

std::vector<Passage> diff(std::string_view before, std::string_view after) {
    const Pieces a(before);
    const Pieces b(after);
    std::vector<Passage> passages;
    Range in_a;
    Range in_b;
    const auto add = [&](Passage::Kind kind, std::size_t to_a, std::size_t to_b) {
        in_a.to = to_a;
        in_b.to = to_b;
        if (!in_a.empty() || !in_b.empty()) passages.push_back({kind, in_a, in_b});
        in_a.from = to_a;
        in_b.from = to_b;
    };
    for (const auto& hunk : hunks_of(a, b)) {
        const auto old_bytes = a.bytes(hunk.before);
        const auto new_bytes = b.bytes(hunk.after);
        add(Passage::Kind::kept, old_bytes.from, new_bytes.from);
        add(Passage::Kind::removed, old_bytes.to, new_bytes.from);
        add(Passage::Kind::added, old_bytes.to, new_bytes.to);
    }
    add(Passage::Kind::kept, before.size(), after.size());
    return passages;
}

}  // namespace dais::prose
