#include "prose/hunks.hpp"

#include <algorithm>
#include <unordered_map>

namespace dais::prose {
namespace {

using Numbers = std::vector<std::size_t>;

// A run of pieces of each text.
struct Pair {
    Range a, b;
};

class Search {
  public:
    Search(const Pieces& a, const Pieces& b) : partner_(a.size(), none) {
        std::unordered_map<std::string_view, std::size_t> numbers;
        for (auto [pieces, list] : {std::pair{&a, &a_}, std::pair{&b, &b_}}) {
            list->reserve(pieces->size());
            for (std::size_t i = 0; i < pieces->size(); ++i) {
                list->push_back(numbers.try_emplace(pieces->at(i), numbers.size()).first->second);
            }
        }
        seen_.resize(numbers.size());
    }

    std::vector<Hunk> hunks() {
        align({{0, a_.size()}, {0, b_.size()}}, 0);
        std::vector<Hunk> found;
        std::size_t a = 0;
        std::size_t b = 0;
        for (std::size_t i = 0; i <= a_.size(); ++i) {
            if (i < a_.size() && partner_[i] == none) continue;
            const auto to = i < a_.size() ? partner_[i] : b_.size();
            if (a < i || b < to) found.push_back({{a, i}, {b, to}});
            a = i + 1;
            b = to + 1;
        }
        return found;
    }

    // What was put in or taken out goes to the right while the text stays the same.
    void slide(std::vector<Hunk>& hunks) const {
        for (std::size_t i = 0; i < hunks.size(); ++i) {
            auto& before = hunks[i].before;
            auto& after = hunks[i].after;
            const auto end = i + 1 < hunks.size() ? hunks[i + 1].before.from : a_.size();
            if (!before.empty() && !after.empty()) continue;
            const auto first = [&] { return before.empty() ? b_[after.from] : a_[before.from]; };
            while (before.to < end && a_[before.to] == first()) {
                ++before.from, ++before.to, ++after.from, ++after.to;
            }
        }
    }

  private:
    static constexpr auto none = static_cast<std::size_t>(-1);
    struct Seen {
        std::size_t times_a = 0, times_b = 0, in_b = 0;
    };

    void match(std::size_t a, std::size_t b) { partner_[a] = b; }

    void align(Pair pair, int cuts) {
        auto& [a, b] = pair;
        while (!a.empty() && !b.empty() && a_[a.from] == b_[b.from]) match(a.from++, b.from++);
        while (!a.empty() && !b.empty() && a_[a.to - 1] == b_[b.to - 1]) match(--a.to, --b.to);
        if (a.empty() || b.empty() || greedy(pair) || cuts == most_cuts) return;
        const auto anchors = chain(pair);
        if (anchors.empty()) return;
        Pair between = pair;
        for (const auto& [in_a, in_b] : anchors) {
            match(in_a, in_b);
            between.a.to = in_a;
            between.b.to = in_b;
            align(between, cuts + 1);
            between = {{in_a + 1, a.to}, {in_b + 1, b.to}};
        }
        align(between, cuts + 1);
    }

    // Myers, "An O(ND) difference algorithm and its variations", 1986, with the ways kept to walk back.
    bool greedy(Pair pair) {
        const auto n = static_cast<std::ptrdiff_t>(pair.a.size());
        const auto m = static_cast<std::ptrdiff_t>(pair.b.size());
        std::vector<std::ptrdiff_t> furthest(2 * most_edits + 3, 0);  // on each diagonal, in a
        const auto on = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
            return furthest[static_cast<std::size_t>(k + most_edits + 1)];
        };
        std::vector<std::vector<std::ptrdiff_t>> ways;
        for (std::ptrdiff_t d = 0; d <= most_edits; ++d) {
            ways.emplace_back(furthest.begin() + (most_edits + 1 - d),
                              furthest.begin() + (most_edits + 2 + d));
            for (auto k = -d; k <= d; k += 2) {
                auto x = k == -d || (k != d && on(k - 1) < on(k + 1)) ? on(k + 1) : on(k - 1) + 1;
                while (x < n && x - k < m && x - k >= 0 && number_a(pair, x) == number_b(pair, x - k)) ++x;
                on(k) = x;
                if (x >= n && x - k >= m) return walk_back(pair, ways), true;
            }
        }
        return false;
    }

