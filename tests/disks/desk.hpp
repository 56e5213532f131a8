// What a window sees of its station, for tests: the news, and what holds of them.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "e2e/process.hpp"
#include "station/runner.hpp"

namespace dais::disks {

struct Desk {
    std::unique_ptr<station::Runner> runner;
    std::vector<station::News> news;
    station::LinkNews link;
    std::string trouble;

    // Opens a station, and waits until it is live.
    static Desk open(station::RunnerOptions with) {
        Desk desk;
        auto runner = station::Runner::open(std::move(with));
        EXPECT_TRUE(runner) << runner.error().text;
        if (!runner) return desk;
        desk.runner = *std::move(runner);
        EXPECT_TRUE(desk.until([&] { return desk.link.state == replica::LinkState::live; }));
        return desk;
    }

    void look() {
        for (auto& each : runner->take()) {
            if (const auto* now = std::get_if<station::LinkNews>(&each)) link = *now;
            if (const auto* now = std::get_if<station::Trouble>(&each)) trouble = now->sentence;
            news.push_back(std::move(each));
        }
    }
    bool until(const std::function<bool()>& holds) {
        return e2e::eventually([&] {
            look();
            return holds();
        });
    }
    template <class What>
    [[nodiscard]] std::vector<What> all() const {
        std::vector<What> found;
        for (const auto& each : news) {
            if (const auto* one = std::get_if<What>(&each)) found.push_back(*one);
        }
        return found;
    }
    [[nodiscard]] bool settled(std::uint64_t token) const {
        const auto found = all<station::Settled>();
        return std::any_of(found.begin(), found.end(), [&](const auto& one) { return one.token == token; });
    }
    [[nodiscard]] bool settled(std::uint64_t token, wire::Fate fate) const {
        const auto found = all<station::Settled>();
        return std::any_of(found.begin(), found.end(),
                           [&](const auto& one) { return one.token == token && one.fate == fate; });
    }
};

}  // namespace dais::disks
