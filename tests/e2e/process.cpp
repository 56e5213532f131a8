#include "e2e/process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace dais::e2e {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// One directory for all tests of this program, deleted at its end.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("dais-e2e-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

const fs::path& scratch() {
    static const Scratch made;
    return made.path;
}

}  // namespace

Process::Process(const std::vector<std::string>& command, const fs::path& output) : output_(output) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
    arguments.push_back(nullptr);
    const std::string file = output.string();
    pid_ = ::fork();
    if (pid_ == 0) {
        const int sink = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        ::dup2(sink, STDOUT_FILENO);
        ::dup2(sink, STDERR_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
}

Process::~Process() {
    if (runs()) {
        ::kill(pid_, SIGCONT);
        ::kill(pid_, SIGKILL);
        while (runs()) std::this_thread::sleep_for(5ms);
    }
}

void Process::signal(int number) const {
    ::kill(pid_, number);
}

bool Process::runs() {
    if (code_) return false;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) != pid_) return true;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return false;
}

Ran Process::wait(int seconds) {
    if (!eventually([&] { return !runs(); }, seconds)) {
        ::kill(pid_, SIGKILL);
        while (runs()) std::this_thread::sleep_for(5ms);
    }
    return {*code_, read_file(output_)};
}

Ran run(const std::vector<std::string>& command, int seconds) {
    static int count = 0;
    Process process(command, scratch() / ("run-" + std::to_string(++count) + ".out"));
    return process.wait(seconds);
}

std::string dais() {
    return std::string(DAIS_BIN_DIR) + "/dais";
}

fs::path fresh_directory(const std::string& name) {
    static int count = 0;
    const auto path = scratch() / (name + "-" + std::to_string(++count));
    fs::create_directories(path);
    return path;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void write_file(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

fs::path source(const std::string& path) {
    return fs::path(DAIS_SOURCE_DIR) / path;
}

std::optional<fs::path> seed_meeting() {
    const auto path = source("../shared/seed-meeting");
    std::error_code error;
    return fs::is_regular_file(path / "meeting.toml", error) ? std::optional(path) : std::nullopt;
}

bool eventually(const std::function<bool()>& holds, int seconds) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

std::vector<pid_t> processes_with(const std::vector<std::string>& words) {
    std::vector<pid_t> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/proc", error)) {
        const auto name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        auto line = read_file(entry.path() / "cmdline");
        for (auto& c : line) c = c == '\0' ? ' ' : c;
        bool all = !line.empty();
        for (const auto& word : words) all = all && line.find(word) != std::string::npos;
        if (all) found.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return found;
}

}  // namespace dais::e2e
