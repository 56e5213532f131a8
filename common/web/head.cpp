#include "web/head.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace dais::web {
namespace {

constexpr std::string_view line_end = "\r\n";

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

bool announces_body(std::string_view line) {
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    if (same(name, "transfer-encoding")) return true;
    return same(name, "content-length") && base::trimmed(line.substr(colon + 1)) != "0";
}

bool belongs(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

}  // namespace

std::size_t head_length(std::string_view arrived) {
    const auto end = arrived.find("\r\n\r\n");
    return end == std::string_view::npos ? 0 : end + 4;
}

std::variant<std::string, int> sift(std::string_view head) {
    const auto first = head.substr(0, head.find(line_end));
    if (first.size() > max_first_line_bytes) return 414;
    if (!belongs(first)) return 400;
    if (!first.ends_with(" HTTP/1.1") && !first.ends_with(" HTTP/1.0")) return 400;
    auto rest = head.substr(first.size() + line_end.size());
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find(line_end));
        rest.remove_prefix(line.size() + line_end.size());
        if (line.empty()) break;
        if (!belongs(line) || line.find(':') == std::string_view::npos) return 400;
        if (announces_body(line)) return 413;
    }
    return std::string(first) + "\r\nConnection: close\r\n\r\n";
}

}  // namespace dais::web
