// Two clerks at one paragraph: what holds whatever they do.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "prose/diff.hpp"
#include "prose/merge.hpp"
#include "prose/wordings.hpp"

namespace dais::prose {
namespace {

RC_GTEST_PROP(MergeProperty, who_changed_nothing_gets_the_other_wording, ()) {
    const auto base = *rc::gen::oneOf(wordings(), ui::rough_texts(), ui::damaged_texts());
    const auto text = *rc::gen::element<int>(0, 1) == 0 ? reworded(base) : *ui::rough_texts();
    const auto mine = merge(base, text, base);
    const auto theirs = merge(base, base, text);
    const auto both = merge(base, text, text);
    RC_ASSERT(mine.ok());
    RC_ASSERT(theirs.ok());
    RC_ASSERT(both.ok());
    RC_ASSERT(mine->text == text);
    RC_ASSERT(theirs->text == text);
    RC_ASSERT(both->text == text);
    for (std::size_t at = 0; at <= text.size(); ++at) {
        RC_ASSERT(mine->from_mine(at) == at);
        RC_ASSERT(both->from_mine(at) == at);
    }
}

RC_GTEST_PROP(MergeProperty, exchanging_the_two_gives_the_same, ()) {
    const auto base = *wordings();
    const auto a = reworded(base);
    const auto b = reworded(base);
    const auto one = merge(base, a, b);
    const auto other = merge(base, b, a);
    RC_ASSERT(one.ok() == other.ok());
    RC_CLASSIFY(one.ok());
    if (one) {
        RC_ASSERT(one->text == other->text);
    } else {
        const auto& clashes = one.error().clashes;
        RC_ASSERT(clashes.size() == other.error().clashes.size());
        for (std::size_t i = 0; i < clashes.size(); ++i) {
            const auto& clash = other.error().clashes[i];
            RC_ASSERT(clashes[i] == (Clash{clash.base, clash.theirs, clash.mine}));
        }
    }
    RC_ASSERT(merge_preferring(Side::mine, base, a, b).text ==
              merge_preferring(Side::theirs, base, b, a).text);
}

RC_GTEST_PROP(MergeProperty, nothing_that_either_typed_is_lost, ()) {
    const auto base = *wordings();
    const auto a = reworded(base);
    const auto b = reworded(base);
    const auto merged = merge(base, a, b);
    if (!merged) {
        RC_ASSERT(!merged.error().clashes.empty());
        return;
    }
    for (const auto* typed : {&a, &b}) {
        for (const auto& passage : diff(base, *typed)) {
            if (passage.kind != Passage::Kind::added) continue;
            RC_ASSERT(merged->text.find(part(*typed, passage.after)) != std::string::npos);
        }
    }
}

RC_GTEST_PROP(MergeProperty, the_way_of_a_caret_rises_and_keeps_to_what_was_typed, ()) {
    const auto base = *wordings();
    const auto mine = reworded(base);
    const auto merged = merge_preferring(Side::mine, base, mine, reworded(base));
    std::size_t last = 0;
    for (std::size_t at = 0; at <= mine.size(); ++at) {
        const auto now = merged.from_mine(at);
        RC_ASSERT(now >= last);
        RC_ASSERT(now <= merged.text.size());
        last = now;
    }
    for (const auto& passage : diff(base, mine)) {
        if (passage.kind != Passage::Kind::added) continue;
        const auto end = merged.from_mine(passage.after.to);
        RC_ASSERT(end >= passage.after.size());
        RC_ASSERT(merged.text.substr(end - passage.after.size(), passage.after.size()) ==
                  part(mine, passage.after));
    }
}

RC_GTEST_PROP(MergeProperty, clashes_lie_in_order_in_all_three, ()) {
    const auto base = *wordings();
    const auto mine = reworded(base);
    const auto theirs = reworded(base);
    const auto merged = merge(base, mine, theirs);
    if (merged) return;
    Clash last;
    for (const auto& clash : merged.error().clashes) {
        RC_ASSERT(part(mine, clash.mine) != part(theirs, clash.theirs));
        RC_ASSERT(clash.base.from >= last.base.to && clash.base.to <= base.size());
        RC_ASSERT(clash.mine.from >= last.mine.to && clash.mine.to <= mine.size());
        RC_ASSERT(clash.theirs.from >= last.theirs.to && clash.theirs.to <= theirs.size());
        last = clash;
    }
}

}  // namespace
}  // namespace dais::prose
