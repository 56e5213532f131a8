// The pages for the people at the desks say what the desks say: the same keys, and the words of the link.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "chair-console/chair_view.hpp"
#include "clerk-station/clerk_view.hpp"
#include "clerk-station/moderator_view.hpp"
#include "clerk-station/room/room_display.hpp"
#include "ui/words.hpp"

namespace dais {
namespace {

using Lines = std::vector<std::string>;

struct Desk {
    std::string page;
    std::unique_ptr<ui::View> view;
};

std::vector<Desk> desks() {
    std::vector<Desk> all;
    all.push_back({"docs/chair.md", std::make_unique<chair_console::ChairView>()});
    all.push_back({"docs/clerk.md", std::make_unique<clerk_station::ClerkView>()});
    all.push_back({"docs/moderator.md", std::make_unique<clerk_station::ModeratorView>()});
    return all;
}

// The room's screen has few keys and says of the link what its words say.
Desk room() {
    return {"docs/room.md", std::make_unique<clerk_station::RoomDisplay>()};
}

std::string read(const std::string& page) {
    const auto path = std::string(DAIS_SOURCE_DIR) + "/" + page;
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The section "## The keys" as lines of "### Heading" and "key: what it does", without what surrounds its
// tables.
Lines keys_on(const std::string& page) {
    Lines lines;
    bool inside = false;
    bool in_table = false;
    for (const auto line : base::split(page, '\n')) {
        if (line.starts_with("## ")) inside = line == "## The keys";
        if (!inside) continue;
        if (line.starts_with("### ")) lines.emplace_back(line);
        if (line.starts_with("|---")) {
            in_table = true;
        } else if (!line.starts_with("|")) {
            in_table = false;
        } else if (in_table) {
            const auto cells = base::split(line, '|');
            if (cells.size() != 4) throw std::runtime_error("not two cells: " + std::string(line));
            lines.push_back(std::string(base::trimmed(cells[1])) + ": " +
                            std::string(base::trimmed(cells[2])));
        }
    }
    return lines;
}

Lines keys_of(const ui::View& view) {
    Lines lines;
    for (const auto& line : view.help()) {
        lines.push_back(line.keys.empty() ? "### " + line.text : line.keys + ": " + line.text);
    }
    return lines;
}

TEST(Pages, have_the_keys_that_F1_shows_and_no_others) {
    for (const auto& desk : desks()) {
        const auto shown = keys_of(*desk.view);
        ASSERT_GE(shown.size(), 20u) << desk.page;
        EXPECT_EQ(keys_on(read(desk.page)), shown) << desk.page;
    }
}

TEST(Pages, have_the_keys_of_the_rooms_screen_and_every_word_that_it_says) {
    const auto desk = room();
    EXPECT_EQ(keys_on(read(desk.page)), keys_of(*desk.view));
    const auto page = read(desk.page);
    for (const auto key : folder::RoomWords::keys) {
        EXPECT_NE(page.find("`" + std::string(key) + "`"), std::string::npos) << key;
    }
    const auto english = clerk_station::load_room_words("en");
    ASSERT_TRUE(english.ok());
    for (const auto& [key, text] : english->all()) {
        EXPECT_NE(page.find("| " + text + " |"), std::string::npos) << key << " is “" << text << "”";
    }
}

TEST(Pages, explain_every_word_of_the_link) {
    for (const auto& desk : desks()) {
        const auto page = read(desk.page);
        for (const auto state :
             {replica::LinkState::connecting, replica::LinkState::joining, replica::LinkState::live,
              replica::LinkState::evasive, replica::LinkState::stale, replica::LinkState::refused,
              replica::LinkState::superseded, replica::LinkState::diverged}) {
            ui::Model model;
            model.link = state;
            for (const auto seconds : {0, 60}) {
                model.uptime = model.link_since + std::chrono::seconds(seconds);
                const auto word = ui::link_phrase(model).text;
                EXPECT_NE(page.find(word), std::string::npos) << desk.page << " says nothing of: " << word;
            }
        }
    }
}

// A page shows its desk: the picture is named, with words for those who do not see it.
TEST(Pages, show_their_desk) {
    auto all = desks();
    all.push_back(room());
    for (const auto& desk : all) {
        const auto name = desk.page.substr(5, desk.page.size() - 8);
        const auto page = read(desk.page);
        const auto at = page.find("](pictures/" + name + ".png)");
        ASSERT_NE(at, std::string::npos) << desk.page;
        EXPECT_NE(page[at - 1], '[') << desk.page;
    }
}

}  // namespace
}  // namespace dais
