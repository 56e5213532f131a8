#include "journal/verify.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "journal/checked_aside.hpp"
#include "journal/diagnose.hpp"
#include "journal/report.hpp"
#include "journal/signed_heads.hpp"
#include "journal/sqlite_reader.hpp"

namespace dais::journal {
namespace {

constexpr std::uint64_t progress_interval = 1024;

// A head to hold the chain against when the walk comes by: a stored one, which counts if its signature is
// good and its hub trusted, or one that a station kept.
struct Milestone {
    base::Digest digest;
    std::optional<std::size_t> stored;  // its place among the stored heads; nothing: it was kept
    bool digest_fits = false;           // the walk came by, and found the same digest
};

class Verification {
  public:
    Verification(JournalReader& journal, const Checks& checks) : journal_(journal), checks_(checks) {}

    // Heads and epochs are read before the entries: what a hub appends meanwhile is then never missed.
    Report run() {
        read_epochs();
        read_stored_heads();
        take_kept_head();
        walk();
        sum_up();
        check_tail();
        check_epochs_against_chain();
        add(storage_findings_);
        check_storage();
        name_what_is_lost(report_);
        return std::move(report_);
    }

  private:
    void read_epochs();
    void read_stored_heads();
    void take_kept_head();
    void walk();
    bool take(const Entry& entry);
    bool reach(base::Sequence sequence, const base::Digest& digest);
    // Whether a head counts: it was kept, or a hub signed it that is trusted. Waits for its signature to be
    // checked.
    bool counts(const Milestone& milestone);
    // Up to where the heads vouch, after the walk or where it was contradicted.
    void vouch(base::Sequence last);
    void sum_up();
    void check_tail();
    void check_epochs_against_chain();
    void check_storage();

    void find(Fault fault, base::Sequence sequence, std::string text, std::string expected = {},
              std::string found = {}) {
        add_finding(report_, {fault, sequence, std::move(expected), std::move(found), std::move(text)});
    }
    void find_later(Fault fault, base::Sequence sequence, std::string text) {
        storage_findings_.push_back({fault, sequence, {}, {}, std::move(text)});
    }
    void add(const std::vector<Finding>& findings) {
        for (const auto& finding : findings) add_finding(report_, finding);
    }
    // Whether somebody else looks at it: an entry, a head there, or an epoch that begins with it.
    [[nodiscard]] bool is_before(base::Sequence sequence) const {
        return checks_.after && sequence <= checks_.after->sequence;
    }
    [[nodiscard]] const EpochStart* epoch_of(const seal::Head& head) const;
    [[nodiscard]] base::Epoch epoch_at(base::Sequence sequence) const;

