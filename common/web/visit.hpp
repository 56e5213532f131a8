// Private to the folder: one connection, as the HTTP library sees it. The request's head is read whole before
// the library reads a byte of it, and all that waits has an end.
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>

namespace dais::web {

// The library calls it from the thread of the connection. The socket is not its own.
class Visit : public httplib::Stream {
  public:
    explicit Visit(int socket) : socket_(socket) {}

    // Waits for the head: 0 where the library may go on, a status to refuse with, or -1 where there is nobody
    // to answer. Five seconds for all of it, however it drips in.
    int read_head();
    // A status and nothing more, without the library, and without waiting.
    void refuse(int status);
    // Says that it is over and lets the other end hang up, a moment at most: a socket that is closed over
    // what was not read takes back the answer.
    void part();

    [[nodiscard]] bool is_readable() const override { return at_ < head_.size(); }
    // Whether there is still somebody; write() is what waits.
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    // All of it, or -1 where it has not left within five seconds.
    ssize_t write(const char* from, size_t size) override;
    // No answer depends on who asks or where.
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    [[nodiscard]] socket_t socket() const override { return socket_; }

  private:
    int socket_;
    std::string head_;  // sifted
    std::size_t at_ = 0;
};

}  // namespace dais::web
