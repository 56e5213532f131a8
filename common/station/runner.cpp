#include "station/runner.hpp"

#include <algorithm>
#include <utility>

#include "program/clocks.hpp"
#include "wire/codec.hpp"

namespace dais::station {
namespace {

// A step of the hub's clock below it is not worth a frame.
constexpr base::Span offset_step{20};
// Where one turn brings more entries than that, the window is handed the state instead of folding them all.
constexpr std::uint64_t many_entries = 200;
// The station is turned at least so often: beats, patience.
constexpr base::Span longest_wait{250};
// A disk that was full is tried again after so long.
constexpr base::Span rest{2'000};

base::Result<Restored> restored_from(const Station& station) {
    Restored restored;
    restored.drafts = station.kept().drafts;
    restored.notice = station.notice();
    for (const auto& [request, item] : station.kept().items) {
        auto command = wire::decode_command(item.bytes);
        if (!command) {
            return base::Error{"bad_command",
                               "The station's spool holds a text that this program cannot read (" +
                                   command.error().text + "); a newer one may have written it."};
        }
        if (item.unplaced) {
            restored.unplaced.push_back({request, *std::move(command), *item.unplaced});
        } else {
            restored.waiting.push_back({request, *std::move(command)});
        }
    }
    return restored;
}

std::string sentence_for(const base::Error& error) {
    if (error.code == "disk_full") {
        return "This machine’s disk is full: what is typed is not on it. It goes on once there is room.";
    }
    if (error.code == "draft_too_long") return "The text is too long to be kept: " + error.text + ".";
    return "This machine’s disk does not keep what is typed: " + error.text + ".";
}

NotTaken not_taken(std::uint64_t token, const base::Error& error) {
    if (error.code != "disk_full") return {token, error.code, error.text};
    return {token, error.code,
            "This machine’s disk is full; it was not asked for. Ask again once there is room."};
}

bool is_replaced(const replica::Outbound& told) {
    return std::holds_alternative<replica::Replaced>(told);
}

bool differ(const LinkNews& a, const LinkNews& b) {
    return a.state != b.state || a.sentence != b.sentence || a.trouble != b.trouble || a.known != b.known ||
           a.self != b.self || a.script_clock != b.script_clock || a.head != b.head ||
           a.present != b.present || std::chrono::abs(a.offset - b.offset) > offset_step;
}

}  // namespace

base::Result<std::unique_ptr<Runner>> Runner::open(RunnerOptions options) {
    auto context = net::Context::open();
    if (!context) return context.error();
    auto wakeup = net::Wakeup::open();
    if (!wakeup) return wakeup.error();
    auto station = Station::open(*context, options.link, options.spool, options.program);
    if (!station) return station.error();
    auto restored = restored_from(*station);
    if (!restored) return restored.error();
    return std::unique_ptr<Runner>(
        new Runner(std::move(options), *std::move(station), *std::move(wakeup), *std::move(restored)));
}

Runner::Runner(RunnerOptions options, Station station, net::Wakeup wakeup, Restored restored)
    : options_(std::move(options)),
      news_(options_.wake),
      wakeup_(std::move(wakeup)),
      station_(std::move(station)),
      thread_([this, first = std::move(restored)]() mutable { run(std::move(first)); }) {}

Runner::~Runner() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wakeup_.signal();
    thread_.join();
}

void Runner::ask(std::uint64_t token, meeting::Command command, std::string from) {
    post(Ask{token, std::move(command), std::move(from)});
}

void Runner::keep_draft(std::string place, std::string text, std::uint64_t version) {
    post(KeepDraft{std::move(place), std::move(text), version});
}

void Runner::forget_draft(std::string place) {
    post(ForgetDraft{std::move(place)});
}

void Runner::show_draft(std::string place, std::uint32_t base, std::string text) {
    post(ShowDraft{std::move(place), base, std::move(text)});
}

void Runner::forget_unplaced(std::uint64_t request) {
    post(ForgetUnplaced{request});
}

// While the disk is slow, keys do not pile up: a draft takes the place of the one before it. Not across an
// ask, which may take that draft with it.
template <class Draft>
void Runner::replace(const std::string& place) {
    for (auto each = wishes_.rbegin(); each != wishes_.rend(); ++each) {
        if (std::holds_alternative<Ask>(*each)) return;
        const auto* before = std::get_if<Draft>(&*each);
        if (before == nullptr || before->place != place) continue;
        wishes_.erase(std::next(each).base());
        return;
    }
}

void Runner::post(Wish wish) {
    {
        const std::scoped_lock lock(mutex_);
        if (const auto* draft = std::get_if<KeepDraft>(&wish)) replace<KeepDraft>(draft->place);
        if (const auto* draft = std::get_if<ShowDraft>(&wish)) replace<ShowDraft>(draft->place);
        wishes_.push_back(std::move(wish));
    }
    wakeup_.signal();
}

void Runner::run(Restored restored) {
    std::vector<News> first;
    first.emplace_back(std::move(restored));
    news_.put(std::move(first), {});
    for (bool last = false; !last;) {
        station_.socket().wait(until_due(), wakeup_.fd());
        wakeup_.clear();
        {
            const std::scoped_lock lock(mutex_);
            last = stopping_;
        }
        turn(last);
    }
}

base::Span Runner::until_due() const {
    const auto now = program::uptime();
    auto wait = station_.replica().wake_at() - now;
    if (const auto due = drafts_.due(); due && held_.empty()) wait = std::min(wait, *due - now);
    if (!held_.empty()) wait = std::min(wait, held_tried_ + rest - now);
    return std::clamp(wait, base::Span{0}, longest_wait);
}

void Runner::turn(bool last) {
    std::vector<Wish> wishes;
    {
        const std::scoped_lock lock(mutex_);
        wishes.swap(wishes_);
    }
    std::vector<News> news;
    try_held(last, news);
    for (auto& wish : wishes) fulfil(wish, news);
    // What was asked leaves before drafts are written: a sync takes longer than a message.
    const auto before = station_.replica().head();
    auto told = station_.turn(program::uptime());
    const auto head = station_.replica().head();
    const bool replaced = std::any_of(told.begin(), told.end(), is_replaced);
    const bool moved = replaced || head != before;
    // The window begins with a whole state, also where the hub sent all entries from the first on.
    const bool begins = moved && before == base::Sequence{};
    tell_of(std::move(told), replaced || begins || head.value - before.value > many_entries, news);
    tell_of_link(news);
    // What happened is on the screen before the disk is asked for anything.
    news_.put(std::exchange(news, {}), [&] { return whole_state(); });
    // A draft may not take the place on the disk of a text that was typed there before and has no room yet.
    if (held_.empty()) drafts_.write(station_, program::uptime(), last, news);
    tell_of_trouble(news);
    news_.put(std::move(news), [&] { return whole_state(); });
    if (moved && options_.observe && !last) options_.observe(station_.replica().state());
}

void Runner::fulfil(Wish& wish, std::vector<News>& news) {
    if (auto* ask = std::get_if<Ask>(&wish)) {
        fulfil(*ask, news);
    } else if (auto* draft = std::get_if<KeepDraft>(&wish)) {
        drafts_.keep(std::move(draft->place), std::move(draft->text), draft->version);
    } else if (auto* forget = std::get_if<ForgetDraft>(&wish)) {
        drafts_.forget(forget->place);
    } else if (auto* show = std::get_if<ShowDraft>(&wish)) {
        // It need not be on the disk first: nothing rests on it, and a sync may take longer than its way.
        station_.replica().show_draft(std::move(show->place), show->base, std::move(show->text),
                                      program::uptime());
    } else if (auto* unplaced = std::get_if<ForgetUnplaced>(&wish)) {
        drafts_.forget_unplaced(unplaced->request);
    }
}

void Runner::fulfil(Ask& ask, std::vector<News>& news) {
    const bool act = meeting::is_act(ask.command);
    // An act is meant now, and needs no room. A text waits its turn behind those that have none.
    if (act || held_.empty()) {
        const auto taken = submit(ask, news);
        // What was typed at that place is this text; what is typed there next is another.
        if (!act && taken == Taken::yes) drafts_.sent(ask.from);
        if (taken != Taken::no_room) return;
        held_tried_ = program::uptime();
    }
    news.emplace_back(Held{ask.token});
    drafts_.sent(ask.from);
    held_.push_back(std::move(ask));
}

Runner::Taken Runner::submit(const Ask& ask, std::vector<News>& news) {
    auto request = station_.submit(ask.command, program::uptime(), std::nullopt, ask.from);
    if (request) {
        tokens_[*request] = ask.token;
        return Taken::yes;
    }
    if (!meeting::is_act(ask.command) && request.error().code == "disk_full") {
        held_by_ = request.error();
        return Taken::no_room;
    }
    news.emplace_back(not_taken(ask.token, request.error()));
    return Taken::no;
}

void Runner::try_held(bool last, std::vector<News>& news) {
    const auto now = program::uptime();
    if (held_.empty() || (!last && now - held_tried_ < rest)) return;
    held_tried_ = now;
    while (!held_.empty()) {
        const auto taken = submit(held_.front(), news);
        if (taken == Taken::no_room) return;
        if (taken == Taken::yes) news.emplace_back(Kept{held_.front().token});
        held_.pop_front();
    }
    held_by_.reset();
}

Replaced Runner::whole_state() const {
    const auto& replica = station_.replica();
    return {std::make_shared<const meeting::Meeting>(replica.state()), replica.head()};
}

// All news of one turn reach the window together, so that the state at the end of the turn may stand before
// what was settled within it.
void Runner::tell_of(std::vector<replica::Outbound> told, bool whole, std::vector<News>& news) {
    if (whole) news.emplace_back(whole_state());
    for (auto& each : told) {
        if (auto* applied = std::get_if<replica::Applied>(&each)) {
            if (!whole) news.emplace_back(Happened{std::move(applied->entry.fact)});
        } else {
            tell_of_drafts(each, news);
            tell_of_texts(each, news);
        }
    }
}

void Runner::tell_of_drafts(replica::Outbound& told, std::vector<News>& news) {
    if (auto* seen = std::get_if<replica::DraftSeen>(&told)) {
        auto& [author, place, base, text] = seen->draft;
        news.emplace_back(DraftOfOther{std::move(author), std::move(place), base, std::move(text)});
    } else if (std::holds_alternative<replica::DraftsGone>(told)) {
        news.emplace_back(DraftsOfOthersGone{});
    } else if (auto* room = std::get_if<replica::RoomSeen>(&told)) {
        news.emplace_back(RoomShown{std::make_shared<const meeting::RoomView>(std::move(room->view))});
    }
}

void Runner::tell_of_texts(const replica::Outbound& told, std::vector<News>& news) {
    const auto token_of = [&](std::uint64_t request) {
        const auto found = tokens_.find(request);
        return found == tokens_.end() ? 0 : found->second;
    };
    if (const auto* settled = std::get_if<replica::Settled>(&told)) {
        news.emplace_back(Settled{token_of(settled->request), settled->request, settled->fate, settled->word,
                                  settled->sentence, settled->sequence});
        tokens_.erase(settled->request);
    } else if (const auto* unanswered = std::get_if<replica::Unanswered>(&told)) {
        news.emplace_back(Unanswered{token_of(unanswered->request)});
    } else if (const auto* unplaced = std::get_if<replica::Unplaced>(&told)) {
        const auto& items = station_.kept().items;
        const auto item = items.find(unplaced->request);
        if (item == items.end()) return;
        // It was encoded by us, or read at the opening.
        if (auto command = wire::decode_command(item->second.bytes))
            news.emplace_back(Unplaced{unplaced->request, *std::move(command), unplaced->reason});
    }
}

void Runner::tell_of_link(std::vector<News>& news) {
    const auto& replica = station_.replica();
    LinkNews link;
    link.state = replica.link();
    link.sentence = replica.link_sentence();
    link.trouble = replica.trouble();
    link.self = replica.self();
    link.known = !link.self.name.empty();
    link.offset = replica.hub_time(base::Instant{0}) - base::Instant{0};
    link.script_clock = replica.script_clock();
    link.head = replica.head();
    link.present = replica.present();
    if (link_ && !differ(link, *link_)) return;
    link_ = link;
    news.emplace_back(std::move(link));
}

void Runner::tell_of_trouble(std::vector<News>& news) {
    const auto& error = held_by_ ? held_by_ : drafts_.trouble() ? drafts_.trouble() : station_.trouble();
    auto sentence = error ? sentence_for(*error) : std::string{};
    if (sentence == trouble_) return;
    trouble_ = sentence;
    news.emplace_back(Trouble{std::move(sentence)});
}

}  // namespace dais::station
