#include "simulation/station_model.hpp"

#include <utility>

#include "meeting/actor.hpp"
#include "simulation/authors.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {
namespace {

// As station/station.cpp has them.
constexpr std::uint64_t block = 1000;
constexpr base::Span rest{2'000};

}  // namespace

StationModel::StationModel(StationPlan plan, support::Chance chance, support::Network& network,
                           Figures& figures)
    : plan_(std::move(plan)),
      desk_(*meeting::desk_of(plan_.name)),
      chance_(chance),
      network_(network),
      figures_(figures),
      typist_(chance_.fork(), plan_.long_texts) {
    for (auto& byte : session_) byte = static_cast<std::uint8_t>(chance_.next());
    spool_ = std::make_unique<spool::MemorySpool>(session_);
    skew_ = chance_.between(-3'600'000, 3'600'000);
}

void StationModel::start(base::Instant now, Complaints& complaints) {
    spool_ = spool_->crash();
    const auto& kept = spool_->contents();
    reserved_ = kept.next_request;
    replica::Options options;
    options.session = session_;
    options.next_request = kept.next_request;
    options.program = "simulation";
    options.window = plan_.window;
    replica_.emplace(std::move(options));
    for (const auto& item : kept.outbox()) {
        if (auto unsaid = unsaid_.extract(item.request)) {
            figures_.count(Effect::spool_kept_unsaid);
            if (!ledger_.emplace(item.request, std::move(unsaid.mapped())).second) {
                complaints.push_back(plan_.name + " used the number " + std::to_string(item.request) +
                                     " twice");
            }
        }
        figures_.count(Effect::text_restored);
        auto& asked = ledger_.at(item.request);
        asked.settled = 0;
        asked.unplaced = false;
        replica_->restore(item.request, *wire::decode_command(item.bytes));
    }
    unsaid_.clear();
    for (const auto& [_, draft] : unfinished()) show(draft, now);
    link_before_ = replica::LinkState::connecting;
    ++figures_.station_lives;
    network_.start_station(plan_.name, now);
}

void StationModel::crash(base::Instant now) {
    wake(now);
    replica_.reset();
    room_.reset();
    owed_.clear();
    owed_head_.reset();
    in_trouble_ = false;
    network_.stop_station(plan_.name, now);
    for (auto& [_, asked] : ledger_) asked.forgotten = asked.forgotten || (asked.act && !asked.fate);
}

void StationModel::sleep(base::Instant now, base::Instant until, bool clock_too) {
    if (!asleep_since_) asleep_since_ = now;
    asleep_until_ = until;
    clock_sleeps_ = clock_too;
}

void StationModel::wake(base::Instant now) {
    if (!asleep_since_) return;
    if (clock_sleeps_) skew_ -= now - *asleep_since_;
    asleep_since_.reset();
}

void StationModel::fail_sync(bool kept) {
    spool_->fail_change("sync_failed", 0, kept);
}

std::string StationModel::new_text() {
    auto text = plan_.name + " writes " + std::to_string(++texts_) + ".";
    if (chance_.one_in(40)) text += "\nSecond line.";  // which is refused
    if (plan_.long_texts && chance_.one_in(8)) text += std::string(20'000 + chance_.below(40'000), 'x');
    return text;
}

void StationModel::show(const std::optional<wire::Draft>& draft, base::Instant now) {
    if (draft) replica_->show_draft(draft->place, draft->base, draft->text, clock(now));
}

void StationModel::act(base::Instant now) {
    if (!replica_ || asleep_since_ || is_room()) return;
    if (writes()) show(typist_.type(now), now);
    if (now >= next_act_) ask(now);
}

void StationModel::ask(base::Instant now) {
    next_act_ = now + chance_.between(base::Span{20}, plan_.pause * 2);
    const int times = chance_.one_in(10) ? 10 : 1;  // sometimes in a burst
    for (int i = 0; i < times; ++i) {
        auto command = next_command(desk_, replica_->state(), new_text(), chance_);
        Asked asked;
        asked.word = meeting::command_word(command);
        asked.act = meeting::is_act(command);
        asked.text = text_of(command);
        asked.command = command;
        if (const auto request = submit(std::move(command), asked, now)) {
            ledger_[*request] = std::move(asked);
            if (writes()) show(typist_.hand_in(), now);
        } else if (request.error().code == "disk_full") {
            figures_.count(Effect::spool_refused);
        }
    }
}

