// How long a frame takes to build: the four views on a full meeting (500 requests, 500 interventions, 10,000
// paragraphs) at 1920x1080, without a window. A frame is all that happens between the wait and the drawing:
// the view, Dear ImGui's lists, and what the view wanted. One line of JSON a measure, in microseconds.
//
//   bench_frames [chair | clerk | moderator | room]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "chair-console/chair_view.hpp"
#include "clerk-station/clerk_view.hpp"
#include "clerk-station/moderator_view.hpp"
#include "clerk-station/room/room_display.hpp"
#include "folder/folder.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "ui/frame.hpp"
#include "ui/gallery.hpp"
#include "ui/null_window.hpp"
#include "ui/preview.hpp"

namespace dais {
namespace {

using Clock = std::chrono::steady_clock;
using Micros = std::chrono::duration<double, std::micro>;

constexpr ui::Extent screen{1920, 1080};
constexpr int rounds = 300;
constexpr int few_rounds = 60;  // where a round makes the record anew
constexpr std::size_t words_typed = 320;

class Times {
  public:
    void add(Micros took) { micros_.push_back(took.count()); }
    void print(std::string_view view, std::string_view measure) {
        std::sort(micros_.begin(), micros_.end());
        fmt::print(
            R"({{"bench":"frames","view":"{}","measure":"{}","count":{},"median_us":{:.0f},"p90_us":{:.0f},"p99_us":{:.0f}}})"
            "\n",
            view, measure, micros_.size(), part(0.5), part(0.9), part(0.99));
        std::fflush(stdout);
    }

  private:
    [[nodiscard]] double part(double of) const {
        const auto last = static_cast<double>(micros_.size() - 1);
        return micros_[static_cast<std::size_t>(of * last + 0.5)];
    }
    std::vector<double> micros_;
};

template <class Act>
Micros time_of(const Act& act) {
    const auto began = Clock::now();
    act();
    return Clock::now() - began;
}

// A desk that nobody sits at: the meeting moves on by what the core accepts, and frames are timed.
class Desk {
  public:
    Desk(std::string name, std::unique_ptr<ui::View> view, ui::Model model)
        : name_(std::move(name)), view_(std::move(view)), model_(std::move(model)) {
        for (int i = 0; i < 10; ++i) draw();
    }

