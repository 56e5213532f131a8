#include "clerk-station/find_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

constexpr const char* where = "find.replace";
constexpr int least_field = 120;  // pixels: a word of some length is read whole

// The texts found, as they stand in the record; those that it does not print yet come last.
std::vector<meeting::TextId> in_order(const ui::Model& model, const Finding& finding) {
    std::vector<std::pair<std::size_t, meeting::TextId>> all;
    for (const auto& [id, places] : finding.found()) {
        std::size_t block = ~std::size_t{0};
        if (model.preview) {
            const auto at = model.preview->block_of.find(id);
            if (at != model.preview->block_of.end()) block = at->second;
        }
        all.emplace_back(block, id);
    }
    std::sort(all.begin(), all.end());
    std::vector<meeting::TextId> ids;
    ids.reserve(all.size());
    for (const auto& [block, id] : all) ids.push_back(id);
    return ids;
}

}  // namespace

float FindBar::height(ui::Ui& ui) const {
    if (!open_) return 0;
    const float lines = replaces_ ? 2 : 1;
    return ui.px(lines * (ui::target + 6)) + ui.line(ui::Face::small) + ui.px(8);
}

std::optional<meeting::TextId> FindBar::step(const ui::Model& model, int by) {
    const auto ids = in_order(model, finding_);
    if (ids.empty()) return std::nullopt;
    if (!at_ || *at_ >= ids.size()) {
        at_ = by > 0 ? 0 : ids.size() - 1;
    } else {
        at_ = by > 0 ? (*at_ + 1) % ids.size() : (*at_ + ids.size() - 1) % ids.size();
    }
    return ids[*at_];
}

void FindBar::replace(const ui::Model& model, ui::Sink& sink) {
    if (!finding_.is_done(model.meeting)) {
        said_ = "The record is still being searched";
        return;
    }
    auto plan = finding_.replace_all(model.meeting, {by_.edit.text(), !exact_});
    if (!plan.trouble.empty()) {
        said_ = plan.trouble;
        return;
    }
    for (const auto& ask : plan.asks) sink.ask(where, ask);
    said_ = plan.asks.empty() ? "Nothing to replace"
                              : fmt::format("{} replaced in {} texts", plan.places, plan.texts);
    if (plan.locked > 0) said_ += fmt::format(", {} final texts left as they are", plan.locked);
    if (!plan.asks.empty()) done_ = std::move(plan.asks);
}

void FindBar::take_back(const ui::Model& model, ui::Sink& sink) {
    std::size_t changed = 0;
    const auto asks = taken_back(model.meeting, done_, changed);
    for (const auto& ask : asks) sink.ask(where, ask);
    said_ = asks.empty() ? "Nothing to take back" : "The replacement was taken back";
    if (changed > 0) said_ += fmt::format("; {} texts were changed since and stay", changed);
    done_.clear();
}

std::string FindBar::state_of(const ui::Model& model) const {
    if (!finding_.trouble().empty()) return finding_.trouble();
    if (words_.edit.empty()) return said_;
    const auto percent = finding_.percent(model.meeting);
    if (percent < 100) return fmt::format("{} so far, {} % searched", finding_.places(), percent);
    if (finding_.places() == 0) return said_.empty() ? "Not found" : said_;
    const auto found = fmt::format("{} in {} {}", finding_.places(), finding_.found().size(),
                                   finding_.found().size() == 1 ? "text" : "texts");
    return said_.empty() ? found : found + " · " + said_;
}

