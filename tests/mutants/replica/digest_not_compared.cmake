wrong("A station does not compare its chain with the hub's.")
of(common/replica/replica.cpp)
replace([[
    if (message.digest != chain_) {
]] [[
    if (false) {
]])
