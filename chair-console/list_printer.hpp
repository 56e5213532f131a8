// The speakers' list on paper, made and written beside the window's thread: a PDF to be printed, and the same
// as text. Thread: the window's; its own works for it.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/time.hpp"
#include "record/list_paper.hpp"

namespace dais::chair_console {

// Where the paper is, or why there is none.
struct Printed {
    bool good = false;
    std::string sentence;
};

class ListPrinter {
  public:
    // Files go to `folder`, which is made where it is absent, as "speakers-list-15-06.pdf" and ".txt"; what
    // is there already is not written over. `wake` is called on the printer's thread when something is
    // written.
    ListPrinter(std::filesystem::path folder, std::function<void()> wake);
    // Writes what is under way, then stops.
    ~ListPrinter();
    ListPrinter(const ListPrinter&) = delete;
    ListPrinter& operator=(const ListPrinter&) = delete;

    // Of several that are asked for before the first is written, the latest is. `hour`: "15-06".
    void print(record::ListPaper paper, std::string hour, base::Instant made);
    // What became of the last, once.
    std::optional<Printed> take();

  private:
    struct Job {
        record::ListPaper paper;
        std::string hour;
        base::Instant made;
    };

    void run();
    [[nodiscard]] Printed write(const Job& job) const;

    std::filesystem::path folder_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Job> job_;
    std::optional<Printed> done_;
    bool stopping_ = false;
    std::thread thread_;  // last: it begins when all else is there
};

}  // namespace dais::chair_console
