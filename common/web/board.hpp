// The board: one read-only page over HTTP for those who have no desk, live through server-sent events. It is
// given a RoomView and has nothing else that it could tell.
//
//   GET /        the page, in the words of the moment
//   GET /state   {"now":ms,"connected":bool,"language":"en","view":{…} or null}
//   GET /events  text/event-stream: `state` with the same JSON at once and after each change, the latest
//                where a reader is slow; `beat` with {"now":ms} every five seconds
//   GET /health  "ok"
//
// Every connection carries one request and is closed after it. Anything else is refused: paths 404, methods
// 405, bodies 413, long lines 414 and 431, too many 503. A request has five seconds to arrive and each piece
// of an answer five to leave.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "meeting/room_view.hpp"

namespace dais::web {

// What the page says, and the language in which it says it (BCP 47).
struct BoardWords {
    std::string language = "en";
    std::map<std::string, std::string> texts;
};

struct BoardOptions {
    std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6, or a name
    int port = 0;                       // 0: any that is free
    std::string page;                   // the HTML text, with the marks of page.hpp
    BoardWords words;                   // until speak() says others
    std::size_t max_streams = 512;      // each has a thread
    // Of one address, of any kind: a hall behind one router is one address, and so is a reverse proxy.
    std::size_t max_per_address = 256;
    // The hub's time. Called on any thread at the moment at which something is sent.
    std::function<base::Instant()> now;
};

struct BoardState {
    std::optional<meeting::RoomView> view;  // none: nothing is known yet
    bool connected = false;                 // to the hub; where not, the page says that it may be old
};

class Board {
  public:
    // Listens and serves from then on. Errors: cannot_listen, with the address.
    // REQUIRES: options.now.
    static base::Result<std::unique_ptr<Board>> open(BoardOptions options);
    // Ends every connection, and waits for their threads.
    virtual ~Board() = default;
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;

    [[nodiscard]] virtual int port() const = 0;
    // How many event streams are open.
    [[nodiscard]] virtual std::size_t streams() const = 0;

    // From any thread; neither waits for a reader.
    virtual void show(BoardState state) = 0;
    // From the next page on; pages that are open in another language load themselves anew.
    virtual void speak(BoardWords words) = 0;

  protected:
    Board() = default;
};

}  // namespace dais::web
