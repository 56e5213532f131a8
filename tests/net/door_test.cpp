// A hub that runs out of file descriptors, as a process of its own so that its limit is its own.
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "net/net_room.hpp"

namespace dais::net {
namespace {

// What the child does until its standard input ends: it echoes, and says at the end what it has seen.
[[noreturn]] void be_a_hub(const HubOptions& options, rlim_t descriptors, int hogged, int from_parent,
                           int to_parent) {
    const rlimit limit{descriptors, descriptors};
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const auto tell = [&](const std::string& line) {
        [[maybe_unused]] auto n = ::write(to_parent, line.data(), line.size());
    };
    auto hub = HubSocket::open(options);
    if (!hub) {
        tell("failed " + hub.error().code + "\n");
        ::_exit(1);
    }
    for (int i = 0; i < hogged; ++i) [[maybe_unused]] const int leaked = ::dup(from_parent);
    tell(fmt::format("{} {}\n", hub->endpoint(), hub->room()));
    std::vector<Frame> frames;
    int full = 0;
    int room_again = 0;
    std::size_t most = 0;
    while (!hub->wait(base::Span{100}, from_parent).extra) {
        frames.clear();
        hub->receive(frames, 100);
        for (const auto& frame : frames) hub->send(frame.peer, share(frame.bytes));
        for (const auto& report : hub->reports()) {
            full += report.code == "full" ? 1 : 0;
            room_again += report.code == "room_again" ? 1 : 0;
        }
        most = std::max(most, hub->connections());
    }
    tell(fmt::format("{} {} {} {}\n", full, room_again, most, hub->turned_away()));
    ::_exit(0);
}

class HubProcess {
  public:
    HubProcess(const HubOptions& options, rlim_t descriptors, int hogged = 0) {
        int down[2];
        int up[2];
        EXPECT_EQ(::pipe(down), 0);
        EXPECT_EQ(::pipe(up), 0);
        child_ = ::fork();
        if (child_ == 0) {
            ::close(down[1]);
            ::close(up[0]);
            be_a_hub(options, descriptors, hogged, down[0], up[1]);
        }
        ::close(down[0]);
        ::close(up[1]);
        to_child_ = down[1];
        from_child_ = ::fdopen(up[0], "r");
    }
    ~HubProcess() {
        finish();
        std::fclose(from_child_);
        ::waitpid(child_, nullptr, 0);
    }
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    std::string line() {
        char text[200] = "";
        return std::fgets(text, sizeof text, from_child_) != nullptr ? text : "";
    }
    void finish() {
        if (to_child_ >= 0) ::close(std::exchange(to_child_, -1));
    }
    // Processor time so far, in clock ticks (a hundredth of a second).
    [[nodiscard]] long cpu_ticks() const {
        std::ifstream file(fmt::format("/proc/{}/stat", child_));
        std::string text((std::istreambuf_iterator<char>(file)), {});
        std::istringstream fields(text.substr(text.rfind(')') + 2));
        std::string skipped;
        for (int i = 0; i < 11; ++i) fields >> skipped;
        long user = 0;
        long system = 0;
        fields >> user >> system;
        return user + system;
    }

