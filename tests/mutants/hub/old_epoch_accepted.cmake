wrong("The hub accepts what a station says to an earlier life of it.")
of(common/hub/hub.cpp)
replace([[
    if (envelope->epoch != options_.epoch) {
]] [[
    if (false) {
]])
