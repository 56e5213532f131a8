// Everybody who should get nothing, and those inside who must not notice.
#include "net/net_room.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

TEST(Hostile, AnUnknownKeyGetsNothingAndIsReportedOnce) {
    Room room;
    room.open();
    const auto unknown = new_pair();
    auto stranger = room.desk(unknown);
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    ASSERT_TRUE(turn_until(
        [&] {
            room.turn();
            stranger.turn();
            EXPECT_NE(stranger.socket.send(share("let me in")), SendResult::sent);
        },
        [&] { return stranger.count(LinkEvent::refused) >= 3; }));
    EXPECT_EQ(stranger.count(LinkEvent::connected), 0);
    EXPECT_TRUE(room.frames.empty());
    EXPECT_GE(room.hub->refused(), 3U);
    ASSERT_EQ(room.reported("refused_key"), 1);
    EXPECT_NE(room.reports[0].text.find(unknown.public_key), std::string::npos);
    EXPECT_NE(room.reports[0].text.find("127.0.0.1"), std::string::npos) << room.reports[0].text;
    EXPECT_TRUE(room.echo(clerk, "still here"));
}

TEST(Hostile, AKeyThatIsPutOnTheListLaterGetsIn) {
    Room room;
    room.open();
    const auto late = new_pair();
    auto desk = room.desk(late);
    ASSERT_TRUE(
        turn_until([&] { room.turn(), desk.turn(); }, [&] { return desk.count(LinkEvent::refused) > 0; }));
    auto list = room.list;
    list.push_back({"room", late.public_key});
    ASSERT_TRUE(room.hub->replace_stations(list).ok());
    ASSERT_TRUE(room.connect(desk));
    ASSERT_TRUE(room.echo(desk, "thank you"));
    EXPECT_EQ(room.frames.back().user, "room");
}

TEST(Hostile, AKeyTakenOffTheListIsNotHeardAnyMore) {
    Room room(2);
    room.open();
    auto first = room.desk(room.pairs[0]);
    auto second = room.desk(room.pairs[1]);
    ASSERT_TRUE(room.connect(first) && room.connect(second));
    ASSERT_TRUE(room.echo(first, "a") && room.echo(second, "b"));
    // One is removed, and its name given to another key.
    ASSERT_TRUE(room.hub->replace_stations({{"clerk-1", new_pair().public_key}, room.list[1]}).ok());
    first.socket.send(share("am I still here?"));
    ASSERT_TRUE(turn_until([&] { room.turn(); }, [&] { return room.reported("revoked_key") == 1; }));
    EXPECT_TRUE(room.echo(second, "I am"));
    EXPECT_EQ(room.frames.size(), 1U);
}

TEST(Hostile, AHubWithAnotherKeyIsNotTrusted) {
    Room room;
    room.open();
    StationOptions options;
    options.address = room.hub->endpoint();
    options.keys = {room.pairs[0], new_pair().public_key};
    options.retry_most = base::Span{50};
    options.handshake = base::Span{300};
    Desk clerk(StationSocket::open(room.context, options).value());
    ASSERT_TRUE(turn_until([&] { room.turn(), clerk.turn(); },
                           [&] { return clerk.count(LinkEvent::handshake_failed) >= 2; }));
    EXPECT_EQ(clerk.count(LinkEvent::connected), 0);
    EXPECT_TRUE(room.frames.empty());
}

// A client with no key, or with a name and a password, made with libzmq itself.
TEST(Hostile, OtherMechanismsGetNothing) {
    Room room;
    room.open();
    for (const bool plain : {false, true}) {
        zmq::socket_t socket(room.context.core()->zmq, zmq::socket_type::dealer);
        socket.set(zmq::sockopt::linger, 0);
        if (plain) {
            socket.set(zmq::sockopt::plain_username, "clerk-1");
            socket.set(zmq::sockopt::plain_password, "x");
        }
        Monitor monitor(*room.context.core(), socket,
                        ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL |
                            ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL,
                        Monitor::Queue::unbounded);
        socket.connect(room.hub->endpoint());
        socket.send(zmq::buffer("hello"), zmq::send_flags::dontwait);
        std::optional<MonitorEvent> event;
        ASSERT_TRUE(
            turn_until([&] { room.turn(), event = monitor.next(); }, [&] { return event.has_value(); }));
        EXPECT_NE(event->what, ZMQ_EVENT_HANDSHAKE_SUCCEEDED);
    }
    // Whoever notices first hangs up, so the hub sees one or the other.
    ASSERT_TRUE(turn_until(
        [&] { room.turn(); },
        [&] { return room.reported("bad_handshake") + room.reported("unfinished_handshake") > 0; }));
    EXPECT_TRUE(room.frames.empty());
}

