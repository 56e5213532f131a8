// A meeting on stage: a committee of our own, played by script lines, and its record. Each test changes what it is about.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "meeting/meeting.hpp"
#include "record/record.hpp"
#include "support/scene.hpp"

namespace dais::record::test {

// config/house-styles/LANG.toml as the program hands it to HouseStyle::from.
const std::map<std::string, std::string>& style_map(const std::string& language);
HouseStyle style_of(const std::string& language);

class Stage {
  public:
    Stage();

    meeting::Setup setup;                             // 8 October 2021, UTC, an agenda of two items and a sub-item
    std::vector<meeting::Participant> people;         // chair, ana, ben (members), cleo (Vice-Chair), mex, phi (States), org
    meeting::Participant& person(const std::string& id);

    // One line or several; nothing may be refused. The meeting is prepared when the first line is played.
    Stage& play(std::string_view lines);
    // The same after "15:00 chair open_meeting".
    Stage& open_and_play(std::string_view lines);

    [[nodiscard]] const meeting::Meeting& meeting();
    [[nodiscard]] Record record(const Options& options = {});
    [[nodiscard]] Record record(const HouseStyle& style, const Options& options = {});
    // The body alone, or all of it, in the text format of the language's house style.
    [[nodiscard]] std::string body();
    [[nodiscard]] std::string whole();
    // The body's only line, or those between the opening and the end, with "\n" between.
    [[nodiscard]] std::string lines();

  private:
    void prepare();

    std::optional<support::Scene> scene_;
};

}  // namespace dais::record::test