    JournalReader& journal_;
    const Checks& checks_;
    Report report_;
    std::vector<EpochStart> epochs_;
    std::set<base::Epoch> strangers_;        // signed by a key that is not among the trusted
    std::vector<Finding> storage_findings_;  // about heads and epochs; they come after those about entries
    std::optional<SignedHeads> heads_;
    std::multimap<std::uint64_t, Milestone>::iterator next_{};  // what the walk comes by next
    std::map<std::uint64_t, base::Digest>::iterator next_base_{};
    base::Digest vouched_digest_{};
    std::size_t findings_of_heads_ = 0;  // where among the above those about signatures belong
    std::multimap<std::uint64_t, Milestone> milestones_;
    std::map<std::uint64_t, base::Digest> epoch_bases_;  // the chain's digest before each epoch's first entry
    base::Sequence walked_;                              // the last entry that fits the chain
    base::Digest digest_{};                              // the chain's there
    std::optional<Misfit> misfit_;
    bool contradicted_ = false;
    std::uint64_t total_ = 0;
};

void Verification::read_epochs() {
    auto epochs = journal_.epochs();
    if (!epochs) {
        find_later(Fault::epoch_wrong, {}, "the epochs cannot be read: " + epochs.error().text);
        return;
    }
    epochs_ = std::move(*epochs);
    for (std::size_t at = 0; at < epochs_.size(); ++at) {
        const auto& epoch = epochs_[at];
        if (is_before(epoch.first)) continue;
        const std::string name = "epoch " + std::to_string(epoch.epoch.counter);
        if (epoch.epoch.counter != at + 1) {
            find_later(Fault::epoch_wrong, epoch.first,
                       name + " stands where epoch " + std::to_string(at + 1) + " was expected");
        }
        const bool too_early = epoch.first.value == 0 || (at == 0 && epoch.first.value != 1) ||
                               (at > 0 && epoch.first < epochs_[at - 1].first);
        if (too_early) {
            find_later(
                Fault::epoch_wrong, epoch.first,
                name + " begins at entry " + std::to_string(epoch.first.value) + ", where it cannot begin");
        }
        const auto& trusted = checks_.trusted;
        if (!trusted.empty() &&
            std::find(trusted.begin(), trusted.end(), epoch.public_key) == trusted.end()) {
            strangers_.insert(epoch.epoch);
            find_later(Fault::key_unknown, epoch.first,
                       name + " was signed by a key that is not among the trusted");
        }
        epoch_bases_.emplace(epoch.first.value == 0 ? 0 : epoch.first.value - 1, base::Digest{});
    }
}

const EpochStart* Verification::epoch_of(const seal::Head& head) const {
    const auto found = std::find_if(epochs_.begin(), epochs_.end(),
                                    [&](const EpochStart& start) { return start.epoch == head.epoch; });
    return found == epochs_.end() ? nullptr : &*found;
}

base::Epoch Verification::epoch_at(base::Sequence sequence) const {
    base::Epoch epoch;
    for (const auto& start : epochs_) {
        if (start.first <= sequence || epoch.counter == 0) epoch = start.epoch;
    }
    return epoch;
}

void Verification::read_stored_heads() {
    auto heads = journal_.heads();
    if (!heads) {
        find_later(Fault::head_wrong, {}, "the stored heads cannot be read: " + heads.error().text);
        return;
    }
    if (heads->empty() && !epochs_.empty() && !checks_.after) {
        find_later(Fault::head_wrong, {}, "every epoch begins with a stored head, and there is none");
    }
    if (checks_.after) std::erase_if(*heads, [&](const auto& each) { return is_before(each.head.sequence); });
    for (std::size_t at = 0; at < heads->size(); ++at) {
        const auto& head = (*heads)[at].head;
        milestones_.emplace(head.sequence.value, Milestone{head.digest, at});
    }
    findings_of_heads_ = storage_findings_.size();
    heads_.emplace(*std::move(heads), epochs_, checks_.key);
}

void Verification::take_kept_head() {
    if (!checks_.kept) return;
    const auto& kept = *checks_.kept;
    const auto* epoch = epoch_of(kept.head);
    if (epoch == nullptr) {
        find_later(Fault::history_differs, kept.head.sequence,
                   "the head to hold it against is of epoch " + std::to_string(kept.head.epoch.counter) +
                       ", and this journal has no such epoch: it is another history, or one that was cut off "
                       "before it");
    } else if (kept.signature && !seal::head_signed_by(kept, epoch->public_key)) {
        find_later(Fault::kept_head_wrong, kept.head.sequence,
                   "the head to hold it against does not carry this hub's signature: it proves nothing");
        return;
    }
    milestones_.emplace(kept.head.sequence.value, Milestone{kept.head.digest, std::nullopt});
}

bool Verification::counts(const Milestone& milestone) {
    if (!milestone.stored) return true;
    return !strangers_.contains(heads_->all()[*milestone.stored].head.epoch) &&
           heads_->good(*milestone.stored);
}

void Verification::vouch(base::Sequence last) {
    for (const auto& [place, milestone] : milestones_) {
        if (place > last.value) break;
        if (milestone.digest_fits && counts(milestone)) {
            report_.vouched = {place};
            vouched_digest_ = milestone.digest;
        }
    }
}

// Called at 0 and after each entry that fits. Returns whether the walk goes on.
bool Verification::reach(base::Sequence sequence, const base::Digest& digest) {
    for (; next_ != milestones_.end() && next_->first == sequence.value; ++next_) {
        auto& milestone = next_->second;
        milestone.digest_fits = milestone.digest == digest;
        if (milestone.digest_fits || !counts(milestone)) continue;
        vouch({sequence.value - (sequence.value == 0 ? 0 : 1)});
        find(Fault::history_differs, sequence,
             std::string{"the chain holds up to entry "} + std::to_string(sequence.value) + ", but " +
                 (milestone.stored ? "a head that the hub signed there" : "the head to hold it against") +
                 " has another digest: what lies between entry " + std::to_string(report_.vouched.value) +
                 " and there was written anew",
             seal::hex(milestone.digest), seal::hex(digest));
        contradicted_ = true;
        return false;
    }
    if (next_base_ != epoch_bases_.end() && next_base_->first == sequence.value) {
        next_base_->second = digest;
        ++next_base_;
    }
    walked_ = sequence;
    digest_ = digest;
    return true;
}

bool Verification::take(const Entry& entry) {
    const auto place = walked_.next();
    const auto computed = seal::chain(digest_, entry.bytes);
    if (entry.sequence != place || entry.digest != computed) {
        misfit_ = Misfit{place, digest_, entry.sequence, entry.digest, computed};
        return false;
    }
    if (checks_.progress && place.value % progress_interval == 0) checks_.progress(place.value, total_);
    if (checks_.stop && place.value % progress_interval == 0 && checks_.stop()) return false;
    if (!reach(place, computed)) return false;
    if (checks_.each) checks_.each(entry);
    return true;
}

void Verification::walk() {
    if (const auto head = journal_.head()) {
        total_ = head->sequence.value;
        report_.last_known = head->sequence;
    }
    next_ = milestones_.begin();
    next_base_ = epoch_bases_.begin();
    const auto begin = checks_.after.value_or(Place{});
    const base::Sequence from{checks_.after ? begin.sequence.value + 1 : 0};
    if (reach(begin.sequence, begin.digest)) {
        const auto read = journal_.read(from, std::numeric_limits<std::uint64_t>::max(),
                                        [this](const Entry& entry) { return take(entry); });
        if (!read) {
            const bool malformed = read.error().code == "entry_malformed";
            find(malformed ? Fault::entry_malformed : Fault::unreadable, walked_.next(),
                 "the journal cannot be read after entry " + std::to_string(walked_.value) + ": " +
                     read.error().text);
        }
    }
    if (misfit_) add_finding(report_, diagnose(journal_, *misfit_));
    // Where a signature contradicts the chain, only what another signature vouches for is sure.
    report_.verified =
        contradicted_ ? seal::Head{{}, report_.vouched, vouched_digest_} : seal::Head{{}, walked_, digest_};
    report_.verified.epoch = epoch_at(report_.verified.sequence);
    report_.last_known = std::max(report_.last_known, walked_);
    if (checks_.progress) checks_.progress(walked_.value, total_);
}

// What was put off until the signatures are known.
void Verification::sum_up() {
    if (!contradicted_) vouch(walked_);
    std::erase_if(milestones_, [&](const auto& each) { return !counts(each.second); });
    if (!heads_) return;
    std::vector<Finding> wrong;
    for (std::size_t at = 0; at < heads_->all().size(); ++at) {
        if (heads_->good(at)) continue;
        const auto place = heads_->all()[at].head.sequence;
        wrong.push_back({Fault::head_wrong,
                         place,
                         {},
                         {},
                         "the stored head at entry " + std::to_string(place.value) +
                             " does not carry the signature of its epoch's hub"});
    }
    storage_findings_.insert(storage_findings_.begin() + static_cast<std::ptrdiff_t>(findings_of_heads_),
                             wrong.begin(), wrong.end());
}

void Verification::check_tail() {
    if (milestones_.empty()) return;
    const auto furthest = std::prev(milestones_.end());
    const base::Sequence there{furthest->first};
    if (there > report_.last_known && !contradicted_) {
        find(Fault::tail_cut, report_.last_known.next(),
             std::string{furthest->second.stored ? "a head that the hub signed"
                                                 : "the head to hold it against"} +
                 " stands at entry " + std::to_string(there.value) + ", and the journal ends at entry " +
                 std::to_string(report_.last_known.value),
             std::to_string(there.value), std::to_string(report_.last_known.value));
    }
    report_.last_known = std::max(report_.last_known, there);
}

void Verification::check_epochs_against_chain() {
    for (const auto& epoch : epochs_) {
        if (is_before(epoch.first)) continue;
        if (epoch.first.value == 0 || epoch.first.value - 1 > walked_.value)
            continue;  // said already, or beyond the damage
        if (!epoch_is_signed(epoch, epoch_bases_[epoch.first.value - 1])) {
            find_later(Fault::epoch_wrong, epoch.first,
                       "the start of epoch " + std::to_string(epoch.epoch.counter) +
                           " does not carry the signature of its hub");
        }
    }
    if (epochs_.empty() && walked_.value > 0) {
        find_later(Fault::epoch_wrong, {1}, "there are entries, but no epoch in which they were written");
    }
    const bool beyond = !epochs_.empty() && epochs_.back().first.value > report_.last_known.value + 1;
    if (beyond) {
        find(Fault::tail_cut, report_.last_known.next(),
             "epoch " + std::to_string(epochs_.back().epoch.counter) + " began at entry " +
                 std::to_string(epochs_.back().first.value) + ", and the journal ends at entry " +
                 std::to_string(report_.last_known.value),
             std::to_string(epochs_.back().first.value - 1), std::to_string(report_.last_known.value));
        report_.last_known = {epochs_.back().first.value - 1};
    }
}

void Verification::check_storage() {
    if (checks_.after || (checks_.stop && checks_.stop())) return;
    const auto sound = journal_.check_storage();
    if (!sound) find(Fault::structure_damaged, {}, sound.error().text);
}

}  // namespace

Report verify(JournalReader& journal, const Checks& checks) {
    return Verification{journal, checks}.run();
}

Report verify_file(const std::string& path, const Checks& checks) {
    auto reader = open_read_only(path);
    if (reader) {
        CheckedAside aside(*std::move(reader), path);
        return verify(aside, checks);
    }
    Report report;
    if (checks.kept) report.last_known = checks.kept->head.sequence;
    add_finding(report, {Fault::unreadable, {}, {}, {}, reader.error().text});
    name_what_is_lost(report);
    return report;
}

}  // namespace dais::journal
