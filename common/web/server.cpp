#include "web/server.hpp"

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "web/crew.hpp"
#include "web/visit.hpp"

namespace dais::web {
namespace {

// The library listens with a backlog of five; a hall that takes out its phones at once is more.
constexpr int backlog = 1024;
// What is under way to a reader that does not read: some events, and the whole of the page.
constexpr int send_buffer = 64 * 1024;

void set_option(int socket, int level, int name, int value) {
    ::setsockopt(socket, level, name, &value, sizeof value);
}

}  // namespace

Server::Server(Door& door, std::size_t threads, Answer answer) : door_(door) {
    new_task_queue = [threads] { return new Crew(threads); };  // the library owns it
    set_keep_alive_max_count(1);
    set_payload_max_length(0);
    // The library's own would share a port that another board listens on.
    set_socket_options([](socket_t socket) { set_option(socket, SOL_SOCKET, SO_REUSEADDR, 1); });
    set_default_headers({{"Cache-Control", "no-store"},
                         {"X-Content-Type-Options", "nosniff"},
                         {"Referrer-Policy", "no-referrer"},
                         {"Cross-Origin-Resource-Policy", "same-origin"}});
    set_pre_routing_handler(
        [answer = std::move(answer)](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
            return HandlerResponse::Handled;
        });
}

Server::~Server() {
    door_.close();
    if (!thread_.joinable()) return;
    stop();
    thread_.join();
}

base::Status<> Server::open(const std::string& address, int port) {
    if (port == 0) {
        port_ = bind_to_any_port(address);
    } else {
        port_ = bind_to_port(address, port) ? port : -1;
    }
    if (port_ <= 0 || ::listen(svr_sock_, backlog) != 0) {
        return base::Error{"cannot_listen", "Nothing can listen on " + address + ":" + std::to_string(port) +
                                                ": it is in use, or it is no address of this machine."};
    }
    thread_ = std::thread([this] {
        listen_after_bind();
        ended_ = true;
    });
    // stop() does nothing before it runs.
    while (!is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return base::Done{};
}

bool Server::process_and_close_socket(socket_t socket) {
    set_option(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    set_option(socket, SOL_SOCKET, SO_SNDBUF, send_buffer);
    Visit visit(socket);
    bool served = false;
    if (const auto pass = door_.enter(socket, peer_of(socket))) {
        const int status = visit.read_head();
        if (status == 0) {
            bool closed = false;
            served = process_request(visit, true, closed, nullptr);
        } else if (status > 0) {
            visit.refuse(status);
        }
        visit.part();
    } else {
        visit.refuse(503);
    }
    // After the pass is given back: the number of a closed socket may be another's at once.
    ::close(socket);
    return served;
}

}  // namespace dais::web