// As station::Station does.
base::Result<std::uint64_t> StationModel::submit(meeting::Command command, const Asked& asked,
                                                 base::Instant now) {
    const auto request = replica_->outbox().next();
    spool::Changes changes;
    if (request >= reserved_) changes.raise_next_request(request + block);
    if (!asked.act && !replica_->outbox().full()) {
        changes.keep(request, spool::Kind::text, wire::encode(command));
    }
    if (!changes.empty()) {
        if (auto kept = write(changes); !kept) {
            if (kept.error().code == "sync_failed" && !asked.act) unsaid_.emplace(request, asked);
            replica_->skip_request();
            return kept.error();
        }
        if (request >= reserved_) reserved_ = request + block;
    }
    return replica_->submit(std::move(command), clock(now));
}

base::Status<> StationModel::write(const spool::Changes& changes) {
    if (disk_full_) spool_->fail_change("disk_full");
    return spool_->apply(changes);
}

void StationModel::write_owed(base::Instant now) {
    if (owed_.empty() && !owed_head_) {
        in_trouble_ = false;
        return;
    }
    if (in_trouble_ && clock(now) - owed_tried_ < rest && clock(now) >= owed_tried_) return;
    owed_tried_ = clock(now);
    spool::Changes changes;
    for (const auto& [request, reason] : owed_) {
        if (!reason) {
            changes.forget(request);
        } else {
            changes.set_unplaced(request, *reason);
        }
    }
    if (owed_head_) changes.set_head_seen(*owed_head_);
    if (const auto written = write(changes); !written) {
        in_trouble_ = true;
        return;
    }
    if (std::exchange(in_trouble_, false)) figures_.count(Effect::spool_late);
    owed_.clear();
    owed_head_.reset();
}

std::vector<replica::Inbound> StationModel::inbound(base::Instant now) {
    std::vector<replica::Inbound> all;
    for (auto& event : network_.at_station(plan_.name, now)) {
        switch (event.what) {
            case support::ToStation::What::connected:
                all.emplace_back(replica::Connected{});
                break;
            case support::ToStation::What::disconnected:
                all.emplace_back(replica::Disconnected{});
                break;
            case support::ToStation::What::bytes:
                all.emplace_back(replica::Received{std::move(event.bytes)});
                break;
        }
    }
    return all;
}

void StationModel::turn(base::Instant now, Complaints& complaints) {
    if (!replica_) return;
    if (asleep_since_) {
        if (now < asleep_until_) return;
        wake(now);
    }
    auto in = inbound(now);
    // wake_at() is by the station's clock, which may have jumped.
    const auto wait = replica_->wake_at() - clock(now);
    if (in.empty() && wait > base::Span{0} && wait <= base::Span{250}) return;
    const auto before = replica_->head();
    auto out = replica_->step(clock(now), std::move(in));
    if (replica_->head() < before) complaints.push_back(plan_.name + " went back in the journal");
    for (auto& order : out) carry_out(order, now, complaints);
    write_owed(now);
    watch_link(complaints);
}

void StationModel::watch_link(Complaints& complaints) {
    using replica::LinkState;
    const auto link = replica_->link();
    if (std::exchange(trouble_before_, replica_->trouble()) != replica_->trouble() &&
        !trouble_before_.empty()) {
        figures_.count(Effect::trouble_shown);
    }
    if (std::exchange(link_before_, link) == link) return;
    // Who has waited for the light presses at once.
    if (link == LinkState::live && !chance_.one_in(4)) next_act_ = {};
    if (link == LinkState::evasive) figures_.count(Effect::link_evasive);
    if (link == LinkState::stale) figures_.count(Effect::link_stale);
    const bool diverged = link == LinkState::diverged;
    if (diverged && may_diverge_) {
        figures_.count(Effect::station_behind);
        if (replica_->link_sentence().empty())
            complaints.push_back(plan_.name + " does not say why it stops");
    } else if (diverged || link == LinkState::refused) {
        complaints.push_back(plan_.name + " is " + std::string(replica::word(link)) + ": " +
                             replica_->link_sentence());
    }
}

