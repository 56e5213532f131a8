// A desk without a window, a network or a hub: a view in a null window, whose wishes are decided and applied
// on the spot. Tests press keys, type, click widgets by their ids and read what is on the screen. Where the
// meeting brings a house style along (support/style.hpp), its record is made anew after every change.
//
// What becomes of an intent is what desk::Store and its station make of it: a text that is refused is kept as
// unplaced, a command takes its draft along, a draft is unsaved until the disk has it.
//
//   Seat seat(std::make_unique<chair_console::ChairView>(), scene.meeting(), scene.now(), "chair");
//   seat.press("Space");
//   EXPECT_EQ(seat.text("floor.name"), "Ms. Ferreira");
//   EXPECT_EQ(seat.state(), "meeting: open | …");
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/refusal.hpp"
#include "ui/frame.hpp"
#include "ui/null_window.hpp"
#include "ui/preview.hpp"
#include "ui/view.hpp"

namespace dais::support {

// "Ctrl+Shift+Z", "Space", "+", "e": as people write it. Throws std::invalid_argument for what is no key.
ui::Chord chord(std::string_view text);

class Seat {
  public:
    // `station` is "chair", "clerk-1", "moderator": its desk decides what it may ask for.
    Seat(std::unique_ptr<ui::View> view, meeting::Meeting meeting, base::Instant now,
         const std::string& station, ui::Extent extent = {1280, 800});

    // One press and release, and the character that the key makes; then as many frames as a window draws.
    void press(std::string_view keys);
    void hold(std::string_view key, int repeats);  // the press, and so many repeats of it
    // A text as it is typed, letter by letter, all before the next frame.
    void type(std::string_view text);
    // Clicks in the middle of a widget. Throws std::logic_error where it is not there, not to be seen or not
    // enabled.
    void click(const std::string& id);
    // Presses in the middle of one widget and lets go in the middle of another.
    void drag(const std::string& from, const std::string& to);
    void frame();
    void pass(std::int64_t seconds);

    [[nodiscard]] bool has(const std::string& id) { return probe(id) != nullptr; }
    [[nodiscard]] const ui::Probe* probe(const std::string& id) { return frame_.ui().probe(id); }
    [[nodiscard]] bool enabled(const std::string& id) { return has(id) && probe(id)->enabled; }
    // What a widget says; "(absent)" where there is none.
    [[nodiscard]] std::string text(const std::string& id);
    [[nodiscard]] std::string focused() { return frame_.ui().focused(); }
    // Every text on the screen that has this in it.
    [[nodiscard]] bool shows(std::string_view text);

    // The meeting in the small language of meeting/describe.hpp.
    [[nodiscard]] std::string state() const;

    // What another station does. Throws std::logic_error where it is refused.
    void other(const std::string& station, const meeting::Command& command);
    // For several seats at one meeting: what this one brought about is told, and what others did is heard.
    std::function<void(const meeting::Fact&)> tell = [](const meeting::Fact&) {};
    void hear(const meeting::Fact& fact);
    // From now on answers are held back, until answer() gives them all.
    void hold_answers() { holds_ = true; }
    void answer();
    // From now on the disk is full: drafts are marked as unsaved, and texts are held, until release_disk().
    void hold_disk() { disk_holds_ = true; }
    void release_disk();
    // As a station is whose hub is not heard: what is asked waits until answer().
    void lose_link(std::int64_t seconds_ago);

    ui::Model model;
    std::vector<std::string> asked;  // the words of all commands that were asked
    std::map<std::string, std::string> drafts;
    ui::NullWindow& window() { return window_; }
    ui::Frame& frames() { return frame_; }
    ui::View& view() { return *view_; }

  private:
    void settle();
    void carry_out(ui::Ask& ask);
    void carry_out(ui::Read& read);
    void carry_out(ui::KeepDraft& keep);
    void carry_out(ui::ForgetDraft& forget);
    void carry_out(ui::ForgetUnplaced& forget);
    void decide(std::uint64_t token);
    void refuse(ui::Asked& one, const meeting::Refusal& refusal);
    void count_waiting();
    void apply(const meeting::Actor& actor, std::vector<meeting::Event> events);

    std::unique_ptr<ui::View> view_;
    ui::NullWindow window_;
    ui::Frame frame_;
    ui::Sink sink_;
    ui::PreviewMaker preview_;
    std::uint64_t token_ = 0;
    std::uint64_t request_ = 0;
    std::uint64_t entry_ = 1'000'000;
    bool holds_ = false;
    bool lost_ = false;
    bool disk_holds_ = false;
};

}  // namespace dais::support
