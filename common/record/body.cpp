#include "record/body.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "record/attribution.hpp"
#include "record/moments.hpp"

namespace dais::record {
namespace {

using meeting::Place;
using meeting::TextKind;
using meeting::TimelineItem;

// Walks the timeline and writes blocks. Numbers are given while writing, so they follow the order of the
// record.
class Writer {
  public:
    Writer(const meeting::Meeting& meeting, const HouseStyle& style, const Coverage& coverage)
        : meeting_(meeting), style_(style), coverage_(coverage), stated_(stated_links(meeting, coverage)) {}

    std::vector<Block> write() {
        if (coverage_.began) {
            sentence("coverage_began", style_.coverage_began.fill({{"time", time(*coverage_.began)}}),
                     *coverage_.began);
            for (const auto& id : coverage_.open_items) agenda_heading(id, *coverage_.began);
        }
        for (std::size_t i = 0; i < meeting_.timeline.size(); ++i) {
            if (coverage_.covered[i]) place(meeting_.timeline[i]);
        }
        if (coverage_.ended) {
            sentence("coverage_ended", style_.coverage_ended.fill({{"time", time(*coverage_.ended)}}),
                     *coverage_.ended);
        }
        bring_opening_before_headings();
        return std::move(blocks_);
    }

  private:
    [[nodiscard]] std::string time(base::Instant at) const {
        return time_text(style_, meeting_.setup.facts.zone, at);
    }

    Block& add(BlockKind kind, std::string text) {
        Block block;
        block.kind = kind;
        block.text = std::move(text);
        return blocks_.emplace_back(std::move(block));
    }

    void sentence(std::string_view name, std::string text, base::Instant at) {
        auto& block = add(BlockKind::sentence, std::move(text));
        block.name = name;
        block.at = at;
    }

    void place(const TimelineItem& item) {
        switch (item.place) {
            case Place::intervention:
                return intervention(meeting::InterventionId{item.ref});
            case Place::text:
                return standing_text(meeting::TextId{item.ref}, item.at);
            case Place::item:
                return agenda_heading(item.item, item.at);
            case Place::opening:
                return opening(item.at);
            case Place::suspension:
                return suspension(item.ref);
            case Place::ending:
                return ending(item.at);
            case Place::chair:
                return chair(item.ref);
            case Place::coverage_begin:
            case Place::coverage_end:
                return;
        }
    }

    void opening(base::Instant at) {
        const auto& rules = meeting_.setup.record;
        const auto when = time(at);
        if (coverage_.began) return;
        if (!rules.covers_start) {
            return sentence("coverage_began", style_.coverage_began.fill({{"time", when}}), at);
        }
        if (rules.part.empty()) return sentence("opened", style_.opened.fill({{"time", when}}), at);
        sentence("opened", style_.opened_part.fill({{"time", when}, {"part", style_.word(rules.part)}}), at);
    }

    void ending(base::Instant at) {
        const auto& rules = meeting_.setup.record;
        const auto when = time(at);
        if (coverage_.ended) return;
        if (!rules.covers_end) {
            return sentence("coverage_ended", style_.coverage_ended.fill({{"time", when}}), at);
        }
        if (rules.part.empty()) return sentence("rose", style_.rose.fill({{"time", when}}), at);
        sentence("rose", style_.rose_part.fill({{"time", when}, {"part", style_.word(rules.part)}}), at);
    }

    void suspension(std::uint64_t index) {
        if (index >= meeting_.proceedings.suspensions.size()) return;
        const auto& suspension = meeting_.proceedings.suspensions[index];
        const auto from = time(suspension.at);
        if (!suspension.resumed) {
            return sentence("suspended", style_.suspended.fill({{"suspended", from}}), suspension.at);
        }
        const auto to = time(*suspension.resumed);
        sentence("suspended", style_.suspended_resumed.fill({{"suspended", from}, {"resumed", to}}),
                 suspension.at);
    }

    void chair(std::uint64_t index) {
        const auto& chairs = meeting_.proceedings.chairs;
        if (index >= chairs.size() || !chairs[index].by_taking) return;
        const auto& term = chairs[index];
        const auto* person = find_participant(meeting_, term.who);
        if (person == nullptr) return;
        const bool back = index > 0 && chairs.front().who == term.who;
        const auto name = with_affiliation(style_, name_of(*person), term.office);
        sentence("chair", (back ? style_.resumed_chair : style_.took_chair).fill({{"name", name}}),
                 term.since);
    }

