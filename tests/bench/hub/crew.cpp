#include "bench/hub/crew.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "bench/hub/board.hpp"
#include "program/clocks.hpp"

namespace dais::bench {
namespace {

constexpr std::size_t messages_a_turn = 256;
constexpr std::int64_t sweep_ms = 250;

wire::SessionId session_of(std::uint32_t author) {
    wire::SessionId session{};
    session[0] = 0xbe;
    std::memcpy(session.data() + 4, &author, sizeof author);
    return session;
}

// Evasive: for three seconds nothing was heard, as this machine is busy.
bool is_live(const CrewMember& member) {
    if (member.follower) return member.follower->live();
    const auto link = member.replica->link();
    return link == replica::LinkState::live || link == replica::LinkState::evasive;
}

std::vector<replica::Outbound> step_of(CrewMember& member, std::vector<replica::Inbound> in) {
    if (member.follower) return member.follower->step(program::uptime(), std::move(in));
    return member.replica->step(program::uptime(), std::move(in));
}

}  // namespace

std::uint32_t author_of(const wire::SessionId& session) {
    if (session[0] != 0xbe) return 0;
    std::uint32_t author = 0;
    std::memcpy(&author, session.data() + 4, sizeof author);
    return author;
}

base::Result<Crew> Crew::open(const net::Context& context, const std::vector<std::string>& names,
                              std::uint32_t first, const net::KeyRing& ring, const std::string& address,
                              Of of) {
    Crew crew;
    crew.epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    for (const auto& name : names) {
        auto keys = ring.load_station(name);
        if (!keys) return keys.error();
        net::StationOptions options;
        options.address = address;
        options.keys = *std::move(keys);
        auto socket = net::StationSocket::open(context, std::move(options));
        if (!socket) return socket.error();
        CrewMember member;
        member.socket = std::make_unique<net::StationSocket>(*std::move(socket));
        const auto session = session_of(first++);
        if (of == Of::followers) {
            member.follower = std::make_unique<Follower>(session);
        } else {
            replica::Options replica;
            replica.session = session;
            replica.program = "bench_hub";
            member.replica = std::make_unique<replica::Replica>(std::move(replica));
        }
        crew.members_.push_back(std::move(member));
        crew.watch(crew.members_.size() - 1);
    }
    return crew;
}

Crew::~Crew() {
    if (epoll_ >= 0) ::close(epoll_);
}

Crew::Crew(Crew&& other) noexcept
    : epoll_(std::exchange(other.epoll_, -1)),
      members_(std::move(other.members_)),
      live_(other.live_),
      lost_(other.lost_) {}

void Crew::watch(std::size_t member) {
    for (const int descriptor : members_[member].socket->descriptors()) {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLET;
        event.data.u64 = member;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
    }
}

void Crew::note_link(CrewMember& member) {
    const bool live = is_live(member);
    if (live == member.live) return;
    member.live = live;
    if (live) {
        ++live_;
    } else {
        --live_;
        ++lost_;
    }
}

void Crew::step(std::size_t place, const Hear& hear) {
    auto& member = members_[place];
    std::vector<std::string> messages;
    // A descriptor tells only once of what has come, so nothing is left unread.
    for (bool again = true; again;) {
        std::vector<replica::Inbound> in;
        for (const auto event : member.socket->events()) {
            if (event == net::LinkEvent::connected) {
                in.emplace_back(replica::Connected{});
            } else {
                in.emplace_back(replica::Disconnected{});
            }
        }
        messages.clear();
        again = member.socket->receive(messages, messages_a_turn) > 0;
        for (auto& message : messages) in.emplace_back(replica::Received{std::move(message)});
        for (auto& order : step_of(member, std::move(in))) {
            if (auto* send = std::get_if<replica::Send>(&order)) {
                member.socket->send(net::share(std::move(send->bytes)));
                again = true;  // sending may have taken in the sign that something came
            } else if (std::holds_alternative<replica::Reconnect>(order)) {
                static_cast<void>(member.socket->reconnect().ok());
                watch(place);
            } else {
                hear(place, order);
            }
        }
    }
    note_link(member);
}

void Crew::turn(int wait_ms, const Hear& hear) {
    constexpr int at_once = 256;
    epoll_event events[at_once];
    const int ready = ::epoll_wait(epoll_, events, at_once, wait_ms);
    for (int i = 0; i < ready; ++i) step(events[i].data.u64, hear);
    // What time alone brings about. A few members at a time, or they would all beat at once and the last of
    // them would be late with what came meanwhile.
    const auto now = moment() / 1'000'000;
    if (swept_ == 0) swept_ = now;
    const auto due = static_cast<std::size_t>(now - swept_) * members_.size() / sweep_ms;
    if (due == 0) return;
    swept_ = now;
    for (std::size_t i = 0; i < std::min(due, members_.size()); ++i) {
        step(sweep_, hear);
        sweep_ = (sweep_ + 1) % members_.size();
    }
}

}  // namespace dais::bench
