// Private to the folder: a text as its editor shows it, set as one paragraph: what stands before it and
// cannot be changed, the text, and within it what an input method has put together so far. Offsets are bytes
// of the text that is edited; those of the paragraph are told apart by name. Lengths are points. One thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "typeset/paragraph.hpp"
#include "ui/input.hpp"

namespace dais::ui {

class SetText {
  public:
    struct What {
        std::string_view lead;
        std::string_view text;
        std::size_t at = 0;  // where the composition stands in the text
        const Composing& composing;
    };

    // Sets it where something is another; whether it had to. What cannot be set as a paragraph is left out,
    // the lead and the composition before the text. REQUIRES: the text is a TextEdit's, width > 0
    bool set(const What& what, double width, const typeset::Type& type);

    // REQUIRES: it was set
    [[nodiscard]] const typeset::Paragraph& paragraph() const { return *paragraph_; }
    // Where the text begins in the paragraph.
    [[nodiscard]] std::size_t begin() const { return begin_; }
    // From the text into the paragraph: before the composition where that stands there.
    [[nodiscard]] std::size_t shown(std::size_t byte) const;
    [[nodiscard]] typeset::Caret shown(typeset::Caret caret) const { return {shown(caret.byte), caret.side}; }
    // And back; what is in the lead or in the composition counts as the place where the text goes on.
    [[nodiscard]] typeset::Caret in_text(typeset::Caret shown) const;
    // Where the composition stands in the paragraph; empty where there is none.
    struct Range {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    [[nodiscard]] Range composition() const { return {at_, at_ + composed_}; }

    // The place beside it, as it is seen, between two letters of the text; nothing at its ends.
    [[nodiscard]] std::optional<typeset::Caret> beside(typeset::Caret caret, bool to_the_right,
                                                       std::string_view text) const;

  private:
    std::optional<typeset::Paragraph> paragraph_;
    std::string shown_;
    double width_ = 0;
    typeset::Type type_;
    std::size_t begin_ = 0;
    std::size_t at_ = 0;        // of the composition in the paragraph
    std::size_t composed_ = 0;  // its bytes
};

}  // namespace dais::ui
