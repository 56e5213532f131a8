// Texts that were laid out lately, so that a frame in which nothing changed lays out nothing. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "ui/text_layout.hpp"

namespace dais::ui {

class LayoutCache {
  public:
    // More are not kept: those that were not used for longest go. A screen shows some hundred.
    static constexpr std::size_t most = 2'000;

    // Fonts of another build have other advances: all that was kept goes.
    void use_fonts(std::uint64_t build);
    // Good until the next call.
    const TextLayout& get(std::string_view text, float width, float first_indent, std::uint8_t face,
                          const Measure& measure, const LayoutOptions& options = {});
    [[nodiscard]] std::size_t laid_out() const { return laid_out_; }  // how often a text had to be

  private:
    struct Kept {
        TextLayout layout{{}, false};
        std::uint64_t used = 0;
    };
    void drop_old();

    std::unordered_map<std::uint64_t, Kept> kept_;
    std::uint64_t build_ = 0;
    std::uint64_t clock_ = 0;
    std::size_t laid_out_ = 0;
};

}  // namespace dais::ui
