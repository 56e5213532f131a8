// A font file in memory, looked at before Dear ImGui sees it: ImGui aborts on a file that is no font, and
// reads beyond the end of one that was cut off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace dais::ui {

// The largest font file that is opened. Noto Sans CJK has 20 MB.
constexpr std::size_t largest_font_file = 256U << 20U;

class MappedFont {
  public:
    // Maps face `index` of a TrueType or OpenType file. The table directory and the places of all tables are
    // checked; what stands in the tables is believed, since it comes from the system's own packages. Errors:
    // `cannot_open`, `not_a_font`.
    static base::Result<MappedFont> open(const std::string& path, int index);

    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {file_.get(), file_.get_deleter().size};
    }
    [[nodiscard]] int index() const { return index_; }
    // From the lowest descender to the highest ascender, which is what ImGui calls a font's size, in ems.
    [[nodiscard]] float height_in_ems() const { return height_in_ems_; }

  private:
    struct Unmap {
        std::size_t size = 0;
        void operator()(const std::uint8_t* bytes) const;
    };
    using File = std::unique_ptr<const std::uint8_t, Unmap>;

    MappedFont(File file, int index, float height)
        : file_(std::move(file)), index_(index), height_in_ems_(height) {}
    static base::Result<File> map(const std::string& path);

    File file_;
    int index_;
    float height_in_ems_;
};

// The height of a face in ems, or nothing where the bytes are not a font that can be drawn.
std::optional<float> height_of_font(std::span<const std::uint8_t> bytes, int index);

}  // namespace dais::ui
