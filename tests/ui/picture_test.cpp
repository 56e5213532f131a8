#include "ui/picture.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.hpp"

namespace dais::ui {
namespace {

Picture gradient(int width, int height) {
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto byte = [](int value) { return static_cast<std::uint8_t>(value & 0xFF); };
            picture.rgba.insert(picture.rgba.end(), {byte(x * 5), byte(y * 7), byte(x + y), byte(255 - x)});
        }
    }
    return picture;
}

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result.ok() ? "none" : result.error().code;
}

TEST(Picture, comes_back_from_a_file_as_it_was) {
    const test::TemporaryDirectory directory;
    const Picture picture = gradient(37, 11);
    ASSERT_TRUE(write_png(directory / "one.png", picture));
    const auto back = read_png(directory / "one.png");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->width, 37);
    EXPECT_EQ(back->height, 11);
    EXPECT_EQ(back->rgba, picture.rgba);
}

TEST(Picture, says_where_it_could_not_be_written) {
    const test::TemporaryDirectory directory;
    const std::string path = directory / "absent/one.png";
    const auto status = write_png(path, gradient(2, 2));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "cannot_write");
    EXPECT_NE(status.error().text.find(path), std::string::npos) << status.error().text;
}

TEST(Picture, is_none_without_a_byte_for_each_channel) {
    const test::TemporaryDirectory directory;
    Picture picture = gradient(4, 4);
    picture.rgba.pop_back();
    EXPECT_EQ(code_of(write_png(directory / "one.png", picture)), "bad_picture");
    EXPECT_EQ(code_of(write_png(directory / "one.png", Picture{})), "bad_picture");
    EXPECT_EQ(code_of(write_png(directory / "one.png", Picture{largest_picture_side + 1, 1, {}})),
              "bad_picture");
    EXPECT_FALSE(std::filesystem::exists(directory / "one.png"));
}

TEST(Picture, is_not_read_from_what_is_not_one) {
    const test::TemporaryDirectory directory;
    std::ofstream(directory / "text.png") << "minutes of the meeting, not a picture";
    EXPECT_EQ(code_of(read_png(directory / "text.png")), "cannot_read");
    EXPECT_EQ(code_of(read_png(directory / "absent.png")), "cannot_read");
    ASSERT_TRUE(write_png(directory / "cut.png", gradient(64, 64)));
    std::filesystem::resize_file(directory / "cut.png",
                                 std::filesystem::file_size(directory / "cut.png") / 2);
    EXPECT_EQ(code_of(read_png(directory / "cut.png")), "cannot_read");
}

}  // namespace
}  // namespace dais::ui
