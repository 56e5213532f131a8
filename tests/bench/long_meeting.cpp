#include "bench/long_meeting.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "journal/sqlite_journal.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/limits.hpp"
#include "support/chance.hpp"
#include "support/small_meeting.hpp"
#include "wire/codec.hpp"

namespace dais::bench {
namespace {

constexpr base::Instant beginning{1'700'000'000'000};
constexpr std::size_t entries_a_commit = 128;
constexpr std::size_t clerks = 16;

class Author {
  public:
    explicit Author(journal::Journal& journal) : journal_(journal) {}

    base::Status<> write(std::uint64_t entries) {
        prepare();
        ask("chair", meeting::OpenMeeting{});
        ask("chair", meeting::GiveFloor{"ann", {}, "", {}});
        while (sequence_ < entries) {
            next();
            if (batch_.size() < entries_a_commit && sequence_ < entries) continue;
            if (auto appended = journal_.append(batch_); !appended) return appended.error();
            batch_.clear();
        }
        return base::Done{};
    }

  private:
    void prepare() {
        wire::Entry entry;
        entry.fact.stamp = {{1}, now_, {"hub", meeting::Desk::hub}};
        entry.fact.events.emplace_back(support::small_meeting());
        take(entry);
    }

    void take(const wire::Entry& entry) {
        meeting::apply(meeting_, entry.fact);
        batch_.push_back(wire::encode(entry));
        ++sequence_;
    }

    bool ask(const std::string& station, const meeting::Command& command) {
        const meeting::Actor actor{station, *meeting::desk_of(station)};
        now_ = now_ + base::Span{40};
        auto decision = meeting::decide(meeting_, actor, command, now_);
        if (!decision) return false;
        wire::Entry entry;
        const auto number = 1 + std::hash<std::string>{}(station) % 250;
        entry.session.fill(static_cast<std::uint8_t>(number));
        entry.request = ++requests_[station];
        entry.fact = {{{sequence_ + 1}, now_, actor}, *std::move(decision)};
        take(entry);
        return true;
    }

    std::string person() { return meeting_.participants[chance_.below(9)].id; }
    std::string text() {
        return fmt::format(
            "recalled that the panel had met {:6} times in the year, and asked that what was "
            "said of it be put down in full.",
            chance_.below(1'000'000));
    }

    // Of a hundred acts 76 are paragraphs and their revisions, 3 other changes of them; 9 are links, 6 the
    // floor's clock, 6 the speakers' list and the floor.
    void next() {
        const auto draw = chance_.below(100);
        if (draw < 76) return write_text();
        if (draw < 79) return attribute();
        if (draw < 88) return report_link();
        if (draw < 94) {
            if (!ask("chair", meeting::PauseClock{})) ask("chair", meeting::ResumeClock{});
            return;
        }
        // So few turns that an endless meeting stays within what a meeting may have.
        if (draw == 99 && meeting_.interventions.size() + 10 < meeting::max_interventions) {
            if (!ask("chair", meeting::GiveFloor{{}, {}, "", {}})) {
                ask("chair", meeting::GiveFloor{person(), {}, "", {}});
            }
            return;
        }
        const auto& list = meeting_.proceedings.list;
        if (list.size() < 10) {
            ask("chair", meeting::RequestFloor{person(), meeting::Kind::statement, ""});
        } else {
            ask("chair", meeting::WithdrawRequest{{}, list.front().id});
        }
    }

    void report_link() {
        const auto link = chance_.coin() ? meeting::Link::audio : meeting::Link::video;
        ask("moderator", meeting::ReportLink{person(), link, {}});
    }

    void attribute() {
        if (meeting_.texts.empty()) return;
        ask("clerk-1", meeting::Attribute{meeting::TextId{1 + chance_.below(meeting_.texts.size())},
                                          chance_.coin() ? "Another speaker" : ""});
    }

    void write_text() {
        const auto clerk = fmt::format("clerk-{}", 1 + chance_.below(clerks));
        if (meeting_.texts.size() < most_paragraphs && (meeting_.texts.empty() || chance_.one_in(4))) {
            ask(clerk, meeting::Write{{}, text(), {}});
        } else {
            ask(clerk,
                meeting::Revise{meeting::TextId{1 + chance_.below(meeting_.texts.size())}, text(), {}});
        }
    }

    journal::Journal& journal_;
    support::Chance chance_{1};
    meeting::Meeting meeting_;
    base::Instant now_ = beginning;
    std::uint64_t sequence_ = 0;
    std::map<std::string, std::uint64_t> requests_;
    std::vector<base::Bytes> batch_;
};

}  // namespace

base::Status<> write_long_meeting(const std::filesystem::path& path, const seal::KeyPair& key,
                                  std::uint64_t entries) {
    auto journal = journal::open_journal({path.string(), key, ""});
    if (!journal) return journal.error();
    if (auto begun = (*journal)->begin_epoch(1, beginning); !begun) return begun.error();
    if (auto written = Author(**journal).write(entries); !written) return written.error();
    return (*journal)->close();
}

}  // namespace dais::bench
