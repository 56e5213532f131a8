// A chair at the console, for tests: a meeting in session whose members have five minutes, with a list.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "chair-console/chair_view.hpp"
#include "support/scene.hpp"
#include "support/seat.hpp"

namespace dais::chair_console {

inline constexpr std::string_view agenda =
    "[limits]\nmember = 300\nwarning = 30\nright_of_reply = [300, 180]\n"
    "[[agenda]]\nid = \"opening\"\nnumber = 1\ntitle = \"Opening\"\n"
    "[[agenda]]\nid = \"budget\"\nnumber = 2\ntitle = \"Budget\"\n";

// The view of a station after these lines were played.
inline support::Seat seat_at(const std::string& station, std::string_view lines = "") {
    support::Scene scene(agenda);
    scene.go(lines);
    return {std::make_unique<ChairView>(), scene.meeting(), scene.now(), station};
}

// In session, with Mr. Lewis and Ms. Poussi on the list.
inline constexpr std::string_view in_session =
    "10:00 chair open_meeting\n"
    "10:00 chair request_floor who=lewis\n"
    "10:00 chair request_floor who=poussi\n";

inline support::Seat chair(std::string_view further = "") {
    return seat_at("chair", std::string(in_session) + std::string(further));
}

inline constexpr std::string_view lewis_speaks = "10:01 chair give_floor\n";

// A field of describe(): "list" of "… | list: poussi | …"; "" where it is not said.
inline std::string field(const support::Seat& seat, std::string_view name) {
    const auto state = " | " + seat.state() + " |";
    const auto key = " | " + std::string(name) + ": ";
    const auto at = state.find(key);
    if (at == std::string::npos) return {};
    const auto from = at + key.size();
    return state.substr(from, state.find(" |", from) - from);
}

inline ChairView& view(support::Seat& seat) {
    return static_cast<ChairView&>(seat.view());
}

}  // namespace dais::chair_console
