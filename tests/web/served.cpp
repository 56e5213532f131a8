#include "web/served.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace dais::test_web {
namespace {

std::filesystem::path config(const std::string& path) {
    return std::filesystem::path(DAIS_SOURCE_DIR) / "config" / path;
}

}  // namespace

std::string page_text() {
    std::ifstream in(config("board/page.html"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

web::BoardWords words_of(const std::string& language) {
    const auto words = folder::read_room_words(config("room/" + language + ".toml"));
    if (!words) throw std::runtime_error(words.error().text);
    return {language, words->all()};
}

meeting::RoomView sample_view(base::Instant at) {
    meeting::RoomView view;
    view.body = "Committee on Trials";
    view.symbol = "CT/SR.1";
    view.zone_offset = 7200;
    view.sitting = meeting::Sitting::open;
    view.since = at;
    view.items = {{4, "Questions of procedure"}, {std::nullopt, "The first question"}};
    view.chair = "Ms. Ada García";
    view.warning = 30;
    meeting::RoomFloor floor;
    floor.speaker = {"Mr. John Lewis", "Member", "the Group of Ten", meeting::Kind::statement};
    floor.link = meeting::Link::video;
    floor.clock.limit = std::chrono::minutes(3);
    floor.clock.running_since = at;
    view.floor = floor;
    view.next = {{"Ms. Awa Diallo", "Senegal", "", meeting::Kind::statement},
                 {"Mr. Li Wei", "China", "", meeting::Kind::right_of_reply}};
    view.more = 3;
    return view;
}

Served::Served(const std::function<void(web::BoardOptions&)>& change) {
    web::BoardOptions options;
    options.page = page_text();
    options.words = words_of("en");
    options.now = [this] { return base::Instant{now.load()}; };
    if (change) change(options);
    auto opened = web::Board::open(std::move(options));
    if (!opened) throw std::runtime_error(opened.error().text);
    board = *std::move(opened);
}

bool soon(const std::function<bool()>& holds, int seconds) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

}  // namespace dais::test_web
