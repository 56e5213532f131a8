wrong("A hub that comes back does not know when its last entry was recorded, and stamps with a clock that has gone back.")
of(common/hub/restoring.cpp)
replace([[
    now_ = std::max(now_, entry->fact.stamp.recorded);
]] [[
]])
