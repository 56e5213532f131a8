// Private to the folder: who is let in. So many connections at once, so many of one address, so many streams;
// and at the end, everybody out.
//
// Any thread; nothing here waits.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace dais::web {

// The address of whoever is at the other end, as it is counted: the whole of IPv4, of IPv6 the first 64 bits,
// because a single machine has all that follow. Empty where there is nobody any more.
std::string peer_of(int socket);

class Door {
  public:
    struct Limits {
        std::size_t connections;
        std::size_t per_address;
        std::size_t streams;
    };

    // A place; it is free again when this goes.
    class Pass {
      public:
        Pass(Door& door, int socket, std::string peer)
            : door_(&door), socket_(socket), peer_(std::move(peer)) {}
        ~Pass();
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;

      private:
        Door* door_;
        int socket_;
        std::string peer_;
    };
    class Stream {
      public:
        explicit Stream(Door& door) : door_(&door) {}
        ~Stream();
        Stream(const Stream&) = delete;
        Stream& operator=(const Stream&) = delete;

      private:
        Door* door_;
    };

    explicit Door(Limits limits) : limits_(limits) {}

    // Null: there is no room, or it is closed. The socket stays open as long as the pass is held.
    std::unique_ptr<Pass> enter(int socket, const std::string& peer);
    std::shared_ptr<Stream> stream();
    [[nodiscard]] std::size_t streams() const;
    // Nobody enters any more, and whoever reads or writes on one of the sockets finds that it is over.
    void close();

  private:
    const Limits limits_;
    mutable std::mutex mutex_;
    std::set<int> sockets_;
    std::map<std::string, std::size_t> by_peer_;
    std::size_t streams_ = 0;
    bool closed_ = false;
};

}  // namespace dais::web
