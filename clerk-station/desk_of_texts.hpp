// The clerk's unfinished texts, one for each place, and the one that is being written. What is typed is
// handed to the disk with every change; what was put on the record leaves its place empty. A value of the
// view; the window's thread.
#pragma once

#include <map>
#include <string>

#include "clerk-station/places.hpp"
#include "ui/editor.hpp"
#include "ui/sink.hpp"

namespace dais::clerk_station {

class DeskOfTexts {
  public:
    static constexpr const char* at_key = "clerk.at";  // the draft that says where the clerk was

    [[nodiscard]] const Place& place() const { return place_; }
    ui::Editor& editor() { return texts_[place_].editor; }
    [[nodiscard]] bool empty() const {
        const auto at = texts_.find(place_);
        return at == texts_.end() || at->second.editor.empty();
    }
    // Goes to a place. A revision or an attribution begins with the text that stands, unless it was begun.
    void go(const ui::Model& model, const Place& place);
    // The text was asked for, or given up: the place is empty from now on. `kept`: the command carries the
    // draft away by itself.
    void empty_place(ui::Sink& sink, bool kept);
    // Goes to a place and puts a text there, before what is being written.
    void put(const ui::Model& model, const Place& place, std::string_view text);
    // Hands what has changed since the last call to the disk.
    void keep(ui::Sink& sink);
    void restore(const std::map<std::string, std::string>& drafts);
    // The places with an unfinished text, but the present one.
    [[nodiscard]] std::vector<Place> elsewhere() const;
    // The same with the present one.
    [[nodiscard]] std::vector<Place> unfinished() const;
    // The revision of the text that a revision was begun from, for the hub to hold against what stands.
    [[nodiscard]] std::optional<std::uint32_t> base() const;

  private:
    struct Text {
        ui::Editor editor;
        std::uint64_t kept = 0;  // the editor's revision that was handed to the disk
        std::optional<std::uint32_t> base;
        bool begun = false;
        bool draft = false;  // something was typed that is on the disk, and nowhere else
    };

    void keep_one(ui::Sink& sink, const Place& place, Text& text);

    Place place_;
    Place place_kept_;
    std::map<Place, Text> texts_;
};

}  // namespace dais::clerk_station
