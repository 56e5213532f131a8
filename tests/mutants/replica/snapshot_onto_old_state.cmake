wrong("A snapshot is put on top of what the station had: what the record held before stays in it as well.")
of(common/replica/replica.cpp)
replace([[
    state_ = std::move(taken.meeting);
]] [[
    const auto before = std::exchange(state_, std::move(taken.meeting));
    state_.timeline.insert(state_.timeline.begin(), before.timeline.begin(), before.timeline.end());
]])
