wrong("A snapshot holds what the hub has decided, whether it is synced or not.")
of(common/hub/hub.cpp)
replace([[share(wire::encode(durable_))]] [[share(wire::encode(working_))]])
