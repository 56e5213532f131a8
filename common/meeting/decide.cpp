#include "meeting/decide.hpp"

#include "meeting/topics.hpp"

namespace dais::meeting {

Decision decide(const Meeting& meeting, const Actor& actor, const Command& command, base::Instant now) {
    if (!may_ask(actor.desk, command)) {
        return refuse(Reason::not_your_desk, "A station of the " + std::string(word(actor.desk)) +
                                                 " cannot ask for " + std::string(command_word(command)) +
                                                 ".");
    }
    const Context context{meeting, actor, now};
    return std::visit([&](const auto& c) { return decide_on(context, c); }, command);
}

}  // namespace dais::meeting
