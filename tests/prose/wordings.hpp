// Wordings of a paragraph for properties: few words, so that they meet, and one made from another as people
// do it.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "prose/words.hpp"
#include "ui/drawn_texts.hpp"

namespace dais::prose {

inline rc::Gen<std::string> wordings() {
    return ui::joined_texts(rc::gen::element<std::string>("the ", "the ", "Chair ", "said", " ", ", ", ".",
                                                          "that ", "he", "主席", "发言", "قال ", "e\u0301 ",
                                                          "\n"));
}

// The text with some of its pieces taken out, doubled or with words put in behind them.
inline std::string reworded(const std::string& text) {
    std::string result;
    for (const auto& piece : pieces_of(text)) {
        const auto now = std::string(part(text, piece.range));
        switch (*rc::gen::weightedElement<int>({{1, 0}, {1, 1}, {1, 2}, {1, 3}, {24, 4}})) {
            case 0:
                break;
            case 1:
                result += now + now;
                break;
            case 2:
                result += now + *wordings();
                break;
            case 3:
                result += "new";
                break;
            default:
                result += now;
        }
    }
    return result;
}

}  // namespace dais::prose
