// A program started as a child, as the rehearsal starts its hub.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace dais::cli {

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
    // Asks it to end (SIGTERM), waits that long, then kills it.
    void stop(base::Span patience);

  private:
    explicit Child(pid_t pid) : pid_(pid) {}
    pid_t pid_ = -1;
    std::optional<int> status_;
};

}  // namespace dais::cli
