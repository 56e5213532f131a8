// The page at its sizes. Where DAIS_PICTURES names a folder, what was seen is left there to be looked at.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "board/browser.hpp"
#include "web/served.hpp"

namespace dais::test_board {
namespace {

using test_web::Served;

meeting::RoomView full_view(base::Instant now, const std::string& language) {
    auto view = test_web::sample_view(now - std::chrono::seconds(155));
    view.next = {{"Ms. Awa Diallo", "Senegal", "", meeting::Kind::statement},
                 {"Mr. Li Wei", "China", "the Group of 77 and China", meeting::Kind::statement},
                 {"Ms. Ingrid Lindqvist", "Institute for Coastal Studies", "", meeting::Kind::statement},
                 {"Mr. Paul Moreno", "Chile", "", meeting::Kind::statement},
                 {"Ms. Rania Haddad", "Lebanon", "", meeting::Kind::right_of_reply}};
    view.more = 4;
    view.list_closed = true;
    view.scheduled_end = now + std::chrono::minutes(9);
    view.moderator = "Mr. Peter Novak";
    if (language == "ar") {
        view.body = "اللجنة المعنية بالأنهار المشتركة";
        view.items = {{4, "النظر في التقارير"}, {std::nullopt, "التقرير الأول"}};
        view.floor->speaker = {"السيد خالد المنصوري", "مصر", "المجموعة العربية",
                               meeting::Kind::point_of_order};
        view.next[0] = {"السيدة ليلى حداد", "لبنان", "", meeting::Kind::statement};
        view.chair = "السيدة أمينة بن علي";
    } else if (language == "zh") {
        view.body = "共有河流养护委员会";
        view.items = {{4, "审议报告"}, {std::nullopt, "第一次报告"}};
        view.floor->speaker = {"李伟先生", "中国", "七十七国集团", meeting::Kind::statement};
        view.next[1] = {"王芳女士", "中国", "", meeting::Kind::statement};
    } else {
        view.body = "Committee on the Care of Shared Rivers";
        view.symbol = "CSR/C/SR.47";
        view.items = {{4, "Consideration of reports submitted by Parties"}, {std::nullopt, "Second report"}};
    }
    return view;
}

// As much at once as there ever is: the list full, the time over, the clock standing, the link lost.
meeting::RoomView crowded(meeting::RoomView view, base::Instant now) {
    view.floor->clock.running_since.reset();
    view.floor->clock.spent = std::chrono::minutes(14);
    view.floor->lost = now;
    while (view.next.size() < meeting::max_room_next) {
        view.next.push_back({"Ms. Wilhelmina Featherstonehaugh-Cholmondeley",
                             "United Kingdom of Great Britain and Northern Ireland", "",
                             meeting::Kind::statement});
    }
    return view;
}
meeting::RoomView suspended(meeting::RoomView view, base::Instant now) {
    view.floor.reset();
    view.sitting = meeting::Sitting::suspended;
    view.until = now + std::chrono::minutes(15);
    return view;
}

void expect_fits(Browser& browser, int width, int height, const std::string& colours,
                 const std::string& name) {
    const char* pictures = std::getenv("DAIS_PICTURES");
    browser.resize(width, height, colours);
    const auto what = fmt::format("{}-{}x{}-{}", name, width, height, colours);
    EXPECT_TRUE(browser.run("return document.documentElement.scrollWidth <= innerWidth")) << what;
    if (width >= 1900) {
        EXPECT_TRUE(browser.run("return document.documentElement.scrollHeight <= innerHeight")) << what;
    }
    // Whoever opens it sees the clock, without a finger moved.
    EXPECT_TRUE(
        browser.run("return document.getElementById('clock').getBoundingClientRect().bottom <= innerHeight"))
        << what;
    if (pictures != nullptr) browser.save_picture(std::filesystem::path(pictures) / (what + ".png"));
}

TEST(Layout, fits_phones_and_projectors_in_every_script) {
    DAIS_NEEDS_BROWSER();
    Served served;
    const base::Instant now{served.now.load()};
    for (const std::string language : {"en", "ar", "zh"}) {
        served.board->speak(test_web::words_of(language));
        const auto view = full_view(now, language);
        served.show(view);
        browser.open(fmt::format("http://127.0.0.1:{}/", served.port()));
        ASSERT_TRUE(browser.until_text("name", view.floor->speaker.name));
        for (const auto& [width, height] :
             {std::pair{390, 844}, std::pair{320, 568}, std::pair{1024, 768}, std::pair{1920, 1080}}) {
            for (const std::string colours : {"light", "dark"}) {
                expect_fits(browser, width, height, colours, language);
            }
        }
        served.show(crowded(view, now), false);
        ASSERT_TRUE(browser.until("document.getElementById('stands').innerText !== ''"));
        for (const auto& [width, height] : {std::pair{390, 844}, std::pair{1920, 1080}}) {
            expect_fits(browser, width, height, "light", language + "-crowded");
        }
        served.show(suspended(view, now));
        ASSERT_TRUE(browser.until("document.getElementById('sitting').innerText !== ''"));
        expect_fits(browser, 1920, 1080, "dark", language + "-suspended");
    }
}

}  // namespace
}  // namespace dais::test_board
