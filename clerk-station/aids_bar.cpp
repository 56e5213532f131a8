#include "clerk-station/aids_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ui/widgets.hpp"

namespace dais::clerk_station {
namespace {

const Remark* remark_at(const std::vector<Remark>& remarks, std::size_t caret) {
    const auto at = std::find_if(remarks.begin(), remarks.end(), [&](const Remark& remark) {
        return remark.range.from <= caret && caret <= remark.range.to;
    });
    return at == remarks.end() ? nullptr : &*at;
}

std::string counted(std::size_t count, const char* one, const char* more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
}

// "2 words misspelt, 1 hint": what the text has that somebody should look at; empty where nothing.
std::string sum_of(const std::vector<Remark>& remarks) {
    const auto misspelt = static_cast<std::size_t>(
        std::count_if(remarks.begin(), remarks.end(), [](const Remark& remark) { return remark.misspelt; }));
    const auto hints = remarks.size() - misspelt;
    std::string sum;
    if (misspelt > 0) sum = counted(misspelt, "word misspelt", "words misspelt");
    if (hints > 0) sum += (sum.empty() ? "" : ", ") + counted(hints, "hint", "hints");
    return sum;
}

}  // namespace

void AidsBar::leave() {
    stops_.clear();
    open_.reset();
    seen_editor_ = nullptr;
}

// What Tab would do here; looked for when the text or the caret is another.
void AidsBar::look(const Aids& aids, const ui::Editor& editor) {
    const auto& edit = editor.edit();
    if (seen_editor_ == &editor && seen_revision_ == edit.revision() && seen_caret_ == edit.caret()) return;
    seen_editor_ = &editor;
    seen_revision_ = edit.revision();
    seen_caret_ = edit.caret();
    snippet_.reset();
    completions_.clear();
    names_.clear();
    name_ = 0;
    if (!edit.selection().empty()) return;
    snippet_ = aids.snippets().expand(edit.text(), edit.caret());
    if (snippet_) {
        long_form_ = snippet_->edit.text;
        return;
    }
    completions_ = aids.completions(edit.text(), edit.caret());
    for (const auto& each : completions_) names_.push_back(aids.candidate(each.candidate).text);
}

bool AidsBar::next_stop(ui::Editor& editor) {
    while (!stops_.empty()) {
        const auto from_end = stops_.back();
        stops_.pop_back();
        const auto size = editor.text().size();
        if (from_end > size || size - from_end <= editor.edit().caret()) continue;  // passed already
        const auto at = size - from_end;
        editor.select({at, at});
        return true;
    }
    return false;
}

bool AidsBar::put_in(ui::Editor& editor) {
    if (snippet_) {
        const auto snippet = *snippet_;
        if (!editor.apply(snippet.edit)) return false;
        stops_.clear();
        for (auto stop = snippet.stops.rbegin(); stop != snippet.stops.rend(); ++stop) {
            stops_.push_back(editor.text().size() - std::min(*stop, editor.text().size()));
        }
        return true;
    }
    if (name_ < completions_.size()) {
        const auto completion = completions_[name_];
        return editor.apply(completion.edit);
    }
    return next_stop(editor);
}

void AidsBar::write(ui::Editor& editor, const std::string& word) {
    if (open_ && open_->range.to <= editor.text().size() &&
        prose::part(editor.text(), open_->range) == open_->word) {
        editor.apply({open_->range, word, open_->range.from + word.size()});
    }
    open_.reset();
}

void AidsBar::offer(Aids& aids, const ui::Editor& editor, const Remark& remark) {
    Choice choice;
    choice.range = remark.range;
    choice.word = std::string(prose::part(editor.text(), remark.range));
    choice.say = remark.say;
    if (remark.misspelt) {
        choice.waits = true;
        aids.suggest(choice.word);
    } else if (!remark.write.empty()) {
        choice.words.push_back(remark.write);
    }
    open_ = std::move(choice);
}

// At a remark its choice is opened; elsewhere the caret goes to the next, from the end to the first.
void AidsBar::point(Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks) {
    if (remarks.empty()) return;
    const auto caret = editor.edit().caret();
    const auto* here = remark_at(remarks, caret);
    if (here == nullptr) {
        auto next = std::find_if(remarks.begin(), remarks.end(),
                                 [&](const Remark& remark) { return remark.range.from > caret; });
        here = next == remarks.end() ? &remarks.front() : &*next;
        editor.select({here->range.to, here->range.to});
    }
    offer(aids, editor, *here);
}

void AidsBar::keys_before(ui::Ui& ui, Aids& aids, ui::Editor& editor) {
    if (!open_) return;
    if (ui.focused() != "editor.text" || !ui.reachable()) return open_.reset();
    if (open_->waits && aids.suggestions() && aids.suggestions()->word == open_->word) {
        open_->words = aids.suggestions()->words;
        open_->waits = false;
    }
    if (ui.take({ui::Key::escape, ui::alone})) return open_.reset();
    const auto count = open_->words.size();
    if (count > 0) {
        if (ui.take({ui::Key::right, ui::alone}, true)) open_->chosen = (open_->chosen + 1) % count;
        if (ui.take({ui::Key::left, ui::alone}, true)) open_->chosen = (open_->chosen + count - 1) % count;
        if (ui.take({ui::Key::enter, ui::alone})) return write(editor, open_->words[open_->chosen]);
        for (std::size_t i = 0; i < std::min<std::size_t>(count, 9); ++i) {
            const auto key = static_cast<ui::Key>(static_cast<std::size_t>(ui::Key::d1) + i);
            if (ui.take({key, ui::alone})) {
                ui.take_typed();
                return write(editor, open_->words[i]);
            }
        }
    }
    // Whoever goes on typing or moving has decided.
    const auto* press = ui.key();
    const bool again = press != nullptr && press->key == ui::Key::period && press->mods.ctrl;
    if (press != nullptr && !again) open_.reset();
}

void AidsBar::keys_after(ui::Ui& ui, Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks) {
    look(aids, editor);
    if (ui.focused() != "editor.text") return;
    const bool can = snippet_ || !completions_.empty() || !stops_.empty();
    if (can && !open_ && ui.take({ui::Key::tab, ui::alone}) && put_in(editor)) look(aids, editor);
    if (ui.shortcut({ui::Key::space, ui::ctrl}, true) && !completions_.empty()) {
        name_ = (name_ + 1) % completions_.size();
    }
    if (ui.shortcut({ui::Key::period, ui::ctrl})) point(aids, editor, remarks);
}

void AidsBar::draw_choice(ui::Ui& ui, ui::Editor& editor, ui::Rect rect) {
    if (open_->words.empty()) {
        const auto words = open_->waits          ? "Looking for what might be meant …"
                           : !open_->say.empty() ? open_->say
                                                 : fmt::format("Nothing like “{}” is known", open_->word);
        ui::label(ui, "editor.aid", rect, words, ui::Face::small, ui.theme().quiet_text);
        return;
    }
    const auto words = open_->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto key = std::to_string(i + 1);
        const float wide = ui::button_width(ui, words[i], key);
        if (rect.w < wide) break;
        const ui::Rect place = rect.cut_left(wide);
        rect.cut_left(ui.px(6));
        const bool pressed =
            ui::button(ui, fmt::format("editor.choice.{}", i), place, words[i],
                       {.tone = open_->chosen == i ? ui::Tone::accent : ui::Tone::plain, .keys = key});
        if (!pressed) continue;
        write(editor, words[i]);
        ui.focus("editor.text");
        return;
    }
}

