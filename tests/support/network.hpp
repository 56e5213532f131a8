// A network in memory between stations and one hub, in virtual time, that behaves as TCP under ZeroMQ does
// (net/station_socket.hpp): within a connection each direction keeps its order and loses nothing, until the
// connection as a whole is lost; what was under way then arrives in part or not at all, and the two ends
// learn of it at different times, or the hub never. Different connections overtake each other, also two of
// the same station. A direction that is held back delivers late, not never.
//
// Everything is decided by the Chance that it is given.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "support/chance.hpp"

namespace dais::support {

// The way between one station and the hub, as it is now.
struct Line {
    bool up = true;    // station to hub; false: held back
    bool down = true;  // hub to station
    base::Span delay{1};
    base::Span jitter{15};             // on top of the delay, anew for each message
    std::uint64_t bytes_a_second = 0;  // hub to station; 0: no limit
    bool flaps = false;                // each connection is lost soon, most when it is used
};

struct ToStation {
    enum class What : std::uint8_t { connected, disconnected, bytes };
    What what = What::bytes;
    base::Bytes bytes;
};
struct ToHub {
    std::string peer;     // new for every connection
    std::string station;  // whose key it is
    bool left = false;    // the connection's end, else bytes
    base::Bytes bytes;
};

class Network {
  public:
    explicit Network(Chance chance) : chance_(chance) {}

    Line& line(const std::string& station) { return ends_[station].line; }

    // The station's program begins, or ends. While it runs, the network connects it by itself, again and
    // again.
    void start_station(const std::string& station, base::Instant now);
    void stop_station(const std::string& station, base::Instant now);
    // The station throws its connection away: nothing more of it arrives there, and no end is told.
    void reconnect(const std::string& station, base::Instant now);
    // The connection is lost, by nobody's wish.
    void cut(const std::string& station, base::Instant now);
    // So is it, and what the station had sent last on it (and may come twice) comes once more, as the first
    // on the next one.
    void cut_with_echo(const std::string& station, base::Instant now);

    // The line is quick again: what is under way arrives now.
    void hasten(const std::string& station, base::Instant now);

    void start_hub() { hub_runs_ = true; }
    // All connections are lost, and what was on its way to the hub.
    void stop_hub(base::Instant now);

    // Dropped where there is no connection. `may_echo`: cut_with_echo() may let it come again.
    void send_up(const std::string& station, base::Bytes bytes, base::Instant now, bool may_echo = false);
    void send_down(const std::string& peer, base::Bytes bytes, base::Instant now);

    // What has arrived by now, in the order of arrival.
    std::vector<ToStation> at_station(const std::string& station, base::Instant now);
    std::vector<ToHub> at_hub(base::Instant now);

    // The station's present connection, as the hub names it; empty where there is none.
    [[nodiscard]] std::string peer(const std::string& station) const;
    // Whether nothing more can come of a connection that was lost.
    [[nodiscard]] bool has_settled() const;
    // What befell messages so far.
    [[nodiscard]] std::uint64_t lost() const { return lost_; }
    [[nodiscard]] std::uint64_t held() const { return held_; }
    [[nodiscard]] std::uint64_t echoed() const { return echoed_; }

    // Bytes that the hub has sent on the station's present connection.
    [[nodiscard]] std::uint64_t sent_down(const std::string& station) const;

  private:
    struct Parcel {
        base::Instant due;
        base::Bytes bytes;
    };
    struct Way {
        std::deque<Parcel> parcels;
        base::Instant last;
    };
    struct Connection {
        std::string peer;
        Way up;
        Way down;
        std::uint64_t sent_down = 0;
        std::deque<base::Bytes> last_words;  // what the station sent last
        std::optional<base::Instant> ends;   // on a line that flaps
    };
    struct End {  // a station's
        Line line;
        bool runs = false;
        base::Instant retry;  // not before
        std::optional<Connection> current;
        std::deque<Connection> lost;            // with what of them may still arrive
        std::optional<base::Instant> tell_end;  // when `disconnected` is told
        std::deque<base::Bytes> echo;           // for the next connection
    };
    struct Goodbye {
        base::Instant due;
        std::string peer;
        std::string station;
    };

    void connect(const std::string& station, End& end, base::Instant now);
    // Moves the present connection to the lost ones; `down_arrives`: some of what is on its way there still
    // comes.
    void lose(const std::string& station, End& end, bool down_arrives, base::Instant now);
    // `much`: often all of it, and late.
    void some_of(Way& way, bool much, base::Instant now);
    base::Instant due(const Line& line, const Way& way, base::Instant now);

    Chance chance_;
    bool hub_runs_ = false;
    std::uint64_t lost_ = 0;
    std::uint64_t held_ = 0;
    std::uint64_t echoed_ = 0;
    std::uint64_t connections_ = 0;
    std::map<std::string, End> ends_;
    std::vector<Goodbye> goodbyes_;  // to be told to the hub
};

}  // namespace dais::support
