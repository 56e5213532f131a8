#include "web/json.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace dais::web {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string valid(std::string_view text) {
    std::string made;
    while (const auto bad = base::first_bad_utf8(text)) {
        made += text.substr(0, *bad);
        made += replacement;
        text.remove_prefix(*bad + 1);
    }
    return made += text;
}

std::string number(std::int64_t value) {
    return std::to_string(value);
}
template <class T>
std::string number(const std::optional<T>& value) {
    if (!value) return "null";
    if constexpr (std::is_same_v<T, base::Instant>) {
        return number(value->ms);
    } else if constexpr (std::is_same_v<T, base::Span>) {
        return number(value->count());
    } else {
        return number(*value);
    }
}

const char* boolean(bool value) {
    return value ? "true" : "false";
}

template <class List, class Write>
std::string list(const List& values, const Write& write) {
    std::string text = "[";
    for (const auto& value : values) {
        if (text.size() > 1) text += ',';
        text += write(value);
    }
    return text += ']';
}

// The members of a speaker, without braces.
std::string members(const meeting::RoomSpeaker& speaker) {
    return fmt::format(R"("name":{},"affiliation":{},"on_behalf_of":{},"kind":"{}")",
                       json_string(speaker.name), json_string(speaker.affiliation),
                       json_string(speaker.on_behalf_of), meeting::word(speaker.kind));
}

std::string json(const meeting::RoomFloor& floor) {
    const auto& clock = floor.clock;
    return fmt::format(
        R"({{{},"presiding":{},"link":"{}","lost":{},"waiting":{},"limit":{},"granted":{},"spent":{},"running_since":{}}})",
        members(floor.speaker), boolean(floor.presiding), meeting::word(floor.link), number(floor.lost),
        floor.waiting, number(clock.limit), clock.granted.count(), clock.spent.count(),
        number(clock.running_since));
}

}  // namespace

std::string json_string(std::string_view raw) {
    const auto text = valid(raw);
    std::string made = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto rest = std::string_view(text).substr(i, 3);
        if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
            made += rest.back() == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (c < 0x20 || c == 0x7F || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
            made += fmt::format("\\u{:04x}", c);
        } else {
            made += text[i];
        }
    }
    return made += '"';
}

std::string json(const std::map<std::string, std::string>& texts) {
    std::string text = "{";
    for (const auto& [key, value] : texts) {
        if (text.size() > 1) text += ',';
        text += json_string(key) + ":" + json_string(value);
    }
    return text += '}';
}

std::string json(const meeting::RoomView& view) {
    std::string text = fmt::format(
        R"({{"body":{},"symbol":{},"language":{},"zone_offset":{},"sitting":"{}","since":{},"until":{},)"
        R"("scheduled_end":{},"chair":{},"moderator":{},"more":{},"list_closed":{},"warning":{})",
        json_string(view.body), json_string(view.symbol), json_string(view.language), view.zone_offset,
        meeting::word(view.sitting), number(view.since), number(view.until), number(view.scheduled_end),
        json_string(view.chair), json_string(view.moderator), view.more, boolean(view.list_closed),
        number(view.warning));
    text +=
        ",\"items\":" + list(view.items, [](const auto& item) {
            return fmt::format(R"({{"number":{},"title":{}}})", number(item.number), json_string(item.title));
        });
    text += ",\"floor\":" + (view.floor ? json(*view.floor) : std::string("null"));
    text += ",\"next\":" + list(view.next, [](const auto& speaker) { return "{" + members(speaker) + "}"; });
    return text += '}';
}

}  // namespace dais::web
