#include "cli/rehearsal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/progress.hpp"
#include "program/clocks.hpp"
#include "wire/codec.hpp"

namespace dais::cli {
namespace {

constexpr base::Span patience{60'000};
constexpr std::size_t max_kept = 64;  // entries that are looked through for what a label names
constexpr int max_tries = 20;         // of an act that a lost connection swallowed

template <class Command>
concept SeesFloor = requires(Command c) {
    c.seen;
};

// A station says what its author saw: who had the floor, which revision of the text.
meeting::Command with_what_was_seen(meeting::Command command, const meeting::Meeting& state) {
    std::visit(
        [&](auto& c) {
            if constexpr (SeesFloor<decltype(c)>) c.seen = state.proceedings.floor;
        },
        command);
    // Whose words these are must not depend on who has the floor when they arrive.
    if (auto* write = std::get_if<meeting::Write>(&command); write != nullptr && !write->of) {
        write->of = state.proceedings.floor;
    }
    if (auto* revise = std::get_if<meeting::Revise>(&command)) {
        if (const auto* text = meeting::find_text(state, revise->paragraph)) {
            revise->base = static_cast<std::uint32_t>(text->revisions.size());
        }
    }
    return command;
}

base::Error at_line(const folder::ScriptLine& line, base::Error error) {
    error.text = fmt::format("script.jsonl:{}: {} ({}): {}", line.number, line.word, line.from, error.text);
    return error;
}

}  // namespace

base::Status<> Rehearsal::turn() {
    if (stage_ != nullptr) {
        if (auto kept = stage_->keep_running(); !kept) return kept.error();
    }
    return cast_.turn(base::Span{50}, [&](const auto& name, const auto& told) { hear(name, told); });
}

void Rehearsal::hear(const std::string& name, const replica::Outbound& told) {
    if (name != asking_) return;
    if (const auto* settled = std::get_if<replica::Settled>(&told)) settled_ = *settled;
    if (const auto* digest = std::get_if<replica::HubDigest>(&told)) hub_digest_ = *digest;
    if (const auto* applied = std::get_if<replica::Applied>(&told)) {
        applied_.push_back(applied->entry);
        if (applied_.size() > max_kept) applied_.pop_front();
    }
}

template <class Done>
base::Status<> Rehearsal::until(const Done& done, const std::string& what) {
    const auto deadline = program::uptime() + patience;
    while (!done()) {
        if (auto turned = turn(); !turned) return turned;
        if (program::uptime() > deadline)
            return base::Error{"no_answer", "A minute went by, and still not: " + what + "."};
    }
    return base::Done{};
}

base::Status<> Rehearsal::wait_for_hour(const folder::ScriptLine& line) {
    if (rate_ <= 0) return base::Done{};
    const auto into_script = line.at - folder_.script.front().at;
    const auto due =
        started_ + base::Span{static_cast<std::int64_t>(static_cast<double>(into_script.count()) / rate_)};
    while (program::uptime() < due) {
        if (auto turned = turn(); !turned) return turned;
    }
    return base::Done{};
}

base::Status<> Rehearsal::play() {
    Progress progress("Rehearsing", folder_.script.size());
    if (auto live = until([&] { return cast_.all_live_at({1}); }, "every station is connected"); !live)
        return live;
    started_ = program::uptime();
    figures_.stations = cast_.stations().size();
    for (const auto& line : folder_.script) {
        if (auto played = play_line(line); !played) return at_line(line, played.error());
        ++figures_.lines;
        progress.at(figures_.lines);
    }
    figures_.took = program::uptime() - started_;
    return base::Done{};
}

base::Status<> Rehearsal::play_line(const folder::ScriptLine& line) {
    if (auto waited = wait_for_hour(line); !waited) return waited;
    auto command = folder::bind(line.ask, labels_);
    if (!command) return command.error();
    const auto began = program::uptime();
    auto settled = ask(line, *command);
    if (!settled) return settled.error();
    figures_.answers.push_back(program::uptime() - began);
    if (settled->fate == wire::Fate::refused) {
        return base::Error{"line_refused", settled->word + ": " + settled->sentence};
    }
    answered_ = std::max(answered_, settled->sequence);
    if (line.label.empty()) return base::Done{};
    const auto entry = std::find_if(applied_.begin(), applied_.end(), [&](const wire::Entry& each) {
        return each.fact.stamp.entry == settled->sequence;
    });
    const auto made = entry == applied_.end() ? std::nullopt : folder::made_by(line.ask, entry->fact.events);
    if (made) labels_.remember(line.label, *made);
    return base::Done{};
}

base::Result<replica::Settled> Rehearsal::ask(const folder::ScriptLine& line,
                                              const meeting::Command& command) {
    asking_ = line.from;
    auto& station = cast_.at(line.from);
    for (int tries = 0; tries < max_tries; ++tries) {
        const auto caught_up = [&] {
            return station.replica().link() == replica::LinkState::live &&
                   station.replica().head() >= answered_;
        };
        if (auto ready = until(caught_up, line.from + " has caught up"); !ready) return ready.error();
        settled_.reset();
        auto request = station.submit(with_what_was_seen(command, station.replica().state()),
                                      program::uptime(), line.at);
        if (!request) return request.error();
        const auto answered = [&] { return settled_ && settled_->request == *request; };
        if (!answered()) {
            // Out it goes, without waiting for traffic first.
            const auto listener = [&](const auto& name, const auto& told) { hear(name, told); };
            if (auto turned = cast_.turn(base::Span{0}, listener); !turned) return turned.error();
        }
        if (auto heard = until(answered, "the hub has answered"); !heard) return heard.error();
        // An act that a dying connection swallowed never happened and never will: whoever pressed the key
        // presses again.
        if (settled_->fate != wire::Fate::not_received) return *settled_;
    }
    return base::Error{"no_answer", "The connection was lost again and again."};
}

base::Status<> Rehearsal::compare_digests() {
    if (auto all = until([&] { return cast_.all_live_at(answered_); }, "every station has caught up"); !all)
        return all;
    auto& first = *cast_.stations().begin();
    asking_ = first.first;
    hub_digest_.reset();
    first.second->replica().ask_digest();
    if (auto heard = until([&] { return hub_digest_.has_value(); }, "the hub has told its digest"); !heard)
        return heard;
    for (const auto& [name, station] : cast_.stations()) {
        const auto& replica = station->replica();
        if (auto there =
                until([&] { return replica.head() >= hub_digest_->sequence; }, name + " has caught up");
            !there) {
            return there;
        }
        if (replica.head() != hub_digest_->sequence ||
            wire::state_digest(replica.state()) != hub_digest_->state) {
            return base::Error{"digest_differs", fmt::format("At entry {} the state of {} is not the hub's.",
                                                             hub_digest_->sequence.value, name)};
        }
    }
    const auto signed_for = [&] {
        const auto& seen = first.second->head_seen();
        return seen && seen->head.sequence == hub_digest_->sequence;
    };
    return until(signed_for, "the hub has signed for the last entry");
}

}  // namespace dais::cli
