// Private to the folder: cpp-httplib's server with our door, crew and visits: what it parses and routes, we
// have let in, and none of its waiting is without end.
#pragma once

#include <httplib.h>

#include <atomic>
#include <string>
#include <thread>

#include "base/result.hpp"
#include "web/door.hpp"

namespace dais::web {

class Server : private httplib::Server {
  public:
    using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;

    // `answer` is called for every request, on the thread of its connection.
    Server(Door& door, std::size_t threads, Answer answer);
    // REQUIRES: whatever an answer waits for has been ended.
    ~Server() override;

    // Listens and serves. Error: cannot_listen.
    base::Status<> open(const std::string& address, int port);
    [[nodiscard]] int port() const { return port_; }

  private:
    bool process_and_close_socket(socket_t socket) override;

    Door& door_;
    int port_ = 0;
    std::atomic<bool> ended_ = false;
    std::thread thread_;
};

}  // namespace dais::web