    void agenda_heading(const meeting::AgendaItemId& id, base::Instant at) {
        const auto* item = find_item(meeting_.setup, id);
        if (item == nullptr) return;
        auto text = item_text(style_, *item);
        if (!item->documents.empty()) {
            const auto documents = base::join(item->documents, style_.document_separator.fill({}));
            text = style_.documents.fill({{"heading", text}, {"documents", documents}});
        }
        auto& block = add(BlockKind::heading, std::move(text));
        block.item = id;
        block.level = path_to(meeting_.setup, id).size() - 1;
        block.at = at;
    }

    // A note, heading or decision, in the timeline or among the blocks of an intervention.
    void standing_text(meeting::TextId id, base::Instant at) {
        const auto* text = find_text(meeting_, id);
        if (text == nullptr || text->removed || text->revisions.empty()) return;
        std::string words(base::trimmed(text->revisions.back().text));
        const bool decision = text->kind == TextKind::decision;
        if (decision && words.empty()) words = style_.decided.fill({});
        auto kind = decision ? BlockKind::decision : BlockKind::note;
        if (text->kind == TextKind::heading) kind = BlockKind::heading;
        auto& block = add(kind, std::move(words));
        block.source = id;
        block.at = at;
        if (kind == BlockKind::note && text->numbered) block.number = ++last_number_;
        if (decision && meeting_.setup.record.number_decisions) block.number = ++last_number_;
    }

    void intervention(meeting::InterventionId id) {
        const auto* intervention = find_intervention(meeting_, id);
        if (intervention == nullptr) return;
        bool first = true;
        for (const auto text_id : intervention->blocks) {
            const auto* text = find_text(meeting_, text_id);
            if (text == nullptr || text->removed || text->revisions.empty()) continue;
            if (text->kind == TextKind::paragraph) {
                paragraph(*intervention, *text, std::exchange(first, false));
            } else {
                standing_text(text_id, text->revisions.front().at);
                blocks_.back().intervention = id;
            }
        }
    }

    void paragraph(const meeting::Intervention& intervention, const meeting::RecordText& text, bool first) {
        const bool states = stated_.count(intervention.id.value) != 0;
        std::string before(base::trimmed(text.attribution));
        if (before.empty() && first) before = attribution_of(meeting_, style_, intervention, states);
        const std::string words(base::trimmed(text.revisions.back().text));
        auto& block = add(BlockKind::paragraph, before.empty() ? words : attributed(style_, before, words));
        block.attribution_bytes = before.size();
        block.number = ++last_number_;
        block.intervention = intervention.id;
        block.source = text.id;
        block.at = intervention.timing.began;
    }

    // A clerk may put a heading where the meeting is not open yet; the opening still comes before it.
    void bring_opening_before_headings() {
        const auto heading = std::find_if(blocks_.begin(), blocks_.end(), [](const Block& block) {
            return block.kind == BlockKind::heading;
        });
        const auto opening = std::find_if(heading, blocks_.end(), [](const Block& block) {
            return block.name == "opened" || block.name == "coverage_began";
        });
        if (opening != blocks_.end()) std::rotate(heading, opening, std::next(opening));
    }

    const meeting::Meeting& meeting_;
    const HouseStyle& style_;
    const Coverage& coverage_;
    std::unordered_set<std::uint64_t> stated_;
    std::vector<Block> blocks_;
    std::uint32_t last_number_ = 0;
};

}  // namespace

std::vector<Block> body_of(const meeting::Meeting& meeting, const HouseStyle& style,
                           const Coverage& coverage) {
    return Writer(meeting, style, coverage).write();
}

std::string item_text(const HouseStyle& style, const meeting::AgendaItem& item) {
    const auto title = base::trimmed(item.title);
    auto text = item.number
                    ? style.numbered_item.fill({{"number", std::to_string(*item.number)}, {"title", title}})
                    : style.plain_item.fill({{"title", title}});
    if (item.continued) text = style.continued.fill({{"heading", text}});
    if (item.concluded) text = style.concluded.fill({{"heading", text}});
    return text;
}

}  // namespace dais::record
