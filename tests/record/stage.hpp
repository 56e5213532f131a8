// A meeting on stage: a scene with a cast and an agenda of our own, and the record of what was played.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"
#include "support/scene.hpp"

namespace dais::record::test {

// config/house-styles/LANG.toml, as the program hands it to HouseStyle::from.
const std::map<std::string, std::string>& style_map(const std::string& language);
const HouseStyle& style_of(const std::string& language);

// chair okoro (Ms. Okoro), members ana (Ms. Ferreira) and ben (Mr. Haddad, by video), officers cleo (Mr. Brandt, Vice-Chair)
// and rita (Ms. Sundaram, Rapporteur), States mex (Ms. Liévano of Mexico, by video) and phi (Ms. Ople of the Philippines),
// organization org (Mr. Koné of the River Network), secretariat sec (Ms. Whitfield, Secretary of the Committee), observer
// obs (Mr. Oduya, without an affiliation).
extern const std::string_view cast;

// "work"; "impl", number 4, continued, with two documents, and under it "floods" and "fish", concluded; "other" with a document.
extern const std::string_view agenda;

using Lines = std::vector<std::string>;

class Stage {
  public:
    // `setup`: the tables of a meeting.toml before the agenda.
    explicit Stage(std::string_view setup = "", std::string_view people = cast);

    Stage& play(std::string_view lines) {
        scene.go(lines);
        return *this;
    }
    // After the opening at 15:00.
    Stage& open(std::string_view lines = "") { return play("15:00 chair open_meeting").play(lines); }

    [[nodiscard]] Record record(const Options& options = {}) const;
    // The body's blocks as the text format prints them: "1. The Chair said that all was well."
    [[nodiscard]] Lines body() const;
    // The same of the paragraphs, notes and decisions alone.
    [[nodiscard]] Lines paragraphs() const;
    // The masthead and the asterisk's note.
    [[nodiscard]] Lines masthead() const;

    support::Scene scene;
    HouseStyle style;
};

}  // namespace dais::record::test
