// A meeting folder's script, played on the desks' windows by keys. The hub's clock follows the script; a
// station of our own watches the meeting, so that the next key is pressed when the last one's entry is there.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "cli/cast.hpp"
#include "cli/desk_stage.hpp"
#include "cli/keyboard.hpp"
#include "cli/strokes.hpp"
#include "folder/folder.hpp"

namespace dais::cli {

class Performance {
  public:
    static constexpr const char* watcher = "clerk-9";

    Performance(const folder::Folder& folder, DeskStage& stage, Cast& cast, base::Span key_delay)
        : folder_(folder), stage_(stage), cast_(cast), keyboard_(key_delay) {}

    // Called before a line is played, with its place in the script, from 0.
    std::function<base::Status<>(std::size_t)> before_line;
    // Called in the middle of a text that is typed, with its line's place: a test kills a station there.
    std::function<base::Status<>(std::size_t)> in_mid_text;

    // Plays every line. Errors name the script's line: no_keys, no_answer (the window did not bring the line
    // about within half a minute; what it shows is in a picture), and those of the keyboard and the stations.
    base::Status<> play();
    // Takes a picture of every window, into the stage's folder.
    base::Status<> take_pictures();

    [[nodiscard]] const meeting::Meeting& meeting() const;
    [[nodiscard]] std::size_t strokes() const { return strokes_; }
    Keyboard& keyboard() { return keyboard_; }
    // Gives a desk's window the focus, once it shows the meeting.
    base::Status<> focus(const std::string& desk);

  private:
    base::Status<> play_line(std::size_t place, const folder::ScriptLine& line);
    base::Status<> make(std::size_t place, const std::vector<Stroke>& strokes);
    base::Status<> make(std::size_t place, const Stroke& stroke);
    base::Status<> set_clock(base::Instant at);
    template <class Holds>
    base::Status<> until(const Holds& holds, const std::string& what);

    const folder::Folder& folder_;
    DeskStage& stage_;
    Cast& cast_;
    Keyboard keyboard_;
    Hand hand_;
    folder::Labels labels_;
    std::string focused_;
    std::deque<wire::Entry> applied_;
    std::optional<replica::Settled> settled_;
    std::size_t strokes_ = 0;
};

}  // namespace dais::cli
