#include "folder/in_quotes.hpp"

#include "base/text.hpp"

namespace dais::folder {

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string shown = "\"";
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (count++ == longest) {
            shown += "…";
            break;
        }
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        const auto one = text.substr(at, end - at);
        shown += base::first_line_break(one) || base::first_control(one) ? std::string_view("\uFFFD") : one;
        at = end;
    }
    return shown + "\"";
}

std::string in_one_line(std::string_view said) {
    constexpr std::size_t most = 300;
    std::string shown;
    while (!said.empty() && shown.size() < most) {
        std::size_t end = 1;
        while (end < said.size() && (static_cast<unsigned char>(said[end]) & 0xC0U) == 0x80U) ++end;
        const auto one = said.substr(0, end);
        const bool plain =
            !base::first_bad_utf8(one) && !base::first_line_break(one) && !base::first_control(one);
        shown += plain ? one : std::string_view("\uFFFD");
        said.remove_prefix(end);
    }
    return shown;
}

}  // namespace dais::folder
