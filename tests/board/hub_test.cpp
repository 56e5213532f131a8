// A real hub, `dais board` as people start it, a chair's command, and the page.
#include <gtest/gtest.h>

#include <csignal>

#include "board/browser.hpp"
#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "e2e/process.hpp"
#include "program/clocks.hpp"

namespace dais::test_board {
namespace {

class Hub : public testing::Test {
  protected:
    void SetUp() override {
        out_ = e2e::fresh_directory("board");
        cli::StageOptions options;
        options.folder = e2e::source("config/sample-meeting");
        options.out = out_;
        options.stations = {"chair", "board"};
        options.start = program::wall_clock();
        options.rate = 1;
        options.program = e2e::dais();
        auto stage = cli::HubStage::start(std::move(options));
        ASSERT_TRUE(stage) << stage.error().text;
        stage_.emplace(*std::move(stage));
        auto cast = cli::Cast::open({"chair"}, stage_->ring(), stage_->address(), out_ / "stations");
        ASSERT_TRUE(cast) << cast.error().text;
        cast_.emplace(*std::move(cast));
        ASSERT_TRUE(until([&] { return cast_->all_live_at({1}); }));
    }

    template <class Holds>
    bool until(const Holds& holds) {
        return e2e::eventually(
            [&] { return cast_->turn(base::Span{5}, [](const auto&, const auto&) {}) && holds(); });
    }

    // Asks for it at the chair's desk and waits until it has happened.
    void ask(meeting::Command command) {
        const auto before = cast_->at("chair").replica().head().value;
        ASSERT_TRUE(cast_->at("chair").submit(std::move(command), program::uptime()));
        ASSERT_TRUE(until([&] { return cast_->at("chair").replica().head().value > before; }));
    }

    std::vector<std::string> board_command(const std::vector<std::string>& more = {}) {
        std::vector<std::string> command{e2e::dais(),  "board",
                                         "--hub",      stage_->address(),
                                         "--keys",     stage_->ring().directory().string(),
                                         "--spool",    (out_ / "board.spool").string(),
                                         "--listen",   "127.0.0.1:0",
                                         "--announce", (out_ / "page").string()};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }
    // The page's address, once it can be opened.
    std::string address() {
        e2e::eventually([&] { return e2e::read_file(out_ / "page").ends_with("\n"); });
        const auto line = e2e::read_file(out_ / "page");
        return line.substr(0, line.find('\n'));
    }

    std::filesystem::path out_;
    std::optional<cli::HubStage> stage_;
    std::optional<cli::Cast> cast_;
};

TEST_F(Hub, what_the_chair_does_is_on_the_page_and_a_lost_hub_too) {
    DAIS_NEEDS_BROWSER();
    e2e::Process board(board_command(), out_ / "board.out");
    browser.open(address());
    ASSERT_TRUE(browser.until_text("sitting", "The meeting has not begun"))
        << e2e::read_file(out_ / "board.out");
    EXPECT_EQ(browser.text("body"), "Committee on the Care of Shared Rivers");
    ask(meeting::OpenMeeting{});
    EXPECT_TRUE(browser.until_text("nobody", "Nobody has the floor"));
    const auto person = cast_->at("chair").replica().state().participants.at(2);
    ask(meeting::GiveFloor{person.id, {}, "", {}});
    EXPECT_TRUE(browser.until("document.getElementById('name').innerText.includes(" +
                              nlohmann::json(person.family_name).dump() + ")"));
    EXPECT_TRUE(browser.until("/^\\d+:\\d\\d$/.test(document.getElementById('clock').innerText)"));

    const std::string lost = "No connection to the meeting: what is shown may be old";
    stage_->stop();
    EXPECT_TRUE(browser.until_text("link", lost));
    ASSERT_TRUE(stage_->keep_running());
    EXPECT_TRUE(browser.until_text("link", ""));
    ASSERT_TRUE(until([&] { return cast_->at("chair").replica().link() == replica::LinkState::live; }));
    ask(meeting::EndFloor{});
    EXPECT_TRUE(browser.until_text("nobody", "Nobody has the floor"));

    board.signal(SIGTERM);
    EXPECT_TRUE(browser.until_text("link", lost));
    const auto ran = board.wait();
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_NE(ran.out.find("The board is at http://127.0.0.1:"), std::string::npos) << ran.out;
}

TEST_F(Hub, a_fixed_language_stays) {
    DAIS_NEEDS_BROWSER();
    e2e::Process board(board_command({"--language", "fr"}), out_ / "board.out");
    browser.open(address());
    ASSERT_TRUE(browser.until("document.getElementById('sitting').innerText !== ''"));
    EXPECT_EQ(browser.run("return document.documentElement.lang"), "fr");
}

TEST_F(Hub, a_board_without_its_key_or_with_a_wrong_place_says_so) {
    auto ran = e2e::run(board_command({"--name", "board-2"}));
    EXPECT_EQ(ran.code, 3) << ran.out;
    EXPECT_NE(ran.out.find("board-2"), std::string::npos) << ran.out;
    for (const auto* place : {"8040", "localhost", "127.0.0.1:x", "127.0.0.1:70000", "::1:80", ":80"}) {
        ran = e2e::run({e2e::dais(), "board", "--listen", place});
        EXPECT_EQ(ran.code, 2) << place << ran.out;
        EXPECT_NE(ran.out.find("expected ADDRESS:PORT"), std::string::npos) << ran.out;
    }
}

}  // namespace
}  // namespace dais::test_board
