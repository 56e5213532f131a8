#include "folder/zone.hpp"

#include <date/tz.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

#include "folder/in_quotes.hpp"

namespace dais::folder {
namespace {

// ICU keeps its own copy of the zones' rules for its names; an older one may lack a new zone, whose id then
// has to do.
std::string long_name(const std::string& name, base::Instant at, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown()) return name;
    icu::SimpleDateFormat format(icu::UnicodeString(u"zzzz"), icu::Locale(language.c_str()), status);
    if (U_FAILURE(status) != 0) return name;
    format.setTimeZone(*zone);
    icu::UnicodeString text;
    format.format(static_cast<UDate>(at.ms), text);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace

base::Status<> check_zone(const std::string& name) {
    try {
        date::get_tzdb();
    } catch (const std::runtime_error& error) {
        return base::Error{"no_zone_database",
                           "the time zone database cannot be read, expected the package tzdata: " +
                               std::string(error.what())};
    }
    try {
        date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return base::Error{"unknown_zone",
                           "timezone is " + in_quotes(name) +
                               ", expected a name of the IANA database such as \"Europe/Zurich\""};
    }
    return base::Done{};
}

meeting::Date day_in_zone(const std::string& name, base::Instant now) {
    const date::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(now.ms)};
    const auto local = date::locate_zone(name)->to_local(time);
    const date::year_month_day day(date::floor<date::days>(local));
    return {static_cast<int>(day.year()), static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

meeting::Zone zone_at(const std::string& name, const meeting::Date& day, std::int32_t seconds,
                      const std::string& language) {
    const date::local_seconds local =
        date::local_days(date::year(day.year) / date::month(day.month) / date::day(day.day)) +
        std::chrono::seconds(seconds);
    const auto info = date::locate_zone(name)->get_info(local);
    const auto& chosen = info.result == date::local_info::nonexistent ? info.second : info.first;
    const auto utc = local.time_since_epoch() - chosen.offset;
    meeting::Zone zone;
    zone.name = name;
    zone.offset_seconds = static_cast<std::int32_t>(chosen.offset.count());
    zone.long_name = long_name(name, {std::chrono::milliseconds(utc).count()}, language);
    return zone;
}

}  // namespace dais::folder
