// Clerks and moderators at their stations, for tests: a meeting in session with an English record.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "clerk-station/clerk_view.hpp"
#include "clerk-station/moderator_view.hpp"
#include "support/scene.hpp"
#include "support/seat.hpp"
#include "support/style.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

// In session since 15:10, under item 1. Ms. Ople (the Philippines) takes part by video.
inline constexpr std::string_view setup =
    "[limits]\nmember = 300\n"
    "[[agenda]]\nid = \"opening\"\nnumber = 1\ntitle = \"Opening\"\n";
inline constexpr std::string_view in_session =
    "15:09 moderator report_link who=ople link=video\n"
    "15:10 chair open_meeting\n"
    "15:10 chair take_up item=opening\n";

struct Played {
    explicit Played(std::string_view lines) : scene(setup) {
        scene.go(in_session);
        scene.go(lines);
        meeting = scene.meeting();
        meeting.setup.style = support::english();
    }
    support::Scene scene;
    meeting::Meeting meeting;
};

template <class View>
support::Seat seat_of(const std::string& station, std::string_view lines) {
    Played played(lines);
    return {std::make_unique<View>(), played.meeting, played.scene.now(), station};
}

inline support::Seat clerk(std::string_view lines = "", const std::string& station = "clerk-1") {
    return seat_of<ClerkView>(station, lines);
}
inline support::Seat moderator(std::string_view lines = "", const std::string& station = "moderator") {
    return seat_of<ModeratorView>(station, lines);
}

inline ClerkView& clerk_view(support::Seat& seat) {
    return static_cast<ClerkView&>(seat.view());
}
inline ModeratorView& moderator_view(support::Seat& seat) {
    return static_cast<ModeratorView&>(seat.view());
}

// What a text of the meeting says now; "(removed)", "(none)".
inline std::string text_of(const support::Seat& seat, std::uint64_t id) {
    const auto* text = meeting::find_text(seat.model.meeting, meeting::TextId{id});
    if (text == nullptr) return "(none)";
    return text->removed ? "(removed)" : text->revisions.back().text;
}

// The grey before the text that is being written.
inline std::string lead(support::Seat& seat) {
    return seat.text("editor.text.lead");
}

// Presses Tab until the widget has the focus.
inline bool tab_to(support::Seat& seat, const std::string& id) {
    for (int i = 0; i < 60 && seat.focused() != id; ++i) seat.press("Tab");
    return seat.focused() == id;
}

}  // namespace dais::clerk_station
