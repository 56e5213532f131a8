// Whole meetings: the project's own, whose record is kept in tests/golden, and the seed meeting where it is
// at hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "folder/folder.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "record/formats/text.hpp"
#include "record/stage.hpp"

namespace dais::record::test {
namespace {

const std::filesystem::path source = DAIS_SOURCE_DIR;

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Plays a folder as a rehearsal does, without the network. Nothing may be wrong with it and nothing refused.
meeting::Meeting play(const std::filesystem::path& path) {
    folder::Options options;
    options.need_script = true;
    const auto reading = folder::read_folder(path, base::Instant{}, options);
    for (const auto& fault : reading.faults) ADD_FAILURE() << to_text(fault);
    meeting::Meeting meeting;
    if (!reading.folder) return meeting;
    std::uint64_t sequence = 1;
    meeting::apply(
        meeting,
        {{{sequence}, folder::local_midnight(reading.folder->setup.facts), {"hub", meeting::Desk::hub}},
         {meeting::MeetingPrepared{reading.folder->setup, reading.folder->participants}}});
    folder::Labels labels;
    for (const auto& line : reading.folder->script) {
        const auto command = folder::bind(line.ask, labels);
        if (!command) {
            ADD_FAILURE() << "line " << line.number << ": " << command.error().text;
            continue;
        }
        const meeting::Actor actor{line.from, line.desk};
        auto decision = meeting::decide(meeting, actor, *command, line.at);
        if (!decision) {
            ADD_FAILURE() << "line " << line.number << ": " << decision.error().sentence;
            continue;
        }
        if (const auto made = folder::made_by(line.ask, *decision)) labels.remember(line.label, *made);
        meeting::apply(meeting, {{{++sequence}, line.at, actor}, *std::move(decision)});
    }
    return meeting;
}

TEST(SampleMeeting, has_the_record_that_is_kept) {
    const auto golden = source / "tests/golden/sample-record.txt";
    const auto text = to_text(make_record(play(source / "config/sample-meeting"), style_of("en")));
    if (std::getenv("DAIS_WRITE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << text;
    EXPECT_EQ(text, contents(golden));
}

TEST(SeedMeeting, has_the_record_that_must_come_out) {
    const auto* elsewhere = std::getenv("DAIS_SHARED");
    const auto folder =
        (elsewhere != nullptr ? std::filesystem::path(elsewhere) : source / "../shared") / "seed-meeting";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "there is no seed meeting in " << folder;
    const auto text = to_text(make_record(play(folder), style_of("en")));
    EXPECT_EQ(text, contents(folder / "expected-record.txt"));
}

}  // namespace
}  // namespace dais::record::test
