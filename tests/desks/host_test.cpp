// `chair-console --host`: a hub that outlives the window which started it.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include "desks/display.hpp"

namespace dais::e2e {
namespace {

std::string console() {
    return std::string(DAIS_BIN_DIR) + "/chair-console";
}

bool shows_the_meeting(const std::filesystem::path& frames) {
    return read_file(frames).find("\"live\":true") != std::string::npos;
}

TEST(Host, the_hub_goes_on_when_the_window_is_killed_and_the_next_window_finds_it) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("host");
    const Display display(out);
    ::setenv("XDG_DATA_HOME", (out / "data").c_str(), 1);
    const auto open = [&](const std::string& name) {
        return std::make_unique<Process>(
            std::vector<std::string>{console(), "--host", source("config/sample-meeting").string(),
                                     "--listen", "tcp://127.0.0.1:*", "--frame-log", (out / name).string()},
            out / (name + ".out"));
    };
    auto first = open("first");
    EXPECT_TRUE(eventually([&] { return shows_the_meeting(out / "first"); })) << read_file(out / "first.out");
    const auto hubs = processes_with({"hub", (out / "data").string()});
    ASSERT_EQ(hubs.size(), 1u);
    first->signal(SIGKILL);
    first->wait();
    EXPECT_EQ(processes_with({"hub", (out / "data").string()}), hubs);
    auto second = open("second");
    EXPECT_TRUE(eventually([&] { return shows_the_meeting(out / "second"); }))
        << read_file(out / "second.out");
    EXPECT_EQ(processes_with({"hub", (out / "data").string()}), hubs);
    // Told to end, the window ends in good order; the hub still goes on.
    second->signal(SIGTERM);
    EXPECT_EQ(second->wait().code, 0);
    EXPECT_EQ(processes_with({"hub", (out / "data").string()}), hubs);
    for (const auto hub : hubs) ::kill(hub, SIGTERM);
    EXPECT_TRUE(eventually([&] { return processes_with({"hub", (out / "data").string()}).empty(); }));
    ::unsetenv("XDG_DATA_HOME");
}

TEST(Host, what_keeps_the_hub_from_starting_is_said) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("no-host");
    const Display display(out);
    ::setenv("XDG_DATA_HOME", (out / "data").c_str(), 1);
    std::filesystem::create_directories(out / "folder");
    const auto ran = run({console(), "--host", (out / "folder").string(), "--listen", "tcp://127.0.0.1:*"});
    EXPECT_EQ(ran.code, 3) << ran.out;
    EXPECT_NE(ran.out.find("The hub did not start"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("meeting.toml"), std::string::npos) << ran.out;
    ::unsetenv("XDG_DATA_HOME");
}

}  // namespace
}  // namespace dais::e2e
