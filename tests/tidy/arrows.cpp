#include "tidy/arrows.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tidy/code.hpp"
#include "tidy/markdown.hpp"

namespace dais::tidy {
namespace {

constexpr std::string_view everything_but = "everything but ";

// "typeset (formats/pdf only)" -> {typeset, formats/pdf}
Arrow read_arrow(std::string_view item) {
    const auto open = item.find('(');
    if (open == std::string_view::npos) return {std::string(item), ""};
    std::string_view part = item.substr(open + 1, item.find(')') - open - 1);
    if (part.ends_with(" only")) part.remove_suffix(5);
    return {std::string(base::trimmed(item.substr(0, open))), std::string(part)};
}

// "common/meeting/floor.cpp" -> "meeting"; "chair-console/main.cpp" -> "chair-console";
// "common/CMakeLists.txt" -> "".
std::string room_of(std::string_view path) {
    const auto parts = base::split(path, '/');
    const std::size_t at = parts[0] == "common" ? 1 : 0;
    return parts.size() > at + 1 ? std::string(parts[at]) : std::string();
}

bool in_common(std::string_view path) {
    return path.starts_with("common/");
}

template <class Strings>
bool contains(const Strings& strings, std::string_view text) {
    return std::find(strings.begin(), strings.end(), text) != strings.end();
}

bool names(const std::vector<std::string>& headers, std::string_view header) {
    return std::any_of(headers.begin(), headers.end(), [&](const std::string& one) {
        return one.ends_with('/') ? header.starts_with(one) : header == one;
    });
}

// <vector>, <cstdint>: neither a folder nor an ending. What is like them and not the standard library's does
// not compile.
bool is_standard(std::string_view header) {
    return header.find_first_of("/.") == std::string_view::npos;
}

class ArrowCheck {
  public:
    ArrowCheck(const Rules& rules, const File& file)
        : rules_(rules), file_(file), room_(room_of(file.path)) {}

    Findings run() {
        if (!rules_.arrows.contains(room_)) {
            find(0, "the room " + room_ + " is in no row of the arrows in docs/architecture.md");
            return std::move(findings_);
        }
        for (const auto& include : includes(file_.text)) check(include);
        return std::move(findings_);
    }

  private:
    void find(std::size_t line, std::string text) {
        findings_.push_back({file_.path, line, std::move(text)});
    }

    void check(const Include& include) {
        for (const auto& left : rules_.left_outside) {
            if (!include.quoted && names(left.headers, include.header) && contains(left.rooms, room_)) {
                find(include.line, room_ + " leaves " + left.what + " outside: " + include.header);
            }
        }
        const std::string target(base::split(include.header, '/').front());
        if (include.quoted && target != include.header && rules_.arrows.contains(target))
            return check_arrow(include, target);
        check_library(include);
    }

    void check_arrow(const Include& include, const std::string& target) {
        if (target == room_ || target == "base") return;
        for (const auto& arrow : rules_.arrows.find(room_)->second) {
            if (arrow.to != target) continue;
            const std::string part = "common/" + room_ + "/" + arrow.part;
            if (arrow.part.empty() || file_.path.starts_with(part)) return;
        }
        find(include.line, "no arrow leads from " + room_ + " to " + target + ": " + include.header);
    }

    void check_library(const Include& include) {
        for (const auto& library : rules_.libraries) {
            if (!names(library.headers, include.header)) continue;
            if (!contains(library.rooms, room_)) {
                find(include.line, library.name + " does not belong in " + room_ + ": " + include.header);
            }
            return;
        }
        if (is_standard(include.header) && !include.quoted) return;
        const bool system =
            std::any_of(rules_.left_outside.begin(), rules_.left_outside.end(),
                        [&](const LeftOutside& left) { return names(left.headers, include.header); });
        if (system && !include.quoted) return;
        find(include.line, (include.quoted ? "includes are written from common/, as \"room/header.hpp\": "
                                           : "no table of docs/architecture.md names this header: ") +
                               include.header);
    }

    const Rules& rules_;
    const File& file_;
    std::string room_;
    Findings findings_;
};

}  // namespace

Rules read_rules(std::string_view architecture) {
    Rules rules;
    const auto rows = table(architecture, "from", "may use (besides base)");
    for (const auto& row : rows) {
        auto& arrows = rules.arrows[row[0]];
        if (row[1].starts_with(everything_but)) {
            const std::string but = row[1].substr(everything_but.size());
            for (const auto& other : rows) {
                if (other[0] != but) arrows.push_back({other[0], ""});
            }
        } else {
            for (const auto& item : items(row[1])) arrows.push_back(read_arrow(item));
        }
    }
    for (const auto& row : table(architecture, "library", "headers")) {
        if (row.size() >= 3) rules.libraries.push_back({row[0], items(row[1]), items(row[2])});
    }
    for (const auto& row : table(architecture, "what", "headers")) {
        if (row.size() >= 3) rules.left_outside.push_back({row[0], items(row[1]), items(row[2])});
    }
    return rules;
}

Findings check_arrows(const Rules& rules, const Tree& tree) {
    Findings findings;
    for (const auto& file : tree) {
        const bool ours = in_common(file.path) || file.path.starts_with("chair-console/") ||
                          file.path.starts_with("clerk-station/");
        if (!ours || !is_code(file.path)) continue;
        for (auto& finding : ArrowCheck(rules, file).run()) findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace dais::tidy