  private:
    pid_t child_;
    int to_child_ = -1;
    std::FILE* from_child_ = nullptr;
};

// The words come back, said again until they do: a newcomer may be let in and lose its connection once more.
bool echoes(Desk& desk, const std::string& words) {
    desk.messages.clear();
    return turn_until(
        [&] {
            desk.socket.send(share(words));
            desk.turn(base::Span{50});
        },
        [&] { return !desk.messages.empty(); });
}

TEST(Door, AFullHubTurnsNewcomersAwayServesThoseInsideAndDoesNotSpin) {
    auto pairs = std::vector<KeyPair>{new_pair(), new_pair()};
    HubOptions options;
    options.address = "tcp://127.0.0.1:*";
    options.keys = new_pair();
    options.stations = {{"clerk-1", pairs[0].public_key}, {"clerk-2", pairs[1].public_key}};
    options.handshake = base::Span{120'000};  // the silent ones stay
    HubProcess child(options, 256);
    std::istringstream first(child.line());
    std::string endpoint;
    std::size_t room = 0;
    first >> endpoint >> room;
    ASSERT_GT(room, 50U) << endpoint;
    ASSERT_LT(room, 256U);

    Room around(0);
    around.hub_keys = options.keys;
    auto inside = around.desk(pairs[0], endpoint);
    const auto is_in = [](Desk& desk) {
        return turn_until([&] { desk.turn(base::Span{10}); },
                          [&] { return desk.count(LinkEvent::connected) > 0; });
    };
    ASSERT_TRUE(is_in(inside));

    std::vector<Stranger> flood;
    for (int i = 0; i < 1000; ++i) flood.emplace_back(endpoint);
    const auto still_in = [&] {
        return static_cast<std::size_t>(
            std::count_if(flood.begin(), flood.end(), [](const Stranger& one) { return !one.hung_up(); }));
    };
    ASSERT_TRUE(turn_until([] { ::usleep(10'000); }, [&] { return still_in() < room; }));
    EXPECT_EQ(still_in(), room - 1);

    auto newcomer = around.desk(pairs[1], endpoint);
    // The door may be a moment slower than the handshake, so that a newcomer is in and out again.
    ASSERT_TRUE(turn_until(
        [&] { newcomer.turn(base::Span{10}); },
        [&] {
            return newcomer.count(LinkEvent::handshake_failed) + newcomer.count(LinkEvent::disconnected) >= 3;
        }));
    EXPECT_TRUE(echoes(inside, "still served"));

    // A spinning I/O thread would burn 100 ticks in this second.
    const auto before = child.cpu_ticks();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    while (std::chrono::steady_clock::now() < until) inside.turn(base::Span{50});
    EXPECT_LT(child.cpu_ticks() - before, 30);

    flood.clear();
    EXPECT_TRUE(echoes(newcomer, "at last"));
    EXPECT_TRUE(echoes(inside, "and I am here still"));
    EXPECT_EQ(inside.count(LinkEvent::disconnected), 0);

    child.finish();
    std::istringstream last(child.line());
    int full = 0;
    int room_again = 0;
    std::size_t most = 0;
    std::size_t turned_away = 0;
    last >> full >> room_again >> most >> turned_away;
    EXPECT_EQ(full, 1);
    EXPECT_EQ(room_again, 1);
    EXPECT_LE(most, room);
    EXPECT_GE(turned_away, 1000 - room);
}

TEST(Door, DescriptorsThatSomethingElseTookAreNoticed) {
    Room room(1);
    auto options = room.options();
    options.handshake = base::Span{120'000};
    HubProcess child(options, 256, 100);  // the hub counted on these
    std::istringstream first(child.line());
    std::string endpoint;
    std::size_t promised = 0;
    first >> endpoint >> promised;
    auto inside = room.desk(room.pairs[0], endpoint);
    ASSERT_TRUE(turn_until([&] { inside.turn(base::Span{10}); },
                           [&] { return inside.count(LinkEvent::connected) > 0; }));
    std::vector<Stranger> flood;
    for (int i = 0; i < 400; ++i) flood.emplace_back(endpoint);
    ASSERT_TRUE(turn_until([] { ::usleep(10'000); },
                           [&] {
                               return std::count_if(flood.begin(), flood.end(), [](const Stranger& one) {
                                          return !one.hung_up();
                                      }) < static_cast<long>(promised) - 30;
                           }));
    const auto before = child.cpu_ticks();
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
    while (std::chrono::steady_clock::now() < until) inside.turn(base::Span{50});
    EXPECT_LT(child.cpu_ticks() - before, 15);
    EXPECT_TRUE(echoes(inside, "still served"));
}

TEST(Door, WhereNoConnectionFitsTheHubDoesNotOpen) {
    Room room(1);
    HubProcess child(room.options(), 70);
    EXPECT_EQ(child.line(), "failed too_few_descriptors\n");
}

TEST(Door, ALimitOfOnesOwnHoldsToo) {
    Room room(3);
    auto options = room.options();
    options.max_connections = 2;
    room.open(options);
    auto first = room.desk(room.pairs[0]);
    auto second = room.desk(room.pairs[1]);
    ASSERT_TRUE(room.connect(first) && room.connect(second));
    auto third = room.desk(room.pairs[2]);
    ASSERT_TRUE(turn_until(
        [&] { room.turn(), third.turn(); },
        [&] { return third.count(LinkEvent::handshake_failed) + third.count(LinkEvent::disconnected) > 1; }));
    EXPECT_TRUE(room.echo(first, "one") && room.echo(second, "two"));
    EXPECT_GE(room.reported("full"), 1);  // our own probe may have been the third
    { const auto leaves = std::move(first); }
    room.frames.clear();
    ASSERT_TRUE(turn_until([&] { third.socket.send(share("three")), third.turn(), room.turn(); },
                           [&] { return !room.frames.empty() && room.frames.back().user == "clerk-3"; }));
    EXPECT_GE(room.reported("room_again"), 1);
}

}  // namespace
}  // namespace dais::net
