#include "support/seat.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/describe.hpp"
#include "ui/words.hpp"

namespace dais::support {
namespace {

using ui::Key;

constexpr std::array<std::pair<std::string_view, Key>, 22> named{{
    {"Enter", Key::enter},
    {"Esc", Key::escape},
    {"Tab", Key::tab},
    {"Backspace", Key::backspace},
    {"Delete", Key::erase},
    {"Left", Key::left},
    {"Right", Key::right},
    {"Up", Key::up},
    {"Down", Key::down},
    {"Home", Key::home},
    {"End", Key::end},
    {"PageUp", Key::page_up},
    {"PageDown", Key::page_down},
    {"Space", Key::space},
    {"+", Key::plus},
    {"-", Key::minus},
    {".", Key::period},
    {",", Key::comma},
    {"Menu", Key::menu},
    {"F10", Key::f10},
    {"F11", Key::f11},
    {"F12", Key::f12},
}};

// The character that a key makes by itself.
std::string letter_of(ui::Chord chord, std::string_view name) {
    if (chord.mods.ctrl || chord.mods.alt) return {};
    if (chord.key == Key::space) return " ";
    return name.size() == 1 ? std::string(name) : std::string();
}

std::string_view last_part(std::string_view text) {
    const auto plus = text.rfind('+', text.size() - 2);
    return plus == std::string_view::npos || text.size() < 2 ? text : text.substr(plus + 1);
}

}  // namespace

ui::Chord chord(std::string_view text) {
    ui::Chord chord;
    for (;;) {
        if (text.starts_with("Ctrl+")) {
            chord.mods.ctrl = true;
            text.remove_prefix(5);
        } else if (text.starts_with("Shift+")) {
            chord.mods.shift = true;
            text.remove_prefix(6);
        } else if (text.starts_with("Alt+")) {
            chord.mods.alt = true;
            text.remove_prefix(4);
        } else {
            break;
        }
    }
    for (const auto& [name, key] : named) {
        if (name == text) chord.key = key;
    }
    if (text.size() == 1 && chord.key == Key::none) chord.key = ui::key_of(text[0]);
    if (text.size() == 2 && text[0] == 'F' && text[1] >= '1' && text[1] <= '9') {
        chord.key = static_cast<Key>(static_cast<int>(Key::f1) + text[1] - '1');
    }
    if (chord.key == Key::none) throw std::invalid_argument("no key: " + std::string(text));
    return chord;
}

Seat::Seat(std::unique_ptr<ui::View> view, meeting::Meeting meeting, base::Instant now,
           const std::string& station, ui::Extent extent)
    : view_(std::move(view)), window_(extent), frame_(window_, ui::Fonts::find(), {}) {
    model.meeting = std::move(meeting);
    model.revision = 1;
    model.preview = preview_.make(model.meeting);
    model.link = replica::LinkState::live;
    if (const auto desk = meeting::desk_of(station)) model.self = meeting::Actor{station, *desk};
    model.now = now;
    model.uptime = base::Instant{1'000'000};
    frame();
}

void Seat::frame() {
    const auto settle_now = [this] { settle(); };
    // A window draws three frames after input.
    for (int i = 0; i < 3; ++i) frame_.draw(*view_, model, sink_, settle_now);
}

void Seat::press(std::string_view keys) {
    hold(keys, 0);
}

void Seat::hold(std::string_view keys, int repeats) {
    const auto pressed = chord(keys);
    const auto letter = letter_of(pressed, last_part(keys));
    for (int i = 0; i <= repeats; ++i) {
        window_.input().push(ui::KeyPress{pressed.key, pressed.mods, i > 0});
        if (!letter.empty()) window_.input().push(ui::Typed{letter});
    }
    frame();
}

void Seat::type(std::string_view text) {
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) ++length;
        const auto letter = text.substr(0, length);
        const auto key = letter == " " ? Key::space : length == 1 ? ui::key_of(letter[0]) : Key::none;
        if (key != Key::none) window_.input().push(ui::KeyPress{key, {}, false});
        window_.input().push(ui::Typed{std::string(letter)});
        text.remove_prefix(length);
    }
    frame();
}

void Seat::click(const std::string& id) {
    const auto* found = probe(id);
    if (found == nullptr) throw std::logic_error("no widget " + id);
    if (!found->visible || !found->enabled) throw std::logic_error("not to be clicked: " + id);
    const auto& rect = found->rect;
    window_.input().push(ui::PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2});
    frame();
    window_.input().push(ui::ButtonChanged{0, true});
    window_.input().push(ui::ButtonChanged{0, false});
    frame();
}

void Seat::drag(const std::string& from, const std::string& to) {
    const auto* first = probe(from);
    const auto* last = probe(to);
    if (first == nullptr || last == nullptr)
        throw std::logic_error("no widgets to drag from " + from + " to " + to);
    const auto begin = first->rect;
    const auto end = last->rect;
    window_.input().push(ui::PointerMoved{begin.x + begin.w / 2, begin.y + begin.h / 2});
    frame();
    window_.input().push(ui::ButtonChanged{0, true});
    frame();
    window_.input().push(ui::PointerMoved{end.x + end.w / 2, end.y + end.h / 2});
    frame();
    window_.input().push(ui::ButtonChanged{0, false});
    frame();
}

