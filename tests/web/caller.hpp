// A browser as rude as it likes to be: a bare TCP connection to 127.0.0.1, on which a test sends and reads
// what and when it wants.
#pragma once

#include <string>
#include <string_view>

namespace dais::test_web {

class Caller {
  public:
    // From an address of this machine (127.0.0.0/8). `receive_buffer`: the system's where 0.
    explicit Caller(int port, const std::string& from = "127.0.0.1", int receive_buffer = 0);
    ~Caller();
    Caller(Caller&& other) noexcept;
    Caller& operator=(Caller&&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    void send(std::string_view text) const;
    // Reads until what was read so far has `text` after `from`; false where it ended, or that many seconds
    // were over, before.
    bool read_until(std::string_view text, std::size_t from = 0, int seconds = 20);
    // Reads to the end of the connection; false where that did not come in so many seconds.
    bool read_to_end(int seconds = 20);
    // All that was read.
    [[nodiscard]] const std::string& heard() const { return heard_; }
    void hang_up();

  private:
    // False at the end, or where nothing came in so many milliseconds.
    bool read_more(long long milliseconds);

    int socket_ = -1;
    bool connected_ = false;
    bool ended_ = false;
    std::string heard_;
};

// The whole answer to a request that is sent as it stands.
std::string answer_to(int port, std::string_view request);
// The same to "GET PATH".
std::string get(int port, std::string_view path);
std::string request_for(std::string_view path);

}  // namespace dais::test_web
