wrong("The hub stamps entries with the clock as it is, also where that has gone back.")
of(common/hub/hub.cpp)
replace([[
    now_ = std::max(now_, now);
]] [[
    now_ = now;
]])
