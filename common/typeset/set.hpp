// Private to the folder: what a paragraph keeps of Pango's.
#pragma once

#include <string>
#include <vector>

#include "typeset/context.hpp"
#include "typeset/paragraph.hpp"

namespace dais::typeset {

struct Paragraph::Set {
    std::string text;
    Object<PangoLayout> layout;
    double ascent = 0;
    double descent = 0;
    std::vector<bool> stops;  // by byte, the end of the text included

    // Belongs to the layout. REQUIRES: there is such a line.
    [[nodiscard]] PangoLayoutLine* line(std::size_t at) const {
        return pango_layout_get_line_readonly(layout.get(), static_cast<int>(at));
    }
    // REQUIRES: at > 0
    [[nodiscard]] std::size_t stop_before(std::size_t at) const {
        while (--at > 0 && !stops[at]) continue;
        return at;
    }
};

}  // namespace dais::typeset