void StationModel::carry_out(replica::Outbound& order, base::Instant now, Complaints& complaints) {
    if (auto* send = std::get_if<replica::Send>(&order)) {
        // What a connection had queued must mean nothing on the next one; a hello is where that one begins.
        const bool may_echo = !note_sent(send->bytes, complaints);
        network_.send_up(plan_.name, std::move(send->bytes), now, may_echo);
    } else if (std::holds_alternative<replica::Reconnect>(order)) {
        network_.reconnect(plan_.name, now);
    } else if (const auto* forget = std::get_if<replica::Forget>(&order)) {
        owed_[forget->request] = std::nullopt;
    } else if (const auto* seen = std::get_if<replica::HeadSeen>(&order)) {
        owed_head_ = seen->head;
    } else if (const auto* unplaced = std::get_if<replica::Unplaced>(&order)) {
        owed_[unplaced->request] = unplaced->reason;
        ledger_[unplaced->request].unplaced = true;
        figures_.count(Effect::text_unplaced);
    } else if (const auto* settled = std::get_if<replica::Settled>(&order)) {
        note_settled(*settled, complaints);
    } else if (std::holds_alternative<replica::Unanswered>(order)) {
        figures_.count(Effect::act_unanswered);
    } else if (std::holds_alternative<replica::Replaced>(order)) {
        figures_.count(Effect::snapshot_taken);
    } else if (std::holds_alternative<replica::DraftSeen>(order)) {
        figures_.count(Effect::draft_seen);
    } else if (std::holds_alternative<replica::DraftsGone>(order)) {
        figures_.count(Effect::drafts_forgotten);
    } else if (auto* room = std::get_if<replica::RoomSeen>(&order)) {
        room_ = std::move(room->view);
        figures_.count(Effect::room_seen);
    }
}

void StationModel::note_hello(const wire::Hello& hello) {
    const auto connection = network_.peer(plan_.name);
    const bool again = connection == greeted_;
    greeted_ = connection;
    granted_before_ = again ? granted() : 0;
    hellos_ = again ? hellos_ + 1 : 1;
    allowed_ = hello.allowed;
}

bool StationModel::note_sent(const base::Bytes& bytes, Complaints& complaints) {
    const auto envelope = wire::decode_envelope(bytes);
    if (!envelope) {
        complaints.push_back(plan_.name + " sends what cannot be read: " + envelope.error().text);
        return false;
    }
    const auto* message = std::get_if<wire::CommandMessage>(&envelope->message);
    if (const auto* hello = std::get_if<wire::Hello>(&envelope->message)) {
        note_hello(*hello);
        return true;
    }
    if (const auto* credit = std::get_if<wire::Credit>(&envelope->message)) allowed_ = credit->allowed;
    if (message == nullptr) return false;
    auto& asked = ledger_[message->request];
    ++asked.sent;
    asked.sent_on = network_.peer(plan_.name);
    asked.sent_to = envelope->epoch;
    const auto what = plan_.name + "'s request " + std::to_string(message->request) + " (" + asked.word + ")";
    if (asked.act && asked.sent > 1) complaints.push_back(what + ", an act, is sent twice");
    if (!asked.act && asked.sent > 1) figures_.count(Effect::text_sent_again);
    if (!asked.act && kept().items.count(message->request) == 0) {
        complaints.push_back(what + " is sent and not in the spool");
    }
    return false;
}

void StationModel::note_settled(const replica::Settled& settled, Complaints& complaints) {
    auto& asked = ledger_[settled.request];
    if (++asked.settled > 1) {
        complaints.push_back(plan_.name + "'s request " + std::to_string(settled.request) +
                             " is settled twice");
    }
    if (settled.fate == wire::Fate::accepted && settled.sequence > replica_->head()) {
        complaints.push_back(plan_.name + " is told of an entry that it has not applied yet");
    }
    if (settled.fate == wire::Fate::not_received && asked.act) figures_.count(Effect::act_not_received);
    if (settled.fate == wire::Fate::refused) {
        figures_.count(settled.word == "read_only" ? Effect::refused_read_only : Effect::request_refused);
    }
    asked.fate = settled;
    settled_.push_back(settled.request);
}

}  // namespace dais::simulation
