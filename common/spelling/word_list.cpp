#include "spelling/word_list.hpp"

#include <fstream>

#include "base/text.hpp"

namespace dais::spelling {
namespace {

base::Error bad(std::size_t line, const std::string& what) {
    return {"bad_list", "line " + std::to_string(line) + " " + what};
}

}  // namespace

base::Result<std::vector<std::string>> parse_word_list(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.size() > max_list_bytes) {
        return base::Error{"bad_list", "has more than " + std::to_string(max_list_bytes) + " bytes"};
    }
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<std::string> words;
    std::size_t number = 0;
    for (auto line : base::split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        line = base::trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        if (line.size() > max_list_line_bytes) {
            return bad(number, "has more than " + std::to_string(max_list_line_bytes) + " bytes");
        }
        if (base::first_bad_utf8(line)) return bad(number, "is not UTF-8");
        if (base::first_control(line)) return bad(number, "has a control character");
        if (words.size() == max_list_words) {
            return bad(number, "is one word too many, expected at most " + std::to_string(max_list_words));
        }
        words.emplace_back(line);
    }
    return words;
}

base::Result<std::vector<std::string>> read_word_list(const std::filesystem::path& path) {
    std::error_code wrong;
    const auto status = std::filesystem::status(path, wrong);
    if (status.type() == std::filesystem::file_type::not_found) return std::vector<std::string>{};
    const auto in_file = [&](const std::string& what) {
        return base::Error{"bad_list", "The word list " + path.string() + " " + what + "."};
    };
    if (!std::filesystem::is_regular_file(status)) return in_file("cannot be read: expected a file");
    std::ifstream file(path, std::ios::binary);
    // One byte more than is allowed tells that there is too much.
    std::string text(max_list_bytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || !file.is_open()) return in_file("cannot be read");
    text.resize(static_cast<std::size_t>(file.gcount()));
    auto words = parse_word_list(text);
    if (!words) return in_file(words.error().text);
    return words;
}

}  // namespace dais::spelling
