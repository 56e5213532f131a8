// One desk's station on a thread of its own, so that a window never waits for a socket or a disk.
//
// The window's thread posts what it wants and takes what is new; neither waits for anything but another
// thread's copying of a few pointers. Between them the Runner's thread turns the station: it keeps what was
// typed, sends what was asked, and folds what happened.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "net/station_socket.hpp"
#include "net/wakeup.hpp"
#include "station/drafts.hpp"
#include "station/news.hpp"
#include "station/news_queue.hpp"
#include "station/station.hpp"

namespace dais::station {

struct RunnerOptions {
    net::StationOptions link;
    spool::OpenSpool spool;
    std::string program;  // what the hub's log calls it: "clerk-station 0.1.0"
    // Called on the Runner's thread when there is news, once for all that come before the next take(). It
    // must not block; what it needs must outlive the Runner.
    std::function<void()> wake;
    // Called on the Runner's thread after entries were applied and told, at most once a turn, with the state
    // as it then is. While it runs nothing is sent or kept: tens of milliseconds at most.
    std::function<void(const meeting::Meeting&)> observe;
};

class Runner {
  public:
    // Opens spool and socket and starts the thread. Errors, each with a sentence: those of open_spool()
    // (spool_in_use, …) and of net (bad_address, bad_key, …); bad_command where the spool holds a text that
    // this program cannot read.
    static base::Result<std::unique_ptr<Runner>> open(RunnerOptions options);
    // Keeps every draft and text that was posted, then stops.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // From the window's thread, none of them blocks.
    //
    // Asks for a command. The answer is NotTaken, or Settled, which Unanswered, or Held and Kept may precede.
    // `token` (not 0) is the window's own name for it. A text that was typed at the place `from` leaves its
    // draft there in the moment in which it is kept as a request, and not where it was not taken.
    void ask(std::uint64_t token, meeting::Command command, std::string from = "");
    // Keeps an unfinished text; the latest of each place counts. DraftKept tells that it is on disk.
    void keep_draft(std::string place, std::string text, std::uint64_t version);
    void forget_draft(std::string place);
    // What is being written at a place ("p:12", "r:34"; see wire::is_draft_place), for the other desks that
    // write to see; an empty text: nothing any more. Where it became a text that was asked for before, they
    // see it until that is answered. Kept nowhere: see keep_draft().
    void show_draft(std::string place, std::uint32_t base, std::string text);
    // A refused text has found its place, or its author gives it up. One that waits for its answer stays.
    void forget_unplaced(std::uint64_t request);
    // All that is new, in order.
    std::vector<News> take() { return news_.take(); }

  private:
    struct Ask {
        std::uint64_t token;
        meeting::Command command;
        std::string from;
    };
    struct KeepDraft {
        std::string place;
        std::string text;
        std::uint64_t version;
    };
    struct ForgetDraft {
        std::string place;
    };
    struct ShowDraft {
        std::string place;
        std::uint32_t base;
        std::string text;
    };
    struct ForgetUnplaced {
        std::uint64_t request;
    };
    using Wish = std::variant<Ask, KeepDraft, ForgetDraft, ShowDraft, ForgetUnplaced>;

    Runner(RunnerOptions options, Station station, net::Wakeup wakeup, Restored restored);
    void post(Wish wish);
    // Takes back the last wish of that kind for that place, where no ask came after it. REQUIRES: mutex_ is
    // held.
    template <class Draft>
    void replace(const std::string& place);
    // On the Runner's thread, all of them.
    void run(Restored restored);
    [[nodiscard]] base::Span until_due() const;
    void turn(bool last);
    void fulfil(Wish& wish, std::vector<News>& news);
    void fulfil(Ask& ask, std::vector<News>& news);
    enum class Taken { yes, no, no_room };  // `no` was told
    Taken submit(const Ask& ask, std::vector<News>& news);
    void try_held(bool last, std::vector<News>& news);
    // `whole`: the state as a whole stands for the entries.
    void tell_of(std::vector<replica::Outbound> told, bool whole, std::vector<News>& news);
    static void tell_of_drafts(replica::Outbound& told, std::vector<News>& news);
    void tell_of_texts(const replica::Outbound& told, std::vector<News>& news);
    void tell_of_link(std::vector<News>& news);
    void tell_of_trouble(std::vector<News>& news);
    [[nodiscard]] Replaced whole_state() const;

    RunnerOptions options_;
    NewsQueue news_;
    net::Wakeup wakeup_;
    std::mutex mutex_;
    std::vector<Wish> wishes_;  // under mutex_, as is:
    bool stopping_ = false;

    // The Runner's thread's own.
    Station station_;
    Drafts drafts_;
    std::deque<Ask> held_;  // texts for which the disk had no room, in their order
    base::Instant held_tried_;
    std::optional<base::Error> held_by_;
    std::unordered_map<std::uint64_t, std::uint64_t> tokens_;  // by request, until it is settled
    std::optional<LinkNews> link_;                             // as it was last told
    std::string trouble_;                                      // as well
    std::thread thread_;                                       // last: it begins when all else is there
};

}  // namespace dais::station
