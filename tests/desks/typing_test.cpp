// Whole meetings, typed letter by letter at two clerks' desks with takes and typography, give their records.
#include <gtest/gtest.h>

#include "cli/reading.hpp"
#include "desks/plain_spaces.hpp"
#include "desks/typists.hpp"
#include "e2e/process.hpp"

namespace dais::e2e {
namespace {

void types_to(const std::filesystem::path& meeting, const std::string& expected, std::size_t takes,
              std::size_t together) {
    const auto folder = cli::read_for(meeting, {}, true);
    ASSERT_TRUE(folder);
    ASSERT_FALSE(expected.empty());
    Typists typists(*folder);
    ASSERT_EQ(typists.play(), "");
    EXPECT_TRUE(typists.all_agree());
    EXPECT_GE(typists.meeting().takes.taken.size(), takes);
    EXPECT_GE(typists.together(), together) << "the two did not type at the same time";
    const auto text = cli::record_text(typists.meeting(), false, {});
    ASSERT_TRUE(text);
    EXPECT_NE(*text, with_plain_spaces(*text)) << "no space was made one that no line ends at";
    EXPECT_EQ(with_plain_spaces(*text), with_plain_spaces(expected));
    std::printf("%zu letters, %zu takes, %zu words while both typed\n", typists.letters(),
                typists.meeting().takes.taken.size(), typists.together());
}

TEST(Typing, the_seed_meeting_by_two_clerks_in_takes_gives_its_record) {
    const auto seed = seed_meeting();
    if (!seed) GTEST_SKIP() << "the seed meeting (../shared/seed-meeting) is not here";
    types_to(*seed, read_file(*seed / "expected-record.txt"), 8, 50);
}

TEST(Typing, the_sample_meeting_by_two_clerks_in_takes_gives_its_record) {
    types_to(source("config/sample-meeting"), read_file(source("tests/golden/sample-record.txt")), 5, 0);
}

}  // namespace
}  // namespace dais::e2e
