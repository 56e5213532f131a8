// Plans, and how one that fails is made small.
#include "simulation/shrink.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/figures.hpp"

namespace dais::simulation {
namespace {

bool has(const Plan& plan, base::Span at) {
    return std::any_of(plan.faults.begin(), plan.faults.end(),
                       [&](const Fault& fault) { return fault.at == at; });
}

TEST(Plans, are_the_same_for_the_same_seed_and_in_order) {
    const auto plan = draw_plan(17);
    const auto again = draw_plan(17);
    ASSERT_EQ(plan.faults.size(), again.faults.size());
    ASSERT_GT(plan.faults.size(), 1u);
    for (std::size_t i = 0; i < plan.faults.size(); ++i) {
        EXPECT_EQ(describe(plan.faults[i]), describe(again.faults[i]));
        EXPECT_GE(plan.faults[i].at, i == 0 ? base::Span{0} : plan.faults[i - 1].at);
    }
}

TEST(Plans, have_rooms_of_five_to_twenty_stations) {
    std::size_t big = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto plan = draw_plan(seed);
        EXPECT_GE(plan.stations, 5u);
        EXPECT_LE(plan.stations, 20u);
        if (plan.stations == 20) ++big;
    }
    EXPECT_GT(big, 5u);
}

TEST(Plans, describe_a_fault_in_a_sentence) {
    const Fault fault{base::Span{12'345}, FaultKind::station_sleeps, 3, base::Span{8'000}, 1};
    EXPECT_EQ(describe(fault), "12.345 s: clerk-2 sleeps, and so does its clock, for 8.000 s");
    for (std::size_t i = 0; i < fault_kinds; ++i) {
        EXPECT_NE(describe({base::Span{0}, static_cast<FaultKind>(i), 0, base::Span{0}, 0}), "0.000 s: ")
            << i;
    }
}

TEST(Plans, name_every_station_apart) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 20; ++i) names.push_back(station_name(i));
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
}

TEST(Shrinking, leaves_only_the_faults_that_are_needed) {
    const auto plan = draw_plan(17);
    ASSERT_GT(plan.faults.size(), 6u);
    const auto one = plan.faults[2].at;
    const auto other = plan.faults[6].at;
    const auto part = shrink(
        plan, whole(plan), [&](const Plan& smaller) { return has(smaller, one) && has(smaller, other); },
        1'000);
    ASSERT_EQ(part.faults.size(), 2u);
    EXPECT_EQ(part.faults[0].fault, 2u);
    EXPECT_EQ(part.faults[1].fault, 6u);
}

TEST(Shrinking, leaves_a_plan_that_needs_no_fault_without_any) {
    const auto plan = draw_plan(17);
    EXPECT_EQ(to_text(shrink(
                  plan, whole(plan), [](const Plan&) { return true; }, 1'000)),
              "none");
}

TEST(Shrinking, halves_durations_while_they_are_long_enough) {
    Plan plan;
    plan.stations = 5;
    plan.faults.push_back({base::Span{1'000}, FaultKind::partition, 0, base::Span{8'000}, 0});
    const auto part = shrink(
        plan, whole(plan),
        [](const Plan& smaller) {
            return !smaller.faults.empty() && smaller.faults[0].lasts >= base::Span{1'500};
        },
        1'000);
    EXPECT_EQ(to_text(part), "0/4");
    EXPECT_EQ(part_of(plan, part).faults[0].lasts, base::Span{2'000});
    EXPECT_EQ(part.stations, 2u);
}

TEST(Shrinking, ends_after_so_many_tries) {
    const auto plan = draw_plan(17);
    std::size_t asked = 0;
    shrink(
        plan, whole(plan), [&](const Plan&) { return ++asked, false; }, 5);
    EXPECT_EQ(asked, 5u);
}

TEST(Parts, are_written_and_read_alike) {
    const auto plan = draw_plan(17);
    const auto part = parse_part("3,5/4", plan);
    ASSERT_TRUE(part);
    EXPECT_EQ(to_text(*part), "3,5/4");
    EXPECT_EQ(part_of(plan, *part).faults.size(), 2u);
    EXPECT_TRUE(parse_part("none", plan)->faults.empty());
    for (const auto* wrong : {"", ",", "3,", "x", "3/0", "3/1000", "999999", "3;5", "-1"}) {
        EXPECT_FALSE(parse_part(wrong, plan)) << wrong;
    }
}

TEST(Reasons, are_the_same_whatever_the_numbers_and_names) {
    EXPECT_EQ(reason_of("clerk-2's request 17 (write) was never settled"),
              reason_of("moderator's request 3 (link) was never settled"));
    EXPECT_NE(reason_of("the hub is not at the journal's head"),
              reason_of("clerk is sent more than its credit"));
}

}  // namespace
}  // namespace dais::simulation
