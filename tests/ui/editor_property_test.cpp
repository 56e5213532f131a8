// The editor against a plain string: whatever keys, clicks, pastes and input methods do in whatever order, in
// all scripts and mixed directions, the text is what cutting and joining a string makes of it, undo and redo
// pass through what was there, and the caret stands between two letters.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "ui/drawn_texts.hpp"
#include "ui/editor.hpp"
#include "ui/stage.hpp"
#include "ui/text_breaks.hpp"

namespace dais::ui {
namespace {

enum class What { type, paste, press, click, drag, compose, undo, redo };

struct Act {
    What what = What::type;
    std::string text;
    std::string keys;
    float x = 0;
    float y = 0;
};

std::ostream& operator<<(std::ostream& out, const Act& act) {
    return out << "{" << static_cast<int>(act.what) << " '" << act.text << "' " << act.keys << " " << act.x
               << "," << act.y << "}";
}

rc::Gen<std::string> letters() {
    return rc::gen::oneOf(pieces_of_text(),
                          rc::gen::element<std::string>("a", "é", "œ", "ñ", "ж", "ق", "لا", "主", " ", " "));
}

rc::Gen<std::string> pressed() {
    return rc::gen::element<std::string>("Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown",
                                         "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home",
                                         "Shift+End", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Left",
                                         "Ctrl+Shift+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+A", "Backspace",
                                         "Backspace", "Delete", "Ctrl+Backspace", "Ctrl+Delete", "Ctrl+X");
}

rc::Gen<Act> acts() {
    const auto whats = rc::gen::weightedElement<What>({{8, What::type},
                                                       {2, What::paste},
                                                       {8, What::press},
                                                       {1, What::click},
                                                       {1, What::drag},
                                                       {1, What::compose},
                                                       {3, What::undo},
                                                       {2, What::redo}});
    const auto places = rc::gen::map(rc::gen::inRange(0, 320), [](int at) { return static_cast<float>(at); });
    return rc::gen::build<Act>(rc::gen::set(&Act::what, whats), rc::gen::set(&Act::text, letters()),
                               rc::gen::set(&Act::keys, pressed()), rc::gen::set(&Act::x, places),
                               rc::gen::set(&Act::y, places));
}

// What the text must be: a string, cut and joined, and every string that it was.
class Plain {
  public:
    std::string text;
    std::size_t anchor = 0;
    std::size_t caret = 0;
    std::string composing;

    void put(const std::string& what) {
        if (what.empty()) return;
        const bool one = next_letter(what, 0) == what.size();
        change(one ? 't' : 'o', std::min(anchor, caret), std::max(anchor, caret), what);
    }
    void erase(std::size_t to, char kind) {
        if (anchor != caret) return change('o', std::min(anchor, caret), std::max(anchor, caret), "");
        if (to != caret) change(kind, std::min(to, caret), std::max(to, caret), "");
    }
    void undo() {
        if (at_ == 0) return;
        run_ = 0;
        text = was_[--at_];
    }
    void redo() {
        if (at_ + 1 >= was_.size()) return;
        run_ = 0;
        text = was_[++at_];
    }
    void moved() { run_ = 0; }
    [[nodiscard]] bool can_undo() const { return at_ > 0; }
    [[nodiscard]] bool can_redo() const { return at_ + 1 < was_.size(); }

  private:
    // `kind`: typing, erasing to the (l)eft or to the (r)ight by letters, and others, which are never joined.
    void change(char kind, std::size_t from, std::size_t to, const std::string& what) {
        const auto gone = text.substr(from, to - from);
        text.replace(from, to - from, what);
        caret = anchor = letter_at_or_after(text, from + what.size());
        const auto& grown = kind == 't' ? what : gone;
        const bool goes_on = kind != 'o' && kind == run_ && bytes_ < TextEdit::max_run_bytes &&
                             at_ + 1 == was_.size() && (kind != 't' || gone.empty()) &&
                             place_ == (kind == 'r' ? from : to) && !(grown.front() == ' ' && last_ != ' ');
        if (!goes_on) {
            was_.resize(at_ + 1);
            was_.push_back(text);
            ++at_;
            bytes_ = 0;
        } else {
            was_[at_] = text;
        }
        run_ = kind;
        bytes_ += grown.size();
        last_ = kind == 'l' ? grown.front() : grown.back();
        place_ = kind == 't' ? from + what.size() : from;
    }

