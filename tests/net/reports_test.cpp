#include "net/reports.hpp"

#include <gtest/gtest.h>

namespace dais::net {
namespace {

using namespace std::chrono_literals;

TEST(Reports, AFloodBecomesTenLinesAndACount) {
    ReportQueue queue;
    const ReportQueue::Clock::time_point start{};
    for (int i = 0; i < 500; ++i) queue.add("refused_key", "one", start + 1s);
    queue.add("full", "another", start + 1s);
    const auto first = queue.drain(start + 2s);
    EXPECT_EQ(first.size(), 11U);
    EXPECT_TRUE(queue.drain(start + 30s).empty());
    const auto later = queue.drain(start + 62s);
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later[0].code, "refused_key");
    EXPECT_NE(later[0].text.find("490"), std::string::npos) << later[0].text;
    queue.add("refused_key", "again", start + 63s);
    EXPECT_EQ(queue.drain(start + 63s).size(), 1U);
}

TEST(Reports, WhatNobodyDrainsDoesNotGrowForEver) {
    ReportQueue queue;
    for (int minute = 0; minute < 1000; ++minute) {
        for (int i = 0; i < 20; ++i) queue.add("full", "x", ReportQueue::Clock::time_point{} + minute * 61s);
    }
    EXPECT_LE(queue.drain().size(), 1001U);
}

}  // namespace
}  // namespace dais::net
