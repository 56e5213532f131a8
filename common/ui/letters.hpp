// Private to the folder: a text taken apart into characters, each with what is shown for it and its
// direction. What shaping and layout share, so that a paragraph is looked at once and its lines come out of
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/shaping.hpp"

namespace dais::ui {

struct Letter {
    enum class Part : std::uint8_t {
        whole,
        ligature,  // the first of a lam-alef
        joined,    // the second of it; nothing is shown for it
        unseen,    // nothing is shown
    };

    char32_t shown = 0;      // 0 where nothing is
    std::uint32_t from = 0;  // its first byte
    std::uint8_t level = 0;  // of UAX #9; odd runs from right to left
    Part part = Part::whole;

    [[nodiscard]] bool rtl() const { return (level & 1) != 0; }
};

class Letters {
  public:
    Letters(std::string_view text, Direction direction);

    [[nodiscard]] bool rtl() const { return rtl_; }
    [[nodiscard]] std::size_t size() const { return letters_.size(); }
    [[nodiscard]] const Letter& operator[](std::size_t i) const { return letters_[i]; }
    // The byte behind the letter.
    [[nodiscard]] std::uint32_t end_of(std::size_t i) const {
        return i + 1 < letters_.size() ? letters_[i + 1].from : bytes_;
    }
    // The second half of a lam-alef. REQUIRES: the letter is a ligature.
    [[nodiscard]] std::size_t joined_to(std::size_t ligature) const;

    // Of the letters from `first` up to but not with `last`, which are one line: those for which something is
    // shown, from left to right.
    [[nodiscard]] std::vector<std::uint32_t> in_visual_order(std::size_t first, std::size_t last) const;
    [[nodiscard]] ShownGlyph glyph(std::size_t i) const;

  private:
    void read(std::string_view text);
    [[nodiscard]] std::u16string units() const;
    void take_forms(const std::u16string& units);
    void take_levels(const std::u16string& units, Direction direction);
    void leave_out_unseen();

    std::vector<Letter> letters_;
    std::uint32_t bytes_ = 0;
    bool plain_ = true;  // nothing was reordered, joined or left out
    bool rtl_ = false;
};

}  // namespace dais::ui
