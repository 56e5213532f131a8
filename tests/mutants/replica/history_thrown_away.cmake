wrong("A station whose hub tells another history throws away what it has, and begins anew with that one.")
of(common/replica/replica.cpp)
replace([[
    if (message.word == "hub_behind" || message.word == "diverged") {
        return give_up(LinkState::diverged, message.sentence);
    }
]] [[
    if (message.word == "hub_behind" || message.word == "diverged") {
        state_ = {};
        head_ = {};
        chain_ = {};
        epoch_ = {};
        return say_hello();
    }
]])
