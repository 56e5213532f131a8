// Desks, each a program with a window on a display of its own, as on machines of their own; with a hub, and
// the stations of a script that have no window. Lines of a script are played on the windows by keys.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "cli/keyboard.hpp"
#include "cli/strokes.hpp"
#include "desks/display.hpp"
#include "folder/folder.hpp"

namespace dais::e2e {

class Windows {
  public:
    // Starts the hub and the desks with these names; a moderator that is none of them has no window. Throws
    // std::runtime_error where something does not start.
    Windows(const std::filesystem::path& meeting, base::Instant start, const std::filesystem::path& out,
            const std::vector<std::string>& desks);

    // Plays a line: the moderator's through its station, all others by keys. Waits for the hub's answer,
    // unless there is no hub; then for nothing. Why not, where it did not come about.
    std::string play(const folder::ScriptLine& line);
    // Called after half of a text was typed, in the middle of a word; once.
    std::function<void()> in_mid_word;

    // Presses chords, types a text at a desk.
    void press(const std::string& desk, const std::vector<std::string>& chords);
    void type(const std::string& desk, const std::string& text);

    // Kills a desk's program, as a machine does that loses its power, and starts it anew under its name.
    void kill(const std::string& desk);
    void open(const std::string& desk);
    // The same for the hub.
    void kill_hub();
    void restart_hub();
    // Until the hub has told the watching station of so many entries more than `head`; whether it did.
    bool arrives(base::Sequence head, std::uint64_t entries = 1);
    // Until a desk has drawn all that the watching station knows of; whether it did. Of a desk that follows
    // the meeting, not of a room's.
    bool shows_all(const std::string& desk);

    [[nodiscard]] const meeting::Meeting& meeting() { return watcher().replica().state(); }
    [[nodiscard]] base::Sequence head() { return watcher().replica().head(); }
    [[nodiscard]] std::filesystem::path spool(const std::string& desk) const;
    [[nodiscard]] std::filesystem::path journal() const { return hub_->journal(); }
    [[nodiscard]] std::string address() const { return hub_->address(); }
    [[nodiscard]] std::filesystem::path keys() const { return hub_->ring().directory(); }
    // The row of an intervention in a clerk's list: the keys that lead to a new paragraph of it.
    [[nodiscard]] std::vector<std::string> keys_to(const std::string& label);
    // Ends the desks, then the hub, in good order.
    void stop();

  private:
    struct Desk {
        std::string program;
        std::unique_ptr<Display> display;
        std::string number;  // of the display
        std::unique_ptr<Process> process;
    };
    station::Station& watcher() { return cast_->at("clerk-9"); }
    bool until(const std::function<bool()>& holds);
    std::string make(const std::string& desk, const cli::Stroke& stroke);
    std::string by_station(const folder::ScriptLine& line, meeting::Command command);
    bool set_clock(base::Instant at);
    void use(const std::string& desk);

    std::filesystem::path out_;
    std::map<std::string, Desk> desks_;
    std::optional<cli::HubStage> hub_;
    std::optional<cli::Cast> cast_;
    bool hub_runs_ = true;
    cli::Keyboard keyboard_;
    cli::Hand hand_;
    folder::Labels labels_;
    std::optional<replica::Settled> settled_;
    std::optional<wire::Entry> applied_;
};

}  // namespace dais::e2e
