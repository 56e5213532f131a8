// The speakers' list: points of order first, then statements and replies in order; rights of reply in a queue
// of their own, taken up when the list is exhausted (the practice of the General Assembly: rules 71, 73 and
// 115).
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

std::vector<Request>& queue_of(Proceedings& proceedings, Kind kind) {
    return kind == Kind::right_of_reply ? proceedings.replies : proceedings.list;
}

const std::vector<Request>& queue_of(const Proceedings& proceedings, Kind kind) {
    return kind == Kind::right_of_reply ? proceedings.replies : proceedings.list;
}

template <class Queue>
auto position(Queue& queue, RequestId id) {
    return std::find_if(queue.begin(), queue.end(), [&](const Request& request) { return request.id == id; });
}

bool points_of_order_are_first(const std::vector<Request>& queue) {
    return std::is_partitioned(queue.begin(), queue.end(),
                               [](const Request& request) { return request.kind == Kind::point_of_order; });
}

// Puts a request before another, or at its queue's end; points of order stay before what is none.
void insert(Proceedings& proceedings, Request request, RequestId before) {
    auto& queue = queue_of(proceedings, request.kind);
    const auto others = std::find_if(queue.begin(), queue.end(),
                                     [](const Request& r) { return r.kind != Kind::point_of_order; });
    const auto at = position(queue, before);
    queue.insert(request.kind == Kind::point_of_order ? std::min(at, others) : std::max(at, others),
                 std::move(request));
}

bool has_request(const Proceedings& proceedings, const ParticipantId& who, Kind kind) {
    const auto& queue = queue_of(proceedings, kind);
    return std::any_of(queue.begin(), queue.end(),
                       [&](const Request& request) { return request.who == who && request.kind == kind; });
}

void erase(Proceedings& proceedings, RequestId id) {
    const auto matches = [&](const Request& request) { return request.id == id; };
    std::erase_if(proceedings.list, matches);
    std::erase_if(proceedings.replies, matches);
}

// What others than the chair do to the list stays when an act of the chair is taken back, so it is done to
// the values from before those acts as well. The act under way is left out: it is what would be taken back.
template <class Change>
void change_everywhere(Meeting& meeting, const Stamp& stamp, const Change& change) {
    change(meeting.proceedings);
    for (auto& act : meeting.acts) {
        if (act.entry != stamp.entry && act.actor != stamp.actor.name) change(act.before);
    }
}

struct Found {
    const Request* request = nullptr;
    std::optional<Refusal> refusal;
};

// The one request that is meant by an id, or by a person who has just one.
Found find_one(const Meeting& meeting, const ParticipantId& who, RequestId id) {
    const auto& proceedings = meeting.proceedings;
    if (id) {
        if (const auto* found = find_request(proceedings, id)) return {found, std::nullopt};
        return {nullptr, refuse(Reason::not_on_the_list, "That request is not on the list any more.")};
    }
    if (auto refusal = refuse_unknown(meeting, who)) return {nullptr, std::move(refusal)};
    Found found;
    for (const auto* queue : {&proceedings.list, &proceedings.replies}) {
        for (const auto& request : *queue) {
            if (request.who != who) continue;
            if (found.request != nullptr) {
                return {nullptr,
                        refuse(Reason::more_than_one_request,
                               spoken_name(meeting, who) + " has more than one request; say which.")};
            }
            found.request = &request;
        }
    }
    if (found.request == nullptr) {
        found.refusal = refuse(Reason::not_on_the_list, spoken_name(meeting, who) + " is not on the list.");
    }
    return found;
}

std::optional<Refusal> refuse_exhausted(const Meeting& meeting, const Participant& person) {
    const auto& proceedings = meeting.proceedings;
    if (proceedings.limits.right_of_reply.empty()) return std::nullopt;
    const auto delegation = delegation_of(person);
    auto count = static_cast<std::size_t>(replies_given(proceedings, delegation));
    for (const auto& request : proceedings.replies) {
        const auto* other = find_participant(meeting, request.who);
        if (other != nullptr && delegation_of(*other) == delegation) ++count;
    }
    const auto allowed = proceedings.limits.right_of_reply.size();
    if (count < allowed) return std::nullopt;
    return refuse(Reason::replies_exhausted, delegation + " has had, or asked for, all of the " +
                                                 std::to_string(allowed) +
                                                 " rights of reply that it may have.");
}

}  // namespace

