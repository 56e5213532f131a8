#include "folder/script_fields.hpp"

#include <algorithm>

#include "folder/script.hpp"

namespace dais::folder {

ScriptFields::ScriptFields(std::vector<JsonMember> members, std::size_t line, FileFaults faults)
    : line_(line), faults_(std::move(faults)) {
    for (auto& member : members) {
        if (has(member.key)) {
            faults_.error({line_, member.key_column},
                          in_quotes(member.key) + " stands twice in the line, expected once");
            failed_ = true;
            continue;
        }
        fields_.push_back({std::move(member)});
    }
}

bool ScriptFields::has(std::string_view key) const {
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const Field& field) { return field.member.key == key; });
}

const JsonMember* ScriptFields::take(std::string_view key, JsonMember::Type type, std::string_view expected) {
    const auto at = std::find_if(fields_.begin(), fields_.end(),
                                 [&](const Field& field) { return field.member.key == key; });
    if (at == fields_.end()) return nullptr;
    at->taken = true;
    if (at->member.type == type) return &at->member;
    wrong(at->member, std::string(key) + " is " + std::string(type_name(at->member.type)), expected);
    return nullptr;
}

void ScriptFields::wrong(const JsonMember& member, const std::string& found, std::string_view expected) {
    faults_.error({line_, member.value_column}, found + ", expected " + std::string(expected));
    failed_ = true;
}

void ScriptFields::error(std::string_view key, std::string message) {
    std::size_t column = 1;
    for (const auto& field : fields_) {
        if (field.member.key == key) column = field.member.value_column;
    }
    faults_.error({line_, column}, std::move(message));
    failed_ = true;
}

void ScriptFields::missing(std::string_view key, std::string_view expected) {
    error(key, std::string(key) + " is missing, expected " + std::string(expected));
}

std::optional<std::string> ScriptFields::optional_text(std::string_view key) {
    const auto* member = take(key, JsonMember::Type::text, "a text");
    return member == nullptr ? std::nullopt : std::optional(member->text);
}

std::string ScriptFields::text(std::string_view key) {
    return optional_text(key).value_or("");
}

std::string ScriptFields::required_text(std::string_view key, std::string_view expected) {
    if (!has(key)) missing(key, expected);
    return text(key);
}

std::string ScriptFields::name(std::string_view key) {
    auto found = optional_text(key);
    if (found && found->empty()) error(key, std::string(key) + " is empty, expected a name");
    return found.value_or("");
}

std::string ScriptFields::required_name(std::string_view key, std::string_view expected) {
    if (!has(key)) missing(key, expected);
    return name(key);
}

std::int64_t ScriptFields::required_integer(std::string_view key, std::string_view expected) {
    if (!has(key)) missing(key, expected);
    const auto* member = take(key, JsonMember::Type::integer, expected);
    return member == nullptr ? 0 : member->integer;
}

bool ScriptFields::boolean(std::string_view key, bool absent) {
    const auto* member = take(key, JsonMember::Type::boolean, "true or false");
    return member == nullptr ? absent : member->boolean;
}

std::optional<std::int32_t> ScriptFields::time_of_day(std::string_view key) {
    const auto* member = take(key, JsonMember::Type::text, "a time of day such as \"15:10:05\"");
    if (member == nullptr) return std::nullopt;
    const auto seconds = parse_time_of_day(member->text);
    if (!seconds) {
        wrong(*member, in_quotes(member->text) + " is no time of day",
              "one such as \"15:10:05\" or \"15:10\", hours to 47");
    }
    return seconds;
}

std::map<std::string, std::string> ScriptFields::rest() {
    std::map<std::string, std::string> found;
    for (auto& field : fields_) {
        if (field.taken || field.member.key == "label") continue;
        const std::string key = field.member.key;
        if (const auto* member = take(key, JsonMember::Type::text, "a text"))
            found.emplace(key, member->text);
    }
    return found;
}

void ScriptFields::warn_of_rest(std::string_view command) {
    for (const auto& field : fields_) {
        if (field.taken) continue;
        faults_.warning({line_, field.member.key_column}, in_quotes(field.member.key) + " is unknown to " +
                                                              std::string(command) + " and is left out");
    }
}

std::map<std::string, std::size_t> ScriptFields::columns() const {
    std::map<std::string, std::size_t> columns;
    for (const auto& field : fields_) columns.emplace(field.member.key, field.member.value_column);
    return columns;
}

}  // namespace dais::folder
