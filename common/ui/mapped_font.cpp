#include "ui/mapped_font.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <string_view>
#include <system_error>

namespace dais::ui {
namespace {

using Bytes = std::span<const std::uint8_t>;

// Big-endian numbers; 0 beyond the end.
std::uint32_t u16(Bytes bytes, std::size_t at) {
    if (bytes.size() < 2 || at > bytes.size() - 2) return 0;
    return std::uint32_t{bytes[at]} << 8U | bytes[at + 1];
}
std::uint32_t u32(Bytes bytes, std::size_t at) {
    return u16(bytes, at) << 16U | u16(bytes, at + 2);
}
int i16(Bytes bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16(bytes, at));
}

constexpr std::uint32_t tag(std::string_view name) {
    std::uint32_t value = 0;
    for (const char letter : name) value = value << 8U | static_cast<std::uint8_t>(letter);
    return value;
}

// Where a face's table directory begins ("TrueType collections" in the OpenType specification).
std::optional<std::size_t> directory(Bytes bytes, int index) {
    if (index < 0) return std::nullopt;
    if (u32(bytes, 0) != tag("ttcf")) return index == 0 ? std::optional<std::size_t>(0) : std::nullopt;
    if (static_cast<std::uint32_t>(index) >= u32(bytes, 8)) return std::nullopt;
    return u32(bytes, 12 + 4 * static_cast<std::size_t>(index));
}

// The tables by their tags; none where one of them does not lie within the file.
std::map<std::uint32_t, Bytes> tables(Bytes bytes, std::size_t at) {
    std::map<std::uint32_t, Bytes> found;
    const std::uint32_t kind = u32(bytes, at);
    if (kind != 0x00010000 && kind != tag("true") && kind != tag("OTTO")) return found;
    const std::uint32_t count = u16(bytes, at + 4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = at + 12 + 16 * i;
        const std::size_t offset = u32(bytes, record + 8);
        const std::size_t length = u32(bytes, record + 12);
        if (record + 16 > bytes.size() || offset > bytes.size() || length > bytes.size() - offset) return {};
        found[u32(bytes, record)] = bytes.subspan(offset, length);
    }
    return found;
}

class Descriptor {
  public:
    explicit Descriptor(const std::string& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

base::Error cannot_open(const std::string& path, std::string_view why) {
    return {"cannot_open", fmt::format("The font {} cannot be opened: {}.", path, why)};
}

}  // namespace

std::optional<float> height_of_font(Bytes bytes, int index) {
    const auto begin = directory(bytes, index);
    if (!begin) return std::nullopt;
    const auto all = tables(bytes, *begin);
    const auto has = [&](std::string_view name, std::size_t least) {
        const auto found = all.find(tag(name));
        return found != all.end() && found->second.size() >= least;
    };
    const bool outlines = (has("glyf", 0) && has("loca", 4)) || has("CFF ", 4);
    if (!outlines || !has("cmap", 4) || !has("head", 54) || !has("hhea", 36) || !has("hmtx", 4)) {
        return std::nullopt;
    }
    const Bytes hhea = all.at(tag("hhea"));
    const int height = i16(hhea, 4) - i16(hhea, 6);
    const int em = static_cast<int>(u16(all.at(tag("head")), 18));
    if (height <= 0 || em <= 0) return std::nullopt;
    return static_cast<float>(height) / static_cast<float>(em);
}

void MappedFont::Unmap::operator()(const std::uint8_t* bytes) const {
    ::munmap(const_cast<std::uint8_t*>(bytes), size);
}

base::Result<MappedFont::File> MappedFont::map(const std::string& path) {
    const Descriptor file(path);
    struct stat state {};
    if (file.number() < 0 || ::fstat(file.number(), &state) != 0) {
        return cannot_open(path, std::system_category().message(errno));
    }
    const auto size = static_cast<std::size_t>(state.st_size);
    if (!S_ISREG(state.st_mode) || size == 0)
        return cannot_open(path, "it is not a file with something in it");
    if (size > largest_font_file) return cannot_open(path, "it is larger than 256 MB");
    void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (bytes == MAP_FAILED) return cannot_open(path, std::system_category().message(errno));
    return File(static_cast<const std::uint8_t*>(bytes), Unmap{size});
}

base::Result<MappedFont> MappedFont::open(const std::string& path, int index) {
    auto file = map(path);
    if (!file) return file.error();
    const auto height = height_of_font({file->get(), file->get_deleter().size}, index);
    if (!height) {
        return base::Error{"not_a_font", fmt::format("The file {} is not a font that can be drawn.", path)};
    }
    return MappedFont(std::move(*file), index, *height);
}

}  // namespace dais::ui
