#include "record/moments.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace dais::record {
namespace {

constexpr std::int64_t day_seconds = 86'400;

std::string two_digits(std::int64_t n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

std::int64_t floor_seconds(std::int64_t ms) {
    return std::chrono::floor<std::chrono::seconds>(base::Span{ms}).count();
}

// A month or day that is out of range comes from a hostile journal only; it must not read beyond the lists.
std::string date_text(const HouseStyle& style, const Template& form, const meeting::Date& date) {
    const auto month = std::clamp<unsigned>(date.month, 1, 12);
    const std::chrono::sys_days day{std::chrono::year{date.year} / static_cast<int>(month) / int{date.day}};
    const auto weekday = std::chrono::weekday{day}.iso_encoding();
    return form.fill({{"weekday", style.weekdays[weekday - 1]},
                      {"day", date.day == 1 ? style.first_day.fill({}) : std::to_string(date.day)},
                      {"month", style.months[month - 1]},
                      {"year", std::to_string(date.year)}});
}

}  // namespace

std::string time_text(const HouseStyle& style, std::int64_t seconds_of_day) {
    const auto seconds = ((seconds_of_day % day_seconds) + day_seconds) % day_seconds;
    const auto hour = seconds / 3600;
    const auto minute = seconds / 60 % 60;
    if (minute == 0 && hour == 0) return style.midnight.fill({});
    if (minute == 0 && hour == 12) return style.noon.fill({});
    const auto hour12 = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    const auto hour24 = std::to_string(hour);
    const auto half = (hour < 12 ? style.am : style.pm).fill({});
    const auto& form = minute == 0 ? style.full_hour : style.hour_minute;
    return form.fill({{"hour", hour12}, {"hour24", hour24}, {"minute", two_digits(minute)}, {"half", half}});
}

std::string time_text(const HouseStyle& style, const meeting::Zone& zone, base::Instant at) {
    return time_text(style, floor_seconds(at.ms) + zone.offset_seconds);
}

std::string long_date(const HouseStyle& style, const meeting::Date& date) {
    return date_text(style, style.long_date, date);
}

std::string short_date(const HouseStyle& style, const meeting::Date& date) {
    return date_text(style, style.short_date, date);
}

std::string ordinal(const HouseStyle& style, std::int32_t number) {
    const auto last_two = std::abs(static_cast<std::int64_t>(number)) % 100;
    auto suffix = style.suffixes[static_cast<std::size_t>(last_two % 10)];
    if (last_two >= 11 && last_two <= 13) suffix = style.suffix_teens.fill({});
    if (number == 1) suffix = style.suffix_one.fill({});
    return style.ordinal.fill({{"number", std::to_string(number)}, {"suffix", suffix}});
}

}  // namespace dais::record
