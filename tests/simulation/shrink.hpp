// A plan that fails, made as small as it will go while it still fails.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "simulation/fault.hpp"

namespace dais::simulation {

// A part of a plan: which of its faults, and by what their durations are divided.
struct Chosen {
    std::size_t fault = 0;
    std::uint32_t divided_by = 1;

    friend bool operator==(const Chosen&, const Chosen&) = default;
};
struct Part {
    std::vector<Chosen> faults;
    std::size_t stations = 0;  // 0: as many as the plan has
};

Part whole(const Plan& plan);
// The plan with these faults only; what meets a station that is not there is left out.
Plan part_of(const Plan& plan, const Part& part);

// "3,17/4", and back; "none" for no faults at all. Errors: `bad_faults`.
std::string to_text(const Part& part);
base::Result<Part> parse_part(std::string_view text, const Plan& plan);

// What a complaint is about, without its numbers and names: a smaller plan must fail for the same reason.
std::string reason_of(const std::string& complaint);

// The smallest part found that still fails: faults are left out (delta debugging), durations halved, stations
// sent home. Asks at most `tries` times. REQUIRES: the whole of it fails
Part shrink(const Plan& plan, const Part& part, const std::function<bool(const Plan&)>& fails,
            std::size_t tries);

}  // namespace dais::simulation
