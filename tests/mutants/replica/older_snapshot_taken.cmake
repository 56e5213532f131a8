wrong("A station takes a snapshot that is older than what it has, and goes back.")
of(common/replica/replica.cpp)
replace([[
    if (taken.sequence < head_) return doubt();
]] [[
]])
