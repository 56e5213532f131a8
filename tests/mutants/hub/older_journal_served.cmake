wrong("A hub that was started from an older journal serves stations that have seen more.")
of(common/hub/hub.cpp)
replace([[if (theirs.counter > options_.epoch.counter || hello.head > tail_.head()) {]] [[if (hello.head > tail_.head()) {]])
