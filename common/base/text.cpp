#include "base/text.hpp"

#include <algorithm>

namespace dais::base {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
    return at < text.size() && byte_at(text, at) >= low && byte_at(text, at) <= high;
}

// The length of the well-formed sequence at `at`, 0 where there is none: the rows of table 3-7.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(text, at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return continues(text, at + 1, low, high) && continues(text, at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return continues(text, at + 1, low, high) && continues(text, at + 2) && continues(text, at + 3) ? 4
                                                                                                        : 0;
    }
    return 0;
}

bool breaks_line(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first >= 0x0A && first <= 0x0D) return true;
    if (first == 0xC2) return byte_at(text, at + 1) == 0x85;  // U+0085
    if (first == 0xE2) {                                      // U+2028, U+2029
        return byte_at(text, at + 1) == 0x80 &&
               (byte_at(text, at + 2) == 0xA8 || byte_at(text, at + 2) == 0xA9);
    }
    return false;
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<std::size_t> first_line_break(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(1, sequence_length(text, at))) {
        if (breaks_line(text, at)) return at;
    }
    return std::nullopt;
}

std::optional<std::size_t> first_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(1, sequence_length(text, at))) {
        const unsigned first = byte_at(text, at);
        const bool c0 = first < 0x20 && first != '\t';
        const bool c1 = first == 0xC2 && byte_at(text, at + 1) < 0xA0;
        if ((c0 || c1 || first == 0x7F) && !breaks_line(text, at)) return at;
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (const auto& part : parts) {
        if (&part != &parts.front()) joined += separator;
        joined += part;
    }
    return joined;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace dais::base
