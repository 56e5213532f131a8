// Those who do not play by the rules: they are refused or cut, and everybody else is served meanwhile.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "web/caller.hpp"
#include "web/served.hpp"

namespace dais::test_web {
namespace {

bool healthy(const Served& served, const std::string& from = "127.0.0.9") {
    Caller caller(served.port(), from);
    caller.send(request_for("/health"));
    caller.read_to_end();
    return caller.heard().ends_with("ok\n");
}

std::string status(const std::string& answer) {
    return answer.substr(0, 12);
}

TEST(Hostile, requests_that_are_too_much_are_refused) {
    Served served;
    const auto sent = [&](const std::string& request) { return status(answer_to(served.port(), request)); };
    EXPECT_EQ(sent("GET /" + std::string(4000, 'a') + " HTTP/1.1\r\n\r\n"), "HTTP/1.1 414");
    std::string many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 2000; ++i) many += "A" + std::to_string(i) + ": b\r\n";
    EXPECT_EQ(sent(many + "\r\n"), "HTTP/1.1 431");
    EXPECT_EQ(sent("GET / HTTP/1.1\r\nA: " + std::string(100'000, 'b')), "HTTP/1.1 431");
    EXPECT_EQ(sent("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"), "HTTP/1.1 413");
    EXPECT_EQ(sent("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
              "HTTP/1.1 413");
    EXPECT_EQ(sent("nonsense\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(sent("BREW / HTTP/1.1\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(sent("\x16\x03\x01\x02 a hello of TLS\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_TRUE(healthy(served));
}

TEST(Hostile, headers_that_would_keep_a_parser_busy_reach_none) {
    Served served;
    std::string ranges = "bytes=0-1";
    while (ranges.size() < 15'000) ranges += ",0-1";
    const auto answer = answer_to(served.port(), "GET /health HTTP/1.1\r\nRange: " + ranges +
                                                     "\r\nExpect: 100-continue\r\nAccept-Encoding: gzip, "
                                                     "br\r\nConnection: keep-alive, upgrade\r\n\r\n");
    EXPECT_EQ(status(answer), "HTTP/1.1 200");
    EXPECT_TRUE(answer.ends_with("\r\n\r\nok\n")) << answer;
}

TEST(Hostile, one_request_a_connection) {
    Served served;
    const auto answer = answer_to(served.port(), request_for("/health") + request_for("/health"));
    EXPECT_EQ(answer.find("HTTP/1.1"), answer.rfind("HTTP/1.1"));
}

TEST(Hostile, half_requests_are_cut_and_others_served_meanwhile) {
    Served served;
    std::vector<Caller> callers;
    for (int i = 0; i < 50; ++i) {
        callers.emplace_back(served.port());
        callers.back().send("GET /state HTTP/1.1\r\nHost: ");
    }
    EXPECT_TRUE(healthy(served));
    EXPECT_EQ(status(get(served.port(), "/state")), "HTTP/1.1 200");
    for (auto& caller : callers) {
        EXPECT_TRUE(caller.read_to_end());
        EXPECT_EQ(caller.heard(), "") << "nobody to answer";
    }
}

TEST(Hostile, a_request_that_drips_in_is_cut_all_the_same) {
    Served served;
    Caller drip(served.port());
    drip.send("GET /state HTTP/1.1\r\n");
    EXPECT_TRUE(soon([&] {
        drip.send("A: b\r\n");
        return drip.read_to_end(0);
    }));
    EXPECT_EQ(drip.heard().find("HTTP/1.1 200"), std::string::npos);
}

TEST(Hostile, one_address_takes_no_more_than_its_share) {
    Served served([](auto& options) { options.max_per_address = 8; });
    std::vector<Caller> callers;
    for (int i = 0; i < 8; ++i) {
        callers.emplace_back(served.port());
        callers.back().send(request_for("/events"));
        ASSERT_TRUE(callers.back().read_until("event: state"));
    }
    EXPECT_EQ(status(get(served.port(), "/health")), "HTTP/1.1 503");
    EXPECT_TRUE(healthy(served, "127.0.0.2"));
    callers.pop_back();
    EXPECT_TRUE(soon([&] { return status(get(served.port(), "/health")) == "HTTP/1.1 200"; }));
}

TEST(Hostile, streams_have_a_number_and_the_page_is_served_beyond_it) {
    Served served([](auto& options) { options.max_streams = 4; });
    std::vector<Caller> callers;
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back(served.port());
        callers.back().send(request_for("/events"));
        ASSERT_TRUE(callers.back().read_until("event: state"));
    }
    const auto refused = get(served.port(), "/events");
    EXPECT_EQ(status(refused), "HTTP/1.1 503");
    EXPECT_NE(refused.find("Retry-After: 5"), std::string::npos);
    EXPECT_EQ(status(get(served.port(), "/")), "HTTP/1.1 200");
    callers.pop_back();
    Caller again(served.port());
    EXPECT_TRUE(soon([&] { return served.board->streams() == 3; }));
    again.send(request_for("/events"));
    EXPECT_TRUE(again.read_until("event: state"));
}

TEST(Hostile, a_thousand_connections_leave_room_for_others) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &files);
    Served served([](auto& options) { options.max_per_address = 100; });
    Caller watching(served.port(), "127.0.0.9");
    watching.send(request_for("/events"));
    ASSERT_TRUE(watching.read_until("event: state"));
    std::vector<Caller> crowd;
    crowd.reserve(1000);
    for (int i = 0; i < 1000; ++i) crowd.emplace_back(served.port());
    EXPECT_TRUE(healthy(served));
    served.show(sample_view({served.now.load()}));
    EXPECT_TRUE(watching.read_until("Mr. John Lewis"));
    crowd.clear();
    EXPECT_TRUE(soon([&] { return healthy(served, "127.0.0.1"); }));
}

}  // namespace
}  // namespace dais::test_web
