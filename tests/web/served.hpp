// A board that serves the real page, with a clock that the test sets and a view to show.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "folder/room_words.hpp"
#include "web/board.hpp"

namespace dais::test_web {

std::string page_text();
web::BoardWords words_of(const std::string& language);

// Somebody has the floor for three minutes since `at`, two more follow.
meeting::RoomView sample_view(base::Instant at);

struct Served {
    explicit Served(const std::function<void(web::BoardOptions&)>& change = {});
    void show(const meeting::RoomView& view, bool connected = true) const { board->show({view, connected}); }
    [[nodiscard]] int port() const { return board->port(); }

    std::atomic<std::int64_t> now{1'633'705'200'000};
    std::unique_ptr<web::Board> board;
};

// Polls until it holds, at most that many seconds; whether it held.
bool soon(const std::function<bool()>& holds, int seconds = 20);

}  // namespace dais::test_web
