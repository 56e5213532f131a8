// A whole meeting by keyboard alone, in real windows on a display without a screen.
#include <gtest/gtest.h>

#include <thread>

#include "cli/performance.hpp"
#include "cli/reading.hpp"
#include "desks/display.hpp"

namespace dais::e2e {
namespace {

constexpr base::Span key_delay{40};     // between two keys of a quick typist
constexpr base::Span kept_within{250};  // of the key a text is on the disk

TEST(Desks, three_windows_play_the_sample_meeting_and_a_killed_clerk_finds_its_half_typed_paragraph) {
    if (const auto missing = display_missing(); !missing.empty()) GTEST_SKIP() << missing;
    const auto out = fresh_directory("desks");
    const Display display(out);
    auto folder = cli::read_for(source("config/sample-meeting"), {}, true);
    ASSERT_TRUE(folder);
    cli::DeskOptions options;
    options.folder = source("config/sample-meeting");
    options.out = out;
    options.start = folder->script.front().at;
    options.watcher = cli::Performance::watcher;
    options.size = "1280x800";
    options.programs = DAIS_BIN_DIR;
    auto stage = cli::DeskStage::start(std::move(options));
    ASSERT_TRUE(stage) << stage.error().text;
    auto cast = cli::Cast::open({cli::Performance::watcher}, stage->hub().ring(), stage->hub().address(),
                                out / "stations");
    ASSERT_TRUE(cast) << cast.error().text;
    cli::Performance performance(*folder, *stage, *cast, key_delay);
    int killed = 0;
    // In the middle of the third paragraph the clerk's machine goes out.
    std::size_t texts = 0;
    performance.in_mid_text = [&](std::size_t place) -> base::Status<> {
        if (folder->script[place].word != "write" || ++texts != 3) return base::Done{};
        std::this_thread::sleep_for(kept_within);
        ++killed;
        if (auto ended = stage->kill("clerk-1"); !ended) return ended;
        if (auto opened = stage->open("clerk-1"); !opened) return opened;
        return performance.focus("clerk-1");
    };
    const auto played = performance.play();
    ASSERT_TRUE(played) << played.error().text;
    EXPECT_EQ(killed, 1);
    stage->stop();
    const auto record = run({dais(), "record", (out / "journal.sqlite").string()});
    EXPECT_EQ(record.code, 0);
    EXPECT_EQ(record.out, read_file(source("tests/golden/sample-record.txt")));
}

}  // namespace
}  // namespace dais::e2e
