#include "simulation/station_model.hpp"

#include <utility>

#include "meeting/actor.hpp"
#include "simulation/authors.hpp"
#include "wire/codec.hpp"

namespace dais::simulation {

StationModel::StationModel(StationPlan plan, support::Chance chance, support::Network& network)
    : plan_(std::move(plan)), desk_(*meeting::desk_of(plan_.name)), chance_(chance), network_(network) {
    for (auto& byte : session_) byte = static_cast<std::uint8_t>(chance_.next());
    skew_ = chance_.between(-3'600'000, 3'600'000);
}

void StationModel::start(base::Instant now) {
    replica::Options options;
    options.session = session_;
    options.next_request = spool_.next;
    options.program = "simulation";
    options.window = plan_.window;
    replica_.emplace(std::move(options));
    for (const auto& [request, bytes] : spool_.kept) replica_->restore(request, *wire::decode_command(bytes));
    network_.start_station(plan_.name, now);
}

void StationModel::crash(base::Instant now) {
    replica_.reset();
    network_.stop_station(plan_.name, now);
    for (auto& [_, asked] : ledger_) asked.forgotten = asked.forgotten || (asked.act && !asked.fate);
}

std::string StationModel::new_text() {
    auto text = plan_.name + " writes " + std::to_string(++texts_) + ".";
    if (chance_.one_in(40)) text += "\nSecond line.";  // which is refused
    if (plan_.long_texts && chance_.one_in(8)) text += std::string(20'000 + chance_.below(40'000), 'x');
    return text;
}

void StationModel::act(base::Instant now) {
    if (!replica_ || now < next_act_) return;
    next_act_ = now + chance_.between(base::Span{20}, plan_.pause * 2);
    const int times = chance_.one_in(10) ? 10 : 1;  // sometimes in a burst
    for (int i = 0; i < times; ++i) {
        auto command = next_command(desk_, replica_->state(), new_text(), chance_);
        Asked asked;
        asked.word = meeting::command_word(command);
        asked.act = meeting::is_act(command);
        asked.text = text_of(command);
        const auto request = replica_->submit(std::move(command), clock(now));
        if (!request) continue;
        spool_.next = *request + 1;
        ledger_[*request] = std::move(asked);
    }
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

void StationModel::turn(base::Instant now, std::vector<std::string>& complaints) {
    if (!replica_) return;
    auto in = inbound(now);
    // wake_at() is by the station's clock, which may have jumped.
    const auto wait = replica_->wake_at() - clock(now);
    if (in.empty() && wait > base::Span{0} && wait <= base::Span{250}) return;
    const auto before = replica_->head();
    auto out = replica_->step(clock(now), std::move(in));
    if (replica_->head() < before) complaints.push_back(plan_.name + " went back in the journal");
    for (auto& order : out) carry_out(order, now, complaints);
    if (replica_->link() == replica::LinkState::superseded ||
        replica_->link() == replica::LinkState::diverged || replica_->link() == replica::LinkState::refused) {
        complaints.push_back(plan_.name + " is " + std::string(replica::word(replica_->link())) + ": " +
                             replica_->link_sentence());
    }
}

void StationModel::carry_out(replica::Outbound& order, base::Instant now,
                             std::vector<std::string>& complaints) {
    if (auto* send = std::get_if<replica::Send>(&order)) {
        note_sent(send->bytes, complaints);
        network_.send_up(plan_.name, std::move(send->bytes), now);
    } else if (std::holds_alternative<replica::Reconnect>(order)) {
        network_.reconnect(plan_.name, now);
    } else if (auto* keep = std::get_if<replica::Keep>(&order)) {
        spool_.kept[keep->request] = std::move(keep->bytes);
    } else if (const auto* forget = std::get_if<replica::Forget>(&order)) {
        spool_.kept.erase(forget->request);
    } else if (const auto* unplaced = std::get_if<replica::Unplaced>(&order)) {
        spool_.kept.erase(unplaced->request);
        ledger_[unplaced->request].unplaced = true;
    } else if (const auto* settled = std::get_if<replica::Settled>(&order)) {
        note_settled(*settled, complaints);
    }
}

void StationModel::note_sent(const base::Bytes& bytes, std::vector<std::string>& complaints) {
    const auto envelope = wire::decode_envelope(bytes);
    if (!envelope) {
        complaints.push_back(plan_.name + " sends what cannot be read: " + envelope.error().text);
        return;
    }
    const auto* message = std::get_if<wire::CommandMessage>(&envelope->message);
    if (message == nullptr) return;
    auto& asked = ledger_[message->request];
    ++asked.sent;
    const auto what = plan_.name + "'s request " + std::to_string(message->request) + " (" + asked.word + ")";
    if (asked.act && asked.sent > 1) complaints.push_back(what + ", an act, is sent twice");
    if (!asked.act && spool_.kept.count(message->request) == 0) {
        complaints.push_back(what + " is sent and not in the spool");
    }
}

void StationModel::note_settled(const replica::Settled& settled, std::vector<std::string>& complaints) {
    auto& asked = ledger_[settled.request];
    if (++asked.settled > 1) {
        complaints.push_back(plan_.name + "'s request " + std::to_string(settled.request) +
                             " is settled twice");
    }
    if (settled.fate == wire::Fate::accepted && settled.sequence > replica_->head()) {
        complaints.push_back(plan_.name + " is told of an entry that it has not applied yet");
    }
    asked.fate = settled;
}

}  // namespace dais::simulation