TEST(Hostile, GarbageEndsItsConnectionAndNoOther) {
    Room room;
    room.open();
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    std::string zmtp3 =
        std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\x01", 12);  // a greeting, then CURVE, then nonsense
    zmtp3 += std::string("CURVE") + std::string(15, '\0') + std::string(1, '\0') + std::string(31, '\0');
    const std::vector<std::string> garbage = {
        std::string(1000, '\0'),
        "GET / HTTP/1.1\r\nHost: hub\r\n\r\n" + std::string(200, 'x'),
        std::string(1000, '\xFF'),
        std::string("\x01\0\x06\0hello", 9) + std::string(100, 'x'),  // ZMTP 1.0
        std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x01\x05\0\0\0\x05hello", 21) +
            std::string(100, 'x'),  // ZMTP 2.0
        zmtp3 + std::string("\x04\xC8\x05HELLO", 8) +
            std::string(194, 'x'),                                       // a HELLO that opens with no key
        zmtp3 + std::string("\x06\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9),  // a command of 2^64 - 1 bytes
        zmtp3 + std::string("\0\x05hello", 7),                           // a message before any proof
    };
    for (const auto& bytes : garbage) {
        const Stranger stranger(room.hub->endpoint());
        ASSERT_TRUE(stranger.connected());
        stranger.say(bytes);
        EXPECT_TRUE(turn_until([&] { room.turn(); }, [&] { return stranger.hung_up(); }))
            << bytes.substr(0, 20);
        EXPECT_TRUE(room.echo(clerk, "undisturbed"));
        EXPECT_EQ(room.frames.size(), 1U);
    }
    EXPECT_EQ(clerk.count(LinkEvent::disconnected), 0);
}

TEST(Hostile, ThoseWhoConnectAndStaySilentAreShownOut) {
    Room room;
    auto options = room.options();
    options.handshake = base::Span{500};
    room.open(options);
    std::string greeting = std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\x01", 12);
    greeting += std::string("CURVE") + std::string(15, '\0') + std::string(32, '\0');
    std::vector<Stranger> silent;
    for (int i = 0; i < 50; ++i) {
        silent.emplace_back(room.hub->endpoint());
        ASSERT_TRUE(silent.back().connected());
        if (i % 3 == 1) silent.back().say(greeting.substr(0, 10));
        if (i % 3 == 2) silent.back().say(greeting);
    }
    auto clerk = room.desk(room.pairs[0]);
    ASSERT_TRUE(room.connect(clerk));
    EXPECT_TRUE(room.echo(clerk, "undisturbed"));
    EXPECT_TRUE(turn_until([&] { room.turn(); },
                           [&] {
                               return std::all_of(silent.begin(), silent.end(),
                                                  [](const Stranger& one) { return one.hung_up(); });
                           }));
    EXPECT_TRUE(turn_until([&] { room.turn(); }, [&] { return room.hub->connections() == 1; }));
    EXPECT_TRUE(room.echo(clerk, "still undisturbed"));
    EXPECT_GE(room.reported("unfinished_handshake"), 1);
    EXPECT_LE(room.reported("unfinished_handshake"), 10);
}

TEST(Hostile, OversizedMessagesAreDroppedAndReportedOnceOrEndTheConnection) {
    Room room(2);
    auto options = room.options();
    options.max_message = 10'000;
    room.open(options);
    auto big = room.desk(room.pairs[0]);
    auto clerk = room.desk(room.pairs[1]);
    ASSERT_TRUE(room.connect(big) && room.connect(clerk));
    ASSERT_TRUE(room.echo(big, std::string(10'000, 'x')));
    for (int i = 0; i < 5; ++i) big.socket.send(share(std::string(10'001, 'x')));
    EXPECT_TRUE(room.echo(big, "small"));
    EXPECT_EQ(room.frames.size(), 1U);
    EXPECT_EQ(room.reported("oversized"), 1);
    big.socket.send(share(std::string(1'000'000, 'x')));
    EXPECT_TRUE(turn_until([&] { room.turn(), big.turn(), clerk.turn(); },
                           [&] { return big.count(LinkEvent::disconnected) == 1; }));
    EXPECT_TRUE(room.echo(clerk, "undisturbed"));
    EXPECT_EQ(clerk.count(LinkEvent::disconnected), 0);
    EXPECT_TRUE(
        turn_until([&] { room.turn(), big.turn(); }, [&] { return big.count(LinkEvent::connected) == 2; }));
}

// A station with a good key, made with libzmq itself, that does what our own never does.
zmq::socket_t odd_station(Room& room, const char* routing_id) {
    zmq::socket_t socket(room.context.core()->zmq, zmq::socket_type::dealer);
    socket.set(zmq::sockopt::linger, 0);
    if (routing_id != nullptr) socket.set(zmq::sockopt::routing_id, routing_id);
    socket.set(zmq::sockopt::curve_serverkey, room.hub_keys.public_key);
    socket.set(zmq::sockopt::curve_publickey, room.pairs[0].public_key);
    socket.set(zmq::sockopt::curve_secretkey, room.pairs[0].secret_key);
    socket.connect(room.hub->endpoint());
    return socket;
}

TEST(Hostile, AMessageOfManyPartsIsDroppedAndReportedOnce) {
    Room room;
    room.open();
    auto socket = odd_station(room, nullptr);
    for (int i = 0; i < 3; ++i) {
        for (int part = 0; part < 100; ++part) socket.send(zmq::buffer("part"), zmq::send_flags::sndmore);
        socket.send(zmq::buffer("end"), zmq::send_flags::none);
    }
    socket.send(zmq::str_buffer("one"), zmq::send_flags::none);
    ASSERT_TRUE(turn_until([&] { room.turn(); }, [&] { return !room.frames.empty(); }));
    EXPECT_EQ(room.frames.size(), 1U);
    EXPECT_EQ(room.frames[0].bytes, "one");
    EXPECT_EQ(room.reported("multipart"), 1);
}

TEST(Hostile, AUserCannotBeForged) {
    Room room(2);
    room.open();
    // A routing id of its own choice and a message that claims to be somebody else: the user is still the
    // key's.
    auto socket = odd_station(room, "clerk-2");
    socket.send(zmq::buffer("User-Id: clerk-2"), zmq::send_flags::none);
    ASSERT_TRUE(turn_until([&] { room.turn(); }, [&] { return !room.frames.empty(); }));
    EXPECT_EQ(room.frames[0].user, "clerk-1");
}

}  // namespace
}  // namespace dais::net
