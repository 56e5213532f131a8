#include "cli/checkpoints.hpp"

#include <malloc.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "hub/hub.hpp"
#include "journal/checkpoint.hpp"
#include "journal/sqlite_reader.hpp"
#include "journal/verify.hpp"
#include "seal/digest.hpp"

namespace dais::cli {
namespace {

// A journal that cannot be read may only have met a moment without files or memory to spare.
constexpr int tries_to_read = 3;
constexpr std::chrono::seconds between_tries{1};

// A hub that folds and is never asked for anything.
hub::Options folding() {
    hub::Options options;
    options.tail_bytes = 0;
    options.snapshot_after = 0;
    return options;
}

void step_back() {
    constexpr int lower = 10;
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), lower);
}

bool is_unreadable(const journal::Report& report) {
    return report.findings.size() == 1 && report.findings.front().fault == journal::Fault::unreadable;
}

}  // namespace

Checkpoints::Checkpoints(Begin begin, const net::Wakeup& wakeup)
    : begin_(std::move(begin)), wakeup_(wakeup), durable_(begin_.head), thread_([this] { work(); }) {}

Checkpoints::~Checkpoints() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        changed_.notify_one();
    }
    thread_.join();
}

void Checkpoints::durable(base::Sequence upto) {
    const std::lock_guard lock(mutex_);
    durable_ = std::max(durable_, upto);
    changed_.notify_one();
}

std::optional<hub::Inbound> Checkpoints::collect() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

bool Checkpoints::damaged() const {
    const std::lock_guard lock(mutex_);
    return damaged_;
}

bool Checkpoints::ending() const {
    const std::lock_guard lock(mutex_);
    return ending_;
}

void Checkpoints::finish(base::Sequence last) {
    {
        const std::lock_guard lock(mutex_);
        finish_at_ = last;
        ending_ = true;
        changed_.notify_one();
    }
    thread_.join();
}

void Checkpoints::work() {
    step_back();
    if (begin_.begun_from) {
        if (!prove()) return;
        written_ = last_ = begin_.begun_from->sequence;
    } else if (!begin_.content.empty()) {
        write(begin_.head, begin_.digest, std::exchange(begin_.content, {}));
    }
    ::malloc_trim(0);
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return ending_ || durable_.value >= last_.value + begin_.every; });
        const bool ending = ending_;
        if (ending && (!finish_at_ || finish_at_->value < last_.value + worth_a_checkpoint)) return;
        const auto upto = ending ? *finish_at_ : durable_;
        lock.unlock();
        if (!make(upto)) return;
        // What a folding hub took goes back to the system: the hub is to stay as small as it was.
        ::malloc_trim(0);
        lock.lock();
        if (ending) return;
    }
}

void Checkpoints::tell(hub::Inbound news) {
    const std::lock_guard lock(mutex_);
    news_ = std::move(news);
    wakeup_.signal();
}

// Also where the log cannot be read by anybody, every screen shows the sentence.
void Checkpoints::give_alarm(const std::string& sentence) {
    spdlog::critical("{} Nothing is accepted any more; what was recorded is served to be read.", sentence);
    if (auto removed = journal::remove_checkpoint(begin_.journal.string()); !removed) {
        spdlog::critical("Remove the checkpoint before the hub is started again: {}", removed.error().text);
    }
    const std::lock_guard lock(mutex_);
    damaged_ = true;
    news_ = hub::Damaged{sentence};
    wakeup_.signal();
}

bool Checkpoints::prove() {
    const auto fault = find_fault();
    if (ending()) return false;
    if (!fault.empty()) {
        give_alarm(fault);
        return false;
    }
    spdlog::info("The journal up to the checkpoint at entry {} is verified, and comes to what it says.",
                 begin_.begun_from->sequence.value);
    tell(hub::Proved{std::exchange(digests_, {})});
    return true;
}

// Empty: the whole journal is sound, and its entries up to the checkpoint come to its content.
std::string Checkpoints::find_fault() {
    for (int tried = 1;; ++tried) {
        hub::Hub hub(folding());
        hub.expect(begin_.begun_from->sequence);
        base::Status<> folded = base::Done{};
        journal::Checks checks;
        checks.key = &begin_.key;
        checks.stop = [&] { return ending(); };
        checks.each = [&](const journal::Entry& entry) {
            if (!folded || entry.sequence > begin_.begun_from->sequence) return;
            folded = hub.restore(entry.bytes, entry.digest);
        };
        const auto report = journal::verify_file(begin_.journal.string(), checks);
        if (ending()) return {};
        if (is_unreadable(report) && tried < tries_to_read) {
            std::this_thread::sleep_for(between_tries);
            continue;
        }
        if (!report.intact()) {
            return "The journal is damaged: " + report.findings.front().text + ". " + report.lost;
        }
        if (!folded || hub.head() != begin_.begun_from->sequence ||
            seal::digest(hub.checkpoint()) != begin_.begun_from->content) {
            return "The checkpoint that the hub was started from is not what the journal comes to.";
        }
        digests_ = std::make_shared<std::vector<base::Digest>>(std::move(hub).release_digests());
        return {};
    }
}

base::Status<> Checkpoints::fold(hub::Hub& hub, base::Sequence upto) {
    if (written_.value != 0) {
        auto before = journal::read_checkpoint(begin_.journal.string());
        if (before && before->sequence == written_ &&
            journal::checkpoint_signed_by(*before, begin_.key.public_key())) {
            if (auto restored = hub.restore_checkpoint(before->content); !restored) {
                written_ = {};  // the next is folded from the beginning
                return restored;
            }
        }
    }
    hub.expect(upto);
    auto reader = journal::open_read_only(begin_.journal.string());
    if (!reader) return reader.error();
    base::Status<> folded = base::Done{};
    const auto from = hub.head().next();
    auto read = (*reader)->read(from, upto.value - hub.head().value, [&](const journal::Entry& entry) {
        folded = hub.restore(entry.bytes);
        if (folded && (hub.head() != entry.sequence || hub.digest() != entry.digest)) {
            folded = base::Error{"bad_entry", "Entry " + std::to_string(entry.sequence.value) +
                                                  " is not any more what was written."};
        }
        return folded.ok() && !(ending() && !finish_at_);
    });
    if (!read) return read.error();
    if (folded && hub.head() != upto) return base::Error{"given_up", "the hub ends"};
    return folded;
}

bool Checkpoints::make(base::Sequence upto) {
    hub::Hub hub(folding());
    const auto folded = fold(hub, upto);
    last_ = upto;  // what went wrong is not tried again at once
    if (folded) {
        write(upto, hub.digest(), hub.checkpoint());
        return true;
    }
    const auto& code = folded.error().code;
    if (code == "bad_entry" || code == "entry_malformed" || code == "database_damaged") {
        give_alarm("The journal was changed behind the hub's back: " + folded.error().text);
        return false;
    }
    if (code != "given_up") spdlog::warn("No checkpoint: {}", folded.error().text);
    return true;
}

void Checkpoints::write(base::Sequence sequence, const base::Digest& chain, base::Bytes content) {
    last_ = sequence;
    const auto written = journal::write_checkpoint(
        begin_.journal.string(), {sequence, chain, DAIS_VERSION, std::move(content)}, begin_.key);
    if (written) {
        written_ = sequence;
        said_ = false;
    } else if (!std::exchange(said_, true)) {
        spdlog::warn("No checkpoint could be written, the next start takes longer: {}", written.error().text);
    }
}

}  // namespace dais::cli
