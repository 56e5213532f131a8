wrong("The hub lets a station go on from an entry that it has seen otherwise.")
of(common/hub/hub.cpp)
replace([[
    if (*tail_.digest(hello.head) != hello.digest) {
]] [[
    if (false) {
]])
