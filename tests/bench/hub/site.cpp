#include "bench/hub/site.hpp"

#include <unistd.h>

#include <csignal>
#include <fstream>

#include "cli/hub_keys.hpp"
#include "journal/sqlite_journal.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace dais::bench {
namespace fs = std::filesystem;

namespace {

constexpr base::Instant beginning{1'700'000'000'000};
constexpr std::size_t entries_a_commit = 128;

// The meeting as it is written into a journal, by the product's own decisions.
class Scribe {
  public:
    explicit Scribe(journal::Journal& journal) : journal_(journal) {
        wire::Entry entry;
        entry.fact.stamp = {{1}, now_, {"hub", meeting::Desk::hub}};
        entry.fact.events.emplace_back(support::small_meeting());
        take(entry);
    }

    base::Status<> ask(const std::string& station, const meeting::Command& command) {
        const meeting::Actor actor{station, *meeting::desk_of(station)};
        now_ = now_ + base::Span{400};
        auto decision = meeting::decide(meeting_, actor, command, now_);
        if (!decision) return base::Error{"refused", decision.error().sentence};
        wire::Entry entry;
        entry.session.fill(1);
        entry.request = sequence_;
        entry.fact = {{{sequence_ + 1}, now_, actor}, *std::move(decision)};
        take(entry);
        return batch_.size() < entries_a_commit ? base::Status<>(base::Done{}) : write();
    }

    base::Status<> write() {
        if (auto appended = journal_.append(batch_); !appended) return appended.error();
        batch_.clear();
        return base::Done{};
    }

  private:
    void take(const wire::Entry& entry) {
        meeting::apply(meeting_, entry.fact);
        batch_.push_back(wire::encode(entry));
        ++sequence_;
    }

    journal::Journal& journal_;
    meeting::Meeting meeting_;
    base::Instant now_ = beginning;
    std::uint64_t sequence_ = 0;
    std::vector<base::Bytes> batch_;
};

std::string prose(std::size_t bytes, unsigned seed) {
    static constexpr const char* words[] = {"the",    "committee", "had",  "considered", "that",
                                            "rights", "should",    "be",   "protected",  "by",
                                            "States", "measures",  "said", "delegation", "report"};
    std::string text;
    while (text.size() < bytes) {
        seed = seed * 1664525U + 1013904223U;
        text += words[(seed >> 16) % std::size(words)];
        text += ' ';
    }
    text.resize(bytes);
    return text;
}

base::Status<> write_record(Scribe& scribe, const RecordSize& record) {
    if (auto opened = scribe.ask("chair", meeting::OpenMeeting{}); !opened) return opened;
    if (auto given = scribe.ask("chair", meeting::GiveFloor{"ann", {}, "", {}}); !given) return given;
    const auto range = record.longest - record.shortest + 1;
    unsigned draw = 12345;
    for (std::size_t i = 0; i < record.paragraphs; ++i) {
        draw = draw * 1664525U + 1013904223U;
        auto text = prose(record.shortest + (draw >> 16) % range, draw);
        if (auto written = scribe.ask("clerk-1", meeting::Write{{}, std::move(text), {}}); !written) {
            return written;
        }
    }
    return scribe.write();
}

}  // namespace

base::Result<Site> Site::make(const fs::path& directory, std::size_t writers, std::size_t listeners) {
    fs::create_directories(directory);
    Site site(directory);
    std::error_code ignored;
    fs::remove_all(site.ring_.directory(), ignored);
    if (auto made = site.ring_.create(); !made) return made.error();
    for (std::size_t i = 1; i <= writers; ++i) site.writers_.push_back("clerk-" + std::to_string(i));
    for (std::size_t i = 1; i <= listeners; ++i) {
        site.listeners_.push_back("clerk-" + std::to_string(1000 + i));
    }
    for (const auto* names : {&site.writers_, &site.listeners_}) {
        for (const auto& name : *names) {
            if (auto added = site.ring_.add_station(name); !added) return added.error();
        }
    }
    return site;
}

base::Status<> Site::write_journal(const RecordSize& record) {
    for (const char* suffix : {"", "-wal", "-shm", "-checkpoint"}) fs::remove(journal().string() + suffix);
    auto key = cli::signing_key(ring_.directory());
    if (!key) return key.error();
    auto opened = journal::open_journal({journal().string(), *key, "", {}});
    if (!opened) return opened.error();
    if (auto begun = (*opened)->begin_epoch(1, beginning); !begun) return begun.error();
    Scribe scribe(**opened);
    if (auto written = write_record(scribe, record); !written) return written;
    return (*opened)->close();
}

base::Status<> Site::start(const RecordSize& record) {
    stop();
    if (auto written = write_journal(record); !written) return written;
    const auto announce = directory_ / "hub.address";
    const auto log = directory_ / "hub.log";
    fs::remove(announce);
    hub_ = std::make_unique<e2e::Process>(
        std::vector<std::string>{e2e::dais(), "hub", e2e::source("config/sample-meeting").string(),
                                 "--listen", "tcp://127.0.0.1:*", "--journal", journal().string(), "--keys",
                                 ring_.directory().string(), "--announce", announce.string(), "--quiet"},
        log);
    const bool listens = e2e::eventually([&] {
        std::ifstream file(announce);
        return (std::getline(file, address_) && !address_.empty()) || !hub_->runs();
    });
    if (listens && hub_->runs()) return base::Done{};
    return base::Error{"hub_failed", "the hub did not listen: " + e2e::read_file(log)};
}

void Site::stop() {
    if (!hub_) return;
    hub_->signal(SIGTERM);
    hub_->wait();
    hub_.reset();
}

double Site::memory(const std::string& line) const {
    std::ifstream file("/proc/" + std::to_string(hub_->pid()) + "/status");
    std::string word;
    double kib = 0;
    while (file >> word) {
        if (word == line && file >> kib) return kib / 1024;
    }
    return 0;
}

double Site::processor() const {
    std::ifstream file("/proc/" + std::to_string(hub_->pid()) + "/stat");
    std::string word;
    for (int i = 0; i < 13; ++i) file >> word;  // the program's name has no spaces
    double user = 0;
    double system = 0;
    file >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace dais::bench
