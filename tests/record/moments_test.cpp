#include "record/moments.hpp"

#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

std::string at(const char* language, int hour, int minute, int second = 0) {
    return time_text(style_of(language), (hour * 60 + minute) * 60 + second);
}

TEST(Times, read_as_a_record_reads_them) {
    EXPECT_EQ(at("en", 15, 10), "3.10 p.m.");
    EXPECT_EQ(at("en", 18, 0), "6 p.m.");
    EXPECT_EQ(at("en", 9, 5), "9.05 a.m.");
    EXPECT_EQ(at("en", 0, 10), "12.10 a.m.");
    EXPECT_EQ(at("en", 12, 30), "12.30 p.m.");
    EXPECT_EQ(at("en", 1, 0), "1 a.m.");
}

TEST(Times, know_noon_and_midnight_to_the_minute) {
    EXPECT_EQ(at("en", 12, 0), "noon");
    EXPECT_EQ(at("en", 12, 0, 59), "noon");
    EXPECT_EQ(at("en", 12, 1), "12.01 p.m.");
    EXPECT_EQ(at("en", 0, 0, 30), "midnight");
    EXPECT_EQ(at("en", 24, 0), "midnight");
    EXPECT_EQ(at("en", 11, 59, 59), "11.59 a.m.");
}

TEST(Times, are_cut_and_not_rounded) {
    EXPECT_EQ(at("en", 15, 10, 59), "3.10 p.m.");
    EXPECT_EQ(time_text(style_of("en"), {}, base::Instant{54'599'999}), "3.09 p.m.");
}

TEST(Times, go_past_midnight) {
    EXPECT_EQ(at("en", 24, 10), "12.10 a.m.");
    EXPECT_EQ(at("en", 25, 0), "1 a.m.");
}

TEST(Times, are_those_of_the_meetings_place) {
    meeting::Zone zone{"Europe/Zurich", 7200, "Central European Summer Time"};
    EXPECT_EQ(time_text(style_of("en"), zone, base::Instant{1'633'698'600'000}), "3.10 p.m.");
    zone.offset_seconds = -4 * 3600;
    EXPECT_EQ(time_text(style_of("en"), zone, base::Instant{1'633'698'600'000}), "9.10 a.m.");
    EXPECT_EQ(time_text(style_of("en"), zone, base::Instant{0}), "8 p.m.");  // of the day before 1970
    EXPECT_EQ(time_text(style_of("en"), {}, base::Instant{-1}), "11.59 p.m.");
}

TEST(Times, have_the_shape_of_the_language) {
    EXPECT_EQ(at("fr", 15, 10), "15\u00A0h\u00A010");
    EXPECT_EQ(at("fr", 15, 0), "15\u00A0heures");
    EXPECT_EQ(at("fr", 12, 0), "midi");
    EXPECT_EQ(at("es", 15, 5), "15.05 horas");
    EXPECT_EQ(at("ru", 9, 5), "9 ч 05 мин");
    EXPECT_EQ(at("ar", 15, 10), "15/10");
    EXPECT_EQ(at("zh", 15, 10), "下午3时10分");
    EXPECT_EQ(at("zh", 10, 0), "上午10时");
}

TEST(Dates, have_their_weekday) {
    EXPECT_EQ(long_date(style_of("en"), {2021, 10, 8}), "Friday, 8 October 2021");
    EXPECT_EQ(long_date(style_of("en"), {2024, 2, 29}), "Thursday, 29 February 2024");
    EXPECT_EQ(long_date(style_of("en"), {2021, 6, 21}), "Monday, 21 June 2021");
    EXPECT_EQ(long_date(style_of("en"), {2023, 1, 1}), "Sunday, 1 January 2023");
}

TEST(Dates, of_issue_have_none) {
    EXPECT_EQ(short_date(style_of("en"), {2021, 10, 14}), "14 October 2021");
}

TEST(Dates, have_the_shape_of_the_language) {
    EXPECT_EQ(long_date(style_of("fr"), {2021, 10, 1}), "vendredi 1er octobre 2021");
    EXPECT_EQ(long_date(style_of("es"), {2021, 10, 8}), "viernes 8 de octubre de 2021");
    EXPECT_EQ(long_date(style_of("ru"), {2021, 10, 8}), "в пятницу, 8 октября 2021 года");
    EXPECT_EQ(long_date(style_of("ar"), {2021, 10, 8}), "الجمعة، 8 تشرين الأول/أكتوبر 2021");
    EXPECT_EQ(long_date(style_of("zh"), {2021, 10, 8}), "2021年10月8日星期五");
}

TEST(Dates, that_do_not_exist_do_no_harm) {
    EXPECT_FALSE(long_date(style_of("en"), {2021, 0, 0}).empty());
    EXPECT_FALSE(long_date(style_of("en"), {2021, 255, 255}).empty());
}

TEST(Ordinals, follow_the_last_digit_but_for_the_teens) {
    const auto style = style_of("en");
    const std::pair<int, const char*> expected[] = {
        {1, "1st"},     {2, "2nd"},     {3, "3rd"},     {4, "4th"},     {10, "10th"},   {11, "11th"},
        {12, "12th"},   {13, "13th"},   {14, "14th"},   {21, "21st"},   {22, "22nd"},   {33, "33rd"},
        {101, "101st"}, {111, "111th"}, {112, "112th"}, {421, "421st"}, {1013, "1013th"}};
    for (const auto& [number, text] : expected) EXPECT_EQ(ordinal(style, number), text);
}

TEST(Ordinals, have_the_shape_of_the_language) {
    EXPECT_EQ(ordinal(style_of("fr"), 1), "1re");
    EXPECT_EQ(ordinal(style_of("fr"), 21), "21e");
    EXPECT_EQ(ordinal(style_of("es"), 12), "12ª");
    EXPECT_EQ(ordinal(style_of("zh"), 12), "第12次");
}

}  // namespace
}  // namespace dais::record::test
