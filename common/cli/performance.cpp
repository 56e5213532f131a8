#include "cli/performance.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/progress.hpp"
#include "program/clocks.hpp"
#include "record/house_style.hpp"

namespace dais::cli {
namespace {

constexpr base::Span patience{30'000};
constexpr std::size_t max_kept = 64;

// The window at which a station of the script sits.
std::string desk_of(const folder::ScriptLine& line) {
    return line.desk == meeting::Desk::clerk ? "clerk-1" : std::string(meeting::word(line.desk));
}

record::Record record_of(const meeting::Meeting& meeting) {
    const auto style = record::HouseStyle::from(meeting.setup.style);
    return style ? record::make_record(meeting, *style) : record::Record{};
}

// Where a text may be cut in two: near its middle, between two characters.
std::size_t middle_of(const std::string& text) {
    auto at = text.size() / 2;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
    return at;
}

}  // namespace

const meeting::Meeting& Performance::meeting() const {
    return cast_.stations().begin()->second->replica().state();
}

template <class Holds>
base::Status<> Performance::until(const Holds& holds, const std::string& what) {
    const auto deadline = program::uptime() + patience;
    while (!holds()) {
        auto runs = stage_.keep_running();
        if (!runs) return runs.error();
        if (!*runs) return base::Error{"no_answer", "The chair's console has ended."};
        const auto listener = [&](const auto&, const replica::Outbound& told) {
            if (const auto* settled = std::get_if<replica::Settled>(&told)) settled_ = *settled;
            if (const auto* applied = std::get_if<replica::Applied>(&told)) {
                applied_.push_back(applied->entry);
                if (applied_.size() > max_kept) applied_.pop_front();
            }
        };
        if (auto turned = cast_.turn(base::Span{10}, listener); !turned) return turned;
        if (program::uptime() > deadline)
            return base::Error{"no_answer", "Half a minute went by, and still not: " + what};
    }
    return base::Done{};
}

// The hub's clock follows the times in commands; one that is always refused changes nothing else.
base::Status<> Performance::set_clock(base::Instant at) {
    settled_.reset();
    auto& station = *cast_.stations().begin()->second;
    auto asked = station.submit(meeting::Remove{}, program::uptime(), at);
    if (!asked) return asked.error();
    return until([&] { return settled_ && settled_->request == *asked; }, "the hub's clock is set.");
}

base::Status<> Performance::focus(const std::string& desk) {
    if (auto live = until([&] { return stage_.is_live(desk); }, desk + " shows the meeting."); !live)
        return live;
    for (const auto& place : desk_places()) {
        if (place.name != desk) continue;
        if (auto focused = keyboard_.focus(place.title); !focused) return focused;
        focused_ = desk;
    }
    return base::Done{};
}

base::Status<> Performance::make(std::size_t place, const Stroke& stroke) {
    ++strokes_;
    const auto head = cast_.stations().begin()->second->replica().head();
    if (!stroke.typed) {
        if (auto pressed = keyboard_.press({stroke.keys}); !pressed) return pressed;
    } else if (in_mid_text) {
        const auto middle = middle_of(stroke.keys);
        if (auto typed = keyboard_.type(stroke.keys.substr(0, middle)); !typed) return typed;
        if (auto done = in_mid_text(place); !done) return done;
        if (auto typed = keyboard_.type(stroke.keys.substr(middle)); !typed) return typed;
    } else if (auto typed = keyboard_.type(stroke.keys); !typed) {
        return typed;
    }
    if (!stroke.asks) return base::Done{};
    return until([&] { return cast_.stations().begin()->second->replica().head() > head; },
                 "the hub has accepted what the keys asked for.");
}

// Keys that ask for nothing go out together; one that does is waited for.
base::Status<> Performance::make(std::size_t place, const std::vector<Stroke>& strokes) {
    std::vector<std::string> together;
    const auto flush = [&]() -> base::Status<> {
        if (together.empty()) return base::Done{};
        strokes_ += together.size();
        return keyboard_.press(std::exchange(together, {}));
    };
    for (const auto& stroke : strokes) {
        if (!stroke.typed && !stroke.asks) {
            together.push_back(stroke.keys);
            continue;
        }
        if (auto flushed = flush(); !flushed) return flushed;
        if (auto made = make(place, stroke); !made) return made;
    }
    return flush();
}

base::Status<> Performance::play_line(std::size_t place, const folder::ScriptLine& line) {
    if (before_line) {
        if (auto done = before_line(place); !done) return done;
    }
    if (auto set = set_clock(line.at); !set) return set;
    auto command = folder::bind(line.ask, labels_);
    if (!command) return command.error();
    const auto strokes = strokes_for(line, *command, meeting(), record_of(meeting()), hand_);
    if (!strokes) return strokes.error();
    const auto desk = desk_of(line);
    if (focused_ != desk) {
        if (auto focused = focus(desk); !focused) return focused;
    }
    applied_.clear();
    if (auto made = make(place, *strokes); !made) return made;
    if (line.label.empty() || applied_.empty()) return base::Done{};
    if (const auto made = folder::made_by(line.ask, applied_.back().fact.events))
        labels_.remember(line.label, *made);
    return base::Done{};
}

base::Status<> Performance::play() {
    Progress progress("Playing on the windows", folder_.script.size());
    if (auto ready = Keyboard::prepare(); !ready) return ready;
    if (auto live = until([&] { return cast_.all_live_at({1}); }, "the watching station is connected.");
        !live)
        return live;
    for (std::size_t place = 0; place < folder_.script.size(); ++place) {
        const auto& line = folder_.script[place];
        if (auto played = play_line(place, line); !played) {
            auto error = played.error();
            error.text =
                fmt::format("script.jsonl:{}: {} ({}): {}", line.number, line.word, line.from, error.text);
            if (error.code == "no_answer") static_cast<void>(take_pictures().ok());
            return error;
        }
        progress.at(place + 1);
    }
    return base::Done{};
}

base::Status<> Performance::take_pictures() {
    for (const auto& place : desk_places()) {
        if (auto focused = focus(place.name); !focused) return focused;
        if (auto pressed = keyboard_.press({"F12"}); !pressed) return pressed;
    }
    return base::Done{};
}

}  // namespace dais::cli
