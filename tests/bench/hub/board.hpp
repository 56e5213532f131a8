// What the processes of one round share: the moments at which each command left, came back to its author and
// reached the others. Lies in memory that all of them see; a round is made before it forks.
#pragma once

#include <sys/mman.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace dais::bench {

// Nanoseconds of a clock that all processes of a machine share; 0: it has not happened.
using Moment = std::int64_t;
inline Moment moment() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// An array of zeros, shared with every process that is forked from now on.
template <class T>
class SharedArray {
  public:
    explicit SharedArray(std::size_t size) : size_(size) {
        void* const made = ::mmap(nullptr, (size + 1) * sizeof(T), PROT_READ | PROT_WRITE,
                                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (made == MAP_FAILED) std::abort();
        first_ = static_cast<T*>(made);
    }
    ~SharedArray() { ::munmap(first_, (size_ + 1) * sizeof(T)); }
    SharedArray(const SharedArray&) = delete;
    SharedArray& operator=(const SharedArray&) = delete;

    T& operator[](std::size_t at) { return first_[at]; }
    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    std::size_t size_;
    T* first_;
};

struct Flags {
    std::atomic<int> live;  // stations that have caught up
    std::atomic<int> go;
    std::atomic<int> done;    // writers whose commands are all answered
    std::atomic<int> stop;    // everybody ends
    std::atomic<int> failed;  // something happened that makes the round worthless
};

// The command of a writer with this number (from 0) is at writer * commands + number.
struct Board {
    Board(std::size_t writers, std::size_t commands, std::size_t groups)
        : commands_each(commands),
          total(writers * commands),
          sent(total),
          answered(total),
          last(groups * total),
          heard(groups * total) {}

    std::size_t commands_each;
    std::size_t total;
    SharedArray<Flags> flags{1};
    SharedArray<Moment> sent;
    SharedArray<Moment> answered;
    SharedArray<Moment> last;         // by group of listeners: when the last of them had applied it
    SharedArray<std::int32_t> heard;  // by group: how many of them have
};

}  // namespace dais::bench
