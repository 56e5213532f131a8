#include <poll.h>

#include <unordered_set>

#include "net/net_room.hpp"
#include "net/wakeup.hpp"

namespace dais::net {
namespace {

TEST(Link, WordsGoBothWaysUnderTheStationsName) {
    Room room;
    room.open();
    EXPECT_TRUE(room.hub->endpoint().starts_with("tcp://127.0.0.1:"));
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(room.echo(clerk, "good morning"));
    EXPECT_EQ(room.frames.back().user, "clerk-1");
    EXPECT_TRUE(room.echo(clerk, std::string("\0\xFF", 2)));
    EXPECT_TRUE(room.echo(clerk, ""));
    EXPECT_TRUE(room.echo(clerk, std::string(1'000'000, 'x')));
    EXPECT_EQ(room.hub->refused(), 0U) << "the probe does not count";
    EXPECT_TRUE(room.reports.empty()) << room.reports[0].text;
}

TEST(Link, BadOptionsAreNamed) {
    Room room;
    EXPECT_EQ(HubSocket::open(room.options("127.0.0.1:7340")).error().code, "bad_address");
    EXPECT_EQ(HubSocket::open(room.options("tcp://nonsense")).error().code, "bad_address");
    EXPECT_EQ(HubSocket::open(room.options("ipc:///tmp/x")).error().code, "bad_address");
    auto options = room.options();
    options.keys.secret_key = new_pair().secret_key;
    EXPECT_EQ(HubSocket::open(options).error().code, "bad_key");
    options = room.options();
    options.stations.push_back(options.stations[0]);
    EXPECT_EQ(HubSocket::open(options).error().code, "duplicate_name");
    room.open();
    EXPECT_EQ(HubSocket::open(room.options(room.hub->endpoint())).error().code, "address_taken");
    EXPECT_EQ(StationSocket::open(room.context, {"nonsense", {room.pairs[0], room.hub_keys.public_key}})
                  .error()
                  .code,
              "bad_address");
    EXPECT_EQ(
        StationSocket::open(room.context, {"tcp://127.0.0.1:7340", {room.pairs[0], "bad"}}).error().code,
        "bad_key");
    EXPECT_EQ(StationSocket::open(room.context, {"tcp://:::", {room.pairs[0], room.hub_keys.public_key}})
                  .error()
                  .code,
              "bad_address");
}

TEST(Link, WithoutAConnectionNothingIsQueued) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0], "tcp://127.0.0.1:1");
    EXPECT_EQ(clerk.socket.send(share("too early")), SendResult::gone);
    EXPECT_EQ(room.hub->send(PeerId{"nobody"}, share("hello")), SendResult::gone);
    EXPECT_EQ(room.hub->send(PeerId{""}, share("hello")), SendResult::gone);
}

