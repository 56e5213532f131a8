#include "program/child.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include "program/clocks.hpp"

namespace dais::program {
namespace {

std::vector<char*> as_arguments(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
    arguments.push_back(nullptr);
    return arguments;
}

base::Error no_child(const std::string& what, int number) {
    return {"no_child", what + " could not be started: " + std::strerror(number)};
}

// The half of start_detached() that runs in the child: only what is allowed between fork and exec in a
// program with threads. `failed` takes the reason where there is no exec.
[[noreturn]] void become_detached(char* const* arguments, int log, int failed) {
    ::setsid();
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    ::execv(arguments[0], arguments);
    const int reason = errno;
    [[maybe_unused]] const auto told = ::write(failed, &reason, sizeof reason);
    ::_exit(127);
}

}  // namespace

base::Result<Child> Child::start(const std::vector<std::string>& command) {
    auto arguments = as_arguments(command);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0) return no_child(command.front(), errno);
    if (pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) ::_exit(127);  // we were orphaned before the line above
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
        const int nothing = ::open("/dev/null", O_RDONLY);
        if (nothing >= 0) ::dup2(nothing, STDIN_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    return Child(pid);
}

Child::Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)), status_(other.status_) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(status_, other.status_);
    return *this;
}

Child::~Child() {
    stop(base::Span{5000});
}

bool Child::runs() {
    if (pid_ < 0 || status_) return false;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) != pid_) return true;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return false;
}

void Child::ask_to_end() {
    if (runs()) ::kill(pid_, SIGTERM);
}

void Child::kill() {
    if (runs()) ::kill(pid_, SIGKILL);
    while (runs()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Child::stop(base::Span patience) {
    if (!runs()) return;
    ::kill(pid_, SIGTERM);
    const auto deadline = uptime() + patience;
    while (runs() && uptime() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (runs()) ::kill(pid_, SIGKILL);
    while (runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

base::Result<pid_t> start_detached(const std::vector<std::string>& command,
                                   const std::filesystem::path& log_file) {
    const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log < 0) return base::Error{"cannot_write", log_file.string() + ": " + std::strerror(errno)};
    int failed[2];
    if (::pipe2(failed, O_CLOEXEC) != 0) {
        const int reason = errno;
        ::close(log);
        return no_child(command.front(), reason);
    }
    auto arguments = as_arguments(command);
    const pid_t pid = ::fork();
    if (pid == 0) become_detached(arguments.data(), log, failed[1]);
    int reason = errno;
    ::close(log);
    ::close(failed[1]);
    // The end of the pipe without a word is the exec that went well.
    ssize_t told = 0;
    while (pid > 0 && (told = ::read(failed[0], &reason, sizeof reason)) < 0 && errno == EINTR) {
    }
    ::close(failed[0]);
    if (pid > 0 && told <= 0) return pid;
    if (pid > 0) ::waitpid(pid, nullptr, 0);
    return no_child(command.front(), reason);
}

}  // namespace dais::program
