// Programs that we start: one that ends with us, and one that does not.
#include "program/child.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include "support/temporary_directory.hpp"

namespace dais::program {
namespace {

using namespace std::chrono_literals;

std::string content_of(const std::string& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

bool eventually(const std::function<bool()>& holds) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!holds() && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(5ms);
    return holds();
}

std::vector<std::string> shell(const std::string& script) {
    return {"/bin/sh", "-c", script};
}

TEST(Child, tells_how_it_ended) {
    auto child = Child::start(shell("exit 7"));
    ASSERT_TRUE(child);
    EXPECT_TRUE(eventually([&] { return !child->runs(); }));
    EXPECT_EQ(child->status(), 7);
}

TEST(Child, is_ended_when_it_is_asked) {
    auto child = Child::start(shell("sleep 60"));
    ASSERT_TRUE(child);
    EXPECT_TRUE(child->runs());
    child->stop(base::Span{5'000});
    EXPECT_EQ(child->status(), 128 + SIGTERM);
}

TEST(Detached, appends_what_it_says_to_its_log_and_has_nothing_to_read) {
    const test::TemporaryDirectory directory;
    const auto log = directory / "log";
    std::ofstream(log) << "yesterday\n";
    auto pid = start_detached(shell("cat; echo out; echo err >&2"), log);
    ASSERT_TRUE(pid) << pid.error().text;
    int status = -1;
    ASSERT_EQ(::waitpid(*pid, &status, 0), *pid);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(content_of(log), "yesterday\nout\nerr\n");
}

TEST(Detached, has_a_session_of_its_own_and_none_of_our_files) {
    const test::TemporaryDirectory directory;
    const int ours = ::open("/dev/null", O_RDONLY);  // without O_CLOEXEC, as a library may open one
    ASSERT_GE(ours, 0);
    auto pid =
        start_detached(shell("test -e /proc/self/fd/" + std::to_string(ours) + "; echo $?; exec sleep 60"),
                       directory / "log");
    ASSERT_TRUE(pid) << pid.error().text;
    EXPECT_EQ(::getsid(*pid), *pid);
    EXPECT_TRUE(eventually([&] { return content_of(directory / "log") == "1\n"; }))
        << content_of(directory / "log");
    ::kill(*pid, SIGKILL);
    ::waitpid(*pid, nullptr, 0);
    ::close(ours);
}

TEST(Detached, outlives_the_one_who_started_it) {
    const test::TemporaryDirectory directory;
    const auto log = directory / "log";
    const pid_t parent = ::fork();
    ASSERT_GE(parent, 0);
    if (parent == 0) {
        const auto started = start_detached(shell("echo $$; while :; do sleep 0.01; [ -e " +
                                                  (directory / "go") + " ] && break; done; echo still here"),
                                            log);
        ::kill(::getpid(), started ? SIGKILL : SIGTERM);
        ::_exit(1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(parent, &status, 0), parent);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    std::ofstream(directory / "go") << "go";
    EXPECT_TRUE(eventually([&] { return content_of(log).find("still here") != std::string::npos; }));
}

TEST(Detached, that_cannot_be_run_is_an_error_with_its_reason) {
    const test::TemporaryDirectory directory;
    const auto absent = start_detached({directory / "absent"}, directory / "log");
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, "no_child");
    EXPECT_NE(absent.error().text.find("No such file"), std::string::npos) << absent.error().text;
    EXPECT_EQ(start_detached(shell("true"), directory / "no/log").error().code, "cannot_write");
}

}  // namespace
}  // namespace dais::program
