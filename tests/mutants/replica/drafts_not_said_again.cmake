wrong("A station that comes again does not say again what is being written at it.")
of(common/replica/drafts.cpp)
replace([[
    for (auto& [_, own] : own_) {
        own.fresh = true;
]] [[
    for (auto& [_, own] : own_) {
]])
