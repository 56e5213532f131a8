// The floor's clock on several screens at once: a chair's desk, a clerk's and a room's screen whose own
// clocks differ by ten minutes and jump, on a network that takes its time. Each shows what is left by the
// hub's clock.
#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <vector>

#include "hub/hub.hpp"
#include "meeting/room_view.hpp"
#include "replica/replica.hpp"
#include "support/chance.hpp"
#include "support/small_meeting.hpp"

namespace dais::replica {
namespace {

constexpr base::Span agreement{100};
constexpr base::Span minutes_10{600'000};

struct Screen {
    std::string name;
    Replica replica;
    base::Span ahead{0};  // of its own clock, to the true time
    std::optional<meeting::RoomView> room;
    base::Instant settled;  // its clock has not jumped since

    [[nodiscard]] base::Instant own(base::Instant now) const { return now + ahead; }
    // What its screen says is left to whoever has the floor.
    [[nodiscard]] std::optional<base::Span> shows(base::Instant now) const {
        const auto hub_time = replica.hub_time(own(now));
        if (room) {
            return room->floor ? meeting::left_at(room->floor->clock, hub_time) : std::nullopt;
        }
        const auto& meeting = replica.state();
        const auto* floor = meeting::find_intervention(meeting, meeting.proceedings.floor);
        return floor == nullptr ? std::nullopt : meeting::left_at(floor->timing.clock, hub_time);
    }
};

// A hub with a disk that is always ready, and screens on lines of up to 60 ms, another way each time.
class Hall {
  public:
    explicit Hall(std::uint64_t seed) : chance_(seed), hub_(options()) {
        auto prepared = support::small_meeting();
        prepared.setup.limits.by_role[meeting::Role::member] = 600;
        EXPECT_TRUE(hub_.prepare(std::move(prepared), now_).ok());
    }

    Screen& add(const std::string& name, base::Span ahead) {
        Options options;
        options.session[0] = static_cast<std::uint8_t>(screens_.size() + 1);
        screens_.push_back(
            std::make_unique<Screen>(Screen{name, Replica(options), ahead, std::nullopt, now_}));
        to_screen(screens_.back().get(), now_, Connected{});
        return *screens_.back();
    }

    void run(base::Span span) {
        for (const auto until = now_ + span; now_ < until; now_ = now_ + base::Span{5}) step();
    }
    void jump(Screen& screen, base::Span by) {
        screen.ahead += by;
        screen.settled = now_;
    }
    void expect_agreement() const {
        const auto* floor = meeting::find_intervention(hub_.state(), hub_.state().proceedings.floor);
        ASSERT_NE(floor, nullptr);
        const auto left = meeting::left_at(floor->timing.clock, now_);
        ASSERT_TRUE(left);
        for (const auto& screen : screens_) {
            // A clock that has jumped is seen with the next beat.
            if (now_ - screen->settled < base::Span{1'200}) continue;
            const auto shown = screen->shows(now_);
            ASSERT_TRUE(shown) << screen->name;
            EXPECT_LE(std::chrono::abs(*shown - *left), agreement) << screen->name;
        }
    }

  private:
    template <class Event>
    struct Under {
        base::Instant at;
        Screen* screen;
        Event event;
    };

    static hub::Options options() {
        hub::Options options;
        options.epoch = {1, 11};
        return options;
    }
    base::Span delay() { return base::Span{static_cast<std::int64_t>(chance_.below(60))}; }
    // A line keeps the order of what it carries.
    void to_screen(Screen* screen, base::Instant at, Inbound event) {
        for (const auto& each : down_) {
            if (each.screen == screen) at = std::max(at, each.at);
        }
        down_.push_back({at, screen, std::move(event)});
    }
    void to_hub(Screen* screen, base::Bytes bytes) {
        auto at = now_ + delay();
        for (const auto& each : up_) {
            if (each.screen == screen) at = std::max(at, each.at);
        }
        up_.push_back({at, screen, hub::Arrived{screen->name, screen->name, std::move(bytes)}});
    }
    template <class Event>
    std::vector<std::pair<Screen*, Event>> due(std::deque<Under<Event>>& line) {
        std::vector<std::pair<Screen*, Event>> found;
        for (auto each = line.begin(); each != line.end();) {
            if (each->at > now_) {
                ++each;
                continue;
            }
            found.emplace_back(each->screen, std::move(each->event));
            each = line.erase(each);
        }
        return found;
    }

    void step() {
        std::vector<hub::Inbound> in;
        for (auto& [screen, arrived] : due(up_)) in.emplace_back(std::move(arrived));
        if (synced_) in.emplace_back(hub::Synced{*std::exchange(synced_, std::nullopt)});
        for (auto& out : hub_.step(now_, in)) {
            if (const auto* append = std::get_if<hub::Append>(&out)) {
                synced_ = base::Sequence{append->first.value + append->entries.size() - 1};
            } else if (const auto* send = std::get_if<hub::Send>(&out)) {
                for (const auto& screen : screens_) {
                    if (screen->name == send->peer) {
                        to_screen(screen.get(), now_ + delay(), Received{*send->bytes});
                    }
                }
            }
        }
        auto arrived = due(down_);
        for (const auto& screen : screens_) {
            std::vector<Inbound> events;
            for (auto& [whose, event] : arrived) {
                if (whose == screen.get()) events.push_back(std::move(event));
            }
            for (auto& out : screen->replica.step(screen->own(now_), std::move(events))) {
                if (auto* send = std::get_if<Send>(&out)) to_hub(screen.get(), std::move(send->bytes));
                if (auto* seen = std::get_if<RoomSeen>(&out)) screen->room = std::move(seen->view);
                if (std::holds_alternative<Reconnect>(out)) to_screen(screen.get(), now_, Connected{});
            }
        }
    }

    support::Chance chance_;
    base::Instant now_{1'600'000'000'000};
    hub::Hub hub_;
    std::optional<base::Sequence> synced_;
    std::vector<std::unique_ptr<Screen>> screens_;
    std::deque<Under<Inbound>> down_;
    std::deque<Under<hub::Arrived>> up_;

  public:
    [[nodiscard]] base::Instant now() const { return now_; }
};

class Clocks : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Clocks, agree_on_all_screens_whatever_a_stations_own_clock_says) {
    Hall hall(GetParam());
    auto& chair = hall.add("chair", base::Span{0});
    auto& clerk = hall.add("clerk-1", minutes_10);
    auto& room = hall.add("room", -minutes_10);
    hall.run(base::Span{3'000});
    const auto ask = [&](meeting::Command command) {
        ASSERT_TRUE(chair.replica.submit(std::move(command), chair.own(hall.now())).ok());
        hall.run(base::Span{500});
    };
    const auto watch = [&](int seconds) {
        for (int tenth = 0; tenth < seconds * 10; ++tenth) {
            hall.run(base::Span{100});
            hall.expect_agreement();
        }
    };
    ask(meeting::OpenMeeting{});
    ask(meeting::GiveFloor{"ann", {}, "", {}});
    watch(5);
    hall.jump(clerk, minutes_10);
    watch(20);
    hall.jump(room, -2 * minutes_10);
    hall.jump(clerk, -3 * minutes_10);
    watch(20);
    ask(meeting::PauseClock{});
    watch(3);
    ask(meeting::ResumeClock{});
    watch(20);
    EXPECT_TRUE(room.room) << "the room's screen was never shown anything";
}

INSTANTIATE_TEST_SUITE_P(Seeds, Clocks, testing::Range<std::uint64_t>(1, 11));

}  // namespace
}  // namespace dais::replica
