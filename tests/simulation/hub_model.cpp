#include "simulation/hub_model.hpp"

#include <algorithm>
#include <utility>

#include "simulation/checkers.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

constexpr base::Span doom_lasts{10'000};
// From here on a sleep is one that stations must have noticed.
constexpr base::Span long_sleep{3'000};

}  // namespace

void HubModel::begin(base::Instant now, base::Instant last) {
    life_base_ = std::max(now + wall_skew_, last);
    if (now + wall_skew_ < last) figures_.count(Effect::time_held);
    life_began_ = now;
    last_ = now;
    heard_.begin_life();
    back_at_.reset();
    ++figures_.hub_lives;
}

void HubModel::prepare(meeting::MeetingPrepared prepared, base::Instant now, Complaints& complaints) {
    begin(now, {});
    auto life = disk_.open(clock(now), complaints);
    if (!life) return complaints.push_back("no journal can be begun: " + life.error().text);
    options_.epoch = life->epoch;
    hub_.emplace(options_);
    disk_.install(*hub_->prepare(std::move(prepared), clock(now)), complaints);
    network_.start_hub();
}

void HubModel::start(base::Instant now, Complaints& complaints) {
    auto life = disk_.open(now, complaints);
    if (!life) return complaints.push_back("the journal cannot be opened: " + life.error().text);
    auto options = options_;
    options.epoch = options_.epoch = life->epoch;
    options.read_only = options_.read_only = life->read_only;
    if (!life->read_only.empty()) options.key.reset();
    hub_.emplace(options);
    for (const auto& entry : life->entries) {
        if (const auto restored = hub_->restore(entry); !restored) {
            return complaints.push_back("the journal cannot be restored: " + restored.error().text);
        }
    }
    begin(now, hub_->now());
    if (now < flaps_until_) die_at(Death::welcoming, now, soon_back(), chance_.coin());
    network_.start_hub();
}

void HubModel::die(base::Instant now, base::Span away, bool kept) {
    if (!hub_) return;
    hub_.reset();
    doom_ = Death::none;
    asleep_until_ = now;
    back_at_ = now + away;
    disk_.crash(kept);
    network_.stop_hub(now);
}

void HubModel::die_at(Death step, base::Instant now, base::Span away, bool kept) {
    doom_ = step;
    doomed_until_ = now + doom_lasts;
    away_ = away;
    kept_ = kept;
}

void HubModel::flap(base::Instant now, base::Span lasts) {
    flaps_until_ = now + lasts;
    die(now, soon_back(), chance_.coin());
}

void HubModel::hasten(base::Instant now) {
    doom_ = Death::none;
    back_at_ = asleep_until_ = flaps_until_ = now;
}

void HubModel::jump_clock(base::Span by) {
    wall_skew_ += by;
    // A machine that was stopped and goes on: its uptime jumps as well, and only forward.
    if (by > base::Span{0}) life_base_ = life_base_ + by;
}

bool HubModel::ask_disk(base::Instant now, std::vector<hub::Inbound>& in) {
    if (disk_.busy() && is_doomed(Death::before_sync, now)) {
        die(now, away_, kept_);
        return false;
    }
    const auto outcome = disk_.turn(now);
    if (!outcome) return true;
    if (*outcome) {
        if (is_doomed(Death::after_sync, now)) {
            figures_.count(Effect::said_nothing);
            die(now, away_, kept_);
            return false;
        }
        // It may stand anywhere among the messages.
        in.insert(in.begin() + static_cast<std::ptrdiff_t>(chance_.below(in.size() + 1)),
                  hub::Synced{**outcome});
        return true;
    }
    if (outcome->error().code == "disk_full") {
        figures_.count(Effect::append_refused);
        in.insert(in.begin() + static_cast<std::ptrdiff_t>(chance_.below(in.size() + 1)), hub::NotAppended{});
        return true;
    }
    figures_.count(Effect::sync_failed);
    die(now, chance_.between(50, 4'000), false);
    return false;
}

bool HubModel::serves(const hub::Arrived& arrived) const {
    const auto envelope = wire::decode_envelope(arrived.bytes);
    const auto* hello = envelope ? std::get_if<wire::Hello>(&envelope->message) : nullptr;
    if (hello == nullptr) return true;
    const auto theirs = envelope->epoch;
    const auto ours = options_.epoch;
    if (theirs.counter > ours.counter || (theirs.counter == ours.counter && theirs.id != ours.id))
        return false;
    return hello->head.value <= disk_.served() &&
           disk_.histories()[disk_.present()].digest(hello->head) == hello->digest;
}

void HubModel::turn(base::Instant now, Complaints& complaints) {
    if (!hub_) {
        if (back_at_ && *back_at_ <= now) start(now, complaints);
        return;
    }
    if (now < asleep_until_) {
        slept_ = slept_ || asleep_until_ - now > long_sleep;
        return;
    }
    if (std::exchange(slept_, false)) figures_.count(Effect::hub_overslept);
    std::vector<hub::Inbound> in;
    for (auto& event : network_.at_hub(now)) {
        if (event.left) {
            in.emplace_back(hub::Left{event.peer});
        } else {
            in.emplace_back(hub::Arrived{event.peer, event.station, std::move(event.bytes)});
        }
    }
    if (!ask_disk(now, in)) return;
    if (in.empty() && now - last_ < base::Span{100}) return;
    last_ = now;
    for (const auto& each : in) {
        if (const auto* arrived = std::get_if<hub::Arrived>(&each)) {
            heard_.note(*arrived, clock(now), disk_.served(), serves(*arrived));
        }
    }
    auto out = hub_->step(clock(now), in);
    carry_out(out, now, complaints);
}

bool HubModel::say(const hub::Send& send, Complaints& complaints) {
    const auto envelope = wire::decode_envelope(*send.bytes);
    if (!envelope) {
        complaints.push_back("the hub says what cannot be read: " + envelope.error().text);
        return false;
    }
    check_said(envelope->message, disk_.served(), complaints);
    check_room(send.peer, envelope->message, hub_->state(), complaints);
    if (const auto* answer = std::get_if<wire::Answer>(&envelope->message)) {
        heard_.note_said(send.peer, *answer, disk_.served(), disk_.present());
    }
    if (const auto* draft = std::get_if<wire::DraftOf>(&envelope->message)) {
        check_draft(send.peer, *draft, complaints);
    }
    return std::holds_alternative<wire::Welcome>(envelope->message);
}

void HubModel::carry_out(std::vector<hub::Outbound>& out, base::Instant now, Complaints& complaints) {
    auto end = out.size();
    const auto sends = static_cast<std::size_t>(std::count_if(
        out.begin(), out.end(), [](const auto& each) { return std::holds_alternative<hub::Send>(each); }));
    const bool cut_short = sends > 1 && is_doomed(Death::saying, now);
    if (cut_short) end = chance_.below(out.size());
    for (std::size_t i = 0; i < end; ++i) {
        if (auto* append = std::get_if<hub::Append>(&out[i])) {
            if (is_doomed(Death::before_write, now)) return die(now, away_, false);
            if (auto wrong = disk_.append(*append, now); !wrong.empty()) complaints.push_back(wrong);
        } else if (auto* send = std::get_if<hub::Send>(&out[i])) {
            const bool welcome = say(*send, complaints);
            network_.send_down(send->peer, *send->bytes, now);
            if (welcome && is_doomed(Death::welcoming, now) && chance_.one_in(3)) {
                return die(now, away_, kept_);
            }
        } else if (const auto* say = std::get_if<hub::Say>(&out[i])) {
            // A station that has seen another history is turned away, and says so itself.
            if (say->code == "hub_behind" || say->code == "diverged" || say->code == "disk_full") continue;
            complaints.push_back("the hub complains: " + say->code + ": " + say->sentence);
        }
    }
    if (!cut_short) return;
    figures_.count(Effect::said_in_part);
    die(now, away_, kept_);
}

}  // namespace dais::simulation
