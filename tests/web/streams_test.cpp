// Event streams: at once, at every change, the latest, and many of them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "web/caller.hpp"
#include "web/served.hpp"

namespace dais::test_web {
namespace {

Caller watch(const Served& served) {
    Caller caller(served.port());
    caller.send(request_for("/events"));
    return caller;
}

TEST(Streams, tell_the_state_at_once_and_at_every_change_with_the_time_of_sending) {
    Served served;
    auto view = sample_view({served.now.load()});
    served.show(view);
    auto caller = watch(served);
    EXPECT_TRUE(caller.read_until(fmt::format("event: state\ndata: {{\"now\":{},", served.now.load())));
    EXPECT_NE(caller.heard().find("Content-Type: text/event-stream"), std::string::npos);
    EXPECT_NE(caller.heard().find("retry: "), std::string::npos);
    served.now += 5000;
    view.floor->speaker.name = "Ms. Somebody Else";
    served.show(view);
    EXPECT_TRUE(caller.read_until("Ms. Somebody Else"));
    EXPECT_TRUE(caller.read_until(fmt::format("event: state\ndata: {{\"now\":{},", served.now.load())));
    served.show(view, false);
    EXPECT_TRUE(caller.read_until("\"connected\":false"));
}

TEST(Streams, beat_with_the_time_while_nothing_happens) {
    Served served;
    auto caller = watch(served);
    ASSERT_TRUE(caller.read_until("event: state"));
    served.now += 77;
    EXPECT_TRUE(caller.read_until(fmt::format("event: beat\ndata: {{\"now\":{}}}\n\n", served.now.load())));
}

TEST(Streams, two_hundred_hear_of_a_change_and_leave_no_place_taken) {
    Served served;
    auto view = sample_view({served.now.load()});
    served.show(view);
    std::vector<Caller> callers;
    callers.reserve(200);
    for (int i = 0; i < 200; ++i) callers.push_back(watch(served));
    for (auto& caller : callers) ASSERT_TRUE(caller.read_until("Mr. John Lewis"));
    EXPECT_EQ(served.board->streams(), 200u);
    view.floor->speaker.name = "Ms. Everybody Hears";
    served.show(view);
    for (auto& caller : callers) EXPECT_TRUE(caller.read_until("Ms. Everybody Hears"));
    callers.clear();
    EXPECT_TRUE(soon([&] { return served.board->streams() == 0; })) << served.board->streams();
}

TEST(Streams, end_with_the_board) {
    std::optional<Served> served(std::in_place);
    auto caller = watch(*served);
    ASSERT_TRUE(caller.read_until("event: state"));
    Caller half(served->port());
    half.send("GET /st");
    served.reset();
    EXPECT_TRUE(caller.read_to_end());
    EXPECT_TRUE(half.read_to_end());
}

TEST(Streams, of_a_reader_that_does_not_read_are_cut_and_nobody_waits_for_it) {
    Served served;
    auto view = sample_view({served.now.load()});
    view.next.assign(meeting::max_room_next, {std::string(600, 'n'), std::string(600, 'a'), "", {}});
    served.show(view);
    Caller deaf(served.port(), "127.0.0.1", 4096);
    deaf.send(request_for("/events"));
    auto caller = watch(served);
    ASSERT_TRUE(caller.read_until("event: state"));
    ASSERT_TRUE(soon([&] { return served.board->streams() == 2; }));
    // More than lies between two sockets, and no more at a time than the other reads.
    int shown = 0;
    EXPECT_TRUE(soon([&] {
        view.floor->speaker.name = fmt::format("Speaker {} of many", ++shown);
        served.show(view);
        return caller.read_until(view.floor->speaker.name, 0, 5) && served.board->streams() == 1;
    }));
    EXPECT_GT(shown, 10);
}

TEST(Streams, skip_for_a_slow_reader_what_was_replaced_meanwhile) {
    Served served;
    auto view = sample_view({served.now.load()});
    view.next.assign(meeting::max_room_next, {std::string(600, 'n'), std::string(600, 'a'), "", {}});
    Caller slow(served.port(), "127.0.0.1", 4096);
    slow.send(request_for("/events"));
    ASSERT_TRUE(soon([&] { return served.board->streams() == 1; }));
    constexpr int changes = 3000;  // 45 MB, of which hardly any fits between the two
    for (int i = 1; i <= changes; ++i) {
        view.floor->speaker.name = fmt::format("Speaker {}.", i);
        served.show(view);
    }
    ASSERT_TRUE(slow.read_until(fmt::format("Speaker {}.", changes)));
    std::size_t heard = 0;
    for (auto at = slow.heard().find("event: state"); at != std::string::npos;
         at = slow.heard().find("event: state", at + 1)) {
        ++heard;
    }
    EXPECT_LT(heard, static_cast<std::size_t>(changes) / 2);
}

}  // namespace
}  // namespace dais::test_web
