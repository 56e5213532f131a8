// Widgets without a desk: a function draws them in a null window, and tests press keys and read the probes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/seat.hpp"
#include "ui/frame.hpp"
#include "ui/null_window.hpp"
#include "ui/view.hpp"

namespace dais::ui {

class Stage final : public View {
  public:
    using Draw = std::function<void(Ui&)>;
    explicit Stage(Draw draw, Extent extent = {800, 600})
        : window(extent), frame(window, Fonts::find(), {}), draw_(std::move(draw)) {
        show();
    }

    void draw(Ui& ui, const Model&, Sink&, Rect) override { draw_(ui); }
    [[nodiscard]] std::optional<base::Instant> next_digit(const Model&) const override { return {}; }
    void restore(const std::map<std::string, std::string>&) override {}
    [[nodiscard]] std::string title() const override { return "Stage"; }
    [[nodiscard]] const std::vector<HelpLine>& help() const override { return help_; }

    void show(int frames = 3) {
        for (int i = 0; i < frames; ++i) frame.draw(*this, model_, sink_, [] {});
    }
    void press(std::string_view keys, bool repeat = false) {
        const auto chord = support::chord(keys);
        window.input().push(KeyPress{chord.key, chord.mods, repeat});
        show();
    }
    void type(std::string_view text) {
        while (!text.empty()) {  // character by character
            std::size_t length = 1;
            while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
                ++length;
            window.input().push(Typed{std::string(text.substr(0, length))});
            text.remove_prefix(length);
        }
        show();
    }
    void click(const std::string& id) {
        const auto rect = probe(id).rect;
        window.input().push(PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2});
        show();
        window.input().push(ButtonChanged{0, true});
        window.input().push(ButtonChanged{0, false});
        show();
    }
    void wheel(const std::string& id, float lines) {
        const auto rect = probe(id).rect;
        window.input().push(PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2});
        show();
        window.input().push(Wheel{lines});
        show();
    }
    // Throws std::logic_error where there is no such widget.
    const Probe& probe(const std::string& id) {
        const auto* found = frame.ui().probe(id);
        if (found == nullptr) throw std::logic_error("no widget " + id);
        return *found;
    }
    const std::string& focused() { return frame.ui().focused(); }

    NullWindow window;
    Frame frame;

  private:
    Draw draw_;
    Model model_;
    Sink sink_;
    std::vector<HelpLine> help_;
};

}  // namespace dais::ui
