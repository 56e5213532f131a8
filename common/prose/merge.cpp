#include "prose/merge.hpp"

#include <algorithm>
#include <optional>

#include "prose/hunks.hpp"

namespace dais::prose {
namespace {

// A stretch of the three texts, in pieces.
struct Region {
    enum class Changed : std::uint8_t { by_nobody, by_mine, by_theirs, by_both };
    Changed changed = Changed::by_nobody;
    Range base, mine, theirs;
};

std::size_t words_in(const Pieces& pieces, Range run) {
    const auto from = pieces.list.begin() + static_cast<std::ptrdiff_t>(run.from);
    return static_cast<std::size_t>(
        std::count_if(from, from + static_cast<std::ptrdiff_t>(run.size()),
                      [](const Piece& piece) { return piece.kind == Piece::Kind::word; }));
}

class Threefold {
  public:
    Threefold(std::string_view base, std::string_view mine, std::string_view theirs)
        : base_(base), mine_{Pieces(mine), {}, 0, 0}, theirs_{Pieces(theirs), {}, 0, 0} {
        mine_.hunks = hunks_of(base_, mine_.pieces);
        theirs_.hunks = hunks_of(base_, theirs_.pieces);
        find_regions();
    }

    [[nodiscard]] Conflict conflict() const {
        Conflict result;
        for (const auto& region : regions_) {
            if (region.changed != Region::Changed::by_both || agree(region)) continue;
            result.clashes.push_back({base_.bytes(region.base), mine_.pieces.bytes(region.mine),
                                      theirs_.pieces.bytes(region.theirs)});
        }
        return result;
    }

    [[nodiscard]] Merged merged(Side preferred) const {
        std::string text;
        std::vector<Moves::Stretch> moves;
        for (const auto& region : regions_) {
            const bool takes_theirs =
                region.changed == Region::Changed::by_theirs ||
                (region.changed == Region::Changed::by_both && preferred == Side::theirs && !agree(region));
            const auto from = text.size();
            text += takes_theirs ? theirs_of(region) : mine_of(region);
            moves.push_back({mine_.pieces.bytes(region.mine), {from, text.size()}, !takes_theirs});
        }
        return {std::move(text), Moves(std::move(moves))};
    }

  private:
    struct Author {
        Pieces pieces;
        std::vector<Hunk> hunks;
        std::size_t next = 0;  // the hunk that is looked at
        std::size_t done = 0;  // pieces of theirs before it that are in regions

        [[nodiscard]] const Hunk* hunk() const { return next < hunks.size() ? &hunks[next] : nullptr; }
    };

    [[nodiscard]] std::string_view mine_of(const Region& region) const {
        return part(mine_.pieces.text, mine_.pieces.bytes(region.mine));
    }
    [[nodiscard]] std::string_view theirs_of(const Region& region) const {
        return part(theirs_.pieces.text, theirs_.pieces.bytes(region.theirs));
    }
    [[nodiscard]] bool agree(const Region& region) const { return mine_of(region) == theirs_of(region); }

    [[nodiscard]] bool substitutes(const Author& author, const Hunk& hunk) const {
        const auto removed = words_in(base_, hunk.before);
        return removed > 0 && removed == words_in(author.pieces, hunk.after);
    }

    [[nodiscard]] bool conflict(const Hunk& mine, const Hunk& theirs) const {
        const auto& a = mine.before;
        const auto& b = theirs.before;
        if (a == b) return true;
        if (std::max(a.from, b.from) < std::min(a.to, b.to)) return true;
        if (a.empty() && b.from < a.from && a.from < b.to) return true;
        if (b.empty() && a.from < b.from && b.from < a.to) return true;
        const bool meet = a.to == b.from || b.to == a.from;
        return meet && !mine.after.empty() && !theirs.after.empty() && !substitutes(mine_, mine) &&
               !substitutes(theirs_, theirs);
    }

    // What is common up to `base_to`; then `base_to` is where the next change begins.
    void add_common(std::size_t base_to) {
        const auto size = base_to - base_done_;
        if (size > 0) {
            regions_.push_back({Region::Changed::by_nobody,
                                {base_done_, base_to},
                                {mine_.done, mine_.done + size},
                                {theirs_.done, theirs_.done + size}});
        }
        base_done_ = base_to;
        mine_.done += size;
        theirs_.done += size;
    }

    static bool begins_first(const Hunk* a, const Hunk* b) {
        if (a == nullptr || b == nullptr) return a != nullptr;
        return a->before.from != b->before.from ? a->before.from < b->before.from
                                                : a->before.to <= b->before.to;
    }

    // One region with all hunks that conflict with one another, beginning with the next.
    void add_change() {
        const Hunk* mine = nullptr;  // the last of each that is in it
        const Hunk* theirs = nullptr;
        std::size_t base_to = base_done_;
        const auto take = [&](Author& author, const Hunk*& last) {
            last = author.hunk();
            ++author.next;
            base_to = std::max(base_to, last->before.to);
        };
        if (begins_first(mine_.hunk(), theirs_.hunk())) {
            take(mine_, mine);
        } else {
            take(theirs_, theirs);
        }
        for (bool more = true; more;) {
            more = false;
            if (mine != nullptr && theirs_.hunk() != nullptr && conflict(*mine, *theirs_.hunk())) {
                take(theirs_, theirs);
                more = true;
            }
            if (theirs != nullptr && mine_.hunk() != nullptr && conflict(*mine_.hunk(), *theirs)) {
                take(mine_, mine);
                more = true;
            }
        }
        const auto end_of = [&](const Author& author, const Hunk* last) {
            return last == nullptr ? author.done + (base_to - base_done_)
                                   : last->after.to + (base_to - last->before.to);
        };
        Region region{mine == nullptr     ? Region::Changed::by_theirs
                      : theirs == nullptr ? Region::Changed::by_mine
                                          : Region::Changed::by_both,
                      {base_done_, base_to},
                      {mine_.done, end_of(mine_, mine)},
                      {theirs_.done, end_of(theirs_, theirs)}};
        base_done_ = base_to;
        mine_.done = region.mine.to;
        theirs_.done = region.theirs.to;
        regions_.push_back(region);
    }

    void find_regions() {
        while (mine_.hunk() != nullptr || theirs_.hunk() != nullptr) {
            const auto* first = begins_first(mine_.hunk(), theirs_.hunk()) ? mine_.hunk() : theirs_.hunk();
            add_common(first->before.from);
            add_change();
        }
        add_common(base_.size());
    }

    Pieces base_;
    Author mine_, theirs_;
    std::size_t base_done_ = 0;
    std::vector<Region> regions_;
};

}  // namespace

std::size_t Moves::operator()(std::size_t offset) const {
    if (stretches_.empty()) return 0;
    const auto found =
        std::lower_bound(stretches_.begin(), stretches_.end(), offset,
                         [](const Stretch& stretch, std::size_t at) { return stretch.from.to < at; });
    if (found == stretches_.end()) return stretches_.back().to.to;
    if (found->same) return found->to.from + (offset - found->from.from);
    return offset == found->from.from ? found->to.from : found->to.to;
}

base::Result<Merged, Conflict> merge(std::string_view base, std::string_view mine, std::string_view theirs) {
    const Threefold all(base, mine, theirs);
    auto conflict = all.conflict();
    if (!conflict.clashes.empty()) return conflict;
    return all.merged(Side::mine);
}

Merged merge_preferring(Side side, std::string_view base, std::string_view mine, std::string_view theirs) {
    return Threefold(base, mine, theirs).merged(side);
}

}  // namespace dais::prose
