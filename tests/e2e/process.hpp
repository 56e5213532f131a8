// Running programs from tests: what they print, what they return, and signals at a chosen moment.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dais::e2e {

struct Ran {
    int code = -1;    // the exit code, or 128 + the signal's number
    std::string out;  // standard output and standard error, as they came
};

// A program that runs; it is killed when this goes out of scope.
class Process {
  public:
    explicit Process(const std::vector<std::string>& command, const std::filesystem::path& output);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void signal(int number) const;
    [[nodiscard]] pid_t pid() const { return pid_; }
    bool runs();
    // Waits for its end, so many seconds at most (then it is killed).
    Ran wait(int seconds = 90);

  private:
    pid_t pid_;
    std::filesystem::path output_;
    std::optional<int> code_;
};

Ran run(const std::vector<std::string>& command, int seconds = 90);

// The program under test.
std::string dais();
// A new empty directory, deleted at the end of the test program.
std::filesystem::path fresh_directory(const std::string& name);
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& content);
std::filesystem::path source(const std::string& path);
// The seed meeting, which lies beside the project where it is there at all.
std::optional<std::filesystem::path> seed_meeting();

// Polls until `holds`, at most that many seconds; whether it held.
bool eventually(const std::function<bool()>& holds, int seconds = 30);

// Processes whose command line has all of these words.
std::vector<pid_t> processes_with(const std::vector<std::string>& words);

}  // namespace dais::e2e
