// News between two threads: the order, the one wake, and the window that does not look.
#include "station/news_queue.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace dais::station {
namespace {

Happened entry(std::uint64_t number) {
    Happened happened;
    happened.fact.stamp.entry = {number};
    return happened;
}

Settled settled(std::uint64_t token) {
    Settled made;
    made.token = token;
    return made;
}

TEST(NewsQueue, wakes_once_for_all_that_comes_before_a_take) {
    int wakes = 0;
    NewsQueue queue([&] { ++wakes; });
    queue.put({}, {});
    EXPECT_EQ(wakes, 0);
    queue.put({entry(1)}, {});
    queue.put({entry(2), settled(7)}, {});
    EXPECT_EQ(wakes, 1);
    EXPECT_EQ(queue.take().size(), 3u);
    EXPECT_TRUE(queue.take().empty());
    queue.put({entry(3)}, {});
    EXPECT_EQ(wakes, 2);
}

TEST(NewsQueue, has_the_whole_state_in_place_of_too_many_entries_and_loses_nothing_else) {
    NewsQueue queue({});
    const auto state = [] { return Replaced{nullptr, {max_entries_waiting + 1}}; };
    queue.put({settled(1)}, state);
    for (std::uint64_t n = 1; n <= max_entries_waiting + 1; ++n) {
        queue.put({entry(n), settled(n + 1)}, state);
    }
    const auto news = queue.take();
    ASSERT_EQ(news.size(), max_entries_waiting + 3);
    const auto* replaced = std::get_if<Replaced>(&news[1]);
    ASSERT_NE(replaced, nullptr) << "before all that rests on it";
    EXPECT_EQ(replaced->head, base::Sequence{max_entries_waiting + 1});
    std::uint64_t token = 0;
    for (const auto& each : news) {
        if (const auto* one = std::get_if<Settled>(&each)) {
            EXPECT_EQ(one->token, ++token);
        }
    }
    EXPECT_EQ(token, max_entries_waiting + 2);
    queue.put({entry(1)}, state);
    EXPECT_TRUE(std::holds_alternative<Happened>(queue.take().front())) << "the count begins anew";
}

TEST(NewsQueue, has_the_newest_of_each_draft_however_long_the_window_does_not_look) {
    NewsQueue queue({});
    const auto words = [&] {
        std::vector<std::string> all;
        for (const auto& each : queue.take()) {
            const auto* draft = std::get_if<DraftOfOther>(&each);
            all.push_back(draft == nullptr ? "gone" : draft->author + " " + draft->place + " " + draft->text);
        }
        return all;
    };
    using Words = std::vector<std::string>;
    for (int i = 0; i < 1'000; ++i) {
        queue.put(
            {DraftOfOther{"clerk-1", "n", 0, std::to_string(i)}, DraftOfOther{"clerk-2", "n", 0, "Hers"}},
            {});
    }
    queue.put({DraftOfOther{"clerk-1", "h", 0, "A heading"}}, {});
    EXPECT_EQ(words(), (Words{"clerk-1 n 999", "clerk-2 n Hers", "clerk-1 h A heading"}));
    queue.put({DraftOfOther{"clerk-1", "n", 0, "x"}, DraftsOfOthersGone{}}, {});
    queue.put({DraftsOfOthersGone{}, DraftOfOther{"clerk-1", "n", 0, "y"}}, {});
    EXPECT_EQ(words(), (Words{"gone", "clerk-1 n y"}));
}

TEST(NewsQueue, hands_everything_over_from_one_thread_to_another) {
    constexpr std::uint64_t count = 500;
    NewsQueue queue({});
    std::thread putting([&] {
        for (std::uint64_t n = 1; n <= count; ++n) queue.put({settled(n)}, {});
    });
    std::uint64_t last = 0;
    while (last < count) {
        for (const auto& each : queue.take()) EXPECT_EQ(std::get<Settled>(each).token, ++last);
    }
    putting.join();
}

}  // namespace
}  // namespace dais::station
