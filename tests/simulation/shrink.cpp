#include "simulation/shrink.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dais::simulation {
namespace {

constexpr std::size_t fewest_stations = 2;
constexpr std::uint32_t most_divided = 64;

class Shrinker {
  public:
    Shrinker(const Plan& plan, Part part, const std::function<bool(const Plan&)>& fails, std::size_t tries)
        : plan_(plan), fails_(fails), tries_(tries), part_(std::move(part)) {}

    Part run() {
        leave_faults_out();
        send_stations_home();
        halve_durations();
        leave_faults_out();
        return part_;
    }

  private:
    // Takes the part over if it fails as well.
    bool try_part(const Part& part) {
        if (tries_ == 0) return false;
        --tries_;
        if (!fails_(part_of(plan_, part))) return false;
        part_ = part;
        return true;
    }

    // Zeller's delta debugging: without a half of them, then without a quarter, and so on to single ones.
    void leave_faults_out() {
        std::size_t pieces = 2;
        while (!part_.faults.empty() && tries_ > 0) {
            const auto size = std::max<std::size_t>(1, part_.faults.size() / pieces);
            bool smaller = false;
            for (std::size_t from = 0; from < part_.faults.size();) {
                auto rest = part_;
                const auto first = rest.faults.begin() + static_cast<std::ptrdiff_t>(from);
                const auto count = std::min(size, rest.faults.size() - from);
                rest.faults.erase(first, first + static_cast<std::ptrdiff_t>(count));
                if (try_part(rest)) {
                    smaller = true;
                } else {
                    from += size;
                }
            }
            if (!smaller && size == 1) return;
            pieces = smaller ? 2 : pieces * 2;
        }
    }

    void send_stations_home() {
        auto fewer = part_;
        fewer.stations = fewest_stations;
        if (try_part(fewer)) return;
        fewer.stations = 5;
        if (plan_.stations > 5) try_part(fewer);
    }

    void halve_durations() {
        for (std::size_t i = 0; i < part_.faults.size(); ++i) {
            if (plan_.faults[part_.faults[i].fault].lasts.count() == 0) continue;
            while (part_.faults[i].divided_by < most_divided) {
                auto shorter = part_;
                shorter.faults[i].divided_by *= 2;
                if (!try_part(shorter)) break;
            }
        }
    }

    const Plan& plan_;
    const std::function<bool(const Plan&)>& fails_;
    std::size_t tries_;
    Part part_;
};

bool read_number(std::string_view& text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

}  // namespace

Part whole(const Plan& plan) {
    Part part;
    for (std::size_t i = 0; i < plan.faults.size(); ++i) part.faults.push_back({i, 1});
    return part;
}

Plan part_of(const Plan& plan, const Part& part) {
    Plan made = plan;
    made.faults.clear();
    if (part.stations != 0) made.stations = std::min(part.stations, plan.stations);
    for (const auto& chosen : part.faults) {
        auto fault = plan.faults[chosen.fault];
        if (fault.lasts.count() != 0) {
            fault.lasts = std::max(base::Span{1}, fault.lasts / chosen.divided_by);
        }
        if (fault.station < made.stations) made.faults.push_back(fault);
    }
    return made;
}

std::string to_text(const Part& part) {
    if (part.faults.empty()) return "none";
    std::string text;
    for (const auto& chosen : part.faults) {
        if (!text.empty()) text += ",";
        text += std::to_string(chosen.fault);
        if (chosen.divided_by != 1) text += "/" + std::to_string(chosen.divided_by);
    }
    return text;
}

base::Result<Part> parse_part(std::string_view text, const Plan& plan) {
    Part part;
    if (text == "none") return part;
    const base::Error bad{"bad_faults", "--faults takes numbers below " + std::to_string(plan.faults.size()) +
                                            " with commas between, like 3,17/4."};
    for (;;) {
        std::uint64_t fault = 0;
        std::uint64_t divided_by = 1;
        if (!read_number(text, fault) || fault >= plan.faults.size()) return bad;
        if (!text.empty() && text.front() == '/') {
            text.remove_prefix(1);
            if (!read_number(text, divided_by) || divided_by == 0 || divided_by > most_divided) return bad;
        }
        part.faults.push_back({fault, static_cast<std::uint32_t>(divided_by)});
        if (text.empty()) return part;
        if (text.front() != ',') return bad;
        text.remove_prefix(1);
    }
}

std::string reason_of(const std::string& complaint) {
    std::string reason;
    for (const char c : complaint) {
        if (c < '0' || c > '9') reason += c;
    }
    for (const auto* name : {"moderator", "chair", "clerk"}) {
        for (auto at = reason.find(name); at != std::string::npos; at = reason.find(name)) {
            auto end = reason.find_first_of(" '", at);
            reason.erase(at, std::min(end, reason.size()) - at);
        }
    }
    // "(write)" and the like, which differ from run to run.
    for (auto at = reason.find('('); at != std::string::npos; at = reason.find('(')) {
        const auto end = reason.find(')', at);
        if (end == std::string::npos) break;
        reason.erase(at, end + 1 - at);
    }
    return reason;
}

Part shrink(const Plan& plan, const Part& part, const std::function<bool(const Plan&)>& fails,
            std::size_t tries) {
    return Shrinker(plan, part, fails, tries).run();
}

}  // namespace dais::simulation
