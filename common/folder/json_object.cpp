#include "folder/json_object.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "folder/in_quotes.hpp"
#include "folder/text_file.hpp"

namespace dais::folder {
namespace {

using Type = JsonMember::Type;

// Takes the members of the outermost object; what lies deeper is only counted.
class Members : public nlohmann::json_sax<nlohmann::json> {
  public:
    bool null() override { return take(Type::null); }
    bool boolean(bool value) override {
        return take(Type::boolean, [&](JsonMember& m) { m.boolean = value; });
    }
    bool number_integer(number_integer_t value) override {
        return take(Type::integer, [&](JsonMember& m) { m.integer = value; });
    }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return take(Type::fraction);
        }
        return number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, const string_t&) override { return take(Type::fraction); }
    bool string(string_t& value) override {
        return take(Type::text, [&](JsonMember& m) { m.text = std::move(value); });
    }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        if (depth_ > 0) take(Type::object);
        is_object = is_object || depth_ == 0;
        return ++depth_ > 0;
    }
    bool end_object() override { return depth_-- > 0; }
    bool start_array(std::size_t) override {
        take(Type::array);
        return ++depth_ > 0;
    }
    bool end_array() override { return depth_-- > 0; }
    bool key(string_t& value) override {
        if (depth_ == 1) {
            members.emplace_back();
            members.back().key = std::move(value);
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& what) override {
        bad_byte = position == 0 ? 0 : position - 1;
        complaint = what.what();
        return false;
    }

    std::vector<JsonMember> members;
    bool is_object = false;
    std::size_t bad_byte = 0;
    std::string complaint;

  private:
    template <class Fill>
    bool take(Type type, const Fill& fill) {
        if (depth_ != 1 || members.empty()) return true;
        members.back().type = type;
        fill(members.back());
        return true;
    }
    bool take(Type type) {
        return take(type, [](JsonMember&) {});
    }

    std::size_t depth_ = 0;
};

std::size_t skip_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos) ++at;
    return at;
}

// Past the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at + 1;
}

// Past the value that begins at `at`.
std::size_t skip_value(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skip_string(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}')) return at;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++at;
    }
    return at;
}

// nlohmann-json tells no places, so they are found afterwards, in a text that is known to be an object.
void find_places(std::string_view text, std::vector<JsonMember>& members) {
    std::size_t at = skip_blank(text, 0) + 1;
    std::size_t counted = 0;  // columns are counted on from the last one, for lines are long
    std::size_t column = 1;
    const auto column_of = [&](std::size_t offset) {
        column += column_at(text.substr(counted), offset - counted) - 1;
        counted = offset;
        return column;
    };
    for (auto& member : members) {
        at = skip_blank(text, at);
        member.key_column = column_of(at);
        at = skip_blank(text, skip_string(text, at)) + 1;  // the colon
        at = skip_blank(text, at);
        member.value_column = column_of(at);
        at = skip_value(text, at) + 1;
    }
}

// "unexpected end of input; expected '}'", from the library's longer sentence, which repeats what it read.
std::string short_complaint(const std::string& complaint) {
    if (complaint.find("number overflow") != std::string::npos) return "a number that is too large";
    const auto begin = complaint.find(" - ");
    if (begin == std::string::npos) return "not to be understood";
    auto text = complaint.substr(begin + 3);
    const auto read = text.find("; last read: '");
    if (read == std::string::npos) return text;
    const auto expected = text.rfind("'; expected ");
    return text.substr(0, read) + (expected == std::string::npos ? "" : text.substr(expected + 1));
}

}  // namespace

std::string_view type_name(Type type) {
    constexpr std::array<std::string_view, 7> names{
        "a text", "a whole number", "true or false", "null", "a fraction or too large a number",
        "a list", "an object"};
    return names[static_cast<std::size_t>(type)];
}

std::optional<std::vector<JsonMember>> read_json_object(std::string_view text, std::size_t line,
                                                        FileFaults faults) {
    // The library passes over it in silence; a file has one at its beginning at most, which is gone by now.
    if (text.starts_with("\xEF\xBB\xBF")) {
        faults.error({line, 1}, "a byte order mark inside the file, expected one object, {\"at\": …}");
        return std::nullopt;
    }
    Members reader;
    if (!nlohmann::json::sax_parse(text, &reader)) {
        faults.error({line, column_at(text, reader.bad_byte)},
                     "the line is not JSON: " + in_one_line(short_complaint(reader.complaint)) +
                         "; expected one object, {\"at\": …}");
        return std::nullopt;
    }
    if (!reader.is_object) {
        faults.error({line, column_at(text, skip_blank(text, 0))},
                     "the line is no JSON object, expected {\"at\": …}");
        return std::nullopt;
    }
    find_places(text, reader.members);
    return std::move(reader.members);
}

}  // namespace dais::folder
