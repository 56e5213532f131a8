// Real stations against a real hub process, where timing and keys are the test's own.
#include <gtest/gtest.h>

#include <csignal>
#include <thread>

#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "e2e/process.hpp"
#include "program/clocks.hpp"
#include "seal/digest.hpp"
#include "wire/codec.hpp"

namespace dais::e2e {
namespace {

class Live : public testing::Test {
  protected:
    void start(const std::vector<std::string>& names, const std::vector<std::string>& elsewhere = {}) {
        out_ = fresh_directory("live");
        cli::StageOptions options;
        options.folder = source("config/sample-meeting");
        options.out = out_;
        options.stations = names;
        options.stations.insert(options.stations.end(), elsewhere.begin(), elsewhere.end());
        options.start = program::wall_clock();
        options.rate = 1;
        options.program = dais();
        auto stage = cli::HubStage::start(std::move(options));
        ASSERT_TRUE(stage) << stage.error().text;
        stage_.emplace(*std::move(stage));
        auto cast = cli::Cast::open(names, stage_->ring(), stage_->address(), out_ / "stations");
        ASSERT_TRUE(cast) << cast.error().text;
        cast_.emplace(*std::move(cast));
        ASSERT_TRUE(until([&] { return cast_->all_live_at({1}); }));
    }

    template <class Holds>
    bool until(const Holds& holds, int seconds = 20) {
        const auto deadline = program::uptime() + std::chrono::seconds(seconds);
        while (!holds() && program::uptime() < deadline) {
            const auto turned = cast_->turn(base::Span{20}, [&](const auto& name, const auto& told) {
                if (const auto* settled = std::get_if<replica::Settled>(&told))
                    settled_[name].push_back(*settled);
            });
            if (!turned) return false;
        }
        return holds();
    }

    // Submits, and returns what became of it.
    replica::Settled ask(const std::string& name, meeting::Command command) {
        const auto before = settled_[name].size();
        const auto request = cast_->at(name).submit(std::move(command), program::uptime());
        EXPECT_TRUE(request);
        EXPECT_TRUE(until([&] { return settled_[name].size() > before; }));
        return settled_[name].size() > before ? settled_[name].back() : replica::Settled{};
    }

    // "LINK HEAD DIGEST" as a watcher wrote it.
    static std::string head_line(const replica::Replica& replica) {
        return "live " + std::to_string(replica.head().value) + " " +
               seal::hex(wire::state_digest(replica.state())) + "\n";
    }

