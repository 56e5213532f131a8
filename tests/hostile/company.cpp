#include "hostile/company.hpp"

#include <algorithm>

#include "program/clocks.hpp"
#include "seal/random.hpp"

namespace dais::hostile {
namespace {

constexpr std::size_t messages_a_turn = 256;

// What the desk asks for as its nth: the chair acts, a clerk writes. The hub accepts all of it.
meeting::Command nth(const std::string& name, std::uint64_t n) {
    if (name.starts_with("chair"))
        return meeting::SetLimit{{}, meeting::Kind::statement, static_cast<std::int64_t>(60 + n % 600)};
    return meeting::MakeNote{name + " writes note " + std::to_string(n) + ".", true, {}};
}

}  // namespace

std::vector<replica::Outbound> Desk::turn() {
    std::vector<replica::Inbound> in;
    for (const auto event : socket_.events()) {
        if (event == net::LinkEvent::connected) {
            in.emplace_back(replica::Connected{});
        } else {
            in.emplace_back(replica::Disconnected{});
        }
    }
    std::vector<std::string> messages;
    socket_.receive(messages, messages_a_turn);
    for (auto& message : messages) in.emplace_back(replica::Received{std::move(message)});
    std::vector<replica::Outbound> told;
    for (auto& order : replica_.step(program::uptime(), std::move(in))) {
        if (auto* send = std::get_if<replica::Send>(&order)) {
            socket_.send(net::share(std::move(send->bytes)));
        } else if (std::holds_alternative<replica::Reconnect>(order)) {
            static_cast<void>(socket_.reconnect().ok());
        } else {
            told.push_back(std::move(order));
        }
    }
    return told;
}

base::Result<std::uint64_t> Desk::submit(meeting::Command command) {
    return replica_.submit(std::move(command), program::uptime());
}

base::Result<std::unique_ptr<Company>> Company::open(const std::vector<std::string>& names,
                                                     const net::KeyRing& ring, const std::string& address) {
    auto context = net::Context::open();
    if (!context) return context.error();
    std::unique_ptr<Company> company(new Company);
    for (const auto& name : names) {
        auto keys = ring.load_station(name);
        if (!keys) return keys.error();
        net::StationOptions options;
        options.address = address;
        options.keys = *std::move(keys);
        auto socket = net::StationSocket::open(*context, std::move(options));
        if (!socket) return socket.error();
        replica::Options replica;
        seal::fill_random(replica.session.data(), replica.session.size());
        replica.program = "an honest station";
        company->sessions_.push_back(replica.session);
        company->desks_.push_back(std::make_unique<Desk>(name, *std::move(socket), std::move(replica)));
        company->sockets_.push_back(&company->desks_.back()->socket());
    }
    company->count_.resize(names.size());
    const auto deadline = Clock::now() + std::chrono::seconds(20);
    bool asked = false;
    while (!asked || !company->settled()) {
        if (Clock::now() > deadline) return base::Error{"no_link", "The honest stations did not get in."};
        company->turn(std::chrono::milliseconds(5));
        if (asked || !company->all_live()) continue;
        asked = true;  // nothing is accepted before the meeting is open
        company->ask(0, meeting::OpenMeeting{});
    }
    return company;
}

Company::~Company() {
    over_ = true;
    if (thread_.joinable()) thread_.join();
}

void Company::begin() {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < desks_.size(); ++i) {
        // Not all at once, or one commit would serve them all.
        due_.push_back(now + pace * static_cast<int>(i) / static_cast<int>(desks_.size()));
    }
    asking_ = true;
    thread_ = std::thread([this] { work(); });
}

bool Company::end(std::chrono::seconds patience) {
    asking_ = false;
    const auto deadline = Clock::now() + patience;
    while (!quiet_ && Clock::now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    over_ = true;
    thread_.join();
    return quiet_;
}

void Company::work() {
    while (!over_) {
        const auto now = Clock::now();
        const bool asking = asking_;
        for (std::size_t i = 0; asking && i < desks_.size(); ++i) {
            if (due_[i] > now) continue;
            due_[i] = std::max(due_[i] + pace, now);
            ask(i, nth(desks_[i]->name(), count_[i] + 1));
        }
        turn(std::chrono::milliseconds(2));
        if (!asking) quiet_ = settled();
    }
}

void Company::ask(std::size_t desk, meeting::Command command) {
    const bool act = meeting::is_act(command);
    const auto now = Clock::now();
    const auto number = desks_[desk]->submit(std::move(command));
    if (!number) return;  // no link for an act: its request would never have left
    ++count_[desk];
    const std::lock_guard lock(mutex_);
    place_[{desk, *number}] = requests_.size();
    requests_.push_back({desk, *number, act, now, {}, {}, {}, {}});
}

void Company::turn(std::chrono::milliseconds wait) {
    net::wait_any(sockets_, wait);
    for (std::size_t i = 0; i < desks_.size(); ++i) {
        const bool linked = desks_[i]->replica().link() != replica::LinkState::connecting;
        for (const auto& told : desks_[i]->turn()) {
            const auto* answer = std::get_if<replica::Settled>(&told);
            if (answer == nullptr) continue;
            const std::lock_guard lock(mutex_);
            auto& request = requests_[place_.at({i, answer->request})];
            request.answered = Clock::now();
            request.fate = answer->fate;
            request.sequence = answer->sequence;
            request.word = answer->word;
        }
        if (linked && desks_[i]->replica().link() == replica::LinkState::connecting) ++disconnections_;
    }
}

bool Company::all_live() const {
    return std::all_of(desks_.begin(), desks_.end(),
                       [](const auto& desk) { return desk->replica().link() == replica::LinkState::live; });
}

bool Company::settled() const {
    const auto head = desks_.front()->replica().head();
    return std::all_of(desks_.begin(), desks_.end(), [&](const auto& desk) {
        return desk->replica().outbox().all().empty() && desk->replica().head() == head;
    });
}

std::vector<double> Company::latencies(Clock::time_point from, Clock::time_point to) {
    std::vector<double> found;
    const std::lock_guard lock(mutex_);
    for (const auto& request : requests_) {
        if (request.asked < from || request.asked >= to || !request.answered) continue;
        found.push_back(std::chrono::duration<double, std::milli>(*request.answered - request.asked).count());
    }
    std::sort(found.begin(), found.end());
    return found;
}

double median(const std::vector<double>& sorted) {
    return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

}  // namespace dais::hostile
