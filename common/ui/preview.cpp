#include "ui/preview.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "record/attribution.hpp"
#include "record/coverage.hpp"

namespace dais::ui {
namespace {

using meeting::Place;

void find_blocks(Preview& preview) {
    const auto& blocks = preview.record.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].source) preview.block_of[blocks[i].source] = i;
    }
}

std::uint64_t look_of(const meeting::Meeting& meeting, const record::Block& block) {
    const auto mixed = [](std::uint64_t sum, std::uint64_t more) {
        return (sum ^ more) * 0x9E37'79B9'7F4A'7C15U + (sum >> 29U);
    };
    auto look = static_cast<std::uint64_t>(std::hash<std::string_view>{}(block.text));
    look = mixed(look, static_cast<std::uint64_t>(block.kind));
    // Of a number only how wide it is, about: one more before it leaves the others where they are.
    look = mixed(look, block.number ? std::to_string(*block.number).size() : 0);
    const auto* text = find_text(meeting, block.source);
    if (text == nullptr) return look;
    look = mixed(look, static_cast<std::uint64_t>(text->status));
    return mixed(look, text->status_revision * (std::uint64_t{1} << 32U) + text->revisions.size());
}

// The numbers grow along the timeline, so the next one of an intervention follows from what stands before it.
void number(const meeting::Meeting& meeting, Preview& preview) {
    std::uint32_t last = 0;
    const auto pass = [&](meeting::TextId id) {
        const auto at = preview.block_of.find(id);
        if (at == preview.block_of.end()) return;
        if (const auto number = preview.record.blocks[at->second].number) last = std::max(last, *number);
    };
    for (const auto& item : meeting.timeline) {
        if (item.place == Place::text) pass(meeting::TextId{item.ref});
        if (item.place != Place::intervention) continue;
        const auto* intervention = find_intervention(meeting, meeting::InterventionId{item.ref});
        if (intervention == nullptr) continue;
        for (const auto id : intervention->blocks) pass(id);
        preview.next_number[intervention->id] = last + 1;
    }
}

void attribute(const meeting::Meeting& meeting, const record::HouseStyle& style, Preview& preview) {
    const auto coverage = record::coverage_of(meeting);
    const auto links = record::links_to_state(meeting, coverage);
    for (const auto& intervention : meeting.interventions) {
        if (intervention.undone) continue;
        preview.attribution[intervention.id] =
            record::attribution_of(meeting, style, intervention, links.contains(intervention.id.value));
    }
}

}  // namespace

std::shared_ptr<const Preview> PreviewMaker::make(const meeting::Meeting& meeting) {
    if (!style_ || style_text_ != meeting.setup.style) {
        auto style = record::HouseStyle::from(meeting.setup.style);
        if (!style) return nullptr;
        style_text_ = meeting.setup.style;
        style_ = *std::move(style);
    }
    auto preview = std::make_shared<Preview>();
    preview->record = record::make_record(meeting, *style_);
    find_blocks(*preview);
    for (const auto& block : preview->record.blocks) preview->looks.push_back(look_of(meeting, block));
    number(meeting, *preview);
    attribute(meeting, *style_, *preview);
    return preview;
}

}  // namespace dais::ui
