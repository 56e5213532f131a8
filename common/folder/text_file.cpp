#include "folder/text_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/text.hpp"

namespace dais::folder {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// An open file that closes itself.
class Descriptor {
  public:
    explicit Descriptor(const std::filesystem::path& path)
        : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

std::string why() {
    return std::generic_category().message(errno);
}

bool is_plain_file(const Descriptor& file, FileFaults& faults) {
    if (file.number() < 0) {
        faults.error({}, errno == ENOENT ? "there is no such file" : "cannot be read: " + why());
        return false;
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        faults.error({}, "cannot be read: " + why());
        return false;
    }
    if (S_ISREG(status.st_mode)) return true;
    faults.error({}, S_ISDIR(status.st_mode) ? "is a folder, expected a file"
                                             : "is a device or a pipe, expected a file");
    return false;
}

// Where the limits are broken, if they are. Looks at what came since `from` only.
class LengthCheck {
  public:
    explicit LengthCheck(FileLimits limits) : limits_(limits) {}

    bool passes(std::string_view text, FileFaults& faults) {
        for (; seen_ < text.size(); ++seen_) {
            if (text[seen_] == '\n') {
                ++line_;
                line_begin_ = seen_ + 1;
            } else if (seen_ - line_begin_ >= limits_.line_bytes) {
                faults.error({line_, 1}, "the line is too long, expected at most " +
                                             std::to_string(limits_.line_bytes) + " bytes");
                return false;
            }
        }
        if (text.size() <= limits_.bytes) return true;
        faults.error({},
                     "the file is too large, expected at most " + std::to_string(limits_.bytes) + " bytes");
        return false;
    }

  private:
    FileLimits limits_;
    std::size_t seen_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
};

// Names the first bad byte of each line: a file saved in another encoding has many.
bool is_clean(std::string_view text, FileFaults& faults) {
    bool clean = true;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto nul = line.find('\0');
        const auto bad = base::first_bad_utf8(line);
        if (!bad && nul == std::string_view::npos) continue;
        clean = false;
        const auto at = std::min(bad.value_or(line.size()), nul);
        faults.error({number, column_at(line, at)},
                     at == nul ? "a NUL byte, expected text" : "bytes that are not UTF-8, expected UTF-8");
        if (faults.all().full()) break;
    }
    return clean;
}

}  // namespace

std::optional<std::string> checked_text(std::string text, FileLimits limits, FileFaults faults) {
    if (!LengthCheck(limits).passes(text, faults)) return std::nullopt;
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    if (!is_clean(text, faults)) return std::nullopt;
    return text;
}

std::optional<std::string> read_text_file(const std::filesystem::path& path, FileLimits limits,
                                          FileFaults faults) {
    const Descriptor file(path);
    if (!is_plain_file(file, faults)) return std::nullopt;
    std::string text;
    LengthCheck lengths(limits);
    std::array<char, 65'536> buffer{};
    for (;;) {
        const auto count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            faults.error({}, "cannot be read: " + why());
            return std::nullopt;
        }
        if (count == 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
        if (!lengths.passes(text, faults)) return std::nullopt;
    }
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    if (!is_clean(text, faults)) return std::nullopt;
    return text;
}

std::size_t column_at(std::string_view line, std::size_t offset) {
    return base::code_points(line.substr(0, std::min(offset, line.size()))) + 1;
}

Place place_at(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto last = before.rfind('\n');
    const auto begin = last == std::string_view::npos ? 0 : last + 1;
    return {line, column_at(before.substr(begin), before.size() - begin)};
}

std::optional<std::string> fault_in_line(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes) {
        return "has " + std::to_string(text.size()) + " bytes, expected at most " + std::to_string(max_bytes);
    }
    if (base::first_line_break(text)) return "has a line break, expected one line";
    if (base::first_control(text)) return "has a control character, expected text";
    return std::nullopt;
}

}  // namespace dais::folder
