// The page for those who listen to it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "board/browser.hpp"
#include "program/clocks.hpp"
#include "web/served.hpp"

namespace dais::test_board {
namespace {

using nlohmann::json;
using test_web::sample_view;
using test_web::Served;

std::string url_of(const Served& served) {
    return fmt::format("http://127.0.0.1:{}/", served.port());
}

// The tree as a screen reader walks it: "role: name", a line each.
class Tree {
  public:
    explicit Tree(Browser& browser) {
        const auto answer = browser.tools("Accessibility.getFullAXTree", json::object());
        for (const auto& node : answer.at("nodes")) {
            nodes_[node.at("nodeId").get<std::string>()] = node;
        }
        walk(answer.at("nodes").front());
    }

    [[nodiscard]] const std::string& lines() const { return lines_; }
    // Where the first line that has this begins; npos where none has.
    [[nodiscard]] std::size_t at(std::string_view text) const { return lines_.find(text); }

  private:
    void walk(const json& node) {
        const auto role = node.contains("role") ? node.at("role").value("value", "") : "";
        if (!node.value("ignored", false) && role != "InlineTextBox") {
            const auto name = node.contains("name") ? node.at("name").value("value", "") : "";
            lines_ += role + ": " + name + "\n";
        }
        for (const auto& child : node.value("childIds", json::array())) {
            const auto found = nodes_.find(child.get<std::string>());
            if (found != nodes_.end()) walk(found->second);
        }
    }

    std::map<std::string, json> nodes_;
    std::string lines_;
};

TEST(Access, the_page_reads_in_order) {
    DAIS_NEEDS_BROWSER();
    Served served;
    served.show(sample_view({served.now - 60'000}));
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    const Tree tree(browser);
    std::size_t before = 0;
    for (const auto* line :
         {"RootWebArea: Committee on Trials", "banner: ", "heading: Committee on Trials",
          "main: ", "Questions of procedure", "region: Has the floor", "heading: Has the floor",
          "Mr. John Lewis", "timer: Time left", "region: Next speakers", "heading: Next speakers",
          "list: ", "listitem: ", "Ms. Awa Diallo", "Mr. Li Wei", "contentinfo: ", "Chair: ", "status: "}) {
        const auto at = tree.lines().find(line, before);
        ASSERT_NE(at, std::string::npos) << line << " after\n"
                                         << tree.lines().substr(0, before) << "--- in ---\n"
                                         << tree.lines();
        before = at;
    }
}

TEST(Access, a_change_of_speaker_is_said_once_and_the_clock_never) {
    DAIS_NEEDS_BROWSER();
    Served served([](auto& options) { options.now = [] { return program::uptime(); }; });
    auto view = sample_view(program::uptime());
    served.show(view);
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("name", "Mr. John Lewis"));
    EXPECT_EQ(browser.run("return document.getElementById('speaker').getAttribute('aria-live')"), "polite");
    EXPECT_EQ(browser.run("return document.getElementById('timer').getAttribute('aria-live')"), "off");
    browser.run(
        "window.said = 0; window.digits = new Set();"
        "new MutationObserver(seen => window.said += seen.length).observe(document.getElementById('speaker'),"
        "  {subtree: true, childList: true, characterData: true, attributes: true});"
        "new MutationObserver(() => window.digits.add(document.getElementById('clock').innerText))"
        "  .observe(document.getElementById('clock'), {childList: true})");
    served.show(view, false);  // and so is what else changes
    served.show(view, true);
    view.next.pop_back();
    served.show(view);
    ASSERT_TRUE(browser.until("window.digits.size >= 3"));
    EXPECT_EQ(browser.run("return window.said"), 0);
    view.floor->speaker.name = "Ms. Ada Else";
    served.show(view);
    ASSERT_TRUE(browser.until_text("name", "Ms. Ada Else"));
    EXPECT_EQ(browser.run("return window.said"), 1);
}

TEST(Access, speaks_the_meetings_language_and_loads_itself_anew_when_that_changes) {
    DAIS_NEEDS_BROWSER();
    Served served;
    auto view = sample_view({served.now.load()});
    served.show(view);
    browser.open(url_of(served));
    ASSERT_TRUE(browser.until_text("has", "Has the floor"));
    served.board->speak(test_web::words_of("ar"));
    ASSERT_TRUE(browser.until("document.documentElement.lang === 'ar'"));
    ASSERT_TRUE(browser.until_text("has", "الكلمة الآن"));
    EXPECT_EQ(browser.run("return getComputedStyle(document.body).direction"), "rtl");
    EXPECT_EQ(browser.run("return getComputedStyle(document.getElementById('clock')).direction"), "ltr");
    EXPECT_TRUE(
        browser.run("const list = document.getElementById('list').getBoundingClientRect();"
                    "const floor = document.getElementById('floor').getBoundingClientRect();"
                    "return list.left <= floor.left"))
        << "beside the floor or below it, never to its right";
    served.board->speak(test_web::words_of("zh"));
    ASSERT_TRUE(browser.until_text("has", "正在发言"));
    EXPECT_EQ(browser.run("return getComputedStyle(document.body).direction"), "ltr");
}

}  // namespace
}  // namespace dais::test_board
