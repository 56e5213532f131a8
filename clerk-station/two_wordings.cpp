#include "clerk-station/two_wordings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "meeting/limits.hpp"
#include "meeting/refusal.hpp"
#include "prose/diff.hpp"

namespace dais::clerk_station {
namespace {

// One after the other, with a space between them where neither brings one.
void append_both(std::string& text, std::string_view theirs, std::string_view mine) {
    text += theirs;
    const bool parted = theirs.empty() || mine.empty() || theirs.back() == ' ' || mine.front() == ' ';
    if (!parted) text += ' ';
    text += mine;
}

bool too_long(const std::string& text) {
    return text.size() > meeting::max_text_bytes;
}

std::optional<Again> revised_again(const meeting::Meeting& meeting, std::uint64_t request,
                                   const meeting::Revise& revise) {
    const auto wordings = wordings_of(meeting, revise.paragraph, revise.base.value_or(0), revise.text);
    if (!wordings) return std::nullopt;
    auto merged = together(*wordings);
    if (!merged) return std::nullopt;
    return Again{request, meeting::Revise{revise.paragraph, std::move(merged->text), wordings->stands}};
}

// A choice that came second: what stands now is changed as little as the choice meant, and the wording that
// was not chosen enters the history all the same.
std::optional<Again> settled_again(const meeting::Meeting& meeting, std::uint64_t request,
                                   const meeting::Settle& settle) {
    const auto wordings = wordings_of(meeting, settle.paragraph, settle.base.value_or(0), settle.text);
    if (!wordings) return std::nullopt;
    auto merged = together(*wordings);
    if (!merged) return std::nullopt;
    return Again{request,
                 meeting::Settle{settle.paragraph, std::move(merged->text), settle.other, wordings->stands}};
}

}  // namespace

std::optional<TwoWordings> wordings_of(const meeting::Meeting& meeting, meeting::TextId text,
                                       std::uint32_t base, const std::string& mine) {
    const auto* found = meeting::find_text(meeting, text);
    if (found == nullptr || found->removed || base == 0) return std::nullopt;
    const auto& revisions = found->revisions;
    if (base >= revisions.size()) return std::nullopt;
    const auto& last = revisions.back();
    return TwoWordings{text,        revisions[base - 1].text,
                       mine,        last.text,
                       last.author, static_cast<std::uint32_t>(revisions.size())};
}

std::optional<prose::Merged> together(const TwoWordings& wordings) {
    auto merged = prose::merge(wordings.began, wordings.mine, wordings.theirs);
    if (!merged || too_long(merged->text)) return std::nullopt;
    return *std::move(merged);
}

ui::MarkedText marked(const std::string& before, const std::string& after) {
    ui::MarkedText text;
    for (const auto& passage : prose::diff(before, after)) {
        switch (passage.kind) {
            case prose::Passage::Kind::kept:
                text.append(prose::part(after, passage.after));
                break;
            case prose::Passage::Kind::removed:
                text.append(prose::part(before, passage.before), ui::MarkedText::Mark::removed);
                break;
            case prose::Passage::Kind::added:
                text.append(prose::part(after, passage.after), ui::MarkedText::Mark::added);
                break;
        }
    }
    return text;
}

std::string with_theirs(const TwoWordings& wordings) {
    auto text =
        prose::merge_preferring(prose::Side::theirs, wordings.began, wordings.mine, wordings.theirs).text;
    return too_long(text) ? wordings.theirs : text;
}

std::string with_mine(const TwoWordings& wordings) {
    auto text =
        prose::merge_preferring(prose::Side::mine, wordings.began, wordings.mine, wordings.theirs).text;
    return too_long(text) ? wordings.mine : text;
}

std::string with_both(const TwoWordings& wordings) {
    const auto merged = prose::merge(wordings.began, wordings.mine, wordings.theirs);
    if (merged) return merged->text;
    std::string text;
    prose::Clash done;  // up to its ends all is in the text
    const auto between = [&](const prose::Clash& next) {
        const auto piece = [](std::string_view whole, prose::Range before, prose::Range after) {
            return whole.substr(before.to, after.from - before.to);
        };
        text += prose::merge_preferring(prose::Side::mine, piece(wordings.began, done.base, next.base),
                                        piece(wordings.mine, done.mine, next.mine),
                                        piece(wordings.theirs, done.theirs, next.theirs))
                    .text;
        done = next;
    };
    for (const auto& clash : merged.error().clashes) {
        between(clash);
        append_both(text, prose::part(wordings.theirs, clash.theirs), prose::part(wordings.mine, clash.mine));
    }
    const auto end = [](const std::string& whole) { return prose::Range{whole.size(), whole.size()}; };
    between({end(wordings.began), end(wordings.mine), end(wordings.theirs)});
    return text;
}

meeting::Command choose_theirs(const TwoWordings& wordings) {
    return meeting::Settle{wordings.text, with_theirs(wordings), std::string(base::trimmed(wordings.mine)),
                           wordings.stands};
}

// Theirs stands, and so is in the history already, under its author's name.
meeting::Command choose_mine(const TwoWordings& wordings) {
    return meeting::Revise{wordings.text, std::string(base::trimmed(with_mine(wordings))), wordings.stands};
}

bool came_second(const ui::UnplacedText& text) {
    return text.word == meeting::word(meeting::Reason::paragraph_has_changed);
}

std::optional<Again> asked_again(const meeting::Meeting& meeting, const ui::UnplacedText& refused) {
    if (!came_second(refused)) return std::nullopt;
    if (const auto* revise = std::get_if<meeting::Revise>(&refused.command))
        return revised_again(meeting, refused.request, *revise);
    if (const auto* settle = std::get_if<meeting::Settle>(&refused.command))
        return settled_again(meeting, refused.request, *settle);
    return std::nullopt;
}

}  // namespace dais::clerk_station
