// The board over real connections: what it answers, and that what it shows arrives.
#include "web/board.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "web/caller.hpp"
#include "web/served.hpp"

namespace dais::test_web {
namespace {

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string body_of(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? "" : answer.substr(end + 4);
}

TEST(Board, serves_the_page_under_a_policy_of_its_own) {
    Served served;
    const auto answer = get(served.port(), "/");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer.substr(0, 200);
    const auto at = answer.find("script-src 'nonce-");
    ASSERT_NE(at, std::string::npos);
    const auto nonce = answer.substr(at + 18, 32);
    EXPECT_TRUE(says(body_of(answer), "<script nonce=\"" + nonce + "\">"));
    EXPECT_TRUE(says(body_of(answer), "<style nonce=\"" + nonce + "\">"));
    EXPECT_TRUE(says(body_of(answer), "Nobody has the floor"));
    EXPECT_FALSE(says(body_of(answer), "{{"));
    EXPECT_FALSE(says(get(served.port(), "/"), nonce)) << "each page has its own";
    EXPECT_TRUE(get(served.port(), "/?compact").starts_with("HTTP/1.1 200 "));
}

TEST(Board, says_with_every_answer_that_it_is_not_to_be_kept_or_guessed_at) {
    Served served;
    for (const auto* path : {"/", "/state", "/health", "/nothing"}) {
        const auto answer = get(served.port(), path);
        for (const auto* header : {"Cache-Control: no-store", "X-Content-Type-Options: nosniff",
                                   "Referrer-Policy: no-referrer", "Connection: close"}) {
            EXPECT_TRUE(says(answer, header)) << path << " " << header;
        }
    }
}

TEST(Board, tells_the_state_with_the_hubs_time) {
    Served served;
    auto state = nlohmann::json::parse(body_of(get(served.port(), "/state")));
    EXPECT_TRUE(state.at("view").is_null());
    EXPECT_FALSE(state.at("connected"));
    served.show(sample_view({served.now - 60'000}));
    served.now += 1234;
    state = nlohmann::json::parse(body_of(get(served.port(), "/state")));
    EXPECT_EQ(state.at("now"), served.now.load());
    EXPECT_TRUE(state.at("connected"));
    EXPECT_EQ(state.at("language"), "en");
    EXPECT_EQ(state.at("view").at("floor").at("name"), "Mr. John Lewis");
}

TEST(Board, has_nothing_else) {
    Served served;
    EXPECT_TRUE(get(served.port(), "/health").ends_with("\r\n\r\nok\n"));
    for (const auto* path : {"/nothing", "//", "/state/", "/../etc/passwd", "/%2e%2e/", "/events.html"}) {
        EXPECT_TRUE(get(served.port(), path).starts_with("HTTP/1.1 404 ")) << path;
    }
    for (const auto* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
        const auto answer = answer_to(served.port(), std::string(method) + " / HTTP/1.1\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 405 ")) << method << ": " << answer;
    }
    const auto head = answer_to(served.port(), "HEAD /state HTTP/1.1\r\n\r\n");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n")) << head;
    EXPECT_TRUE(answer_to(served.port(), "HEAD /events HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
    EXPECT_EQ(served.board->streams(), 0u);
}

TEST(Board, speaks_in_the_words_that_it_was_given_last) {
    Served served;
    Caller watching(served.port());
    watching.send(request_for("/events"));
    ASSERT_TRUE(watching.read_until("\"language\":\"en\""));
    served.board->speak(words_of("ar"));
    EXPECT_TRUE(watching.read_until("\"language\":\"ar\"")) << "open pages are told";
    const auto page = get(served.port(), "/");
    EXPECT_TRUE(says(page, "<html lang=\"ar\" dir=\"rtl\">"));
    EXPECT_TRUE(says(page, "الكلمة الآن"));
}

TEST(Board, does_not_share_its_port) {
    Served served;
    web::BoardOptions options;
    options.port = served.port();
    options.now = [] { return base::Instant{0}; };
    const auto second = web::Board::open(std::move(options));
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, "cannot_listen");
    EXPECT_TRUE(says(second.error().text, "127.0.0.1:" + std::to_string(served.port())));
}

TEST(Board, listens_where_ipv6_is) {
    Served six([](auto& options) { options.address = "::"; });
    EXPECT_TRUE(get(six.port(), "/health").ends_with("ok\n")) << "and there for IPv4 as well";
}

}  // namespace
}  // namespace dais::test_web