TEST(Link, TheSameBytesGoToTwoHundredStationsAndAreLetGo) {
    Room room(200);
    room.open();
    std::vector<Desk> desks;
    std::vector<StationSocket*> sockets;
    for (const auto& pair : room.pairs) desks.push_back(room.desk(pair));
    for (auto& at : desks) sockets.push_back(&at.socket);
    const auto all = [&](auto condition) {
        return turn_until(
            [&] {
                wait_any(sockets, base::Span{5});
                for (auto& at : desks) at.turn();
                room.turn(base::Span{0});
            },
            [&] { return std::all_of(desks.begin(), desks.end(), condition); });
    };
    ASSERT_TRUE(all([](const Desk& at) { return at.count(LinkEvent::connected) == 1; }));
    for (auto& at : desks) EXPECT_EQ(at.socket.send(share("here")), SendResult::sent);
    ASSERT_TRUE(turn_until([&] { room.turn(); }, [&] { return room.frames.size() == 200; }));

    const auto bytes = share(std::string(100'000, 'p'));
    for (const auto& frame : room.frames) ASSERT_EQ(room.hub->send(frame.peer, bytes), SendResult::sent);
    ASSERT_TRUE(all([](const Desk& at) { return at.messages.size() == 1; }));
    for (const auto& at : desks) EXPECT_EQ(at.messages[0], *bytes);
    EXPECT_TRUE(turn_until([] { ::usleep(1000); }, [&] { return bytes.use_count() == 1; }));
    EXPECT_EQ(room.hub->connections(), 200U);
    std::unordered_set<PeerId> peers;
    std::unordered_set<std::string> users;
    for (const auto& frame : room.frames) {
        peers.insert(frame.peer);
        users.insert(frame.user);
    }
    EXPECT_EQ(peers.size(), 200U);
    EXPECT_EQ(users.size(), 200U);
}

TEST(Link, ReconnectingMakesANewPeerAndForgetsTheOldQueues) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(room.echo(clerk, "first"));
    const auto old_peer = room.frames.back().peer;
    for (int i = 0; i < 50; ++i) room.hub->send(old_peer, share("stale " + std::string(100'000, 's')));
    ASSERT_TRUE(clerk.socket.reconnect().ok());
    clerk.messages.clear();
    clerk.events.clear();
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(room.echo(clerk, "second"));
    EXPECT_EQ(clerk.messages.size(), 1U) << "nothing stale";
    EXPECT_NE(room.frames.back().peer, old_peer);
    EXPECT_EQ(room.frames.back().user, "clerk-1");
    EXPECT_TRUE(turn_until([&] { room.turn(); },
                           [&] { return room.hub->send(old_peer, share("x")) == SendResult::gone; }));
}

TEST(Link, AHubThatRestartsOnItsPortGetsItsStationsBack) {
    Room room(5);
    room.open();
    const auto endpoint = room.hub->endpoint();
    std::vector<Desk> desks;
    for (const auto& pair : room.pairs) desks.push_back(room.desk(pair));
    for (auto& at : desks) ASSERT_TRUE(room.connect(at));
    const auto all_have = [&](LinkEvent event, int times) {
        return turn_until(
            [&] {
                for (auto& at : desks) at.turn(base::Span{1});
            },
            [&] {
                return std::all_of(desks.begin(), desks.end(),
                                   [&](const Desk& at) { return at.count(event) >= times; });
            });
    };
    room.hub.reset();
    ASSERT_TRUE(all_have(LinkEvent::disconnected, 1));
    EXPECT_EQ(desks[0].socket.send(share("into the void")), SendResult::gone);
    room.open(room.options(endpoint));
    ASSERT_TRUE(all_have(LinkEvent::connected, 2));
    for (auto& at : desks) EXPECT_TRUE(room.echo(at, "here again"));
}

TEST(Link, AFullQueueIsSaidAndNothingIsDroppedSilently) {
    Room room;
    auto options = room.options();
    options.send_queue = 10;
    room.open(options);
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(room.echo(clerk, "first"));
    const auto peer = room.frames.back().peer;
    clerk.messages.clear();
    // The desk does not read, so after its own queue, the kernel's and the hub's, the hub must be told.
    const auto bytes = share(std::string(1'000'000, 'x'));
    std::size_t sent = 0;
    auto result = SendResult::sent;
    for (; sent < 3000 && (result = room.hub->send(peer, bytes)) == SendResult::sent; ++sent) ::usleep(10);
    EXPECT_EQ(result, SendResult::full);
    EXPECT_TRUE(
        turn_until([&] { clerk.turn(base::Span{1}); }, [&] { return clerk.messages.size() >= sent; }));
    EXPECT_EQ(clerk.messages.size(), sent);
    EXPECT_TRUE(turn_until([&] { ::usleep(1000); },
                           [&] { return room.hub->send(peer, share("again")) == SendResult::sent; }));
}

TEST(Link, AWaitEndsForTheExtraDescriptorAndForMessages) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    const auto wakeup = Wakeup::open().value();
    EXPECT_FALSE(room.hub->wait(base::Span{1}, wakeup.fd()).extra);
    wakeup.signal();
    wakeup.signal();
    EXPECT_TRUE(room.hub->wait(base::Span{10'000}, wakeup.fd()).extra);
    EXPECT_TRUE(clerk.socket.wait(base::Span{10'000}, wakeup.fd()).extra);
    StationSocket* one = &clerk.socket;
    EXPECT_TRUE(wait_any({&one, 1}, base::Span{10'000}, wakeup.fd()).extra);
    wakeup.clear();
    EXPECT_FALSE(room.hub->wait(base::Span{0}, wakeup.fd()).extra);
    clerk.socket.send(share("hello"));
    EXPECT_TRUE(room.hub->wait(base::Span{10'000}, wakeup.fd()).messages);
}

TEST(Link, ItsDescriptorsTellThatSomethingHasCome) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(room.echo(clerk, "so that the hub knows the peer"));
    const auto readable = [&](int wait_ms) {
        std::vector<pollfd> all;
        for (const int descriptor : clerk.socket.descriptors()) all.push_back({descriptor, POLLIN, 0});
        return ::poll(all.data(), all.size(), wait_ms) > 0;
    };
    ASSERT_TRUE(turn_until([&] { clerk.turn(); }, [&] { return !readable(0); }));
    clerk.messages.clear();
    ASSERT_EQ(room.hub->send(room.frames.back().peer, share("news")), SendResult::sent);
    EXPECT_TRUE(readable(10'000));
    EXPECT_TRUE(turn_until([&] { clerk.turn(); }, [&] { return !clerk.messages.empty(); }));
    EXPECT_EQ(clerk.messages, std::vector<std::string>{"news"});
}

TEST(Link, AtMostSoManyMessagesAreTakenAtOnce) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    for (int i = 0; i < 10; ++i) clerk.socket.send(share(std::to_string(i)));
    std::vector<Frame> frames;
    while (frames.size() < 10) {
        room.hub->wait(base::Span{100});
        const auto before = frames.size();
        const auto read = room.hub->receive(frames, 3);
        ASSERT_LE(read, 3U);
        ASSERT_EQ(frames.size(), before + read);
    }
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(frames[i].bytes, std::to_string(i));
}

}  // namespace
}  // namespace dais::net