void Seat::pass(std::int64_t seconds) {
    model.now = model.now + std::chrono::seconds(seconds);
    model.uptime = model.uptime + std::chrono::seconds(seconds);
    frame();
}

std::string Seat::text(const std::string& id) {
    const auto* found = probe(id);
    return found == nullptr ? "(absent)" : found->text;
}

bool Seat::shows(std::string_view text) {
    const auto& probes = frame_.ui().probes();
    return std::any_of(probes.begin(), probes.end(), [&](const ui::Probe& probe) {
        return probe.visible && probe.text.find(text) != std::string::npos;
    });
}

std::string Seat::state() const {
    return meeting::describe(model.meeting, model.now);
}

void Seat::settle() {
    for (auto& intent : sink_.take()) std::visit([this](auto& one) { carry_out(one); }, intent);
    count_waiting();
}

void Seat::carry_out(ui::Ask& ask) {
    asked.emplace_back(meeting::command_word(ask.command));
    model.asked.push_back({++token_, ask.where, ask.command, {}, "", model.uptime});
    drafts.erase(ask.from);
    model.unsaved.erase(ask.from);
    if (disk_holds_ && !meeting::is_act(ask.command)) {
        model.asked.back().state = ui::Asked::State::held;
    } else if (!holds_) {
        decide(token_);
    }
}

void Seat::carry_out(ui::Read& read) {
    std::erase_if(model.asked, [&](const ui::Asked& each) { return each.token == read.token; });
}

void Seat::carry_out(ui::KeepDraft& keep) {
    drafts[keep.place] = keep.text;
    if (disk_holds_) model.unsaved.insert(keep.place);
}

void Seat::carry_out(ui::ForgetDraft& forget) {
    drafts.erase(forget.place);
    model.unsaved.erase(forget.place);
}

void Seat::carry_out(ui::ForgetUnplaced& forget) {
    std::erase_if(model.unplaced,
                  [&](const ui::UnplacedText& each) { return each.request == forget.request; });
}

void Seat::release_disk() {
    disk_holds_ = false;
    model.unsaved.clear();
    std::vector<std::uint64_t> tokens;
    for (auto& each : model.asked) {
        if (each.state != ui::Asked::State::held) continue;
        each.state = ui::Asked::State::waiting;
        tokens.push_back(each.token);
    }
    for (const auto token : tokens) {
        if (!holds_) decide(token);
    }
    count_waiting();
    frame();
}

void Seat::lose_link(std::int64_t seconds_ago) {
    holds_ = true;
    lost_ = true;
    model.link = replica::LinkState::stale;
    model.link_since = model.uptime - std::chrono::seconds(seconds_ago);
    frame();
}

void Seat::count_waiting() {
    const auto texts = std::count_if(model.asked.begin(), model.asked.end(), [](const ui::Asked& each) {
        return each.state != ui::Asked::State::refused && !meeting::is_act(each.command);
    });
    model.texts_waiting = static_cast<std::size_t>(texts);
    const auto held = std::count_if(model.asked.begin(), model.asked.end(), [](const ui::Asked& each) {
        return each.state == ui::Asked::State::held;
    });
    model.texts_held = static_cast<std::size_t>(held);
}

void Seat::refuse(ui::Asked& one, const meeting::Refusal& refusal) {
    one.state = ui::Asked::State::refused;
    one.sentence = refusal.sentence;
    if (!ui::typed_text(one.command)) return;
    model.unplaced.push_back(
        {++request_, one.command, refusal.sentence, std::string(meeting::word(refusal.reason))});
}

void Seat::decide(std::uint64_t token) {
    const auto found = std::find_if(model.asked.begin(), model.asked.end(),
                                    [&](const ui::Asked& each) { return each.token == token; });
    if (found == model.asked.end()) return;
    auto decided = meeting::decide(model.meeting, *model.self, found->command, model.now);
    if (!decided) return refuse(*found, decided.error());
    model.asked.erase(found);
    apply(*model.self, *std::move(decided));
}

void Seat::apply(const meeting::Actor& actor, std::vector<meeting::Event> events) {
    const meeting::Fact fact{{{entry_ + 1}, model.now, actor}, std::move(events)};
    hear(fact);
    tell(fact);
}

void Seat::hear(const meeting::Fact& fact) {
    entry_ = fact.stamp.entry.value;
    meeting::apply(model.meeting, fact);
    ++model.revision;
    model.preview = preview_.make(model.meeting);
}

void Seat::answer() {
    holds_ = false;
    if (std::exchange(lost_, false)) model.link = replica::LinkState::live;
    std::vector<std::uint64_t> tokens;
    for (const auto& each : model.asked) {
        if (each.state != ui::Asked::State::refused) tokens.push_back(each.token);
    }
    for (const auto token : tokens) decide(token);
    count_waiting();
    frame();
}

void Seat::other(const std::string& station, const meeting::Command& command) {
    const meeting::Actor actor{station, meeting::desk_of(station).value()};
    auto decided = meeting::decide(model.meeting, actor, command, model.now);
    if (!decided) throw std::logic_error(decided.error().sentence);
    apply(actor, *std::move(decided));
    frame();
}

}  // namespace dais::support