    std::vector<std::string> was_{""};
    std::size_t at_ = 0;
    char run_ = 0;  // the kind of the change that may go on
    std::size_t bytes_ = 0;
    char last_ = 0;
    std::size_t place_ = 0;  // where it goes on
};

// One window for all: finding fonts takes longer than a property.
struct Desk {
    Editor editor{100'000};
    std::string lead;
    Rect place{10, 10, 200, 120};
    Stage stage{[this](Ui& ui) { editor.draw(ui, "text", place, lead, ""); }, {340, 340}};

    void push(InputEvent event) { stage.window.input().push(std::move(event)); }
    void begin(std::string before, int width) {
        editor.set("");
        lead = std::move(before);
        place.w = static_cast<float>(width);
        stage.frame.ui().leave_focus();
        push(PointerMoved{330, 330});
        stage.show(1);
        stage.frame.ui().focus("text");
        stage.show(2);
    }
    void press(const std::string& keys) {
        const auto chord = support::chord(keys);
        push(KeyPress{chord.key, chord.mods, false});
        stage.show(1);
    }
    void perform(const Act& act) {
        switch (act.what) {
            case What::type:
                push(Typed{act.text});
                break;
            case What::paste:
                stage.window.set_clipboard(act.text + act.text + " ");
                return press("Ctrl+V");
            case What::press:
                return press(act.keys);
            case What::click:
            case What::drag:
                push(PointerMoved{place.x + std::fmod(act.x, place.w), 20});
                push(ButtonChanged{0, true});
                if (act.what == What::drag) push(PointerMoved{act.y, act.x});
                push(ButtonChanged{0, false});
                push(PointerMoved{330, 330});
                break;
            case What::compose:
                push(Composing{act.text, act.text.size()});
                break;
            case What::undo:
                return press("Ctrl+Z");
            case What::redo:
                return press("Ctrl+Y");
        }
        stage.show(1);
    }
};

Desk& desk() {
    static const auto one = std::make_unique<Desk>();
    return *one;
}

void perform(Plain& plain, const Act& act) {
    const auto& text = plain.text;
    switch (act.what) {
        case What::type:
            plain.composing.clear();
            plain.put(act.text);
            break;
        case What::paste:
            plain.put(act.text + act.text + " ");
            break;
        case What::compose:
            plain.composing = act.text;
            if (plain.anchor != plain.caret) plain.erase(plain.caret, 'o');
            break;
        case What::undo:
            plain.undo();
            break;
        case What::redo:
            plain.redo();
            break;
        case What::press:
            if (act.keys == "Backspace") {
                plain.erase(previous_letter(text, plain.caret), 'l');
            } else if (act.keys == "Delete") {
                plain.erase(next_letter(text, plain.caret), 'r');
            } else if (act.keys == "Ctrl+Backspace") {
                plain.erase(letter_at_or_before(text, previous_word_start(text, plain.caret)), 'o');
            } else if (act.keys == "Ctrl+Delete") {
                plain.erase(letter_at_or_after(text, next_word_end(text, plain.caret)), 'o');
            } else if (act.keys == "Ctrl+X") {
                if (plain.anchor != plain.caret) plain.erase(plain.caret, 'o');
            } else {
                plain.moved();
            }
            break;
        case What::click:
        case What::drag:
            plain.moved();
    }
}

// Where the caret goes is the editor's to say, between letters and with the anchor left where it must be.
void follow(Plain& plain, const Act& act, const TextEdit& edit) {
    const bool extends = act.what == What::press && act.keys.find("Shift") != std::string::npos;
    if (extends) RC_ASSERT(edit.anchor() == plain.anchor);
    if (act.what == What::press && act.keys == "Ctrl+Home") RC_ASSERT(edit.caret() == 0U);
    if (act.what == What::press && act.keys == "Ctrl+End") RC_ASSERT(edit.caret() == plain.text.size());
    const bool changes = act.what == What::type || act.what == What::paste;
    if (changes) RC_ASSERT(edit.caret() == plain.caret);
    plain.caret = edit.caret();
    plain.anchor = edit.anchor();
}

RC_GTEST_PROP(EditorProperty, is_a_plain_string_whatever_is_done, ()) {
    auto& at = desk();
    at.begin(*rc::gen::element<std::string>("", "12.", "12. Mr. Lewis (Chile),", "12. السيد لويس"),
             *rc::gen::inRange(60, 320));
    Plain plain;
    for (const auto& act : *rc::gen::container<std::vector<Act>>(acts())) {
        at.perform(act);
        perform(plain, act);
        const auto& edit = at.editor.edit();
        RC_ASSERT(edit.text() == plain.text);
        RC_ASSERT(at.editor.composing() == plain.composing);
        RC_ASSERT(letter_at_or_after(edit.text(), edit.caret()) == edit.caret());
        RC_ASSERT(letter_at_or_after(edit.text(), edit.anchor()) == edit.anchor());
        RC_ASSERT(edit.can_undo() == plain.can_undo());
        RC_ASSERT(edit.can_redo() == plain.can_redo());
        follow(plain, act, edit);
    }
    while (plain.can_undo()) {
        at.press("Ctrl+Z");
        plain.undo();
        RC_ASSERT(at.editor.text() == plain.text);
    }
}

}  // namespace
}  // namespace dais::ui
