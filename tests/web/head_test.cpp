// What of a request reaches the HTTP library.
#include "web/head.hpp"

#include <gtest/gtest.h>

namespace dais::web {
namespace {

std::string passed(std::string_view head) {
    const auto sifted = sift(head);
    const auto* text = std::get_if<std::string>(&sifted);
    return text == nullptr ? "refused" : *text;
}
int refused(std::string_view head) {
    const auto sifted = sift(head);
    const auto* status = std::get_if<int>(&sifted);
    return status == nullptr ? 0 : *status;
}

TEST(Head, is_whole_with_its_empty_line) {
    EXPECT_EQ(head_length("GET / HTTP/1.1\r\nHost: a\r\n"), 0u);
    EXPECT_EQ(head_length("GET / HTTP/1.1\r\n\r\nrest"), 18u);
    EXPECT_EQ(head_length(""), 0u);
}

TEST(Head, is_its_first_line_and_nothing_else) {
    EXPECT_EQ(passed("GET /events HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\nAccept-Encoding: gzip\r\n\r\n"),
              "GET /events HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(passed("GET / HTTP/1.0\r\n\r\n"), "GET / HTTP/1.0\r\nConnection: close\r\n\r\n");
}

TEST(Head, that_announces_a_body_is_refused) {
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nContent-Length: 1\r\n\r\n"), 413);
    EXPECT_EQ(refused("POST / HTTP/1.1\r\ncontent-LENGTH:7\r\n\r\n"), 413);
    EXPECT_EQ(refused("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"), 413);
    EXPECT_EQ(refused("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n"), 0);
}

TEST(Head, with_bytes_that_no_head_has_is_refused) {
    using namespace std::string_view_literals;
    EXPECT_EQ(refused("GET /\0 HTTP/1.1\r\n\r\n"sv), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nA: \x01\r\n\r\n"sv), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nno colon\r\n\r\n"sv), 400);
    EXPECT_EQ(refused("GET / HTTP/2\r\n\r\n"sv), 400);
    EXPECT_EQ(refused("\r\n\r\n"sv), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\nHost: a\r\n\r\n"sv), 400);
}

TEST(Head, with_a_first_line_that_is_too_long_is_refused) {
    const auto line = [](std::size_t path) { return "GET /" + std::string(path, 'a') + " HTTP/1.1\r\n\r\n"; };
    const std::size_t other = std::string_view("GET / HTTP/1.1").size();
    EXPECT_EQ(refused(line(max_first_line_bytes - other)), 0);
    EXPECT_EQ(refused(line(max_first_line_bytes - other + 1)), 414);
}

}  // namespace
}  // namespace dais::web
