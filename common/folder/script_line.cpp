// One line of a script, by its form.
#include <algorithm>
#include <charconv>

#include "folder/script.hpp"
#include "folder/script_commands.hpp"
#include "folder/script_fields.hpp"
#include "folder/text_file.hpp"
#include "meeting/actor.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

// Days from 1970-01-01 to a day of the Gregorian calendar, by counting the days of the eras of 400 years
// before it.
std::int64_t days_from_epoch(const meeting::Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) / date.month / date.day)
        .time_since_epoch()
        .count();
}

std::optional<std::int32_t> two_digits(std::string_view text, std::int32_t limit) {
    if (text.size() != 2) return std::nullopt;
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 2, value);
    if (error != std::errc() || end != text.data() + 2 || value < 0 || value >= limit) return std::nullopt;
    return value;
}

// A station's name goes into file names and logs, and the gate takes no others.
bool is_station(std::string_view name) {
    return name.size() <= 64 && !name.ends_with('-') && meeting::desk_of(name) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void take_from(ScriptLine& line, ScriptFields& fields) {
    constexpr std::string_view expected =
        "chair, clerk or moderator, with a hyphen and a name of a-z and 0-9 where there are more";
    line.from = fields.required_name("from", expected);
    if (line.from.empty()) return;
    if (!is_station(line.from)) {
        return fields.error("from",
                            in_quotes(line.from) + " is no station, expected " + std::string(expected));
    }
    line.desk = *meeting::desk_of(line.from);
}

void take_command(ScriptLine& line, ScriptFields& fields, base::Instant midnight) {
    line.word = fields.required_name("do", "a command such as \"give_floor\"");
    if (line.word.empty()) return;
    auto ask = read_command(line.word, fields, midnight);
    if (!ask) {
        const auto near = nearest_command(line.word);
        return fields.error("do", in_quotes(line.word) + " is no command, expected " +
                                      (near.empty() ? std::string("one such as \"give_floor\"")
                                                    : "\"" + std::string(near) + "\" or another"));
    }
    line.ask = *std::move(ask);
    if (made_sort(line.ask.command) != Sort::nothing) line.label = fields.name("label");
    fields.warn_of_rest(line.word);
}

}  // namespace

base::Instant local_midnight(const meeting::Facts& facts) {
    const std::int64_t seconds = days_from_epoch(facts.date) * 86'400 - facts.zone.offset_seconds;
    return {seconds * 1000};
}

std::optional<std::int32_t> parse_time_of_day(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return std::nullopt;
    if (text[2] != ':' || (text.size() == 8 && text[5] != ':')) return std::nullopt;
    const auto hours = two_digits(text.substr(0, 2), 48);
    const auto minutes = two_digits(text.substr(3, 2), 60);
    const auto seconds = text.size() == 8 ? two_digits(text.substr(6, 2), 60) : 0;
    if (!hours || !minutes || !seconds) return std::nullopt;
    return *hours * 3600 + *minutes * 60 + *seconds;
}

std::optional<ScriptLine> parse_script_line(std::string_view json, std::size_t number, base::Instant midnight,
                                            FileFaults faults) {
    auto members = read_json_object(json, number, faults);
    if (!members) return std::nullopt;
    if (members->size() > meeting::max_columns + 8) {
        faults.error({number, 1}, "the line has " + std::to_string(members->size()) +
                                      " fields, expected at most " +
                                      std::to_string(meeting::max_columns + 8));
        return std::nullopt;
    }
    ScriptFields fields(*std::move(members), number, faults);
    ScriptLine line;
    line.number = number;
    line.columns = fields.columns();
    if (!fields.has("at")) fields.missing("at", "a time of day such as \"15:10:05\"");
    line.at = midnight + std::chrono::seconds(fields.time_of_day("at").value_or(0));
    take_from(line, fields);
    take_command(line, fields, midnight);
    if (fields.failed()) return std::nullopt;
    return line;
}

}  // namespace dais::folder
