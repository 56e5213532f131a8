wrong("A station settles a request before it has applied the entry.")
of(common/replica/replica.cpp)
replace([[
    if (message.fate == wire::Fate::accepted && message.sequence > head_) return;
]] [[
]])
