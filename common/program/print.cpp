#include "program/print.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "program/exit_codes.hpp"

namespace dais::program {
namespace {

std::string& program_name() {
    static std::string name = "dais";
    return name;
}

// Of a call that has just failed.
base::Error failed(const std::filesystem::path& path) {
    const int why = errno;
    if (why != ENOSPC && why != EDQUOT && why != EFBIG)
        return {"cannot_write", path.string() + ": " + std::strerror(why)};
    return {"disk_full", path.string() + ": the disk has no room for it (" + std::strerror(why) + ")."};
}

bool write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

void set_program_name(std::string_view name) {
    program_name() = name;
}

void complain(std::string_view sentence) {
    std::fprintf(stderr, "%s: %.*s\n", program_name().c_str(), static_cast<int>(sentence.size()),
                 sentence.data());
}

void complain(const base::Error& error) {
    complain(error.text);
}

base::Status<> write_file(const std::filesystem::path& path, std::string_view content) {
    const auto beside = path.string() + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return failed(path);
    base::Status<> done = base::Done{};
    if (!write_all(file, content) || ::fsync(file) != 0) done = failed(path);
    if (::close(file) != 0 && done) done = failed(path);
    if (done && std::rename(beside.c_str(), path.c_str()) != 0) done = failed(path);
    if (!done) ::unlink(beside.c_str());
    return done;
}

int deliver(const std::filesystem::path& path, std::string_view content) {
    if (path.empty()) {
        if (write_all(STDOUT_FILENO, content)) return exit_ok;
        complain(failed("standard output"));
        return exit_cannot;
    }
    if (auto written = write_file(path, content); !written) {
        complain(written.error());
        return exit_cannot;
    }
    return exit_ok;
}

}  // namespace dais::program
