#include "record/masthead.hpp"

#include <set>

#include "base/text.hpp"
#include "record/attribution.hpp"
#include "record/body.hpp"
#include "record/moments.hpp"

namespace dais::record {
namespace {

class Lines {
  public:
    void add(std::string_view name, std::string_view text) {
        const auto words = base::trimmed(text);
        if (words.empty()) return;
        Block block;
        block.kind = BlockKind::masthead;
        block.name = name;
        block.text = words;
        blocks.push_back(std::move(block));
    }

    std::vector<Block> blocks;
};

std::string title_text(const HouseStyle& style, const meeting::Facts& facts, bool partial) {
    if (!facts.number) return (partial ? style.title_partial : style.title).fill({});
    const auto& form = partial ? style.title_partial_numbered : style.title_numbered;
    return form.fill({{"number", std::to_string(*facts.number)}, {"ordinal", ordinal(style, *facts.number)}});
}

std::string held_text(const HouseStyle& style, const meeting::Facts& facts) {
    const auto date = long_date(style, facts.date);
    const auto place = base::trimmed(facts.place);
    const auto time = facts.scheduled ? time_text(style, *facts.scheduled) : std::string();
    if (facts.mode == meeting::Mode::online) {
        const auto& form = facts.scheduled ? style.online_time : style.online;
        return form.fill({{"date", date}, {"time", time}, {"zone", facts.zone.long_name}});
    }
    if (facts.scheduled) {
        const auto& form = place.empty() ? style.held_time : style.held_place_time;
        return form.fill({{"place", place}, {"date", date}, {"time", time}});
    }
    return (place.empty() ? style.held : style.held_place).fill({{"place", place}, {"date", date}});
}

// The name of somebody who presided, with the office; empty for one without a name. Languages in which the
// title has an article in a sentence ("El Sr.") have none here.
std::string presiding_name(const meeting::Meeting& meeting, const HouseStyle& style,
                           const meeting::ChairTerm& term) {
    const auto* person = find_participant(meeting, term.who);
    if (person == nullptr || (person->family_name.empty() && person->given_name.empty())) return {};
    const auto name = name_of(*person);
    const std::string shown(person->title.empty() ? name : style.without_article(name));
    return with_affiliation(style, shown, term.office);
}

void add_chairs(Lines& lines, const meeting::Meeting& meeting, const HouseStyle& style) {
    const auto& chairs = meeting.proceedings.chairs;
    if (chairs.empty()) return;
    std::size_t first = 0;
    for (std::size_t i = 1; i < chairs.size() && meeting.proceedings.opened; ++i) {
        if (chairs[i].before_opening) first = i;
    }
    const std::string presiding(style.without_article(style.word(meeting.setup.record.presiding)));
    const auto name = presiding_name(meeting, style, chairs[first]);
    if (!name.empty()) lines.add("chair", style.chair.fill({{"presiding", presiding}, {"name", name}}));
    std::set<meeting::ParticipantId> named{chairs[first].who};
    for (std::size_t i = first + 1; i < chairs.size(); ++i) {
        if (chairs[i].before_opening || !named.insert(chairs[i].who).second) continue;
        const auto other = presiding_name(meeting, style, chairs[i]);
        if (!other.empty()) lines.add("later", style.later.fill({{"name", other}}));
    }
}

void add_contents(Lines& lines, const meeting::Meeting& meeting, const HouseStyle& style,
                  const std::vector<Block>& body) {
    std::set<meeting::AgendaItemId> listed;
    for (const auto& block : body) {
        if (block.kind != BlockKind::heading || block.item.empty()) continue;
        for (const auto& id : path_to(meeting.setup, block.item)) listed.insert(id);
    }
    if (listed.empty()) return;
    lines.add("contents", style.contents.fill({}));
    for (const auto& item : meeting.setup.agenda) {
        if (listed.count(item.id) == 0) continue;
        lines.add("item", item_text(style, item));
        lines.blocks.back().kind = BlockKind::contents;
        lines.blocks.back().item = item.id;
        lines.blocks.back().level = path_to(meeting.setup, item.id).size() - 1;
    }
}

}  // namespace

bool has_masthead(const meeting::Meeting& meeting) {
    const auto& facts = meeting.setup.facts;
    return facts.number || !base::trimmed(facts.symbol).empty();
}

bool is_partial(const meeting::Meeting& meeting, const Coverage& coverage) {
    const auto& rules = meeting.setup.record;
    return !rules.covers_start || !rules.covers_end || !rules.part.empty() || coverage.begin != nullptr ||
           coverage.end != nullptr;
}

std::vector<Block> masthead_of(const meeting::Meeting& meeting, const HouseStyle& style,
                               const Coverage& coverage, const std::vector<Block>& body) {
    const auto& facts = meeting.setup.facts;
    Lines lines;
    lines.add("organization", style.organization.fill({}));
    lines.add("symbol", facts.symbol);
    lines.add("treaty", facts.treaty);
    if (!facts.distribution.empty()) {
        const auto distribution = style.word(facts.distribution);
        lines.add("distribution", style.distribution.fill({{"distribution", distribution}}));
    }
    if (facts.issued) lines.add("issued", short_date(style, *facts.issued));
    lines.add("original", style.original.fill({}));
    lines.add("body", facts.body);
    lines.add("session", facts.session);
    lines.add("title", title_text(style, facts, is_partial(meeting, coverage)));
    lines.add("held", held_text(style, facts));
    add_chairs(lines, meeting, style);
    add_contents(lines, meeting, style, body);
    return std::move(lines.blocks);
}

}  // namespace dais::record
