#include "web/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

#include "web/json.hpp"

namespace dais::web {
namespace {

// A language comes from a file's name; whatever is no tag would break out of the attribute it stands in.
std::string tag(std::string_view language) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::all_of(language.begin(), language.end(), plain) ? std::string(language) : "und";
}

}  // namespace

std::string_view direction(std::string_view language) {
    const auto main = language.substr(0, language.find('-'));
    static constexpr std::array<std::string_view, 5> leftward{"ar", "fa", "he", "ur", "yi"};
    return std::find(leftward.begin(), leftward.end(), main) == leftward.end() ? "ltr" : "rtl";
}

std::string fill_page(std::string_view page, const BoardWords& words, std::string_view nonce) {
    std::string made;
    for (auto open = page.find("{{"); open != std::string_view::npos; open = page.find("{{")) {
        const auto close = page.find("}}", open);
        if (close == std::string_view::npos) break;
        const auto mark = page.substr(open + 2, close - open - 2);
        made += page.substr(0, open);
        page.remove_prefix(close + 2);
        if (mark == "language") made += tag(words.language);
        if (mark == "direction") made += direction(words.language);
        if (mark == "words") made += json(words.texts);
        if (mark == "nonce") made += nonce;
    }
    return made += page;
}

std::string new_nonce() {
    std::random_device chance;
    std::string made;
    for (int i = 0; i < 4; ++i) made += fmt::format("{:08x}", chance());
    return made;
}

std::string content_policy(std::string_view nonce) {
    return fmt::format(
        "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; img-src "
        "data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        nonce);
}

}  // namespace dais::web
