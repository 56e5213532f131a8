#include "cli/child.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include "cli/clocks.hpp"

namespace dais::cli {

base::Result<Child> Child::start(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        return base::Error{"no_child", std::string("No process could be started: ") + std::strerror(errno)};
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

void Child::stop(base::Span patience) {
    if (!runs()) return;
    ::kill(pid_, SIGTERM);
    const auto deadline = uptime() + patience;
    while (runs() && uptime() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (runs()) ::kill(pid_, SIGKILL);
    while (runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace dais::cli
