#include "hostile/house.hpp"

#include <fstream>
#include <sstream>

namespace dais::hostile {
namespace {

const std::vector<std::string> honest{"chair", "clerk-1", "clerk-2"};
constexpr const char* rogue = "clerk-13";

}  // namespace

base::Result<std::unique_ptr<House>> House::open() {
    std::unique_ptr<House> house(new House(e2e::fresh_directory("hostile")));
    if (auto made = house->make_keys(); !made) return made.error();
    if (auto started = house->start_hub(); !started) return started.error();
    auto company = Company::open(honest, house->ring_, house->target_.address);
    if (!company) return company.error();
    house->company_ = *std::move(company);
    return house;
}

base::Status<> House::make_keys() {
    if (auto made = ring_.create(); !made) return made;
    auto names = honest;
    names.emplace_back(rogue);
    for (const auto& name : names) {
        if (auto added = ring_.add_station(name); !added) return added.error();
    }
    auto keys = ring_.load_station(rogue);
    if (!keys) return keys.error();
    target_.keys = *std::move(keys);
    return base::Done{};
}

base::Status<> House::start_hub() {
    const auto announce = out_ / "hub.address";
    log_ = out_ / "hub.log";
    hub_ = std::make_unique<e2e::Process>(
        std::vector<std::string>{e2e::dais(), "hub", e2e::source("config/sample-meeting").string(),
                                 "--listen", "tcp://127.0.0.1:*", "--journal",
                                 (out_ / "journal.sqlite").string(), "--keys", ring_.directory().string(),
                                 "--announce", announce.string(), "--quiet"},
        log_);
    const bool listens = e2e::eventually([&] {
        std::ifstream file(announce);
        return (std::getline(file, target_.address) && !target_.address.empty()) || !hub_->runs();
    });
    if (listens && hub_->runs()) return base::Done{};
    return base::Error{"hub_failed", "The hub did not listen: " + log()};
}

double House::status(const std::string& line) const {
    std::ifstream file("/proc/" + std::to_string(hub_->pid()) + "/status");
    std::string word;
    double kib = 0;
    while (file >> word) {
        if (word == line && file >> kib) return kib / 1024;
    }
    return 0;
}

}  // namespace dais::hostile
