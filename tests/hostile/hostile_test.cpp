// A real hub under attack, with honest stations at work: what they ask for is accepted, once and in order,
// and the hub's memory stays within its limit. What an attack costs them in time is printed and not judged,
// but for a bound that no busy machine breaks; tests/bench/hostile.cpp measures it.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <set>
#include <thread>

#include "hostile/curve_peer.hpp"
#include "hostile/house.hpp"
#include "hostile/rogue.hpp"
#include "wire/codec.hpp"

namespace dais::hostile {
namespace {

using namespace std::chrono_literals;

constexpr double memory_limit = 64;  // MiB, beside the attack's own allowance
constexpr std::size_t log_limit = 64 * 1024;
constexpr double latest_answer = 5'000;  // ms

class Hostile : public testing::TestWithParam<Attack> {};

// Every request was accepted, and those of one station in the order in which it asked.
void expect_all_is_accepted_in_order(const Company& company) {
    std::vector<base::Sequence> last(company.desks().size());
    std::set<base::Sequence> all;
    for (const auto& request : company.requests()) {
        ASSERT_TRUE(request.answered) << request.number;
        ASSERT_EQ(request.fate, wire::Fate::accepted) << request.number << ": " << request.word;
        ASSERT_GT(request.sequence, last[request.desk]);
        ASSERT_TRUE(all.insert(request.sequence).second);
        last[request.desk] = request.sequence;
    }
}

// Every note stands once in the record, as it was written and in order, whatever stands between.
void expect_the_record_has_it(const Company& company) {
    std::map<std::string, std::uint64_t> written;
    const auto& state = company.desks().front()->replica().state();
    for (const auto& text : state.texts) {
        const auto& words = text.revisions.front();
        if (words.author != "clerk-1" && words.author != "clerk-2") continue;
        EXPECT_EQ(words.text, words.author + " writes note " + std::to_string(++written[words.author]) + ".");
    }
    std::uint64_t asked = 0;
    for (const auto& request : company.requests()) asked += request.act ? 0 : 1;
    EXPECT_EQ(written["clerk-1"] + written["clerk-2"], asked);
    const auto digest = wire::state_digest(state);
    for (const auto& desk : company.desks()) EXPECT_EQ(wire::state_digest(desk->replica().state()), digest);
}

TEST_P(Hostile, leaves_the_others_at_work_and_the_hub_within_its_memory) {
    const auto& attack = GetParam();
    auto opened = House::open();
    ASSERT_TRUE(opened) << opened.error().text;
    auto& house = **opened;
    auto& company = house.company();
    company.begin();
    const auto calm = Clock::now();
    std::this_thread::sleep_for(200ms);
    const auto began = Clock::now();
    attack.run(house.target(), began + 500ms);
    const auto over = Clock::now();
    std::this_thread::sleep_for(100ms);
    ASSERT_TRUE(company.end(20s)) << "not all was answered\n" << house.log();

    EXPECT_TRUE(house.hub_runs());
    EXPECT_EQ(company.disconnections(), 0);
    expect_all_is_accepted_in_order(company);
    expect_the_record_has_it(company);
    const auto before = company.latencies(calm, began);
    const auto during = company.latencies(began, over);
    ASSERT_FALSE(during.empty());
    EXPECT_LT(during.back(), latest_answer);
    EXPECT_LT(house.most_memory(), memory_limit + attack.allowance);
    EXPECT_LT(house.log().size(), log_limit);
    std::printf("%s: %zu answers, median %.1f ms before and %.1f ms during it; the hub took %.1f MiB\n",
                attack.name.c_str(), during.size(), median(before), median(during), house.most_memory());
}

INSTANTIATE_TEST_SUITE_P(Attack, Hostile, testing::ValuesIn(all_attacks()),
                         [](const auto& attack) { return attack.param.name; });

// The attacks above would prove little if the hand-made handshake never came to its end.
TEST(Peer, by_hand_comes_in_with_a_listed_key_and_no_other) {
    auto opened = House::open();
    ASSERT_TRUE(opened) << opened.error().text;
    const auto& target = (*opened)->target();
    CurvePeer listed(target.address, target.keys);
    EXPECT_TRUE(listed.greet());
    EXPECT_TRUE(listed.hello());
    EXPECT_TRUE(listed.initiate());
    auto stranger = target.keys;
    stranger.own = net::make_key_pair().value();
    EXPECT_FALSE(CurvePeer(target.address, stranger).shake_hands());
    Rogue rogue(target);
    EXPECT_TRUE(rogue.join(any_session()));
}

std::string refusal(Rogue& rogue) {
    while (const auto bytes = rogue.hear(5s)) {
        const auto envelope = wire::decode_envelope(*bytes);
        if (!envelope) continue;
        if (const auto* refused = std::get_if<wire::Refused>(&envelope->message)) return refused->word;
    }
    return "";
}

// What is said on one new connection, and with what word the hub refuses it.
TEST(Peer, is_refused_with_the_word_that_fits) {
    auto opened = House::open();
    ASSERT_TRUE(opened) << opened.error().text;
    auto& house = **opened;
    const auto& target = house.target();
    const auto after = [&](const base::Bytes& bytes) {
        Rogue rogue(target);
        if (!rogue.join(any_session())) return std::string("not let in");
        rogue.say(bytes);
        return refusal(rogue);
    };
    for (const int version : {0, static_cast<int>(wire::protocol_version) - 1, 99}) {
        if (version == static_cast<int>(wire::protocol_version)) continue;
        auto bytes = wire::encode(wire::Envelope{{}, wire::Beat{}});
        bytes[1] = static_cast<char>(version);
        EXPECT_EQ(after(bytes), "wrong_version") << version;
    }
    EXPECT_EQ(after(base::Bytes(1000, '\x91')), "bad_message");
    const auto draft = [&](const std::string& place, std::size_t length) {
        Rogue rogue(target);
        if (!rogue.join(any_session())) return std::string("not let in");
        rogue.say(wire::Draft{place, 0, std::string(length, 'x')});
        return refusal(rogue);
    };
    EXPECT_EQ(draft("clerk.at", 10), "bad_message");
    EXPECT_EQ(draft("p:1", 65'537), "bad_message");
    EXPECT_EQ(after(wire::encode(wire::Envelope{{77, 77}, wire::Beat{}})), "old_epoch");
    EXPECT_EQ(after(wire::encode(wire::Envelope{{~0ULL, 1}, hello_of(any_session())})), "hub_behind");
    EXPECT_TRUE(house.hub_runs());
}

TEST(Peer, cannot_take_over_the_session_of_another) {
    auto opened = House::open();
    ASSERT_TRUE(opened) << opened.error().text;
    auto& company = (*opened)->company();
    company.begin();
    std::this_thread::sleep_for(200ms);
    Rogue rogue((*opened)->target());
    // As a station that is connected, and one that has written.
    for (const auto& session : company.sessions()) {
        const auto hello = wire::encode(wire::Envelope{{}, hello_of(session)});
        ASSERT_TRUE(e2e::eventually([&] { return rogue.say(hello); }));
        EXPECT_EQ(refusal(rogue), "session_of_another");
        rogue = Rogue((*opened)->target());
    }
    ASSERT_TRUE(company.end(20s));
    EXPECT_EQ(company.disconnections(), 0);
    expect_all_is_accepted_in_order(company);
    expect_the_record_has_it(company);
}

}  // namespace
}  // namespace dais::hostile
