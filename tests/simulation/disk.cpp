#include "simulation/disk.hpp"

#include <algorithm>
#include <utility>

#include "seal/digest.hpp"

namespace dais::simulation {
namespace {

std::vector<base::Bytes> rows_of(const std::vector<hub::SharedBytes>& entries) {
    std::vector<base::Bytes> rows;
    for (const auto& entry : entries) rows.push_back(*entry);
    return rows;
}

}  // namespace

void History::keep(hub::SharedBytes entry) {
    chain.push_back(seal::chain(chain.empty() ? base::Digest{} : chain.back(), *entry));
    durable.push_back(std::move(entry));
    lives.push_back(life);
}

std::optional<base::Digest> History::digest(base::Sequence at) const {
    if (at.value == 0) return base::Digest{};
    if (at.value > chain.size()) return std::nullopt;
    return chain[at.value - 1];
}

Disk::Disk(support::Chance chance, std::unique_ptr<Medium> medium, Figures& figures)
    : chance_(chance), figures_(figures) {
    media_.push_back(std::move(medium));
}

base::Result<Life> Disk::open(base::Instant started, Complaints& complaints) {
    auto opened = medium().open();
    if (!opened) {
        if (opened.error().code != "journal_damaged" || !damaged_) return opened.error();
        return open_to_read();
    }
    journal_ = *std::move(opened);
    Life life;
    life.entries = read_all(*journal_);
    compare(life.entries, complaints);
    const auto begun = journal_->begin_epoch(chance_.next() | 1u, started);
    if (!begun) return begun.error();
    life.epoch = begun->epoch;
    epochs_[life.epoch.id] = present_;
    history().life = life.epoch;
    served_ = history().durable.size();
    if (present_ != 0) figures_.count(Effect::life_older);
    return life;
}

// As cli/hub_program.cpp does.
base::Result<Life> Disk::open_to_read() {
    auto prefix = medium().open_prefix();
    if (!prefix) return prefix.error();
    Life life;
    life.read_only = "The journal is damaged; it can only be read. " + prefix->report.lost;
    life.epoch = prefix->report.verified.epoch;
    life.entries = read_all(*prefix->journal);
    const auto& known = history().durable;
    const bool sound = life.entries.size() < known.size() &&
                       std::equal(life.entries.begin(), life.entries.end(), known.begin(),
                                  [](const auto& read, const auto& kept) { return read == *kept; });
    if (!sound) return base::Error{"not_sound", "what is served of a damaged journal is not its beginning"};
    served_ = life.entries.size();
    figures_.count(Effect::life_read_only);
    return life;
}

std::vector<base::Bytes> Disk::read_all(journal::JournalReader& reader) {
    std::vector<base::Bytes> entries;
    const auto read = reader.read({1}, ~std::uint64_t{0}, [&](const journal::Entry& entry) {
        entries.emplace_back(entry.bytes);
        return true;
    });
    if (!read) entries.clear();
    return entries;
}

// All that was durable, and of what was in doubt nothing or all.
void Disk::compare(const std::vector<base::Bytes>& entries, Complaints& complaints) {
    const auto doubtful = std::exchange(history().doubtful, {});
    if (entries.size() == history().durable.size() + doubtful.size() && !doubtful.empty()) {
        for (const auto& entry : doubtful) history().keep(entry);
        figures_.count(Effect::batch_kept);
    } else if (!doubtful.empty()) {
        figures_.count(Effect::batch_lost);
    }
    const auto& known = history().durable;
    const bool same = entries.size() == known.size() &&
                      std::equal(entries.begin(), entries.end(), known.begin(),
                                 [](const auto& read, const auto& kept) { return read == *kept; });
    if (same) return;
    complaints.push_back("the journal comes back with " + std::to_string(entries.size()) +
                         " entries, not the " + std::to_string(known.size()) + " that were durable");
}

void Disk::install(hub::SharedBytes entry, Complaints& complaints) {
    const base::Bytes row = *entry;
    if (const auto appended = journal_->append({&row, 1}); !appended) {
        complaints.push_back("the first entry cannot be written: " + appended.error().text);
    }
    history().keep(std::move(entry));
    served_ = 1;
}

std::string Disk::append(const hub::Append& append, base::Instant now) {
    if (!journal_) return "a hub that may only read appends";
    if (busy()) return "the hub appends while a sync is under way";
    if (append.entries.empty()) return "the hub appends nothing";
    if (append.first.value != history().durable.size() + 1) {
        return "the hub appends entry " + std::to_string(append.first.value) + " after " +
               std::to_string(history().durable.size());
    }
    under_way_ = append.entries;
    due_ = now + (chance_.one_in(20) ? chance_.between(base::Span{1}, slowest_) : chance_.between(1, 12));
    return {};
}

std::optional<Disk::Outcome> Disk::turn(base::Instant now) {
    if (!busy() || now < due_) return std::nullopt;
    return write();
}

Disk::Outcome Disk::write() {
    auto batch = std::exchange(under_way_, {});
    if (full_) {
        medium().fail_next(journal::DiskFault::full);
    } else if (failing_) {
        medium().fail_next(*std::exchange(failing_, std::nullopt));
    }
    auto appended = journal_->append(rows_of(batch));
    medium().heal();
    if (!appended) {
        if (appended.error().code != "disk_full") history().doubtful = std::move(batch);
        return appended.error();
    }
    for (const auto& entry : batch) history().keep(entry);
    served_ = history().durable.size();
    if (present_ != 0) figures_.count(Effect::entry_on_fork, batch.size());
    return base::Sequence{served_};
}

void Disk::crash(bool kept) {
    const bool writing = busy();
    if (writing) {
        history().doubtful = std::exchange(under_way_, {});
        if (!full_) {
            medium().fail_next(kept ? journal::DiskFault::sync_kept : journal::DiskFault::sync_lost);
            [[maybe_unused]] const auto nobody_hears = journal_->append(rows_of(history().doubtful));
        }
    }
    if (writing && !kept && !full_ && !medium().can_be_copied()) figures_.count(Effect::write_torn);
    medium().stop(!kept);
    journal_.reset();
    medium().restart();
    failing_.reset();
}

void Disk::flip_byte(std::uint64_t back) {
    if (!is_right()) return;
    damaged_ = media_[0]->copy();
    const auto last = histories_[0].durable.size();
    damaged_->flip({last - std::min<std::uint64_t>(back, last - 1)}, chance_.next());
}

void Disk::take_older(std::uint64_t back) {
    if (!is_right()) return;
    auto older = media_[0]->copy();
    const auto last = histories_[0].durable.size();
    const auto left = last - std::min<std::uint64_t>(back, last - 1);
    older->cut_back({left});
    History history = histories_[0];
    history.doubtful.clear();
    history.durable.resize(left);
    history.chain.resize(left);
    history.lives.resize(left);
    media_.push_back(std::move(older));
    histories_.push_back(std::move(history));
    present_ = histories_.size() - 1;
}

void Disk::put_right() {
    damaged_.reset();
    present_ = 0;
}

std::size_t Disk::history_of(base::Epoch epoch) const {
    const auto found = epochs_.find(epoch.id);
    return found == epochs_.end() ? 0 : found->second;
}

}  // namespace dais::simulation