void AidsBar::draw(ui::Ui& ui, Aids& aids, ui::Editor& editor, const std::vector<Remark>& remarks,
                   ui::Rect rect) {
    if (open_) return draw_choice(ui, editor, rect);
    rect = rect.cut_bottom(std::min(rect.h, ui.line(ui::Face::small) + ui.px(6)));
    const auto say = [&](ui::State state, const std::string& words) {
        ui::status(ui, "editor.aid", rect, state, words, ui::Face::small);
    };
    const bool here = ui.focused() == "editor.text";
    if (here && snippet_) return say(ui::State::info, "Tab: " + long_form_);
    if (here && name_ < names_.size()) {
        const auto more = names_.size() == 1
                              ? std::string()
                              : fmt::format(" ({} of {}, Ctrl+Space the next)", name_ + 1, names_.size());
        return say(ui::State::info, "Tab: " + names_[name_] + more);
    }
    if (const auto* remark = here ? remark_at(remarks, editor.edit().caret()) : nullptr) {
        const auto word = std::string(prose::part(editor.text(), remark->range));
        if (remark->misspelt)
            return say(ui::State::warning, fmt::format("“{}” is not in the dictionary (Ctrl+.)", word));
        return say(ui::State::warning, remark->say + (remark->write.empty() ? "" : " (Ctrl+.)"));
    }
    if (here && !stops_.empty()) return say(ui::State::info, "Tab: on to the next place");
    if (const auto sum = sum_of(remarks); !sum.empty())
        return say(ui::State::warning, sum + " (Ctrl+. goes there)");
    if (!aids.trouble().empty()) say(ui::State::quiet, aids.trouble());
}

}  // namespace dais::clerk_station
