#include "bench/hub/parts.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <limits>

#include "bench/hub/crew.hpp"
#include "program/clocks.hpp"

namespace dais::bench {
namespace {

constexpr std::uint32_t first_writer = 1;
constexpr std::uint32_t first_listener = 100'000;

[[noreturn]] void fail(Board& board, const std::string& sentence) {
    std::fprintf(stderr, "bench_hub: %s\n", sentence.c_str());
    board.flags[0].failed = 1;
    ::_exit(1);
}

Crew open_crew(Board& board, const std::vector<std::string>& names, std::uint32_t first, const Site& site,
               Crew::Of of = Crew::Of::replicas) {
    auto context = net::Context::open();
    if (!context) fail(board, context.error().text);
    auto crew = Crew::open(*context, names, first, site.ring(), site.address(), of);
    if (!crew) fail(board, crew.error().text);
    return *std::move(crew);
}

void join(Crew& crew, Board& board, const Crew::Hear& hear) {
    while (crew.live() < crew.size()) {
        crew.turn(5, hear);
        if (board.flags[0].stop) ::_exit(0);
    }
    board.flags[0].live += static_cast<int>(crew.size());
}

// What a writer asks for as its nth: two of three are a paragraph written anew, one is short.
meeting::Command nth(std::size_t n, std::size_t paragraphs) {
    const meeting::TextId paragraph{1 + n % paragraphs};
    if (n % 3 == 0) return meeting::Revise{paragraph, "item 7(b), second reading", {}};
    return meeting::Revise{paragraph,
                           "The rapporteur thanked the delegations for their written comments and proposed "
                           "that paragraph 4 be redrafted.",
                           {}};
}

class Writers {
  public:
    Writers(Crew& crew, const Plan& plan, Board& board)
        : crew_(crew), plan_(plan), board_(board), next_(crew.size()), answered_(crew.size()) {}

    void play() {
        begun_ = moment();
        for (std::size_t i = 0; plan_.rate <= 0 && i < crew_.size(); ++i) {
            for (std::size_t n = 0; n < std::min(plan_.window, plan_.commands); ++n) ask(i);
        }
        while (done_ < crew_.size() && !board_.flags[0].stop) {
            const int wait = plan_.rate > 0 ? ask_what_is_due() : 20;
            flush();
            crew_.turn(wait, hear());
            flush();
        }
        board_.flags[0].done += static_cast<int>(crew_.size());
    }

    Crew::Hear hear() {
        return [this](std::size_t writer, const replica::Outbound& told) {
            const auto* settled = std::get_if<replica::Settled>(&told);
            if (settled == nullptr) return;
            if (settled->fate != wire::Fate::accepted) fail(board_, "refused: " + settled->sentence);
            board_.answered[writer * plan_.commands + settled->request - 1] = moment();
            if (++answered_[writer] == plan_.commands) {
                ++done_;
            } else if (plan_.rate <= 0 && next_[writer] < plan_.commands) {
                ask(writer);
            }
        };
    }

  private:
    void ask(std::size_t writer) {
        const auto n = next_[writer]++;
        auto command = nth(n, plan_.record.paragraphs);
        board_.sent[writer * plan_.commands + n] = moment();
        auto asked = crew_.replica(writer).submit(std::move(command), program::uptime());
        if (!asked || *asked != n + 1) fail(board_, "a command was not taken");
        if (to_step_.empty() || to_step_.back() != writer) to_step_.push_back(writer);
    }

    void flush() {
        while (!to_step_.empty()) {
            for (const auto writer : std::exchange(to_step_, {})) crew_.step(writer, hear());
        }
    }

    // Returns how many milliseconds there are until more is due.
    int ask_what_is_due() {
        const auto apart = static_cast<Moment>(1e9 / plan_.rate);
        const auto now = moment();
        auto earliest = std::numeric_limits<Moment>::max();
        for (std::size_t i = 0; i < crew_.size(); ++i) {
            // Not all at once, or one commit would serve them all.
            const auto due = [&] {
                return begun_ + apart * static_cast<Moment>(i) / static_cast<Moment>(crew_.size()) +
                       apart * static_cast<Moment>(next_[i]);
            };
            while (next_[i] < plan_.commands && due() <= now) ask(i);
            if (next_[i] < plan_.commands) earliest = std::min(earliest, due());
        }
        if (earliest == std::numeric_limits<Moment>::max()) return 20;
        return static_cast<int>(std::clamp<Moment>((earliest - moment()) / 1'000'000, 0, 20));
    }

    Crew& crew_;
    const Plan& plan_;
    Board& board_;
    std::vector<std::size_t> next_;
    std::vector<std::size_t> answered_;
    std::vector<std::size_t> to_step_;
    std::size_t done_ = 0;
    Moment begun_ = 0;
};

void wait_for_end(Crew& crew, Board& board, const Crew::Hear& hear) {
    while (!board.flags[0].stop) crew.turn(20, hear);
    if (crew.lost() > 0) board.flags[0].failed = 1;
    ::_exit(0);
}

// Milliseconds from nothing to a state whose digest is the one that the hub said.
Moment join_once(const net::Context& context, const Site& site, Board& board) {
    const auto begun = moment();
    // The session of the one before: its connection is told that it was superseded, and gone from the hub.
    auto crew = Crew::open(context, {site.listeners().front()}, first_listener, site.ring(), site.address());
    if (!crew) fail(board, crew.error().text);
    Moment joined = 0;
    while (joined == 0) {
        crew->turn(20, [&](auto, const replica::Outbound& told) {
            if (std::holds_alternative<replica::Replaced>(told)) joined = moment();
        });
        if (moment() - begun > Moment{20'000'000'000}) fail(board, "a station did not get in");
    }
    return joined - begun;
}

}  // namespace

void join_all(const Site& site, Board& board) {
    auto context = net::Context::open();
    if (!context) fail(board, context.error().text);
    for (std::size_t i = 0; i < board.total; ++i) board.answered[i] = join_once(*context, site, board);
    board.flags[0].done = 1;
    ::_exit(0);
}

void write_all(const Site& site, const Plan& plan, Board& board) {
    const std::vector<std::string> names(site.writers().begin(),
                                         site.writers().begin() + static_cast<std::ptrdiff_t>(plan.writers));
    auto crew = open_crew(board, names, first_writer, site);
    const Crew::Hear nothing = [](auto, const auto&) {};
    join(crew, board, nothing);
    while (!board.flags[0].go) crew.turn(1, nothing);
    Writers(crew, plan, board).play();
    wait_for_end(crew, board, nothing);
    ::_exit(0);
}

void listen_all(const Site& site, const Plan& plan, Board& board, std::size_t group, std::size_t first,
                std::size_t count) {
    const auto begin = site.listeners().begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<std::string> names(begin, begin + static_cast<std::ptrdiff_t>(count));
    auto crew = open_crew(board, names, first_listener + static_cast<std::uint32_t>(first), site,
                          plan.folding ? Crew::Of::replicas : Crew::Of::followers);
    const Crew::Hear hear = [&](std::size_t, const replica::Outbound& told) {
        const auto* applied = std::get_if<replica::Applied>(&told);
        if (applied == nullptr) return;
        const auto author = author_of(applied->entry.session);
        if (author == 0) return;  // of the record that was there before
        const auto at =
            group * board.total + (author - first_writer) * board.commands_each + applied->entry.request - 1;
        board.last[at] = moment();
        ++board.heard[at];
    };
    join(crew, board, hear);
    wait_for_end(crew, board, hear);
    ::_exit(0);
}

}  // namespace dais::bench
