#include "meeting/decide.hpp"

#include "meeting/topics.hpp"

namespace dais::meeting {

bool may_ask_now(const Meeting& meeting, Desk desk, const Command& command) {
    if (!may_ask(desk, command)) return false;
    const bool in_the_chairs_stead = desk == Desk::moderator && (std::holds_alternative<GiveFloor>(command) ||
                                                                 std::holds_alternative<EndFloor>(command));
    return !in_the_chairs_stead || !meeting.proceedings.debate_moderator.empty();
}

Decision decide(const Meeting& meeting, const Actor& actor, const Command& command, base::Instant now) {
    if (!may_ask(actor.desk, command)) {
        return refuse(Reason::not_your_desk, "A station of the " + std::string(word(actor.desk)) +
                                                 " cannot ask for " + std::string(command_word(command)) +
                                                 ".");
    }
    if (!may_ask_now(meeting, actor.desk, command)) {
        return refuse(Reason::not_your_desk, "The chair has not let a moderator give the floor.");
    }
    const Context context{meeting, actor, now};
    return std::visit([&](const auto& c) { return decide_on(context, c); }, command);
}

}  // namespace dais::meeting
