#include "cli/board_program.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "folder/room_words.hpp"
#include "net/key_ring.hpp"
#include "program/clocks.hpp"
#include "program/exit_codes.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "program/signals.hpp"
#include "station/runner.hpp"
#include "web/board.hpp"

namespace dais::cli {
namespace {

constexpr std::int64_t offset_step = 20;  // ms

int fail(const base::Error& error) {
    program::complain(error);
    return program::exit_cannot;
}

base::Result<std::string> read_page() {
    const auto file = program::board_page_file();
    if (!file) return file.error();
    std::ifstream in(*file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in || text.empty()) return base::Error{"no_page", file->string() + " cannot be read."};
    return text;
}

// In a language, or in English where the site has none for it; `language` is then that of the words.
base::Result<web::BoardWords> words_in(const std::string& language) {
    const auto file = program::room_words_file(language);
    if (!file) return file.error();
    auto words = folder::read_room_words(*file);
    if (!words) return words.error();
    return web::BoardWords{file->stem().string(), words->all()};
}

// What the station tells, put where the page finds it. On the main thread.
class Follower {
  public:
    Follower(web::Board& board, std::atomic<std::int64_t>& offset, std::string language)
        : board_(board), offset_(offset), fixed_(!language.empty()), language_(std::move(language)) {}

    void take(std::vector<station::News> news) {
        bool changed = false;
        for (auto& each : news) {
            if (const auto* link = std::get_if<station::LinkNews>(&each)) {
                // Pages count on from the last time that they were told, so one that was wrong is put right.
                const auto before = offset_.exchange(link->offset.count());
                changed = follow(*link) || changed || std::abs(before - link->offset.count()) > offset_step;
            } else if (const auto* shown = std::get_if<station::RoomShown>(&each)) {
                state_.view = *shown->view;
                speak(state_.view->language);
                changed = true;
            } else if (const auto* trouble = std::get_if<station::Trouble>(&each)) {
                if (!trouble->sentence.empty()) spdlog::warn("{}", trouble->sentence);
            }
        }
        if (changed) board_.show(state_);
    }

  private:
    bool follow(const station::LinkNews& link) {
        if (!link.sentence.empty() && link.sentence != sentence_) spdlog::error("{}", link.sentence);
        sentence_ = link.sentence;
        const bool connected =
            link.state == replica::LinkState::live || link.state == replica::LinkState::evasive;
        if (connected == state_.connected) return false;
        spdlog::info("The hub is {}.", connected ? "there" : "not there");
        state_.connected = connected;
        return true;
    }

    void speak(const std::string& language) {
        if (fixed_ || language == language_) return;
        language_ = language;
        auto words = words_in(language);
        if (words) {
            board_.speak(*std::move(words));
        } else {
            spdlog::warn("{} The page goes on in the words that it had.", words.error().text);
        }
    }

    web::Board& board_;
    std::atomic<std::int64_t>& offset_;
    bool fixed_;
    std::string language_;
    std::string sentence_;
    web::BoardState state_;
};

void follow_until_stopped(station::Runner& runner, Follower& follower, const net::Wakeup& wakeup) {
    while (!program::stop_is_wished()) {
        pollfd waiting{wakeup.fd(), POLLIN, 0};
        ::poll(&waiting, 1, -1);
        wakeup.clear();
        follower.take(runner.take());
    }
}

base::Result<net::StationKeys> keys_of(const BoardProgramOptions& options) {
    if (!options.key.empty()) return net::load_station_keys(options.key, options.hub_key);
    return net::KeyRing(options.keys).load_station(options.name);
}

base::Result<std::unique_ptr<web::Board>> open_board(const BoardProgramOptions& options, const Place& place,
                                                     const std::atomic<std::int64_t>& offset) {
    auto page = read_page();
    if (!page) return page.error();
    auto words = words_in(options.language.empty() ? "en" : options.language);
    if (!words) return words.error();
    web::BoardOptions how;
    how.address = place.address;
    how.port = place.port;
    how.page = *std::move(page);
    how.words = *std::move(words);
    how.max_streams = options.streams;
    how.max_per_address = options.per_address;
    how.now = [&offset] { return program::uptime() + base::Span{offset.load()}; };
    return web::Board::open(std::move(how));
}

base::Result<std::unique_ptr<station::Runner>> open_station(const BoardProgramOptions& options,
                                                            const net::Wakeup& wakeup) {
    auto keys = keys_of(options);
    if (!keys) return keys.error();
    station::RunnerOptions how;
    how.link.address = options.hub;
    how.link.keys = *std::move(keys);
    how.spool.path =
        (options.spool.empty() ? program::spool_file(options.name, options.hub) : options.spool).string();
    how.program = "dais board " DAIS_VERSION;
    how.wake = [&wakeup] { wakeup.signal(); };
    return station::Runner::open(std::move(how));
}

base::Status<> tell_address(const BoardProgramOptions& options, const Place& place, int port) {
    const bool six = place.address.find(':') != std::string::npos;
    const auto url = fmt::format("http://{}:{}/", six ? "[" + place.address + "]" : place.address, port);
    fmt::print("The board is at {}\n", url);
    std::fflush(stdout);
    if (options.announce.empty()) return base::Done{};
    return program::write_file(options.announce, url + "\n");
}

}  // namespace

base::Result<Place> parse_place(const std::string& text) {
    const auto colon = text.rfind(':');
    const auto refuse = [&] {
        return base::Error{"bad_address", "\"" + text +
                                              "\" is no place to listen at; expected ADDRESS:PORT, as in "
                                              "192.168.1.5:8040 or [::1]:8040."};
    };
    if (colon == std::string::npos || colon == 0) return refuse();
    Place place{text.substr(0, colon), 0};
    const auto* end = text.data() + text.size();
    const auto [rest, bad] = std::from_chars(text.data() + colon + 1, end, place.port);
    if (bad != std::errc{} || rest != end || place.port < 0 || place.port > 65'535) return refuse();
    const bool brackets = place.address.front() == '[' && place.address.back() == ']';
    if (brackets) place.address = place.address.substr(1, place.address.size() - 2);
    if (place.address.empty() || (!brackets && place.address.find(':') != std::string::npos)) return refuse();
    return place;
}

int run_board(const BoardProgramOptions& options) {
    spdlog::set_default_logger(spdlog::stderr_color_mt("board"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %n %l %v");
    const auto place = parse_place(options.listen);
    if (!place) {
        program::complain(place.error());
        return program::exit_usage;
    }
    auto wakeup = net::Wakeup::open();
    if (!wakeup) return fail(wakeup.error());
    program::stop_on_signals(*wakeup);
    std::atomic<std::int64_t> offset = 0;
    auto board = open_board(options, *place, offset);
    if (!board) return fail(board.error());
    auto runner = open_station(options, *wakeup);
    if (!runner) return fail(runner.error());
    if (auto told = tell_address(options, *place, (*board)->port()); !told) return fail(told.error());
    Follower follower(**board, offset, options.language);
    follow_until_stopped(**runner, follower, *wakeup);
    spdlog::info("Ending.");
    return program::exit_ok;
}

}  // namespace dais::cli
