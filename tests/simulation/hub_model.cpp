#include "simulation/hub_model.hpp"

#include <utility>

#include "simulation/checkers.hpp"

namespace dais::simulation {

void HubModel::prepare(meeting::MeetingPrepared prepared, base::Instant now) {
    options_.epoch = disk_.next_epoch();
    hub_.emplace(options_);
    disk_.install(*hub_->prepare(std::move(prepared), now));
    network_.start_hub();
}

void HubModel::start(std::vector<std::string>& complaints) {
    options_.epoch = disk_.next_epoch();
    skew_ = chance_.one_in(3) ? chance_.between(-3'000, 0) : base::Span{0};
    hub_.emplace(options_);
    for (const auto& entry : disk_.durable()) {
        if (const auto restored = hub_->restore(*entry); !restored) {
            complaints.push_back("the journal cannot be restored: " + restored.error().text);
            return;
        }
    }
    network_.start_hub();
}

void HubModel::crash(base::Instant now) {
    hub_.reset();
    doomed_ = false;
    disk_.crash();
    network_.stop_hub(now);
}

void HubModel::turn(base::Instant now, std::vector<std::string>& complaints) {
    if (!hub_) return;
    std::vector<hub::Inbound> in;
    for (auto& event : network_.at_hub(now)) {
        if (event.left) {
            in.emplace_back(hub::Left{event.peer});
        } else {
            in.emplace_back(hub::Arrived{event.peer, event.station, std::move(event.bytes)});
        }
    }
    if (const auto synced = disk_.turn(now)) {  // it may stand anywhere among the messages
        in.insert(in.begin() + static_cast<std::ptrdiff_t>(chance_.below(in.size() + 1)), *synced);
    }
    if (in.empty() && now - last_ < base::Span{100}) return;
    last_ = now;
    auto out = hub_->step(now + skew_, in);
    const auto end = doomed_ ? chance_.below(out.size() + 1) : out.size();
    for (std::size_t i = 0; i < end; ++i) {
        if (auto* append = std::get_if<hub::Append>(&out[i])) {
            if (auto wrong = disk_.append(*append, now); !wrong.empty()) complaints.push_back(wrong);
        } else if (auto* send = std::get_if<hub::Send>(&out[i])) {
            check_said(*send->bytes, disk_, complaints);
            network_.send_down(send->peer, *send->bytes, now);
        } else if (const auto* say = std::get_if<hub::Say>(&out[i])) {
            complaints.push_back("the hub complains: " + say->code + ": " + say->sentence);
        }
    }
    if (doomed_) crash(now);
}

}  // namespace dais::simulation
