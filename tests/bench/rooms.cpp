// From the hub to those who have no desk, from outside: how long after a station without a window, on the
// same machine, has applied an entry the room's screen has drawn it, and a browser has it from the board.
// Starts Xvfb, a hub, the screen and the board itself; the board also with further pages open.
//
//   bench_rooms [acts, 100] [pages besides, 200]
#include <netinet/in.h>
#include <sys/socket.h>

#include <mutex>

#include "outside.hpp"

namespace dais {
namespace {

using namespace outside;

// A page that is open: it reads what the board says, and notes when each state came.
class Reader {
  public:
    Reader(const std::string& address, bool notes) : notes_(notes) {
        const auto colon = address.rfind(':');
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(static_cast<std::uint16_t>(std::atoi(address.c_str() + colon + 1)));
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) give_up("no board");
        const std::string request = "GET /events HTTP/1.1\r\nHost: board\r\n\r\n";
        if (::send(socket_, request.data(), request.size(), 0) < 0) give_up("the board does not listen");
        thread_ = std::thread([this] { read(); });
    }
    ~Reader() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // When the state after so many others came; 0: not yet.
    std::int64_t came(std::size_t number) {
        const std::scoped_lock lock(mutex_);
        return number < states_.size() ? states_[number] : 0;
    }
    std::size_t states() {
        const std::scoped_lock lock(mutex_);
        return states_.size();
    }

  private:
    void read() {
        std::string rest;
        char bytes[16'384];
        for (;;) {
            const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
            if (got <= 0) return;
            const auto at = micros();
            rest.append(bytes, static_cast<std::size_t>(got));
            for (auto end = rest.find("\n\n"); end != std::string::npos; end = rest.find("\n\n")) {
                const bool state = rest.substr(0, end).find("event: state") != std::string::npos;
                rest.erase(0, end + 2);
                const std::scoped_lock lock(mutex_);
                if (state && (notes_ || states_.empty())) states_.push_back(at);
            }
        }
    }

    bool notes_;
    int socket_ = -1;
    std::mutex mutex_;
    std::vector<std::int64_t> states_;
    std::thread thread_;
};

// Opens and closes the list: each changes what the room sees, once.
meeting::Command turn_list(int number) {
    if (number % 2 == 0) return meeting::CloseList{};
    return meeting::ReopenList{};
}

// So many acts, at no fixed distance, so that the clock's own frames are met at every moment of a second.
std::vector<Seen> acts_of(Room& room, int acts) {
    auto cast = room.cast({"chair"});
    std::vector<Seen> seen;
    for (int i = 0; i < acts; ++i) {
        seen.push_back(act(cast, "chair", turn_list(i)));
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(150 + i * 37 % 200);
        Room::turn_until(cast, [&] { return std::chrono::steady_clock::now() >= until; });
    }
    return seen;
}

void measure_screen(Room& room, int acts) {
    const Desk desk{"room", "clerk-station"};
    const auto window = room.open(desk);
    room.wait_for(desk, [](const Shown& each) { return each.live && each.changes > 0; });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto before = frames_in(room.log_of(desk)).back().changes;
    const auto seen = acts_of(room, acts);
    const auto shows = [&](const Shown& frame, std::size_t i) {
        return frame.changes > before + static_cast<std::int64_t>(i);
    };
    room.wait_for(desk, [&](const Shown& each) { return shows(each, seen.size() - 1); });
    const auto frames = frames_in(room.log_of(desk));
    std::vector<double> ms;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const auto shown =
            std::find_if(frames.begin(), frames.end(), [&](const Shown& frame) { return shows(frame, i); });
        ms.push_back(static_cast<double>(shown->at - seen[i].at) / 1000);
    }
    print("room", "wire to frame", ms);
}

template <class Holds>
void wait_until(const Holds& holds, const std::string& what) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) give_up(what);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void measure_board(Room& room, int acts, int pages) {
    const auto announced = room.out() / "board.address";
    fs::remove(announced);
    const Program board({DAIS_BIN_DIR "/dais", "board", "--hub", room.address(), "--keys",
                         room.keys().string(), "--spool", (room.out() / "stations/board.spool").string(),
                         "--listen", "127.0.0.1:0", "--announce", announced.string()});
    wait_until([&] { return fs::exists(announced) && fs::file_size(announced) > 0; }, "no board");
    std::ifstream file(announced);
    std::string address;
    std::getline(file, address);
    while (!address.empty() && (address.back() == '/' || address.back() == '\n')) address.pop_back();
    std::vector<std::unique_ptr<Reader>> others;
    for (int i = 0; i < pages; ++i) others.push_back(std::make_unique<Reader>(address, false));
    Reader reader(address, true);
    wait_until([&] { return reader.states() > 0; }, "the board says nothing");
    for (const auto& other : others) wait_until([&] { return other->states() > 0; }, "a page stays empty");
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto before = reader.states();
    const auto seen = acts_of(room, acts);
    wait_until([&] { return reader.states() >= before + seen.size(); }, "the board falls silent");
    std::vector<double> ms;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        ms.push_back(static_cast<double>(reader.came(before + i) - seen[i].at) / 1000);
    }
    print("board", fmt::format("wire to browser, {} pages besides", pages), ms);
    fmt::print(R"({{"bench":"rooms","desk":"board","measure":"memory","resident_mib":{:.0f}}})"
               "\n",
               board.memory("VmRSS"));
}

}  // namespace
}  // namespace dais

int main(int argc, char** argv) {
    const auto number = [&](int at, int otherwise) { return argc > at ? std::atoi(argv[at]) : otherwise; };
    char folder[] = "/tmp/bench_rooms_XXXXXX";
    if (::mkdtemp(folder) == nullptr) dais::outside::give_up("no folder");
    {
        dais::outside::Room room(folder);
        dais::outside::open_meeting(room);
        dais::measure_screen(room, number(1, 100));
        dais::measure_board(room, number(1, 100), 0);
        dais::measure_board(room, number(1, 100), number(2, 200));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}