const Request* next_request(const Proceedings& proceedings) {
    if (!proceedings.list.empty()) return &proceedings.list.front();
    return proceedings.replies.empty() ? nullptr : &proceedings.replies.front();
}

const Request* find_request(const Proceedings& proceedings, RequestId id) {
    for (const auto* queue : {&proceedings.list, &proceedings.replies}) {
        if (const auto at = position(*queue, id); at != queue->end()) return &*at;
    }
    return nullptr;
}

std::uint32_t replies_given(const Proceedings& proceedings, const std::string& delegation) {
    const auto found = proceedings.replies_given.find(delegation);
    return found == proceedings.replies_given.end() ? 0 : found->second;
}

Decision decide_on(const Context& context, const RequestFloor& command) {
    const auto& proceedings = context.meeting.proceedings;
    if (auto refusal = refuse_after_end(context.meeting)) return *std::move(refusal);
    if (auto refusal = refuse_unknown(context.meeting, command.who)) return *std::move(refusal);
    if (auto refusal = refuse_name(command.on_behalf_of, "On whose behalf", true)) return *std::move(refusal);
    const auto& person = *find_participant(context.meeting, command.who);
    const bool for_list = command.kind == Kind::statement || command.kind == Kind::reply;
    if (proceedings.list_closed && for_list) {
        return refuse(Reason::list_is_closed, "The list of speakers is closed.");
    }
    if (has_request(proceedings, command.who, command.kind)) {
        return refuse(Reason::already_on_the_list, name_of(person) + " is on the list already.");
    }
    if (command.kind == Kind::right_of_reply) {
        if (auto refusal = refuse_exhausted(context.meeting, person)) return *std::move(refusal);
    }
    if (proceedings.list.size() + proceedings.replies.size() >= max_requests) {
        return refuse(Reason::too_many, "The list has as many requests as it can hold.");
    }
    auto events = begin_act(context, "request_floor " + command.who, true);
    events.emplace_back(FloorRequested{
        RequestId{context.meeting.last_request + 1}, command.who, command.kind, command.on_behalf_of, {}});
    return events;
}

void apply_one(Meeting& meeting, const FloorRequested& event, const Stamp& stamp) {
    if (event.id.value <= meeting.last_request) return;  // it was dealt already
    meeting.last_request = event.id.value;
    if (act_of(meeting, stamp) == 0) log_act(meeting, stamp, "request_floor " + event.who);
    const Request request{event.id, event.who, event.kind, event.on_behalf_of, stamp.recorded};
    // In a value from before an act the person may be on the list still, with the request that the act met
    // or cleared: taking back the act brings that one back, and nobody is on the list twice for one kind.
    change_everywhere(meeting, stamp, [&](Proceedings& proceedings) {
        if (!has_request(proceedings, request.who, request.kind)) insert(proceedings, request, event.before);
    });
}

Decision decide_on(const Context& context, const WithdrawRequest& command) {
    if (auto refusal = refuse_after_end(context.meeting)) return *std::move(refusal);
    auto found = find_one(context.meeting, command.who, command.request);
    if (found.refusal) return *std::move(found.refusal);
    auto events = begin_act(context, "withdraw_request " + found.request->who);
    events.emplace_back(RequestWithdrawn{found.request->id});
    return events;
}

void apply_one(Meeting& meeting, const RequestWithdrawn& event, const Stamp& stamp) {
    // A withdrawal by a chair is an act of its own, and blocks the undo of those before it.
    if (act_of(meeting, stamp) != 0) return erase(meeting.proceedings, event.id);
    const auto* request = find_request(meeting.proceedings, event.id);
    log_act(meeting, stamp, "withdraw_request " + (request == nullptr ? ParticipantId() : request->who));
    change_everywhere(meeting, stamp, [&](Proceedings& proceedings) { erase(proceedings, event.id); });
}

