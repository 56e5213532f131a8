// The key by which a hub signs for its journal.
#include "cli/hub_keys.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.hpp"

namespace dais::cli {
namespace {

namespace fs = std::filesystem;

TEST(SigningKey, is_made_once_and_kept_secret) {
    const test::TemporaryDirectory directory;
    auto made = signing_key(directory.path());
    ASSERT_TRUE(made);
    auto again = signing_key(directory.path());
    ASSERT_TRUE(again);
    EXPECT_EQ(made->public_key(), again->public_key());
    const auto file = fs::path(directory.path()) / "journal.key";
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    std::ofstream(file) << "no key";
    EXPECT_EQ(signing_key(directory.path()).error().code, "bad_key_file");
}

}  // namespace
}  // namespace dais::cli
