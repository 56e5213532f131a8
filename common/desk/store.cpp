#include "desk/store.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "meeting/apply.hpp"
#include "seal/digest.hpp"
#include "ui/words.hpp"
#include "wire/messages.hpp"

namespace dais::desk {
namespace {

constexpr std::string_view settings_prefix = "ui.";
constexpr const char* meeting_place = "ui.meeting";
constexpr std::size_t fingerprint_digits = 8;

// Where the clerk's desk keeps what the revision at "r:34" was begun from: "b:34".
std::uint32_t base_of(const Drafts& drafts, const std::string& place) {
    if (!place.starts_with("r:")) return 0;
    const auto kept = drafts.find("b:" + place.substr(2));
    if (kept == drafts.end()) return 0;
    std::uint32_t base = 0;
    const auto& digits = kept->second;
    std::from_chars(digits.data(), digits.data() + digits.size(), base);
    return base;
}

}  // namespace

std::string fingerprint(const meeting::Setup& setup) {
    const auto& facts = setup.facts;
    std::string text;
    for (const auto* part : {&facts.symbol, &facts.body, &facts.session, &facts.place, &facts.treaty}) {
        text += *part + '\n';
    }
    text += std::to_string(facts.number.value_or(0)) + '\n' + std::to_string(facts.date.year) + '-' +
            std::to_string(facts.date.month) + '-' + std::to_string(facts.date.day);
    return seal::hex(seal::digest(text)).substr(0, fingerprint_digits);
}

void Store::take(std::vector<station::News> news, base::Instant uptime) {
    model_.uptime = uptime;
    for (auto& each : news) std::visit([this](auto& one) { take(one); }, each);
    count_waiting();
    tell_time(uptime);
}

void Store::tell_time(base::Instant uptime) {
    model_.uptime = uptime;
    model_.now = std::max(uptime + offset_, model_.meeting.now);
}

void Store::take(station::Restored& restored) {
    drafts_ = std::move(restored.drafts);
    for (const auto& [place, text] : drafts_) {
        if (std::string_view(place).starts_with(settings_prefix)) settings_[place] = text;
    }
    if (const auto at = drafts_.find(meeting_place); at != drafts_.end()) meeting_ = at->second;
    waiting_before_ = restored.waiting.size();
    count_waiting();
    if (!restored.notice.empty()) model_.trouble = std::move(restored.notice);
    for (auto& each : restored.unplaced) {
        model_.unplaced.push_back({each.request, std::move(each.command), std::move(each.reason)});
    }
    drafts_due_ = true;
}

void Store::take(station::Replaced& replaced) {
    model_.meeting = *replaced.meeting;
    ++model_.revision;
    recognise_meeting();
}

void Store::take(station::Happened& happened) {
    const bool first = model_.revision == 0;
    meeting::apply(model_.meeting, happened.fact);
    ++model_.revision;
    if (first) recognise_meeting();
}

void Store::recognise_meeting() {
    auto known = fingerprint(model_.meeting.setup);
    const bool other = known != meeting_;
    if (other) {
        meeting_ = std::move(known);
        post_.keep_draft(meeting_place, meeting_, ++last_version_);
        drafts_due_ = true;
    }
    if (!std::exchange(recognised_, true) || other) show_drafts();
}

// What lay on the disk is as unfinished for the others as it was; what was written at another meeting is none
// of theirs.
void Store::show_drafts() {
    for (const auto& place : std::exchange(shown_, {})) post_.show_draft(place, 0, "");
    const auto found = drafts_here();
    for (const auto& [place, text] : found) show(place, base_of(found, place), text);
}

void Store::show(const std::string& place, std::uint32_t base, std::string text) {
    if (!recognised_ || !wire::is_draft_place(place)) return;
    if (text.empty()) {
        shown_.erase(place);
    } else {
        shown_.insert(place);
    }
    post_.show_draft(place, base, std::move(text));
}

Drafts Store::drafts_here() const {
    Drafts found;
    const auto prefix = place_on_disk("");
    for (const auto& [place, text] : drafts_) {
        if (std::string_view(place).starts_with(prefix)) found[place.substr(prefix.size())] = text;
    }
    return found;
}

std::optional<Drafts> Store::take_drafts() {
    if (!std::exchange(drafts_due_, false)) return std::nullopt;
    return drafts_here();
}

std::string Store::place_on_disk(const std::string& place) const {
    if (std::string_view(place).starts_with(settings_prefix)) return place;
    return meeting_ + "/" + place;
}

void Store::take(station::LinkNews& news) {
    if (news.state != model_.link || news.sentence != model_.link_sentence) {
        const bool was_live = model_.live();
        model_.link = news.state;
        model_.link_sentence = std::move(news.sentence);
        // How long it has not been there counts from the loss, whatever states it goes through since.
        if (was_live || model_.live()) model_.link_since = model_.uptime;
    }
    model_.hub_trouble = std::move(news.trouble);
    const auto& present = news.present;
    model_.present = {present.chairs, present.clerks, present.moderators, present.rooms};
    if (news.known) model_.self = std::move(news.self);
    offset_ = news.offset;
}

ui::Asked* Store::find(std::uint64_t token) {
    const auto found = std::find_if(model_.asked.begin(), model_.asked.end(),
                                    [&](const ui::Asked& asked) { return asked.token == token; });
    return token == 0 || found == model_.asked.end() ? nullptr : &*found;
}

void Store::refuse(std::uint64_t token, std::string sentence) {
    auto* asked = find(token);
    if (asked == nullptr) return;
    asked->state = ui::Asked::State::refused;
    asked->sentence = std::move(sentence);
}

// Texts wait on this machine until the hub has answered; acts do not wait.
void Store::count_waiting() {
    const auto texts = std::count_if(model_.asked.begin(), model_.asked.end(), [](const ui::Asked& asked) {
        return asked.state != ui::Asked::State::refused && !meeting::is_act(asked.command);
    });
    model_.texts_waiting = waiting_before_ + static_cast<std::size_t>(texts);
    model_.texts_held = static_cast<std::size_t>(
        std::count_if(model_.asked.begin(), model_.asked.end(),
                      [](const ui::Asked& asked) { return asked.state == ui::Asked::State::held; }));
}

void Store::take(station::Settled& settled) {
    if (settled.token == 0 && waiting_before_ > 0) --waiting_before_;
    carried_.erase(settled.token);
    switch (settled.fate) {
        case wire::Fate::accepted:
            std::erase_if(model_.asked, [&](const ui::Asked& asked) { return asked.token == settled.token; });
            return;
        case wire::Fate::refused:
            for (auto& text : model_.unplaced) {
                if (text.request == settled.request) text.word = settled.word;
            }
            give_up_wordless(settled);
            return refuse(settled.token, std::move(settled.sentence));
        case wire::Fate::not_received:
            return refuse(settled.token,
                          "The connection was lost before the hub heard it: it was not done. Ask again if it "
                          "is still meant.");
    }
}

// Where nobody wrote anything (a removal, a report) there is nothing to find a place for: the refusal is said
// where it was asked, and the station need not keep it.
void Store::give_up_wordless(const station::Settled& settled) {
    const auto* asked = find(settled.token);
    if (asked == nullptr || ui::typed_text(asked->command)) return;
    const auto dropped = std::erase_if(
        model_.unplaced, [&](const ui::UnplacedText& text) { return text.request == settled.request; });
    if (dropped > 0) post_.forget_unplaced(settled.request);
}

void Store::take(station::NotTaken& not_taken) {
    const auto* asked = find(not_taken.token);
    // The text is on the disk as its draft still, but not in a panel any more: it must not be out of sight.
    if (asked != nullptr && ui::typed_text(asked->command)) {
        model_.unplaced.push_back({--last_local_request_, asked->command, not_taken.sentence});
        if (const auto from = carried_.find(not_taken.token); from != carried_.end()) {
            untaken_[last_local_request_] = from->second;
        }
    }
    carried_.erase(not_taken.token);
    refuse(not_taken.token, std::move(not_taken.sentence));
}

void Store::take(station::RoomShown& shown) {
    model_.room = std::move(shown.view);
    ++model_.revision;
}

void Store::take(station::Held& held) {
    if (auto* asked = find(held.token)) asked->state = ui::Asked::State::held;
}

void Store::take(station::Kept& kept) {
    if (auto* asked = find(kept.token)) asked->state = ui::Asked::State::waiting;
}

void Store::take(station::Unanswered& unanswered) {
    if (auto* asked = find(unanswered.token)) asked->state = ui::Asked::State::doubtful;
}

void Store::take(station::DraftKept& kept) {
    const auto version = versions_.find(kept.place);
    if (version == versions_.end() || version->second != kept.version) return;
    versions_.erase(version);
    const auto prefix = place_on_disk("");
    if (kept.place.starts_with(prefix)) model_.unsaved.erase(kept.place.substr(prefix.size()));
}

void Store::take(station::Unplaced& unplaced) {
    model_.unplaced.push_back({unplaced.request, std::move(unplaced.command), std::move(unplaced.reason)});
}

void Store::take(station::Trouble& trouble) {
    model_.trouble = std::move(trouble.sentence);
}

void Store::take(station::DraftOfOther& draft) {
    auto& all = model_.drafts_of_others;
    const auto at = std::lower_bound(all.begin(), all.end(), draft, [](const auto& one, const auto& other) {
        return std::tie(one.place, one.author) < std::tie(other.place, other.author);
    });
    const bool known = at != all.end() && at->place == draft.place && at->author == draft.author;
    if (draft.text.empty()) {
        if (known) all.erase(at);
        return;
    }
    ui::DraftOfOther seen{std::move(draft.author), std::move(draft.place), draft.base, std::move(draft.text),
                          model_.uptime};
    if (known) {
        *at = std::move(seen);
    } else {
        all.insert(at, std::move(seen));
    }
}

void Store::take(station::DraftsOfOthersGone&) {
    model_.drafts_of_others.clear();
}

void Store::carry_out(std::vector<ui::Intent> intents, base::Instant uptime) {
    model_.uptime = uptime;
    for (auto& intent : intents) std::visit([this](auto& one) { carry_out(one); }, intent);
    count_waiting();
}

void Store::carry_out(ui::Ask& ask) {
    ui::Asked asked;
    asked.token = ++last_token_;
    asked.where = std::move(ask.where);
    asked.command = ask.command;
    asked.since = model_.uptime;
    model_.asked.push_back(std::move(asked));
    std::string from;
    if (!ask.from.empty()) {
        from = place_on_disk(ask.from);
        drafts_.erase(from);
        versions_.erase(from);
        model_.unsaved.erase(ask.from);
    }
    if (!from.empty()) carried_[last_token_] = from;
    post_.ask(last_token_, std::move(ask.command), std::move(from));
    if (!ask.from.empty()) show(ask.from, 0, "");
}

void Store::carry_out(ui::Read& read) {
    std::erase_if(model_.asked, [&](const ui::Asked& asked) { return asked.token == read.token; });
}

void Store::carry_out(ui::KeepDraft& keep) {
    const auto place = place_on_disk(keep.place);
    drafts_[place] = keep.text;
    versions_[place] = ++last_version_;
    if (!std::string_view(place).starts_with(settings_prefix)) model_.unsaved.insert(keep.place);
    show(keep.place, keep.base, keep.text);
    post_.keep_draft(place, std::move(keep.text), last_version_);
}

void Store::carry_out(ui::ForgetDraft& forget) {
    const auto place = place_on_disk(forget.place);
    drafts_.erase(place);
    versions_.erase(place);
    model_.unsaved.erase(forget.place);
    show(forget.place, 0, "");
    post_.forget_draft(place);
}

void Store::carry_out(ui::ForgetUnplaced& forget) {
    std::erase_if(model_.unplaced,
                  [&](const ui::UnplacedText& text) { return text.request == forget.request; });
    // What was never asked for has no number of the station's. Its draft goes with it, unless something else
    // was begun at its place.
    if (forget.request < last_local_request_) return post_.forget_unplaced(forget.request);
    const auto draft = untaken_.extract(forget.request);
    if (draft.empty()) return;
    const auto& place = draft.mapped();
    const bool shared = std::any_of(untaken_.begin(), untaken_.end(),
                                    [&](const auto& other) { return other.second == place; });
    if (!shared && !drafts_.contains(place)) post_.forget_draft(place);
}

}  // namespace dais::desk
