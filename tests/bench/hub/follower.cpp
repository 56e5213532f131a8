#include "bench/hub/follower.hpp"

#include <utility>

#include "wire/codec.hpp"

namespace dais::bench {
namespace {

constexpr std::uint64_t window = 1U << 20;
constexpr base::Span beat_every{1'000};

}  // namespace

std::vector<replica::Outbound> Follower::step(base::Instant now, std::vector<replica::Inbound> inbound) {
    for (const auto& each : inbound) {
        if (std::holds_alternative<replica::Connected>(each)) {
            received_ = 0;
            allowed_ = window;
            send(wire::Hello{session_, head_, {}, allowed_, "bench_hub"});
        } else if (const auto* received = std::get_if<replica::Received>(&each)) {
            take(received->bytes);
        } else {
            live_ = welcomed_ = false;
        }
    }
    if (welcomed_ && now - beat_at_ >= beat_every) {
        beat_at_ = now;
        send(wire::Beat{now, {}, base::Span{0}, head_, {}, {}, {}});
    }
    if (welcomed_ && allowed_ < received_ + window / 2) {
        allowed_ = received_ + window;
        send(wire::Credit{allowed_});
    }
    return std::exchange(out_, {});
}

void Follower::take(const base::Bytes& bytes) {
    received_ += bytes.size();
    auto envelope = wire::decode_envelope(bytes);
    if (!envelope) {
        live_ = false;
    } else if (const auto* welcome = std::get_if<wire::Welcome>(&envelope->message)) {
        epoch_ = envelope->epoch;
        welcomed_ = true;
        target_ = welcome->head;
    } else if (const auto* entries = std::get_if<wire::Entries>(&envelope->message)) {
        follow(*entries);
    }
    live_ = welcomed_ && head_ >= target_;
}

void Follower::follow(const wire::Entries& message) {
    for (const auto& bytes : message.entries) {
        auto entry = wire::decode_entry(bytes);
        if (!entry || entry->fact.stamp.entry != head_.next()) {
            welcomed_ = false;  // which the round notices
            return;
        }
        head_ = head_.next();
        out_.emplace_back(replica::Applied{*std::move(entry)});
    }
}

void Follower::send(wire::Message message) {
    out_.emplace_back(replica::Send{wire::encode(wire::Envelope{epoch_, std::move(message)})});
}

}  // namespace dais::bench
