wrong("An act is taken back together with what another has done since.")
of(common/meeting/undo.cpp)
replace([[
        if (!later.empty()) {
]] [[
        if (false) {
]])
