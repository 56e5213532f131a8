#include "desks/typists.hpp"

#include <algorithm>

#include "chair-console/chair_view.hpp"
#include "clerk-station/clerk_view.hpp"
#include "clerk-station/moderator_view.hpp"
#include "meeting/apply.hpp"
#include "meeting/takes.hpp"
#include "record/house_style.hpp"

namespace dais::e2e {
namespace {

constexpr base::Instant never{INT64_MAX};
const std::vector<std::string> order{"clerk-1", "clerk-2"};

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

// Up to the end of its first word, with the space behind it.
std::string first_word(const std::string& text) {
    const auto space = text.find(' ');
    return space == std::string::npos ? text : text.substr(0, space + 1);
}

base::Span time_for(std::string_view text) {
    return Typists::letter * static_cast<int>(letters_in(text));
}

std::unique_ptr<ui::View> clerk() {
    return std::make_unique<clerk_station::ClerkView>(clerk_station::load_aids);
}

}  // namespace

std::string as_typed(std::string_view text) {
    std::string typed(text);
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (auto at = typed.find(from); at != std::string::npos; at = typed.find(from, at + to.size()))
            typed.replace(at, from.size(), to);
    };
    for (const auto* quote : {"“", "”"}) replace(quote, "\"");
    for (const auto* quote : {"‘", "’"}) replace(quote, "'");
    return typed;
}

Typists::Typists(const folder::Folder& folder) : folder_(folder) {
    sit(std::make_unique<chair_console::ChairView>(), "chair");
    sit(std::make_unique<clerk_station::ModeratorView>(), "moderator");
    for (const auto& name : order) {
        sit(clerk(), name);
        clerks_[name];
    }
}

void Typists::sit(std::unique_ptr<ui::View> view, const std::string& station) {
    meeting::Meeting meeting;
    const auto first = folder_.script.front().at;
    meeting::apply(meeting, meeting::Fact{{{1}, first, {"hub", meeting::Desk::hub}},
                                          {meeting::MeetingPrepared{folder_.setup, folder_.participants}}});
    auto& seat = seats_[station];
    seat = std::make_unique<support::Seat>(std::move(view), std::move(meeting), first, station);
    seat->tell = [this, station](const meeting::Fact& fact) {
        last_ = fact;
        ++facts_;
        for (const auto& [name, other] : seats_) {
            if (name != station) other->hear(fact);
        }
    };
}

record::Record Typists::record() const {
    return record::make_record(meeting(), *record::HouseStyle::from(meeting().setup.style));
}

bool Typists::all_agree() const {
    return std::all_of(seats_.begin(), seats_.end(),
                       [&](const auto& seat) { return seat.second->model.meeting == meeting(); });
}

void Typists::set_clock(base::Instant at) {
    for (const auto& [name, seat] : seats_) seat->model.now = std::max(seat->model.now, at);
}

// Whose take it was when the intervention began.
std::string Typists::clerk_for(const folder::ScriptLine& line) const {
    const auto command = folder::bind(line.ask, labels_);
    const auto* write = command ? std::get_if<meeting::Write>(&*command) : nullptr;
    const auto* spoken = write == nullptr ? nullptr : meeting::find_intervention(meeting(), write->of);
    const auto clerk = spoken == nullptr ? std::string() : meeting::clerk_of(meeting(), *spoken);
    return clerk.empty() ? line.from : clerk;
}

std::string Typists::play() {
    if (auto wrong = set_up_takes(); !wrong.empty()) return wrong;
    for (const auto& line : folder_.script) {
        if (auto wrong = let_type(line.at); !wrong.empty()) return wrong;
        set_clock(line.at);
        if (auto wrong = hand_over(); !wrong.empty()) return wrong;
        if (auto wrong = play_line(line); !wrong.empty())
            return "script.jsonl:" + std::to_string(line.number) + ": " + line.word + ": " + wrong;
    }
    return finish_texts();
}

std::string Typists::play_line(const folder::ScriptLine& line) {
    if (line.word == "write") {
        clerks_.at(clerk_for(line)).waiting.push_back(&line);
        return {};
    }
    // What refers to texts waits for them, and so does the end.
    if (line.desk == meeting::Desk::clerk || line.word == "end_meeting") {
        if (auto wrong = finish_texts(); !wrong.empty()) return wrong;
    }
    return make(line.from, line);
}

