// A display without a screen (Xvfb), for tests with real windows.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "e2e/process.hpp"

namespace dais::e2e {

// Whether what windows need to be played with is installed; else the sentence to skip with.
std::string display_missing();

class Display {
  public:
    // Starts a server and points DISPLAY at it; throws std::runtime_error where it does not start.
    explicit Display(const std::filesystem::path& folder);
    ~Display();

  private:
    std::unique_ptr<Process> server_;
    std::string before_;
    bool had_ = false;
};

}  // namespace dais::e2e
