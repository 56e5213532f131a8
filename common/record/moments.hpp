// Times, dates and ordinals in the words of a house style. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "base/time.hpp"
#include "meeting/setup.hpp"
#include "record/house_style.hpp"

namespace dais::record {

// "3.10 p.m.", "6 p.m.", "noon", "midnight": seconds after a midnight, cut to the minute. What goes beyond a
// day is the time of the next one; what lies before 0 that of the day before.
std::string time_text(const HouseStyle& style, std::int64_t seconds_of_day);

// The same of an instant, at the place of the meeting.
std::string time_text(const HouseStyle& style, const meeting::Zone& zone, base::Instant at);

// "Friday, 8 October 2021". REQUIRES: a day that exists, as meeting::Date says; another is printed with a
// wrong weekday.
std::string long_date(const HouseStyle& style, const meeting::Date& date);

// "14 October 2021"
std::string short_date(const HouseStyle& style, const meeting::Date& date);

// "12th"
std::string ordinal(const HouseStyle& style, std::int32_t number);

}  // namespace dais::record