Decision decide_on(const Context& context, const PassOver& command) {
    const auto& proceedings = context.meeting.proceedings;
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    Found found;
    if (!command.request && command.who.empty()) {
        found.request = next_request(proceedings);
        if (found.request == nullptr) return refuse(Reason::list_is_empty, "There is nobody on the list.");
    } else {
        found = find_one(context.meeting, command.who, command.request);
    }
    if (found.refusal) return *std::move(found.refusal);
    if (proceedings.absences.size() >= max_absences)
        return refuse(Reason::too_many, "Too many people were called and were not there.");
    auto events = begin_act(context, "pass_over " + found.request->who);
    events.emplace_back(PassedOver{found.request->id, command.back});
    return events;
}

void apply_one(Meeting& meeting, const PassedOver& event, const Stamp& stamp) {
    auto& proceedings = meeting.proceedings;
    const auto* found = find_request(proceedings, event.id);
    if (found == nullptr) return;
    const Request request = *found;
    proceedings.absences.push_back(
        {request.who, request.kind, request.on_behalf_of, stamp.recorded, event.back});
    erase(proceedings, event.id);
    if (event.back) insert(proceedings, request, {});
}

Decision decide_on(const Context& context, const MoveRequest& command) {
    if (auto refusal = refuse_after_end(context.meeting)) return *std::move(refusal);
    auto moved = find_one(context.meeting, command.who, command.request);
    if (moved.refusal) return *std::move(moved.refusal);
    const Request request = *moved.request;
    RequestId before;
    if (command.before || !command.before_who.empty()) {
        auto target = find_one(context.meeting, command.before_who, command.before);
        if (target.refusal) return *std::move(target.refusal);
        before = target.request->id;
        if (before == request.id) return refuse(Reason::wrong_place, "A request cannot stand before itself.");
        const auto& queue = queue_of(context.meeting.proceedings, request.kind);
        if (position(queue, before) == queue.end()) {
            return refuse(Reason::different_queues, "Rights of reply stand in a queue of their own.");
        }
    }
    auto after = queue_of(context.meeting.proceedings, request.kind);
    after.erase(position(after, request.id));
    after.insert(position(after, before), request);
    if (!points_of_order_are_first(after)) {
        return refuse(Reason::points_of_order_go_first, "Points of order go before all other requests.");
    }
    auto events = begin_act(context, "move_request " + request.who);
    events.emplace_back(RequestMoved{request.id, before});
    return events;
}

void apply_one(Meeting& meeting, const RequestMoved& event, const Stamp&) {
    const auto* found = find_request(meeting.proceedings, event.id);
    if (found == nullptr) return;
    Request request = *found;
    erase(meeting.proceedings, event.id);
    insert(meeting.proceedings, std::move(request), event.before);
}

Decision decide_on(const Context& context, const CloseList&) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (context.meeting.proceedings.list_closed) {
        return refuse(Reason::list_is_closed, "The list of speakers is closed already.");
    }
    auto events = begin_act(context, "close_list");
    events.emplace_back(ListClosed{});
    return events;
}

void apply_one(Meeting& meeting, const ListClosed&, const Stamp&) {
    meeting.proceedings.list_closed = true;
}

Decision decide_on(const Context& context, const ReopenList&) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (!context.meeting.proceedings.list_closed) {
        return refuse(Reason::list_is_open, "The list of speakers is open.");
    }
    auto events = begin_act(context, "reopen_list");
    events.emplace_back(ListReopened{});
    return events;
}

void apply_one(Meeting& meeting, const ListReopened&, const Stamp&) {
    meeting.proceedings.list_closed = false;
}

Decision decide_on(const Context& context, const ClearList&) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (context.meeting.proceedings.list.empty()) {
        return refuse(Reason::list_is_empty, "There is nobody on the list.");
    }
    auto events = begin_act(context, "clear_list");
    events.emplace_back(ListCleared{});
    return events;
}

void apply_one(Meeting& meeting, const ListCleared&, const Stamp&) {
    meeting.proceedings.list.clear();
}

}  // namespace dais::meeting