    Micros draw() {
        return time_of([this] { frame_.draw(*view_, model_, sink_, [this] { (void)sink_.take(); }); });
    }
    void pass(std::int64_t ms) {
        model_.now = model_.now + base::Span{ms};
        model_.uptime = model_.uptime + base::Span{ms};
    }
    void show_room(const meeting::RoomView& view) {
        model_.room = std::make_shared<const meeting::RoomView>(view);
    }
    // Somebody does something elsewhere. REQUIRES: the core accepts it.
    void other(const meeting::Actor& actor, const meeting::Command& command) {
        auto decided = meeting::decide(model_.meeting, actor, command, model_.now);
        if (!decided) {
            fmt::print(stderr, "bench_frames: {}\n", decided.error().sentence);
            std::exit(1);
        }
        const meeting::Stamp stamp{{++entry_}, model_.now, actor};
        meeting::apply(model_.meeting, meeting::Fact{stamp, *std::move(decided)});
        ++model_.revision;
    }
    Micros make_preview() {
        before_ = std::move(model_.preview);  // as in the product, no frame waits until it is gone
        return time_of([this] { model_.preview = maker_.make(model_.meeting); });
    }
    void letter(char letter) {
        frame_.ui().focus(typing_at);
        window_.input().push(ui::KeyPress{ui::key_of(letter), {}, false});
        window_.input().push(ui::Typed{std::string(1, letter)});
    }
    void wheel(const std::string& id, float lines) {
        const auto* found = frame_.ui().probe(id);
        if (found == nullptr) return;
        const auto& rect = found->rect;
        window_.input().push(ui::PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2});
        window_.input().push(ui::Wheel{lines});
    }
    template <class Act>
    void measure(std::string_view what, int count, const Act& before) {
        Times times;
        for (int i = 0; i < count; ++i) {
            before(i);
            times.add(draw());
        }
        times.print(name_, what);
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const ui::Model& model() const { return model_; }

    std::string typing_at;  // the field that letters are typed into
    std::string rows;       // the list that is scrolled

  private:
    std::string name_;
    std::unique_ptr<ui::View> view_;
    ui::Model model_;
    ui::NullWindow window_{screen};
    ui::Frame frame_{window_, ui::Fonts::find(), {}};
    ui::Sink sink_;
    ui::PreviewMaker maker_;
    std::shared_ptr<const ui::Preview> before_;
    std::uint64_t entry_ = 10'000'000;
};

const meeting::Actor the_clerk{"clerk-2", meeting::Desk::clerk};
const meeting::Actor the_chair{"chair", meeting::Desk::chair};
constexpr std::string_view sentence =
    "said that what the gauges upstream had shown since the morning was known downstream within the hour.";

// A paragraph by another clerk: the frame that shows the meeting's change, the record made beside the
// window's thread, and the frame that shows it.
void measure_paragraphs(Desk& desk, bool with_record, const std::string& beside = "") {
    Times changed;
    Times making;
    Times shown;
    for (int i = 0; i < few_rounds; ++i) {
        desk.pass(1000);
        desk.other(the_clerk, meeting::Write{{}, std::string(sentence), {}});
        changed.add(desk.draw());
        if (!with_record) continue;
        making.add(desk.make_preview());
        shown.add(desk.draw());
    }
    changed.print(desk.name(), "a paragraph came" + beside);
    if (!with_record) return;
    if (beside.empty()) making.print(desk.name(), "the record made beside the window's thread");
    shown.print(desk.name(), "the record came" + beside);
}

void measure(Desk& desk, bool with_record, const std::string& beside = "") {
    desk.measure("nothing changed", rounds, [](int) {});
    desk.measure("a digit changed", rounds, [&](int) { desk.pass(1000); });
    measure_paragraphs(desk, with_record, beside);
    desk.measure("the chair's act came", rounds, [&](int i) {
        desk.pass(1000);
        desk.other(the_chair,
                   meeting::GrantTime{i % 2 == 0 ? 30 : -30, desk.model().meeting.proceedings.floor});
    });
    // Up through what has never been shown, and down again.
    desk.measure("scrolled", rounds, [&](int i) { desk.wheel(desk.rows, i < rounds / 2 ? 3.0F : -3.0F); });
    desk.measure("a letter typed", rounds, [&](int i) { desk.letter("reading the gauges "[i % 19]); });
    desk.measure("the chair's act came, with what was typed", rounds, [&](int i) {
        desk.pass(1000);
        desk.other(the_chair,
                   meeting::GrantTime{i % 2 == 0 ? 30 : -30, desk.model().meeting.proceedings.floor});
    });
}

ui::Style style_of(const std::string& language) {
    const auto style = folder::read_style(DAIS_SOURCE_DIR "/config/house-styles/" + language + ".toml").style;
    return style.value_or(ui::Style{});
}

ui::Model full(meeting::Desk desk) {
    for (const auto& scene : ui::scenes(desk, style_of)) {
        if (scene.name == "full") return scene.make();
    }
    return {};
}

std::string long_text() {
    std::string text;
    for (std::size_t i = 0; i < words_typed; ++i) text += i % 12 == 11 ? "gauge. " : "readings ";
    return text;
}

void measure_chair() {
    auto view = std::make_unique<chair_console::ChairView>();
    view->tab = static_cast<std::size_t>(chair_console::Tab::spoken);
    Desk desk("chair", std::move(view), full(meeting::Desk::chair));
    desk.typing_at = "list.find";
    desk.rows = "list.rows";
    measure(desk, false);
}

void measure_clerk() {
    spelling::Speller speller([] {});
    auto view = std::make_unique<clerk_station::ClerkView>(clerk_station::load_aids, &speller);
    auto model = full(meeting::Desk::clerk);
    auto& texts = view->editor.texts;
    Desk desk("clerk", std::move(view), std::move(model));
    desk.typing_at = "editor.text";
    desk.rows = "record.rows";
    measure_paragraphs(desk, true);
    const auto& floor = desk.model().meeting.proceedings.floor;
    texts.put(desk.model(), {clerk_station::PlaceKind::paragraph, floor.value}, long_text());
    for (int i = 0; i < 10; ++i) desk.draw();
    measure(desk, true, ", beside 320 words");
}

void measure_moderator() {
    Desk desk("moderator", std::make_unique<clerk_station::ModeratorView>(), full(meeting::Desk::moderator));
    desk.typing_at = "remote.find";
    desk.rows = "remote.rows";
    measure(desk, false);
}

// A hall's screen with a full list and a clock that runs; of a larger screen, what is drawn by the processor
// for it is four times as much.
void measure_room() {
    for (const auto& scene : ui::scenes(meeting::Desk::room)) {
        if (scene.name != "many next") continue;
        auto model = scene.make();
        Desk desk("room", std::make_unique<clerk_station::RoomDisplay>(), model);
        desk.measure("nothing changed", rounds, [](int) {});
        desk.measure("a digit changed", rounds, [&](int) { desk.pass(1000); });
        auto view = *model.room;
        desk.measure("another speaker came", few_rounds, [&](int i) {
            desk.pass(1000);
            view.floor->speaker.name = fmt::format("Ms. Delegate {}", i);
            std::rotate(view.next.begin(), view.next.begin() + 1, view.next.end());
            desk.show_room(view);
        });
    }
}

}  // namespace
}  // namespace dais

int main(int argc, char** argv) {
    const std::string_view only = argc > 1 ? argv[1] : "";
    if (only.empty() || only == "chair") dais::measure_chair();
    if (only.empty() || only == "clerk") dais::measure_clerk();
    if (only.empty() || only == "moderator") dais::measure_moderator();
    if (only.empty() || only == "room") dais::measure_room();
}
