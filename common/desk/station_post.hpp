// The Post of a real desk: its Runner.
#pragma once

#include <utility>

#include "desk/store.hpp"
#include "station/runner.hpp"

namespace dais::desk {

class StationPost final : public Post {
  public:
    explicit StationPost(station::Runner& runner) : runner_(runner) {}

    void ask(std::uint64_t token, meeting::Command command, std::string from) override {
        runner_.ask(token, std::move(command), std::move(from));
    }
    void keep_draft(std::string place, std::string text, std::uint64_t version) override {
        runner_.keep_draft(std::move(place), std::move(text), version);
    }
    void forget_draft(std::string place) override { runner_.forget_draft(std::move(place)); }
    void show_draft(std::string place, std::uint32_t base, std::string text) override {
        runner_.show_draft(std::move(place), base, std::move(text));
    }
    void forget_unplaced(std::uint64_t request) override { runner_.forget_unplaced(request); }

  private:
    station::Runner& runner_;
};

}  // namespace dais::desk
