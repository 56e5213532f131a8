// What somebody sees who opens the page.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "board/browser.hpp"
#include "program/clocks.hpp"
#include "web/caller.hpp"
#include "web/served.hpp"

namespace dais::test_board {
namespace {

using test_web::sample_view;
using test_web::Served;

std::string url_of(const Served& served) {
    return fmt::format("http://127.0.0.1:{}/", served.port());
}

// A hub whose time goes on, far from this machine's.
Served running(std::int64_t ahead = 86'400'000) {
    return Served(
        [ahead](auto& options) { options.now = [ahead] { return program::uptime() + base::Span{ahead}; }; });
}
base::Instant hub_now(std::int64_t ahead = 86'400'000) {
    return program::uptime() + base::Span{ahead};
}

TEST(Page, shows_the_view_and_each_change_of_it) {
    DAIS_NEEDS_BROWSER();
    Served served;
    browser.open(url_of(served));
    EXPECT_TRUE(browser.until_text("link", "Connecting to the meeting"));
    auto view = sample_view({served.now - 61'000});
    served.show(view);
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    EXPECT_EQ(browser.text("body"), "Committee on Trials");
    EXPECT_EQ(browser.text("symbol"), "CT/SR.1");
    EXPECT_EQ(browser.text("affiliation"), "Member");
    EXPECT_NE(browser.text("behalf").find("the Group of Ten"), std::string::npos);
    EXPECT_EQ(browser.text("notes"), "by video link");
    EXPECT_NE(browser.text("items").find("Questions of procedure"), std::string::npos);
    EXPECT_EQ(browser.text("daytime"), "17:00");
    EXPECT_TRUE(browser.text("clock") == "1:59" || browser.text("clock") == "1:58");
    EXPECT_EQ(browser.run("return document.querySelectorAll('#next > li').length"), 2);
    EXPECT_NE(browser.text("next").find("Right of reply"), std::string::npos);
    EXPECT_NE(browser.text("more").find('3'), std::string::npos);
    EXPECT_EQ(browser.text("link"), "");

    view.floor.reset();
    view.next.clear();
    view.more = 0;
    view.list_closed = true;
    served.show(view);
    EXPECT_TRUE(browser.until_text("nobody", "Nobody has the floor"));
    EXPECT_EQ(browser.text("name"), "");
    EXPECT_EQ(browser.text("timer"), "");
    EXPECT_EQ(browser.text("empty"), "Nobody is on the list");
    EXPECT_EQ(browser.text("closed"), "The list is closed");
    view.sitting = meeting::Sitting::suspended;
    view.until = base::Instant{served.now + 1'800'000};
    served.show(view);
    EXPECT_TRUE(browser.until("document.getElementById('sitting').innerText.includes('17:30')"));
    view.sitting = meeting::Sitting::ended;
    served.show(view);
    EXPECT_TRUE(browser.until_text("sitting", "The meeting has risen"));
}

TEST(Page, counts_by_the_hubs_time_whatever_the_devices_clock_says) {
    DAIS_NEEDS_BROWSER();
    auto served = running();
    // A device whose clock is wrong, and which says so on every question.
    const auto id = browser.tools("Page.addScriptToEvaluateOnNewDocument",
                                  {{"source", "Date.now = () => 12345; window.asked = 0;"}});
    auto view = sample_view(hub_now() - base::Span{175'000});
    served.show(view);
    browser.open(url_of(served));
    EXPECT_TRUE(browser.until("/^0:0[1-5]$/.test(document.getElementById('clock').innerText)"));
    EXPECT_EQ(browser.text("word"), "Warning");
    EXPECT_TRUE(browser.until_text("word", "Over time"));
    EXPECT_TRUE(browser.until("/^\\u22120:0[1-9]$/.test(document.getElementById('clock').innerText)"));
    EXPECT_EQ(browser.text("label"), "Time left");
    view.floor->clock.spent = std::chrono::seconds(150);
    view.floor->clock.running_since.reset();
    served.show(view);
    EXPECT_TRUE(browser.until_text("stands", "The clock stands"));
    EXPECT_EQ(browser.text("clock"), "0:30");
    view.floor->clock.limit.reset();
    served.show(view);
    EXPECT_TRUE(browser.until_text("label", "Time spoken"));
    EXPECT_EQ(browser.text("clock"), "2:30");
    browser.tools("Page.removeScriptToEvaluateOnNewDocument", {{"identifier", id.at("identifier")}});
}

TEST(Page, counts_down_to_the_end_when_that_is_near) {
    DAIS_NEEDS_BROWSER();
    auto served = running();
    auto view = sample_view(hub_now());
    view.scheduled_end = hub_now() + std::chrono::minutes(20);
    served.show(view);
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    EXPECT_EQ(browser.text("end"), "");
    view.scheduled_end = hub_now() + std::chrono::minutes(10);
    served.show(view);
    EXPECT_TRUE(browser.until("document.getElementById('end').innerText.startsWith('The meeting ends in')"));
    view.scheduled_end = hub_now() - std::chrono::minutes(2);
    served.show(view);
    EXPECT_TRUE(browser.until("document.getElementById('end').innerText.includes('is over by')"));
}

TEST(Page, says_that_the_hub_or_the_server_is_lost_and_recovers_by_itself) {
    DAIS_NEEDS_BROWSER();
    std::optional<Served> served(std::in_place);
    auto view = sample_view({served->now.load()});
    served->show(view);
    browser.open(url_of(*served));
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    const std::string lost = "No connection to the meeting: what is shown may be old";
    served->show(view, false);
    EXPECT_TRUE(browser.until_text("link", lost));
    EXPECT_EQ(browser.text("name"), "Mr. John Lewis") << "what was known stays";
    served->show(view, true);
    EXPECT_TRUE(browser.until_text("link", ""));

    const int port = served->port();
    served.reset();
    EXPECT_TRUE(browser.until_text("link", lost));
    served.emplace([port](auto& options) { options.port = port; });
    view.floor->speaker.name = "Ms. After All";
    served->show(view);
    EXPECT_TRUE(browser.until_text("name", "Ms. After All"));
    EXPECT_TRUE(browser.until_text("link", ""));
}

TEST(Page, takes_up_again_where_it_was_refused) {
    DAIS_NEEDS_BROWSER();
    Served served([](auto& options) { options.max_streams = 1; });
    served.show(sample_view({served.now.load()}));
    std::optional<test_web::Caller> other(std::in_place, served.port());
    other->send(test_web::request_for("/events"));
    ASSERT_TRUE(other->read_until("event: state"));
    browser.open(url_of(served));
    EXPECT_TRUE(browser.until_text("link", "Connecting to the meeting"));
    other.reset();
    EXPECT_TRUE(browser.until_text("name", "Mr. John Lewis"));
}

TEST(Page, is_told_of_a_change_beside_two_hundred_others) {
    DAIS_NEEDS_BROWSER();
    Served served;
    auto view = sample_view({served.now.load()});
    served.show(view);
    std::vector<test_web::Caller> callers;
    for (int i = 0; i < 200; ++i) {
        callers.emplace_back(served.port());
        callers.back().send(test_web::request_for("/events"));
    }
    for (auto& caller : callers) ASSERT_TRUE(caller.read_until("event: state"));
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    EXPECT_GE(served.board->streams(), 201u);
    view.floor->speaker.name = "Ms. Everybody Hears";
    served.show(view);
    EXPECT_TRUE(browser.until_text("name", "Ms. Everybody Hears"));
    for (auto& caller : callers) EXPECT_TRUE(caller.read_until("Ms. Everybody Hears"));
}

TEST(Page, runs_nothing_but_its_own_and_asks_nobody_else) {
    DAIS_NEEDS_BROWSER();
    Served served;
    auto view = sample_view({served.now.load()});
    view.floor->speaker.name = "<img src=x onerror=\"window.broken=1\"></script><b>Name</b>";
    view.body = "</title><script>window.broken=1</script>";
    served.show(view);
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("name", view.floor->speaker.name));
    EXPECT_EQ(browser.text("body"), view.body);
    browser.run(
        "const one = document.createElement('script'); one.textContent = 'window.broken = 1';"
        "document.body.append(one)");
    EXPECT_TRUE(browser.run("return window.broken === undefined")) << "the policy lets nothing else run";
    EXPECT_TRUE(
        browser.run("return performance.getEntriesByType('resource')"
                    ".every(each => each.name.startsWith(location.origin))"));
    EXPECT_TRUE(browser.run("return fetch('http://127.0.0.2:1/').then(() => false, () => true)"));
}

}  // namespace
}  // namespace dais::test_board
