// A picture of a window, and PNG files (through libpng). May be used from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace dais::ui {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  // 4 bytes a pixel, alpha not premultiplied, the top row first
};

// The largest side that is written or read: an 8K screen twice over.
constexpr int largest_picture_side = 16384;

// Writes the picture as a PNG file over whatever the path names. Errors: `bad_picture` (no pixels, too many,
// or fewer bytes than pixels), `cannot_write` with libpng's reason.
base::Status<> write_png(const std::string& path, const Picture& picture);

// Reads a PNG file of any kind as RGBA. Errors: `cannot_read` with libpng's reason, `bad_picture` (too
// large).
base::Result<Picture> read_png(const std::string& path);

}  // namespace dais::ui
