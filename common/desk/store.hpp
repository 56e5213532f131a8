// The model of a desk's window, kept up to date with what its station tells, and the way back: what panels
// want, handed to the station. Pure but for the Post that it is given. Thread: the window's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "station/news.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"

namespace dais::desk {

// Where a window's wishes go: its station, on a thread of its own (station/runner.hpp), or a test.
class Post {
  public:
    virtual ~Post() = default;
    virtual void ask(std::uint64_t token, meeting::Command command, std::string from) = 0;
    virtual void keep_draft(std::string place, std::string text, std::uint64_t version) = 0;
    virtual void forget_draft(std::string place) = 0;
    // For the other desks to see while it is written; an empty text: nothing any more.
    virtual void show_draft(std::string place, std::uint32_t base, std::string text) = 0;
    virtual void forget_unplaced(std::uint64_t request) = 0;
};

using Drafts = std::map<std::string, std::string>;

class Store {
  public:
    explicit Store(Post& post) : post_(post) {}

    // Takes in what the station tells. `uptime` is the machine's, now.
    void take(std::vector<station::News> news, base::Instant uptime);
    // The record as it would be printed, made elsewhere.
    void set_preview(std::shared_ptr<const ui::Preview> preview) { model_.preview = std::move(preview); }
    // Carries out what panels wanted.
    void carry_out(std::vector<ui::Intent> intents, base::Instant uptime);
    // Before a frame: what time it is.
    void tell_time(base::Instant uptime);

    [[nodiscard]] const ui::Model& model() const { return model_; }

    // The drafts to take up: of the meeting that this station was at last, as soon as the disk was read; and
    // those of another meeting, once it turns out to be at that. Nothing where none are due.
    std::optional<Drafts> take_drafts();
    // The settings among the drafts ("ui.theme"), from the disk.
    [[nodiscard]] const Drafts& settings() const { return settings_; }

  private:
    void take(station::Restored& restored);
    void take(station::Replaced& replaced);
    void take(station::Happened& happened);
    void take(station::LinkNews& news);
    void take(station::Settled& settled);
    void count_waiting();
    void take(station::NotTaken& not_taken);
    void take(station::Held& held);
    void take(station::Kept& kept);
    void take(station::Unanswered& unanswered);
    void take(station::DraftKept& kept);
    void take(station::Unplaced& unplaced);
    void take(station::Trouble& trouble);
    void take(station::DraftOfOther& draft);
    void take(station::DraftsOfOthersGone& gone);
    void take(station::RoomShown& shown);

    void carry_out(ui::Ask& ask);
    void carry_out(ui::Read& read);
    void carry_out(ui::KeepDraft& keep);
    void carry_out(ui::ForgetDraft& forget);
    void carry_out(ui::ForgetUnplaced& forget);

    ui::Asked* find(std::uint64_t token);
    void refuse(std::uint64_t token, std::string sentence);
    void give_up_wordless(const station::Settled& settled);
    void recognise_meeting();
    void show_drafts();
    // Lets the other desks see it, once it is known that it is of the meeting that they are at.
    void show(const std::string& place, std::uint32_t base, std::string text);
    [[nodiscard]] Drafts drafts_here() const;
    [[nodiscard]] std::string place_on_disk(const std::string& place) const;

    Post& post_;
    ui::Model model_;
    base::Span offset_{0};
    std::uint64_t last_token_ = 0;
    std::uint64_t last_version_ = 0;
    // Of texts that the station did not take: counted down, as its own numbers count up.
    std::uint64_t last_local_request_ = ~std::uint64_t{0};
    std::map<std::string, std::uint64_t>
        versions_;   // of drafts that are not on the disk yet, by place on disk
    Drafts drafts_;  // by place on disk
    Drafts settings_;
    std::map<std::uint64_t, std::string>
        carried_;  // by token: the draft that a text under way was, by place on disk
    std::map<std::uint64_t, std::string>
        untaken_;                     // by number: the same, of an unplaced text that was never taken
    std::size_t waiting_before_ = 0;  // texts of an earlier run that are not answered yet
    std::string meeting_;             // the fingerprint of the meeting whose drafts are kept
    bool recognised_ = false;         // in this run
    std::set<std::string> shown_;     // places of which the other desks see the draft
    bool drafts_due_ = false;
};

// Eight hex digits that tell one meeting's drafts from another's on the same disk: of what the meeting folder
// says of it.
std::string fingerprint(const meeting::Setup& setup);

}  // namespace dais::desk