void FindBar::draw_replacing(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect rect) {
    ui::Rect line = rect;
    const bool can_back = !done_.empty();
    const float wide = ui::button_width(ui, "Replace all", "Ctrl+Alt+Enter") +
                       (can_back ? ui::button_width(ui, "Take back", "Ctrl+Alt+Z") : 0);
    const bool with_keys = line.w >= wide + ui.px(least_field);
    const std::string_view all_keys = with_keys ? "Ctrl+Alt+Enter" : "";
    const std::string_view back_keys = with_keys ? "Ctrl+Alt+Z" : "";
    const auto all = line.cut_right(ui::button_width(ui, "Replace all", all_keys));
    line.cut_right(ui.px(6));
    const auto back = line.cut_right(can_back ? ui::button_width(ui, "Take back", back_keys) : 0);
    if (can_back) line.cut_right(ui.px(6));
    ui::field(ui, "find.by", line, by_, {.hint = "Replace it by"});
    const bool may = model.may(meeting::Reword{});
    const bool can = may && finding_.places() > 0;
    if (ui::button(ui, where, all, "Replace all",
                   {.enabled = can, .tone = ui::Tone::accent, .keys = all_keys}) ||
        (can && ui.take({ui::Key::enter, ui::Mods{true, false, true}}))) {
        replace(model, sink);
    }
    if (can_back && (ui::button(ui, "find.back", back, "Take back", {.keys = back_keys}) ||
                     ui.take({ui::Key::z, ui::Mods{true, false, true}}))) {
        take_back(model, sink);
    }
}

std::optional<meeting::TextId> FindBar::draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink,
                                             ui::Rect rect) {
    if (!open_) return std::nullopt;
    std::optional<meeting::TextId> gone_to;
    finding_.look_for(words_.edit.text(), {exact_, whole_});
    finding_.go_on(model.meeting);
    ui::Rect line = rect.cut_top(ui.px(ui::target));
    rect.cut_top(ui.px(6));
    const bool roomy =
        line.w >= ui::button_width(ui, "Whole words") + ui::button_width(ui, "Exactly") + ui.px(least_field);
    const std::string_view whole_label = roomy ? "Whole words" : "Words";
    const std::string_view exact_label = roomy ? "Exactly" : "Exact";
    const auto whole = line.cut_right(ui::button_width(ui, whole_label));
    line.cut_right(ui.px(6));
    const auto exact = line.cut_right(ui::button_width(ui, exact_label));
    line.cut_right(ui.px(6));
    const auto event = ui::field(ui, "find.words", line, words_, {.hint = "Find in the record"});
    if (event.changed) {
        at_.reset();
        said_.clear();
    }
    if (ui::button(ui, "find.exact", exact, exact_label, {.on = exact_})) exact_ = !exact_;
    if (ui::button(ui, "find.whole", whole, whole_label, {.on = whole_})) whole_ = !whole_;
    const bool here = ui.focused() == "find.words" || ui.focused() == "find.by";
    if (here && ui.take({ui::Key::enter, ui::alone}, true)) gone_to = step(model, 1);
    if (here && ui.take({ui::Key::enter, ui::Mods{false, true, false}}, true)) gone_to = step(model, -1);
    if (replaces_) {
        draw_replacing(ui, model, sink, rect.cut_top(ui.px(ui::target)));
        rect.cut_top(ui.px(6));
    }
    ui::label(ui, "find.state", rect.cut_top(ui.line(ui::Face::small)), state_of(model), ui::Face::small,
              ui.theme().quiet_text);
    if (here && ui.take({ui::Key::escape, ui::alone})) {
        open_ = false;
        ui.focus("editor.text");
    }
    return gone_to;
}

void FindBar::open(const std::string& words, const std::optional<std::string>& by) {
    open_ = true;
    replaces_ = by.has_value();
    words_.edit.select_all();
    words_.edit.insert(words);
    by_.edit.select_all();
    if (by) by_.edit.insert(*by);
}

void FindBar::keys(ui::Ui& ui, const ui::Model& model) {
    const bool find = ui.shortcut({ui::Key::f, ui::ctrl});
    const bool replace = !find && model.may(meeting::Reword{}) && ui.shortcut({ui::Key::h, ui::ctrl});
    if (!find && !replace) return;
    open_ = true;
    replaces_ = replace || (replaces_ && !done_.empty());
    words_.edit.select_all();
    ui.focus("find.words");
}

}  // namespace dais::clerk_station
