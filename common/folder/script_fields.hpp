// Private to the folder: the fields of one script line, taken one by one by what reads a command. What is
// missing or of the wrong type is reported where it stands; what nobody took is unknown.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folder/fault.hpp"
#include "folder/in_quotes.hpp"
#include "folder/json_object.hpp"
#include "meeting/words.hpp"

namespace dais::folder {

class ScriptFields {
  public:
    ScriptFields(std::vector<JsonMember> members, std::size_t line, FileFaults faults);

    // A text; empty where it is absent.
    std::string text(std::string_view key);
    std::optional<std::string> optional_text(std::string_view key);
    // A text that must be there; it may be empty.
    std::string required_text(std::string_view key, std::string_view expected);
    // The id or label of something: not empty where it is there.
    std::string name(std::string_view key);
    std::string required_name(std::string_view key, std::string_view expected);
    std::int64_t required_integer(std::string_view key, std::string_view expected);
    bool boolean(std::string_view key, bool absent);
    // "15:10:05" as seconds after midnight.
    std::optional<std::int32_t> time_of_day(std::string_view key);

    template <class E>
    std::optional<E> word(std::string_view key) {
        const auto* member = take(key, JsonMember::Type::text, any_word<E>());
        if (member == nullptr) return std::nullopt;
        const auto parsed = meeting::parse_word<E>(member->text);
        if (!parsed) wrong(*member, std::string(key) + " is " + in_quotes(member->text), any_word<E>());
        return parsed;
    }
    template <class E>
    E required_word(std::string_view key) {
        if (!has(key)) missing(key, any_word<E>());
        return word<E>(key).value_or(E{});
    }

    [[nodiscard]] bool has(std::string_view key) const;
    // All that was not taken yet, each of them a text; but for `label`, which is nobody's column.
    std::map<std::string, std::string> rest();

    void error(std::string_view key,
               std::string message);  // at the key's value, or at the line's first column
    void missing(std::string_view key, std::string_view expected);
    void warn_of_rest(std::string_view command);
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] std::map<std::string, std::size_t> columns() const;

  private:
    struct Field {
        JsonMember member;
        bool taken = false;
    };

    const JsonMember* take(std::string_view key, JsonMember::Type type, std::string_view expected);
    void wrong(const JsonMember& member, const std::string& found, std::string_view expected);

    std::vector<Field> fields_;
    std::size_t line_;
    FileFaults faults_;
    bool failed_ = false;
};

}  // namespace dais::folder
