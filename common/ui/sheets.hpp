// Lines of text that were set by common/typeset, drawn as strips of coverage side by side on a sheet that a
// window keeps as a texture. A strip is drawn once, when a line that looks like that is first shown, and
// stays while it is; so a key costs the lines that it changed, and nothing is drawn where nothing changed.
//
// A strip that was part of the last picture is not given to another line: whoever looks for what differs from
// that picture (desk/damage.hpp) needs to look at places only, and not at pixels. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ui/geometry.hpp"

namespace dais::ui {

class Sheet {
  public:
    // `number`: unique in the program's life.
    Sheet(std::uintptr_t number, Extent strip, std::size_t strips);

    using Draw = std::function<std::vector<std::uint8_t>()>;
    // The strip of the line that looks like that, drawn if it is not there: its top in pixels of the sheet.
    // `draw` brings as many bytes as a strip has pixels, row by row.
    // REQUIRES: not more strips in a frame than half of the sheet's.
    int strip(std::uint64_t look, const Draw& draw);

    [[nodiscard]] std::uintptr_t number() const { return number_; }
    [[nodiscard]] Extent strip_extent() const { return strip_; }
    [[nodiscard]] std::size_t strips() const { return kept_.size(); }
    [[nodiscard]] Extent extent() const;
    // A byte a pixel, row by row from the top.
    [[nodiscard]] const std::vector<std::uint8_t>& pixels() const { return pixels_; }
    // The tops of the strips that were drawn since the last picture.
    [[nodiscard]] const std::vector<int>& fresh() const { return fresh_; }

    [[nodiscard]] std::uint64_t drawn() const { return drawn_; }

    void begin() { ++frame_; }
    void shown();

  private:
    struct Kept {
        std::uint64_t look = 0;
        std::uint64_t used = 0;  // in which frame last
        bool drawn = false;
        bool in_picture = false;
    };
    [[nodiscard]] std::size_t free_place() const;

    std::uintptr_t number_;
    Extent strip_;
    std::vector<Kept> kept_;
    std::map<std::uint64_t, std::size_t> by_look_;
    std::vector<std::uint8_t> pixels_;
    std::vector<int> fresh_;
    std::uint64_t frame_ = 1;
    std::uint64_t drawn_ = 0;
};

class Sheets {
  public:
    // Below it are the names that OpenGL gives to textures.
    static constexpr std::uintptr_t first_number = std::uintptr_t{1} << 30U;

    // The widget's sheet, made anew where its strips are of another size or too few for so many in a frame.
    // REQUIRES: the first call of a frame says the most.
    Sheet& of(const std::string& id, Extent strip, std::size_t strips_shown);

    [[nodiscard]] const std::map<std::string, Sheet>& all() const { return sheets_; }
    // How many strips were drawn on the sheets that there are.
    [[nodiscard]] std::uint64_t drawn() const;

    // A frame is begun, shown or not; the last one was shown.
    void begin();
    void shown();

  private:
    std::map<std::string, Sheet> sheets_;
    std::uintptr_t next_ = first_number;
};

}  // namespace dais::ui
