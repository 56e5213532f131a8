wrong("An act that was meant for one speaker hits whoever has the floor when it arrives.")
of(common/meeting/topics.cpp)
replace([[
    if (!seen || *seen == floor) return std::nullopt;
]] [[
    return std::nullopt;
]])
