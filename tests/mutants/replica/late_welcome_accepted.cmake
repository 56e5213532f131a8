wrong("A station follows whatever hub welcomes it, also one that stands behind it.")
of(common/replica/replica.cpp)
replace([[
    if (message.head < head_) {
]] [[
    if (false) {
]])