// Plays a line's keys at a seat.
std::string Typists::make(const std::string& station, const folder::ScriptLine& line) {
    const auto command = folder::bind(line.ask, labels_);
    if (!command) return command.error().text;
    const auto strokes = cli::strokes_for(line, *command, meeting(), record(), hand_);
    if (!strokes) return strokes.error().text;
    auto& seat = *seats_.at(station);
    for (const auto& stroke : *strokes) {
        const auto before = facts_;
        stroke.typed ? seat.type(stroke.keys) : seat.press(stroke.keys);
        if (facts_ - before != (stroke.asks ? 1u : 0u)) return "after " + stroke.keys + ": " + seat.state();
    }
    if (line.label.empty()) return {};
    if (const auto made = folder::made_by(line.ask, last_.events)) labels_.remember(line.label, *made);
    return {};
}

// The first clerk sets the usual length and adds the others behind.
std::string Typists::set_up_takes() {
    auto& seat = *seats_.at(order.front());
    seat.press("F10");
    for (int i = 0; i < 20 && seat.focused() != "takes.clerk"; ++i) seat.press("Tab");
    for (auto each = std::next(order.begin()); each != order.end(); ++each) {
        seat.type(*each);
        seat.press("Enter");
    }
    seat.press("Ctrl+Enter");
    const auto& takes = meeting().takes;
    return takes.order == order && takes.seconds == take_seconds ? ""
                                                                 : "takes are not set up: " + seat.state();
}

// The successor begins when the take's time is over; what was begun stays with who began it.
std::string Typists::hand_over() {
    const auto& takes = meeting().takes;
    const auto now = seats_.at("chair")->model.now;
    const auto left = meeting::left_of_take(meeting(), now);
    std::string next;
    if (takes.taken.empty()) {
        if (meeting().proceedings.sitting == meeting::Sitting::open) next = order.front();
    } else if (left && left->count() <= 0) {
        next = meeting::successor_of(takes, takes.taken.back().clerk);
    }
    if (next.empty()) return {};
    const auto before = facts_;
    seats_.at(next)->press("Ctrl+Shift+T");
    return facts_ == before + 1 && takes.taken.back().clerk == next ? "" : next + " cannot begin its take";
}

// Goes to where a paragraph stands, as the script's hand does, and has its first word before it.
std::string Typists::begin(const std::string& name, Clerk& clerk) {
    const auto& line = *clerk.waiting.front();
    const auto command = folder::bind(line.ask, labels_);
    if (!command) return command.error().text;
    const auto strokes = cli::strokes_for(line, *command, meeting(), record(), hand_);
    if (!strokes) return strokes.error().text;
    for (const auto& stroke : *strokes) {
        if (stroke.typed) break;
        seats_.at(name)->press(stroke.keys);
    }
    clerk.typing = true;
    clerk.rest = as_typed(std::get<meeting::Write>(line.ask.command).text);
    const auto now = seats_.at(name)->model.now;
    clerk.next = std::max(clerk.next, now) + time_for(first_word(clerk.rest));
    return {};
}

std::string Typists::type_word(const std::string& name, Clerk& clerk) {
    auto& seat = *seats_.at(name);
    const auto word = first_word(clerk.rest);
    seat.type(word);
    letters_ += letters_in(word);
    const bool all =
        std::all_of(clerks_.begin(), clerks_.end(), [](const auto& each) { return each.second.typing; });
    if (all) ++together_;
    clerk.rest.erase(0, word.size());
    clerk.next = clerk.next + time_for(first_word(clerk.rest));
    if (!clerk.rest.empty()) return {};
    const auto& line = *clerk.waiting.front();
    const auto before = facts_;
    seat.press("Ctrl+Enter");
    if (facts_ != before + 1) return name + " cannot put its paragraph on the record";
    if (const auto made = folder::made_by(line.ask, last_.events); made && !line.label.empty())
        labels_.remember(line.label, *made);
    clerk.waiting.pop_front();
    clerk.typing = false;
    return {};
}

// Every word that is finished by then, in the order of the clock.
std::string Typists::let_type(base::Instant until) {
    for (;;) {
        std::pair<const std::string, Clerk>* first = nullptr;
        for (auto& each : clerks_) {
            auto& clerk = each.second;
            if (clerk.waiting.empty()) continue;
            if (!clerk.typing) {
                if (auto wrong = begin(each.first, clerk); !wrong.empty()) return wrong;
            }
            if (first == nullptr || clerk.next < first->second.next) first = &each;
        }
        if (first == nullptr || first->second.next > until) return {};
        if (until != never) set_clock(first->second.next);
        if (auto wrong = hand_over(); !wrong.empty()) return wrong;
        if (auto wrong = type_word(first->first, first->second); !wrong.empty()) return wrong;
    }
}

// The hands are quicker than the clock, where the script has them done sooner.
std::string Typists::finish_texts() {
    return let_type(never);
}

}  // namespace dais::e2e
