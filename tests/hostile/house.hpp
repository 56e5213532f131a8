// A real hub in a process of its own, on a temporary folder and keys, with honest stations at work and one
// key on its list whose owner is hostile.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "e2e/process.hpp"
#include "hostile/attacks.hpp"
#include "hostile/company.hpp"

namespace dais::hostile {

class House {
  public:
    // Error: hub_failed, with what the hub said; and those of keys and stations.
    static base::Result<std::unique_ptr<House>> open();

    [[nodiscard]] Company& company() { return *company_; }
    // What the hostile one knows.
    [[nodiscard]] const Target& target() const { return target_; }
    [[nodiscard]] const std::string& address() const { return target_.address; }
    [[nodiscard]] const net::KeyRing& ring() const { return ring_; }

    [[nodiscard]] bool hub_runs() { return hub_->runs(); }
    // The hub's resident memory in MiB, now and at its highest.
    [[nodiscard]] double memory() const { return status("VmRSS:"); }
    [[nodiscard]] double most_memory() const { return status("VmHWM:"); }
    // What the hub has written to its log.
    [[nodiscard]] std::string log() const { return e2e::read_file(log_); }

  private:
    explicit House(std::filesystem::path out) : ring_(out / "keys"), out_(std::move(out)) {}
    base::Status<> make_keys();
    base::Status<> start_hub();
    [[nodiscard]] double status(const std::string& line) const;

    net::KeyRing ring_;
    std::filesystem::path out_;
    std::filesystem::path log_;
    Target target_;
    std::unique_ptr<e2e::Process> hub_;
    std::unique_ptr<Company> company_;
};

}  // namespace dais::hostile
