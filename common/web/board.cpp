#include "web/board.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "base/check.hpp"
#include "web/feed.hpp"
#include "web/json.hpp"
#include "web/page.hpp"
#include "web/server.hpp"

namespace dais::web {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto heartbeat = 5s;
// How soon the place of a reader that has hung up is free.
constexpr auto look_around = 1s;
// Of connections that are no stream: pages, and requests that have not arrived yet.
constexpr std::size_t other_connections = 64;
// Threads that are never a visitor's, so that those for whom there is no room are told so.
constexpr std::size_t ushers = 4;

// The members of a state but `now`, which is known only when it is sent.
std::string tell(const BoardState& state, const std::string& language) {
    return fmt::format(R"("connected":{},"language":{},"view":{})", state.connected ? "true" : "false",
                       json_string(language), state.view ? json(*state.view) : "null");
}

class Serving : public Board {
  public:
    explicit Serving(BoardOptions options)
        : options_(std::move(options)),
          words_(options_.words),
          feed_(tell(state_, words_.language)),
          door_({options_.max_streams + other_connections, options_.max_per_address, options_.max_streams}),
          server_(door_, options_.max_streams + other_connections + ushers,
                  [this](const auto& request, auto& response) { answer(request, response); }) {}
    ~Serving() override { feed_.stop(); }

    base::Status<> listen() { return server_.open(options_.address, options_.port); }

    [[nodiscard]] int port() const override { return server_.port(); }
    [[nodiscard]] std::size_t streams() const override { return door_.streams(); }

    void show(BoardState state) override {
        const std::lock_guard lock(mutex_);
        state_ = std::move(state);
        feed_.put(tell(state_, words_.language));
    }

    void speak(BoardWords words) override {
        const std::lock_guard lock(mutex_);
        words_ = std::move(words);
        feed_.put(tell(state_, words_.language));
    }

  private:
    [[nodiscard]] std::int64_t now() const { return options_.now().ms; }
    [[nodiscard]] std::string state_json(const std::string& told) const {
        return fmt::format(R"({{"now":{},{}}})", now(), told);
    }

    void answer(const httplib::Request& request, httplib::Response& response) {
        if (request.method != "GET" && request.method != "HEAD") {
            response.status = 405;
            response.set_header("Allow", "GET, HEAD");
            response.set_content("Only GET.\n", "text/plain");
        } else if (request.path == "/") {
            send_page(response);
        } else if (request.path == "/state") {
            response.set_content(state_json(*feed_.latest().text), "application/json");
        } else if (request.path == "/events") {
            send_events(request.method == "HEAD", response);
        } else if (request.path == "/health") {
            response.set_content("ok\n", "text/plain");
        } else {
            response.status = 404;
            response.set_content("There is nothing here.\n", "text/plain");
        }
        spdlog::debug("A request was answered with {}.", response.status == -1 ? 200 : response.status);
    }

    void send_page(httplib::Response& response) {
        const auto nonce = new_nonce();
        BoardWords words;
        {
            const std::lock_guard lock(mutex_);
            words = words_;
        }
        response.set_header("Content-Security-Policy", content_policy(nonce));
        response.set_content(fill_page(options_.page, words, nonce), "text/html; charset=utf-8");
    }

    void send_events(bool head_only, httplib::Response& response) {
        auto place = door_.stream();
        if (place == nullptr) {
            response.status = 503;
            response.set_header("Retry-After", "5");
            response.set_content("Too many are watching.\n", "text/plain");
            return;
        }
        response.set_header("X-Accel-Buffering", "no");  // a proxy that gathers would hold events back
        if (head_only) {
            response.set_content("", "text/event-stream");
            return;
        }
        // The place is kept by the response, for as long as it is being sent.
        response.set_content_provider(
            "text/event-stream",
            [this, place, seen = std::uint64_t{0}, beat = Clock::now()](
                std::size_t, httplib::DataSink& sink) mutable { return next_event(sink, seen, beat); });
    }

    // Sends one event, or finds that there is none yet. False: the stream is over.
    bool next_event(httplib::DataSink& sink, std::uint64_t& seen, Clock::time_point& beat) const {
        const auto latest = feed_.wait(seen, std::min(beat + heartbeat, Clock::now() + look_around));
        if (latest.stopped) return false;
        std::string event;
        if (latest.version > seen) {
            if (seen == 0) event = "retry: 2000\n";
            event += "event: state\ndata: " + state_json(*latest.text) + "\n\n";
            seen = latest.version;
        } else if (Clock::now() >= beat + heartbeat) {
            event = fmt::format("event: beat\ndata: {{\"now\":{}}}\n\n", now());
        } else {
            return sink.is_writable();
        }
        beat = Clock::now();
        return sink.write(event.data(), event.size());
    }

    const BoardOptions options_;
    mutable std::mutex mutex_;
    BoardState state_;  // under mutex_, as is:
    BoardWords words_;
    Feed feed_;
    Door door_;
    Server server_;  // last: it ends first, after the feed was stopped
};

}  // namespace

base::Result<std::unique_ptr<Board>> Board::open(BoardOptions options) {
    base::check(static_cast<bool>(options.now), "a board needs the hub's time");
    auto board = std::make_unique<Serving>(std::move(options));
    if (auto listens = board->listen(); !listens) return listens.error();
    return std::unique_ptr<Board>(std::move(board));
}

}  // namespace dais::web
