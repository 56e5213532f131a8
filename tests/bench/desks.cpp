// The desks' real programs in real windows, measured from outside: from exec to the first frame, what they
// take while nothing happens but a clock, and how long an entry takes from the wire to the frame that shows
// it; then the clerk's with a full record: from exec to the frame that shows it, and the memory. Starts Xvfb
// (1920x1080) and a hub itself; one window at a time, as each desk has a machine of its own.
//
//   bench_desks [seconds of idling, 20] [acts, 100] [starts, 5] [paragraphs, 10000]
#include "outside.hpp"

namespace dais {
namespace {

using namespace outside;

void measure_start(Room& room, const Desk& desk, int starts) {
    std::vector<double> first;
    std::vector<double> live;
    for (int i = 0; i < starts; ++i) {
        const auto window = room.open(desk);
        const auto shown = room.wait_for(desk, [](const Shown&) { return true; });
        const auto joined = room.wait_for(desk, [](const Shown& each) { return each.live; });
        first.push_back(static_cast<double>(shown->at - window->started()) / 1000);
        live.push_back(static_cast<double>(joined->at - window->started()) / 1000);
    }
    print(desk.name, "exec to first frame", first);
    print(desk.name, "exec to the live meeting", live);
}

void measure_idling(Room& room, const Desk& desk, int seconds) {
    const auto window = room.open(desk);
    room.wait_for(desk, [](const Shown& each) { return each.live; });
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const auto frames = frames_in(room.log_of(desk)).size();
    const auto used = window->seconds_used();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const auto percent = (window->seconds_used() - used) * 100 / seconds;
    const auto all = frames_in(room.log_of(desk));
    std::vector<double> took;
    for (auto i = frames; i < all.size(); ++i) took.push_back(static_cast<double>(all[i].took) / 1000);
    fmt::print(
        R"({{"bench":"desks","desk":"{}","measure":"idle with a running clock","seconds":{},"percent_of_a_core":{:.2f},"frames":{},"frame_median_ms":{:.1f},"resident_mib":{:.0f},"most_resident_mib":{:.0f}}})"
        "\n",
        desk.name, seconds, percent, took.size(), part_of(took, 0.5), window->memory("VmRSS"),
        window->memory("VmHWM"));
    std::fflush(stdout);
}

template <class Command>
void measure_wire(Room& room, const Desk& desk, int acts, const std::string& by, std::string_view measure,
                  const Command& command) {
    const auto window = room.open(desk);
    room.wait_for(desk, [](const Shown& each) { return each.live; });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto before = frames_in(room.log_of(desk)).back();
    auto cast = room.cast({by});
    std::vector<Seen> seen;
    for (int i = 0; i < acts; ++i) {
        seen.push_back(act(cast, by, command(i)));
        // At no fixed distance, so that the clock's own frames are met at every moment of a second.
        const auto wait = std::chrono::milliseconds(150 + i * 37 % 200);
        const auto until = std::chrono::steady_clock::now() + wait;
        Room::turn_until(cast, [&] { return std::chrono::steady_clock::now() >= until; });
    }
    // A desk that shows the record shows an act when it stands there, a block more for each.
    const auto shows = [&](const Shown& frame, std::size_t i) {
        if (before.blocks == 0) return frame.recorded >= seen[i].recorded;
        return frame.blocks > before.blocks + static_cast<std::int64_t>(i);
    };
    room.wait_for(desk, [&](const Shown& each) { return shows(each, seen.size() - 1); });
    const auto frames = frames_in(room.log_of(desk));
    std::vector<double> ms;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const auto shown =
            std::find_if(frames.begin(), frames.end(), [&](const Shown& frame) { return shows(frame, i); });
        ms.push_back(static_cast<double>(shown->at - seen[i].at) / 1000);
    }
    print(desk.name, measure, ms);
}

// Paragraphs of some 60 words, 350 bytes, as many under way at a time as the hub likes to have together.
void fill_record(Room& room, int paragraphs) {
    constexpr int at_a_time = 200;
    std::string words;
    for (int i = 0; i < 55; ++i) words += i % 2 == 0 ? " measure" : " taken";
    auto cast = room.cast({"clerk-2"});
    auto& station = cast.at("clerk-2");
    for (int written = 0; written < paragraphs;) {
        const auto head = station.replica().head().value;
        const int now = std::min(at_a_time, paragraphs - written);
        for (int i = 0; i < now; ++i) {
            const meeting::Write write{
                {}, fmt::format("said that paragraph {} told of the{}.", written + i, words), {}};
            if (auto asked = station.submit(write, program::uptime()); !asked) give_up(asked.error().text);
        }
        written += now;
        Room::turn_until(
            cast, [&] { return station.replica().head().value >= head + static_cast<std::uint64_t>(now); });
    }
}

void measure_full(Room& room, const Desk& desk, int paragraphs, int starts) {
    fill_record(room, paragraphs);
    std::vector<double> first;
    std::vector<double> live;
    std::vector<double> whole;
    std::vector<double> resident;
    std::vector<double> most;
    for (int i = 0; i < starts; ++i) {
        const auto window = room.open(desk);
        const auto since = [&](const std::optional<Shown>& shown) {
            return static_cast<double>(shown->at - window->started()) / 1000;
        };
        first.push_back(since(room.wait_for(desk, [](const Shown&) { return true; })));
        live.push_back(since(room.wait_for(desk, [](const Shown& each) { return each.live; })));
        whole.push_back(
            since(room.wait_for(desk, [&](const Shown& each) { return each.blocks >= paragraphs; })));
        std::this_thread::sleep_for(std::chrono::seconds(3));
        resident.push_back(window->memory("VmRSS"));
        most.push_back(window->memory("VmHWM"));
    }
    print(desk.name, "full record: exec to first frame", first);
    print(desk.name, "full record: exec to the live meeting", live);
    print(desk.name, "full record: exec to the record shown", whole);
    fmt::print(
        R"({{"bench":"desks","desk":"{}","measure":"full record: memory","paragraphs":{},"resident_mib":{:.0f},"most_resident_mib":{:.0f}}})"
        "\n",
        desk.name, paragraphs, part_of(resident, 0.5), part_of(most, 1.0));
}

void measure_all(Room& room, int seconds, int acts, int starts, int paragraphs) {
    const Desk chair{"chair", "chair-console"};
    const Desk clerk{"clerk-1", "clerk-station"};
    const Desk moderator{"moderator", "clerk-station"};
    for (const auto& desk : {chair, clerk, moderator}) measure_start(room, desk, starts);
    for (const auto& desk : {chair, clerk, moderator}) measure_idling(room, desk, seconds);
    // What is seen on the desk: the link of the one who speaks, the paragraph in the record.
    const auto link = [](int i) {
        return meeting::ReportLink{speaker, i % 2 == 0 ? meeting::Link::audio : meeting::Link::video, {}};
    };
    const auto paragraph = [](int i) {
        return meeting::Write{{}, fmt::format("said that reading {} had come within the hour.", i), {}};
    };
    measure_wire(room, chair, acts, "moderator-2", "wire to frame, a link", link);
    measure_wire(room, moderator, acts, "moderator-2", "wire to frame, a link", link);
    measure_wire(room, clerk, acts, "clerk-2", "wire to frame, a paragraph", paragraph);
    measure_full(room, clerk, paragraphs, starts);
}

}  // namespace
}  // namespace dais

int main(int argc, char** argv) {
    const auto number = [&](int at, int otherwise) { return argc > at ? std::atoi(argv[at]) : otherwise; };
    char folder[] = "/tmp/bench_desks_XXXXXX";
    if (::mkdtemp(folder) == nullptr) dais::outside::give_up("no folder");
    {
        dais::outside::Room room(folder);
        dais::outside::open_meeting(room);
        dais::measure_all(room, number(1, 20), number(2, 100), number(3, 5), number(4, 10'000));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}
