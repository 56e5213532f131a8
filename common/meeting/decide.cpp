#include "meeting/decide.hpp"

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

bool only_where_let(const Command& command) {
    return std::holds_alternative<GiveFloor>(command) || std::holds_alternative<EndFloor>(command);
}

}  // namespace

Decision decide(const Meeting& meeting, const Actor& actor, const Command& command, base::Instant now) {
    if (!may_ask(actor.desk, command)) {
        return refuse(Reason::not_your_desk, "A station of the " + std::string(word(actor.desk)) +
                                                 " cannot ask for " + std::string(command_word(command)) +
                                                 ".");
    }
    if (actor.desk == Desk::moderator && only_where_let(command) &&
        meeting.proceedings.debate_moderator.empty()) {
        return refuse(Reason::not_your_desk, "The chair has not let a moderator give the floor.");
    }
    const Context context{meeting, actor, now};
    return std::visit([&](const auto& c) { return decide_on(context, c); }, command);
}

}  // namespace dais::meeting