    void walk_back(const Pair& pair, const std::vector<std::vector<std::ptrdiff_t>>& ways) {
        auto x = static_cast<std::ptrdiff_t>(pair.a.size());
        auto y = static_cast<std::ptrdiff_t>(pair.b.size());
        for (auto d = static_cast<std::ptrdiff_t>(ways.size()) - 1; d >= 0; --d) {
            // The furthest places before step d, of the diagonals -d to d; the outermost were not reached.
            const auto& way = ways[static_cast<std::size_t>(d)];
            const auto at = [&](std::ptrdiff_t k) { return way[static_cast<std::size_t>(k + d)]; };
            const auto k = x - y;
            std::ptrdiff_t from_x = 0;
            std::ptrdiff_t from_k = 0;
            if (d > 0) {
                from_k = k == -d || (k != d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
                from_x = at(from_k);
            }
            const auto from_y = from_x - from_k;
            while (x > from_x && y > from_y) {
                --x, --y;
                match(pair.a.from + static_cast<std::size_t>(x), pair.b.from + static_cast<std::size_t>(y));
            }
            x = from_x;
            y = from_y;
        }
    }

    // The pieces that occur once in each of the two, as the longest chain that stands in order in both.
    std::vector<std::pair<std::size_t, std::size_t>> chain(const Pair& pair) {
        for (auto i = pair.a.from; i < pair.a.to; ++i) ++seen_[a_[i]].times_a;
        for (auto i = pair.b.from; i < pair.b.to; ++i) ++seen_[b_[i]].times_b, seen_[b_[i]].in_b = i;
        std::vector<std::pair<std::size_t, std::size_t>> once;
        for (auto i = pair.a.from; i < pair.a.to; ++i) {
            const auto& piece = seen_[a_[i]];
            if (piece.times_a == 1 && piece.times_b == 1) once.emplace_back(i, piece.in_b);
        }
        // Only what was touched is wiped: there can be a thousand short stretches in a text of many words.
        for (auto i = pair.a.from; i < pair.a.to; ++i) seen_[a_[i]] = {};
        for (auto i = pair.b.from; i < pair.b.to; ++i) seen_[b_[i]] = {};
        return longest_rising(once);
    }

    static std::vector<std::pair<std::size_t, std::size_t>> longest_rising(
        const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
        Numbers ends;  // of the chains of each length, the one that ends lowest, as an index of `pairs`
        Numbers before(pairs.size(), none);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::lower_bound(
                ends.begin(), ends.end(), pairs[i].second,
                [&](std::size_t index, std::size_t value) { return pairs[index].second < value; });
            if (place != ends.begin()) before[i] = *(place - 1);
            if (place == ends.end()) {
                ends.push_back(i);
            } else {
                *place = i;
            }
        }
        std::vector<std::pair<std::size_t, std::size_t>> result;
        for (auto i = ends.empty() ? none : ends.back(); i != none; i = before[i]) result.push_back(pairs[i]);
        std::reverse(result.begin(), result.end());
        return result;
    }

    std::size_t number_a(const Pair& pair, std::ptrdiff_t at) const {
        return a_[pair.a.from + static_cast<std::size_t>(at)];
    }
    std::size_t number_b(const Pair& pair, std::ptrdiff_t at) const {
        return b_[pair.b.from + static_cast<std::size_t>(at)];
    }

    Numbers a_, b_;  // the pieces as numbers: the same text, the same number
    std::vector<Seen> seen_;
    Numbers partner_;  // in b, of each piece of a
};

}  // namespace

std::vector<Hunk> hunks_of(const Pieces& before, const Pieces& after) {
    Search search(before, after);
    auto found = search.hunks();
    search.slide(found);
    std::vector<Hunk> hunks;
    for (const auto& hunk : found) {
        const auto is_space = [&](std::size_t i) { return before.list[i].kind == Piece::Kind::space; };
        if (!hunks.empty()) {
            const auto end = hunks.back().before.to;
            const auto between = hunk.before.from - end;
            if (between == 0 || (between == 1 && is_space(end))) {
                hunks.back().before.to = hunk.before.to;
                hunks.back().after.to = hunk.after.to;
                continue;
            }
        }
        hunks.push_back(hunk);
    }
    return hunks;
}

}  // namespace dais::prose
