#include "clerk-station/record_rows.hpp"

#include <fmt/format.h>

#include <numeric>

#include "clerk-station/status.hpp"
#include "clerk-station/two_wordings.hpp"

namespace dais::clerk_station {
namespace {

bool passes(const meeting::RecordText& text, RecordFilter filter) {
    switch (filter) {
        case RecordFilter::all:
            return true;
        case RecordFilter::drafts:
            return text.status == meeting::Status::draft && text.kind != meeting::TextKind::decision;
        case RecordFilter::changed:
            break;
    }
    return has_changed(text);
}

// Number and attribution, with what parts them from the text: nothing before a comma, say.
std::string before_text(const record::Block& block, std::string_view text) {
    std::string before = block.number ? fmt::format("{}. ", *block.number) : std::string();
    if (block.attribution_bytes == 0) return before;
    if (std::string_view(block.text).ends_with(text)) {
        before += block.text.substr(0, block.text.size() - text.size());
    } else {
        before += block.text.substr(0, block.attribution_bytes) + " ";
    }
    return before;
}

void add(std::string& words, std::string_view more) {
    if (more.empty()) return;
    if (!words.empty()) words += " · ";
    words += more;
}

}  // namespace

std::vector<std::size_t> blocks_shown(const ui::Model& model, RecordFilter filter) {
    if (!model.preview) return {};
    const auto& blocks = model.preview->record.blocks;
    std::vector<std::size_t> shown;
    if (filter == RecordFilter::all) {
        shown.resize(blocks.size());
        std::iota(shown.begin(), shown.end(), std::size_t{0});
        return shown;
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* text = meeting::find_text(model.meeting, blocks[i].source);
        if (text != nullptr && passes(*text, filter)) shown.push_back(i);
    }
    return shown;
}

std::string text_of(const record::Block& block) {
    return block.number ? fmt::format("{}. {}", *block.number, block.text) : block.text;
}

Below below(const ui::Model& model, const meeting::RecordText& text, bool chosen, bool unfinished) {
    Below result;
    auto stage = stage_of(model, text, unfinished);
    if (stage == Stage::none && chosen) stage = Stage::on_the_record;
    result.sign =
        stage == Stage::none && text.status == meeting::Status::final ? ui::State::good : sign_of(stage);
    result.words = word_of(stage);
    auto status = status_words(text);
    if (status.empty() && chosen) status = "draft";
    add(result.words, status);
    if (chosen) {
        const auto& last = text.revisions.back();
        add(result.words, fmt::format("wording {} by {}, {}", text.revisions.size(), last.author,
                                      ui::hour(model.meeting.setup.facts.zone, last.at)));
    }
    return result;
}

const ui::MarkedText& Changes::of(const record::Block& block, const meeting::RecordText& text) {
    const auto from = seen_revision(text);
    auto before = before_text(block, text.revisions.back().text);
    const auto found = kept_.find(text.id.value);
    if (found != kept_.end() && found->second.from == from && found->second.to == text.revisions.size() &&
        found->second.before == before)
        return found->second.marked;
    if (kept_.size() >= most) kept_.clear();
    ++compared_;
    auto changes = marked(text.revisions[from - 1].text, text.revisions.back().text);
    ui::MarkedText all;
    all.text = before + changes.text;
    for (auto passage : changes.passages) {
        passage.from += before.size();
        passage.to += before.size();
        all.passages.push_back(passage);
    }
    auto& kept = kept_[text.id.value];
    kept = {from, text.revisions.size(), std::move(before), std::move(all)};
    return kept.marked;
}

}  // namespace dais::clerk_station
