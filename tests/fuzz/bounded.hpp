// What a fuzz target checks besides its own property: that an input took no longer than it may.
#pragma once

#include <ctime>

#include "base/check.hpp"

namespace dais::fuzz {

// Dies when an input of the fuzzer's size has taken a second of this thread's time. An honest one takes a
// millisecond, a hundred times as long under sanitizers on a bad day; what is quadratic takes much more. The
// processor's time is measured, so that a busy machine is no fault.
class Bounded {
  public:
    Bounded() : began_(now()) {}
    ~Bounded() { base::check(now() - began_ < 1.0, "this took a second of the processor's time"); }
    Bounded(const Bounded&) = delete;
    Bounded& operator=(const Bounded&) = delete;

  private:
    static double now() {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    }

    double began_;
};

}  // namespace dais::fuzz
