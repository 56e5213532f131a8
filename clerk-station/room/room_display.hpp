// What a hall sees on its screen: who speaks and how long is left, who comes next, what is dealt with. It is
// drawn from what the room may know (Model::room) and from nothing else; at a station that is no room's, of
// what the room would be shown. It fills its screen, whatever its size, and asks for nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "clerk-station/room/big_text.hpp"
#include "folder/room_words.hpp"
#include "meeting/room_view.hpp"
#include "ui/view.hpp"

namespace dais::clerk_station {

// The words of a language; called once for each. Errors: as folder::read_room_words().
using LoadRoomWords = std::function<base::Result<folder::RoomWords>(const std::string& language)>;
// Those of the site's config, in English where there are none in the language.
base::Result<folder::RoomWords> load_room_words(const std::string& language);

// What a key asks of the window.
struct RoomWindow {
    std::function<void()> full_screen = [] {};  // on or off
    std::function<void()> close = [] {};
};

class RoomDisplay final : public ui::View {
  public:
    explicit RoomDisplay(LoadRoomWords load = load_room_words, RoomWindow window = {});

    void draw(ui::Ui& ui, const ui::Model& model, ui::Sink& sink, ui::Rect area) override;
    [[nodiscard]] std::optional<base::Instant> next_digit(const ui::Model& model) const override;
    void restore(const std::map<std::string, std::string>&) override {}
    [[nodiscard]] std::string title() const override { return "Room"; }
    [[nodiscard]] const std::vector<ui::HelpLine>& help() const override;

  private:
    // What is shown; null where nothing came yet. Good until the next call.
    const meeting::RoomView* seen(const ui::Model& model) const;
    void take_words(const std::string& language);
    void draw_connecting(ui::Ui& ui, const ui::Model& model, ui::Rect area);
    void draw_meeting(ui::Ui& ui, const ui::Model& model, const meeting::RoomView& view, ui::Rect area);
    void draw_banner(ui::Ui& ui, const std::string& id, const std::string& text, float unit, ui::Rect& area);
    void take_keys(ui::Ui& ui);

    LoadRoomWords load_;
    RoomWindow window_;
    BigTexts texts_;
    std::optional<std::string> language_;  // of the words
    folder::RoomWords words_;
    bool right_to_left_ = false;
    std::string trouble_;  // of the words' file, in a sentence
    mutable std::uint64_t revision_ = 0;
    mutable std::shared_ptr<const meeting::RoomView> made_;  // of the meeting, at a desk
};

}  // namespace dais::clerk_station
