// Places in a text and what is done to it, as all of this room and its callers say them: offsets in bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dais::prose {

// A paragraph has at most so many bytes; what is given more says in its header what it then does.
inline constexpr std::size_t max_text_bytes = 65'536;

struct Range {
    std::size_t from = 0;
    std::size_t to = 0;  // behind the last byte

    [[nodiscard]] bool empty() const { return from == to; }
    [[nodiscard]] std::size_t size() const { return to - from; }
    friend bool operator==(const Range&, const Range&) = default;
};

inline std::string_view part(std::string_view text, Range range) {
    return text.substr(range.from, range.size());
}

// What an editor is asked to do: put the text in place of the range, then the caret at that offset of the
// whole.
struct Edit {
    Range range;
    std::string text;
    std::size_t caret = 0;

    friend bool operator==(const Edit&, const Edit&) = default;
};

// The text after the edit. REQUIRES: the range lies in the text.
inline std::string edited(std::string_view text, const Edit& edit) {
    std::string result(text.substr(0, edit.range.from));
    result += edit.text;
    result += text.substr(edit.range.to);
    return result;
}

}  // namespace dais::prose
