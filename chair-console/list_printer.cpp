#include "chair-console/list_printer.hpp"

#include <fmt/format.h>

#include <fstream>
#include <utility>

#include "record/formats/list_text.hpp"
#include "record/formats/pdf.hpp"

namespace dais::chair_console {
namespace {

namespace fs = std::filesystem;

bool write_file(const fs::path& path, const std::string& content) {
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.flush();
    return file.good();
}

// The first name of that kind that nothing has yet, without its ending.
fs::path free_name(const fs::path& folder, const std::string& hour) {
    std::error_code ignored;
    for (int number = 1;; ++number) {
        const auto stem = number == 1 ? fmt::format("speakers-list-{}", hour)
                                      : fmt::format("speakers-list-{}-{}", hour, number);
        if (!fs::exists(folder / (stem + ".pdf"), ignored) && !fs::exists(folder / (stem + ".txt"), ignored))
            return folder / stem;
    }
}

}  // namespace

ListPrinter::ListPrinter(fs::path folder, std::function<void()> wake)
    : folder_(std::move(folder)), wake_(std::move(wake)), thread_([this] { run(); }) {}

ListPrinter::~ListPrinter() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void ListPrinter::print(record::ListPaper paper, std::string hour, base::Instant made) {
    {
        const std::scoped_lock lock(mutex_);
        job_ = Job{std::move(paper), std::move(hour), made};
    }
    changed_.notify_one();
}

std::optional<Printed> ListPrinter::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(done_, std::nullopt);
}

void ListPrinter::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return job_ || stopping_; });
        if (!job_) return;
        const auto job = *std::exchange(job_, std::nullopt);
        lock.unlock();
        auto printed = write(job);
        lock.lock();
        done_ = std::move(printed);
        if (stopping_) continue;
        lock.unlock();
        wake_();
        lock.lock();
    }
}

Printed ListPrinter::write(const Job& job) const {
    std::error_code error;
    fs::create_directories(folder_, error);
    const auto name = free_name(folder_, job.hour);
    auto pdf = record::list_pdf(job.paper, job.made);
    if (!pdf) return {false, pdf.error().text};
    const auto path = fs::absolute(name, error).lexically_normal().string();
    if (!write_file(name.string() + ".pdf", *pdf) ||
        !write_file(name.string() + ".txt", record::list_text(job.paper))) {
        return {false, "The list could not be written to " + path + ".pdf."};
    }
    return {true, "The list is on paper: " + path + ".pdf, and as .txt"};
}

}  // namespace dais::chair_console
