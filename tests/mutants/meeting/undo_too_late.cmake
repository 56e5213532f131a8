wrong("An act of the chair can be taken back at any time.")
of(common/meeting/undo.cpp)
replace([[
        if (now - act->at > std::chrono::seconds(undo_seconds)) {
]] [[
        if (false) {
]])
