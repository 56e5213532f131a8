// The clerk's unfinished texts, one for each place, and the one that is being written. What is typed is
// handed to the disk with every change; what was put on the record leaves its place empty. A value of the
// view; the window's thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "clerk-station/places.hpp"
#include "clerk-station/two_wordings.hpp"
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
    // Whether something is typed there that is nowhere else.
    [[nodiscard]] bool has_draft(const Place& place) const;

    // What others have made of the texts that are being revised goes into them, as far as it does not clash.
    void follow(const ui::Model& model, ui::Sink& sink);
    // The two wordings at the present place, where they clash.
    [[nodiscard]] std::optional<TwoWordings> clash(const ui::Model& model) const;
    // Whose changes were put into the present text and are out of it again, as undo does: on the record it
    // would take them out there too. The station's name; empty where nobody's are.
    [[nodiscard]] std::string left_out() const;
    // Puts both wordings into the text, for the clerk to work on by hand: it is no clash any more.
    void take_both(const TwoWordings& wordings, ui::Sink& sink);
    // A revision that was refused becomes the unfinished text of its place again; false where something else
    // was begun there.
    bool take_back(meeting::TextId text, std::string_view words, std::uint32_t base, ui::Sink& sink);

  private:
    // What others changed, as it went into a text of ours.
    struct Merge {
        std::string author;
        std::string before;
        std::string after;
        bool out = false;
    };
    static constexpr std::size_t max_merges = 16;  // of one text; of more the oldest are forgotten

    struct Text {
        ui::Editor editor;
        std::uint64_t kept = 0;  // the editor's revision that was handed to the disk
        std::optional<std::uint32_t> base;
        bool begun = false;
        std::uint64_t compared = 0;  // the editor's revision when it was last held against what stands
        std::uint32_t against = 0;   // the revision that stood then; 0: never
        bool clashes = false;        // as was found then
        std::vector<Merge> merges;
        bool draft = false;  // something was typed that is on the disk, and nowhere else
    };

    void keep_one(ui::Sink& sink, const Place& place, Text& text);
    static void see_what_is_out(Text& text);
    void follow_one(const ui::Model& model, ui::Sink& sink, const Place& place, Text& text);

    Place place_;
    Place place_kept_;
    std::map<Place, Text> texts_;
};

}  // namespace dais::clerk_station