    std::filesystem::path out_;
    std::optional<cli::HubStage> stage_;
    std::optional<cli::Cast> cast_;
    std::map<std::string, std::vector<replica::Settled>> settled_;
};

TEST_F(Live, two_stations_press_next_at_once_and_one_person_gets_the_floor) {
    start({"chair", "chair-2"});
    ASSERT_EQ(ask("chair", meeting::OpenMeeting{}).fate, wire::Fate::accepted);
    const auto& people = cast_->at("chair").replica().state().participants;
    ASSERT_GE(people.size(), 3u);
    const std::string first = people[1].id;
    const std::string second = people[2].id;
    for (const auto& who : {first, second}) {
        ASSERT_EQ(ask("chair", meeting::RequestFloor{who, meeting::Kind::statement, ""}).fate,
                  wire::Fate::accepted);
    }
    const auto head = cast_->at("chair").replica().head();
    ASSERT_TRUE(until([&] { return cast_->all_live_at(head); }));
    settled_.clear();
    for (const char* name : {"chair", "chair-2"}) {
        meeting::GiveFloor give;
        give.seen = meeting::InterventionId{};  // both saw that nobody had it
        ASSERT_TRUE(cast_->at(name).submit(give, program::uptime()));
    }
    ASSERT_TRUE(until([&] { return settled_["chair"].size() == 1 && settled_["chair-2"].size() == 1; }));
    std::vector<replica::Settled> both{settled_["chair"][0], settled_["chair-2"][0]};
    if (both[0].fate != wire::Fate::accepted) std::swap(both[0], both[1]);
    EXPECT_EQ(both[0].fate, wire::Fate::accepted);
    EXPECT_EQ(both[1].fate, wire::Fate::refused);
    EXPECT_EQ(both[1].word, "floor_has_changed");
    const auto& state = cast_->at("chair").replica().state();
    ASSERT_EQ(state.interventions.size(), 1u);
    EXPECT_EQ(state.interventions[0].speaker.who, first);
}

TEST_F(Live, a_station_stopped_for_five_seconds_catches_up) {
    start({"chair", "clerk-1"}, {"moderator"});
    const auto file = out_ / "watched";
    Process watcher({std::string(DAIS_BIN_DIR) + "/watcher", stage_->ring().directory().string(), "moderator",
                     stage_->address(), (out_ / "watcher").string(), file.string()},
                    out_ / "watcher.out");
    ASSERT_TRUE(eventually([&] { return read_file(file).rfind("live 1 ", 0) == 0; }))
        << read_file(out_ / "watcher.out");
    watcher.signal(SIGSTOP);
    const auto woken = program::uptime() + std::chrono::seconds(5);
    ASSERT_EQ(ask("chair", meeting::OpenMeeting{}).fate, wire::Fate::accepted);
    for (int n = 1; n <= 300; ++n) {
        ASSERT_EQ(ask("clerk-1", meeting::MakeNote{"Note " + std::to_string(n) + ".", true, {}}).fate,
                  wire::Fate::accepted);
    }
    while (program::uptime() < woken) ASSERT_TRUE(until([] { return true; }));
    EXPECT_EQ(read_file(file).rfind("live 1 ", 0), 0u);
    watcher.signal(SIGCONT);
    ASSERT_TRUE(until([&] { return cast_->all_live_at({302}); }));
    const auto expected = head_line(cast_->at("chair").replica());
    EXPECT_TRUE(eventually([&] { return read_file(file) == expected; })) << read_file(file) << expected;
}

TEST_F(Live, a_key_that_is_not_on_the_list_gets_nothing) {
    start({"chair"});
    // A ring of its own with the real hub's public key: all is right but for the list.
    const net::KeyRing other(out_ / "other-keys");
    ASSERT_TRUE(other.create());
    ASSERT_TRUE(other.add_station("chair"));
    std::filesystem::copy_file(stage_->ring().hub_pub_file(), other.hub_pub_file(),
                               std::filesystem::copy_options::overwrite_existing);
    const auto file = out_ / "stranger";
    Process stranger({std::string(DAIS_BIN_DIR) + "/watcher", other.directory().string(), "chair",
                      stage_->address(), (out_ / "stranger-spool").string(), file.string()},
                     out_ / "stranger.out");
    EXPECT_TRUE(eventually([&] { return read_file(file).rfind("refused 0 ", 0) == 0; })) << read_file(file);
    EXPECT_EQ(ask("chair", meeting::OpenMeeting{}).fate, wire::Fate::accepted);
    EXPECT_EQ(read_file(file).rfind("refused 0 ", 0), 0u);
}

TEST_F(Live, a_station_that_dies_with_unsent_text_delivers_it_later) {
    start({"chair", "clerk-1"});
    stage_->stop();
    ASSERT_TRUE(until([&] { return cast_->at("clerk-1").replica().link() != replica::LinkState::live; }));
    ASSERT_TRUE(
        cast_->at("clerk-1").submit(meeting::MakeNote{"Written in an outage.", true, {}}, program::uptime()));
    const auto turned = cast_->turn(base::Span{0}, [](const auto&, const auto&) {});
    ASSERT_TRUE(turned);
    cast_.reset();  // the stations are gone; their spools are not
    ASSERT_TRUE(stage_->keep_running());
    auto cast = cli::Cast::open({"chair", "clerk-1"}, stage_->ring(), stage_->address(), out_ / "stations");
    ASSERT_TRUE(cast) << cast.error().text;
    cast_.emplace(*std::move(cast));
    ASSERT_TRUE(until([&] { return cast_->at("chair").replica().state().texts.size() == 1; }));
    EXPECT_EQ(cast_->at("chair").replica().state().texts[0].revisions.back().text, "Written in an outage.");
    EXPECT_TRUE(until([&] { return cast_->at("clerk-1").replica().outbox().all().empty(); }));
}

}  // namespace
}  // namespace dais::e2e
