// A meeting for tests, played in a compact language: no network, no disk, no clock. Each line goes the way of
// a rehearsal's line (parse_script_line, bind) into the core (decide, apply) and what it labels is
// remembered.
//
//   Scene scene;                                             // the cast below, before the opening
//   scene.go("15:10 chair open_meeting");
//   scene.go("15:10:05 chair give_floor to=lewis label=i1");
//   scene.go("15:11 clerk-2 write of=i1 label=p1 text=\"said that all was well.\"");
//   EXPECT_EQ(scene.play("15:12 chair open_meeting")->reason, Reason::meeting_already_open);
//   EXPECT_EQ(scene.state("15:12"), "meeting: open | chair: garcia | floor: lewis +1:55 | spoken: 1 | texts:
//   1");
//
// A line is "TIME STATION COMMAND key=value …" with the fields of script.jsonl; a value with spaces stands in
// double quotes, in which \" \\ and \n are a quote, a backslash and a line break. A line that begins with {
// is taken as JSON. Nothing is checked beyond the form of the line, so that the core's refusals can be seen:
// `who=nobody` reaches it. Where an intervention, text or request is meant that has no label, `#7` names it
// by its id, be there such a one or not.
//
// A line that is wrong in form, names an unknown label or goes back in time throws std::invalid_argument: it
// is the test that is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "folder/script.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"
#include "meeting/refusal.hpp"

namespace dais::support {

// chair garcia (no name, as the Chair is), members lewis, poussi, diallo, charef, State ople (the
// Philippines, by video), State moreno (Chile), organization sato (Human Rights House), secretariat kim
// (Secretary of the Committee), officer narain (Rapporteur), officer vidal (Vice-Chair).
extern const std::string_view default_cast;

class Scene {
  public:
    // `setup`: a meeting.toml; [meeting], body and date (8 October 2021) are put in where they are absent, an
    // agenda is not. `people`: a participants.csv; its header is put in where the text does not begin with
    // "id,".
    explicit Scene(std::string_view setup = "", std::string_view people = default_cast);

    // Plays one line and says why it was refused, or nothing where it was accepted.
    std::optional<meeting::Refusal> play(std::string_view line);
    // Plays lines that must all be accepted; blank ones and those that begin with # are skipped. Throws
    // std::logic_error at a refusal.
    void go(std::string_view lines);

    // The meeting in the small language of describe.hpp, at the time of the last line or at a time of its
    // day.
    [[nodiscard]] std::string state() const;
    [[nodiscard]] std::string state(std::string_view time_of_day) const;

    [[nodiscard]] const meeting::Meeting& meeting() const { return meeting_; }
    [[nodiscard]] base::Instant now() const { return now_; }
    [[nodiscard]] base::Instant at(std::string_view time_of_day) const;
    // What a journal of the scene would hold, the preparation first.
    [[nodiscard]] const std::vector<meeting::Fact>& facts() const { return facts_; }
    // The last accepted line's command, with its labels resolved.
    [[nodiscard]] const meeting::Command& last_command() const { return last_command_; }

    // What labels stand for; throws where there is no such label.
    [[nodiscard]] meeting::InterventionId intervention(const std::string& label) const;
    [[nodiscard]] meeting::TextId text(const std::string& label) const;
    [[nodiscard]] meeting::RequestId request(const std::string& label) const;

  private:
    void accept(std::vector<meeting::Event> events, const meeting::Actor& actor);

    meeting::Meeting meeting_;
    base::Instant midnight_;
    base::Instant now_;
    folder::Labels labels_;
    std::vector<meeting::Fact> facts_;
    meeting::Command last_command_;
};

// "15:10 chair give_floor to=lewis" as the JSON object of script.jsonl. Throws std::invalid_argument.
std::string script_json(std::string_view line);

}  // namespace dais::support
