// The view as the page gets it: every member in its place, and no text that breaks out of its quotes.
#include "web/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "web/served.hpp"

namespace dais::web {
namespace {

using test_web::sample_view;

TEST(Json, quotes_what_would_break_out) {
    EXPECT_EQ(json_string("a\"b\\c"), R"("a\u0022b\u005cc")");
    EXPECT_EQ(json_string("</script>"), R"("\u003c/script\u003e")");
    EXPECT_EQ(json_string("line\nline\r\t\x7F"), R"("line\u000aline\u000d\u0009\u007f")");
    EXPECT_EQ(json_string("\xE2\x80\xA8\xE2\x80\xA9"), R"("\u2028\u2029")");
    EXPECT_EQ(json_string("مرحبا 会议"), "\"مرحبا 会议\"");
    EXPECT_EQ(json_string("a\xFFz\xC3"), "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
}

TEST(Json, has_every_member_of_the_view) {
    auto view = sample_view({1000});
    view.until = base::Instant{2000};
    view.scheduled_end = base::Instant{3000};
    view.moderator = "Mr. M";
    view.list_closed = true;
    view.floor->lost = base::Instant{1500};
    view.floor->waiting = 2;
    view.floor->clock.granted = base::Span{-30'000};
    view.floor->clock.spent = base::Span{500};
    const auto expected = nlohmann::json::parse(R"({
        "body": "Committee on Trials", "symbol": "CT/SR.1", "language": "en", "zone_offset": 7200,
        "sitting": "open", "since": 1000, "until": 2000, "scheduled_end": 3000, "chair": "Ms. Ada García",
        "moderator": "Mr. M", "more": 3, "list_closed": true, "warning": 30,
        "items": [{"number": 4, "title": "Questions of procedure"},
                  {"number": null, "title": "The first question"}],
        "floor": {"name": "Mr. John Lewis", "affiliation": "Member", "on_behalf_of": "the Group of Ten",
                  "kind": "statement", "presiding": false, "link": "video", "lost": 1500, "waiting": 2,
                  "limit": 180000, "granted": -30000, "spent": 500, "running_since": 1000},
        "next": [{"name": "Ms. Awa Diallo", "affiliation": "Senegal", "on_behalf_of": "", "kind": "statement"},
                 {"name": "Mr. Li Wei", "affiliation": "China", "on_behalf_of": "", "kind": "right_of_reply"}]
        })");
    EXPECT_EQ(nlohmann::json::parse(json(view)), expected);
}

TEST(Json, says_null_where_there_is_nothing) {
    const auto seen = nlohmann::json::parse(json(meeting::RoomView{}));
    for (const auto* key : {"since", "until", "scheduled_end", "floor", "warning"}) {
        EXPECT_TRUE(seen.at(key).is_null()) << key;
    }
    EXPECT_TRUE(seen.at("next").empty());
    EXPECT_EQ(seen.at("sitting"), "before");
}

}  // namespace
}  // namespace dais::web
