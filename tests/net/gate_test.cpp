#include "net/gate.hpp"

#include "net/net_room.hpp"
#include "net/zmq_shell.hpp"

namespace dais::net {
namespace {

// Asks the gate as libzmq would, or not quite as it would; answers with the status and the user.
std::pair<std::string, std::string> ask(const Context& context, const std::vector<std::string>& parts) {
    zmq::socket_t socket(context.core()->zmq, zmq::socket_type::req);
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::rcvtimeo, 10'000);
    socket.connect(zap_endpoint);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        socket.send(zmq::buffer(parts[i]),
                    i + 1 < parts.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
    }
    std::vector<std::string> answer;
    for (bool more = true; more;) {
        zmq::message_t part;
        if (!socket.recv(part)) return {"no answer", ""};
        more = part.more();
        answer.push_back(part.to_string());
    }
    if (answer.size() != 6 || answer[0] != "1.0") return {"bad answer", ""};
    return {answer[2], answer[4]};
}

std::string raw(const std::string& key) {
    std::string bytes(32, '\0');
    zmq_z85_decode(reinterpret_cast<std::uint8_t*>(bytes.data()), key.c_str());
    return bytes;
}

TEST(GateRequests, OnlyAListedKeyWithCurveIsGranted) {
    const auto context = Context::open().value();
    const auto reports = std::make_shared<ReportQueue>();
    const auto listed = new_pair();
    const auto key = raw(listed.public_key);
    auto gate = Gate::open(context, {{"clerk-1", listed.public_key}}, reports).value();
    const auto granted = std::pair<std::string, std::string>("200", "clerk-1");
    const auto refused = std::pair<std::string, std::string>("400", "");

    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE", key}), granted);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE", raw(new_pair().public_key)}),
              refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "NULL"}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "PLAIN", "clerk-1", "secret"}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "PLAIN", key}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "other", "127.0.0.1", "", "CURVE", key}), refused);
    EXPECT_EQ(ask(context, {"2.0", "1", "dais", "127.0.0.1", "", "CURVE", key}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE"}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE", key, "more"}), refused);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE", key + "x"}), refused);
    EXPECT_EQ(ask(context, {""}), refused);
    EXPECT_EQ(ask(context, {"1.0", std::string(100'000, 'x')}), refused);
    EXPECT_EQ(ask(context, std::vector<std::string>(1000, "x")), refused);
    EXPECT_EQ(gate.refused(), 12U);
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "127.0.0.1", "", "CURVE", key}), granted)
        << "it goes on serving";
}

TEST(GateRequests, TheListIsReplacedAndABadListIsNot) {
    const auto context = Context::open().value();
    const auto old_key = new_pair().public_key;
    const auto new_key = new_pair().public_key;
    auto gate = Gate::open(context, {{"clerk-1", old_key}}, std::make_shared<ReportQueue>()).value();
    ASSERT_TRUE(gate.replace({{"clerk-2", new_key}}).ok());
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "", "", "CURVE", raw(old_key)}).first, "400");
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "", "", "CURVE", raw(new_key)}).second, "clerk-2");
    EXPECT_EQ(gate.replace({{"clerk-2", "bad"}}).error().code, "bad_key");
    EXPECT_EQ(ask(context, {"1.0", "1", "dais", "", "", "CURVE", raw(new_key)}).second, "clerk-2");
}

TEST(GateRequests, AContextHasOneGate) {
    const auto context = Context::open().value();
    const auto reports = std::make_shared<ReportQueue>();
    auto gate = Gate::open(context, {}, reports);
    ASSERT_TRUE(gate.ok());
    EXPECT_EQ(Gate::open(context, {}, reports).error().code, "gate_taken");
}

TEST(Probe, WithoutAGateTheHubDoesNotOpen) {
    Room room;
    auto options = room.options();
    options.gate = false;
    const auto hub = HubSocket::open(options);
    ASSERT_FALSE(hub.ok());
    EXPECT_EQ(hub.error().code, "gate_open");
}

TEST(Probe, WhereNobodyAnswersNothingIsProven) {
    const auto context = Context::open().value();
    const auto done = probe(context, "tcp://127.0.0.1:1", new_pair().public_key, new_pair(), base::Span{200});
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, "gate_unproven");
}

TEST(Probe, AListedKeyIsNotTurnedAwayAndTheProbeSaysSo) {
    Room room;
    room.open();
    const auto done = probe(room.context, room.hub->endpoint(), room.hub_keys.public_key, room.pairs[0]);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, "gate_open");
    EXPECT_TRUE(probe(room.context, room.hub->endpoint(), room.hub_keys.public_key, new_pair()).ok());
}

}  // namespace
}  // namespace dais::net
