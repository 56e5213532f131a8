// Other programs: one that ends when we do, as the rehearsal's hub, and one that outlives us, as the hub that
// a chair's console starts.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace dais::program {

class Child {
  public:
    // Starts a program; its standard output goes where ours of errors goes, so that results stay clean. The
    // child is ended when we are. Error: no_child.
    static base::Result<Child> start(const std::vector<std::string>& command);
    ~Child();
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;

    // Whether it still runs; when it has ended, status() says how.
    bool runs();
    // The exit code, or 128 + the signal's number, once it has ended.
    [[nodiscard]] std::optional<int> status() const { return status_; }
    // Asks it to end (SIGTERM), and does not wait.
    void ask_to_end();
    // Ends it at once, as a loss of power would, and waits for that.
    void kill();
    // Asks it to end (SIGTERM), waits that long, then kills it.
    void stop(base::Span patience);

  private:
    explicit Child(pid_t pid) : pid_(pid) {}
    pid_t pid_ = -1;
    std::optional<int> status_;
};

// Starts a program that goes on when we end or are killed: in a session of its own, so that no terminal's
// hang-up reaches it, with nothing to read, what it says appended to `log_file` (made with mode 0600), and
// with none of our open files. It is our child all the same as long as we run: whoever wants to know of its
// end may waitpid() for it. Errors: cannot_write (the log), no_child (with the reason, where the program is
// not there or cannot be run).
base::Result<pid_t> start_detached(const std::vector<std::string>& command,
                                   const std::filesystem::path& log_file);

}  // namespace dais::program
