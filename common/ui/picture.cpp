#include "ui/picture.hpp"

#include <fmt/format.h>
#include <png.h>

#include <cstddef>

namespace dais::ui {
namespace {

// libpng's simplified interface: it answers instead of jumping out of our frames. What it has taken is given
// back however a function ends.
struct PngImage {
    png_image image{};

    PngImage() { image.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&image); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

bool possible_side(std::int64_t side) {
    return side > 0 && side <= largest_picture_side;
}

std::size_t bytes_of(const Picture& picture) {
    return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4U;
}

base::Error cannot_read(const std::string& path, const png_image& image) {
    return {"cannot_read", fmt::format("cannot read the picture {}: {}", path, image.message)};
}

}  // namespace

base::Status<> write_png(const std::string& path, const Picture& picture) {
    if (!possible_side(picture.width) || !possible_side(picture.height) ||
        picture.rgba.size() != bytes_of(picture)) {
        return base::Error{
            "bad_picture",
            fmt::format(
                "cannot write {}: a picture of {} x {} pixels with {} bytes is none (sides of 1 to {} "
                "pixels, 4 bytes a pixel)",
                path, picture.width, picture.height, picture.rgba.size(), largest_picture_side)};
    }
    PngImage png;
    png.image.width = static_cast<png_uint_32>(picture.width);
    png.image.height = static_cast<png_uint_32>(picture.height);
    png.image.format = PNG_FORMAT_RGBA;
    if (png_image_write_to_file(&png.image, path.c_str(), 0, picture.rgba.data(), 0, nullptr) == 0) {
        return base::Error{"cannot_write",
                           fmt::format("cannot write the picture {}: {}", path, png.image.message)};
    }
    return base::Done{};
}

base::Result<Picture> read_png(const std::string& path) {
    PngImage png;
    if (png_image_begin_read_from_file(&png.image, path.c_str()) == 0) return cannot_read(path, png.image);
    if (!possible_side(png.image.width) || !possible_side(png.image.height)) {
        return base::Error{"bad_picture",
                           fmt::format("the picture {} has {} x {} pixels; a side has at most {}", path,
                                       png.image.width, png.image.height, largest_picture_side)};
    }
    png.image.format = PNG_FORMAT_RGBA;
    Picture picture{static_cast<int>(png.image.width), static_cast<int>(png.image.height), {}};
    picture.rgba.resize(bytes_of(picture));
    if (png_image_finish_read(&png.image, nullptr, picture.rgba.data(), 0, nullptr) == 0) {
        return cannot_read(path, png.image);
    }
    return picture;
}

}  // namespace dais::ui
