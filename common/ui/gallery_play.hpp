// Private to the folder: the meetings of the gallery, played by the core from commands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "meeting/actor.hpp"
#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"

namespace dais::ui {

// 12 March 2026, 09:00 UTC.
inline constexpr base::Instant morning{1'773'306'000'000};

// Plays a meeting: one who decides and applies, with a clock that is set by hand.
class Play {
  public:
    Play(meeting::Setup setup, std::vector<meeting::Participant> people);

    Play& pass(std::int64_t seconds) {
        now_ = now_ + std::chrono::seconds(seconds);
        return *this;
    }
    // Each checks that the core accepts it.
    Play& chair(const meeting::Command& command) { return play({"chair", meeting::Desk::chair}, command); }
    Play& clerk(const meeting::Command& command) { return play({"clerk-1", meeting::Desk::clerk}, command); }
    Play& other_clerk(const meeting::Command& command) {
        return play({"clerk-2", meeting::Desk::clerk}, command);
    }
    Play& moderator(const meeting::Command& command) {
        return play({"moderator", meeting::Desk::moderator}, command);
    }

    [[nodiscard]] const meeting::Meeting& meeting() const { return meeting_; }
    [[nodiscard]] base::Instant now() const { return now_; }

  private:
    Play& play(meeting::Actor actor, const meeting::Command& command);
    void record(std::vector<meeting::Event> events, meeting::Actor actor);

    meeting::Meeting meeting_;
    base::Instant now_ = morning;
    std::uint64_t entry_ = 0;
};

meeting::Participant person(std::string id, std::string title, std::string family, meeting::Role role,
                            std::string affiliation,
                            meeting::Attendance attendance = meeting::Attendance::room);
// Of meeting 47, in Zurich.
meeting::Setup setup(std::string body, std::vector<std::string> items);
std::vector<meeting::Participant> people();

// Prepared, and not begun.
Play small();
// In session, with a list, links, what was spoken, and Ms. Vale on the floor by video.
Play in_session();
Play long_names();

enum class Tongue : std::uint8_t { french, arabic, chinese, russian };
// In session in that language, with two on the list and somebody on the floor.
Play in_language(Tongue tongue);

}  // namespace dais::ui
