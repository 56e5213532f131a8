wrong("A snapshot holds what the hub has decided, whether it is synced or not.")
of(common/hub/hub.cpp)
replace([[wire::encode(durable_))]] [[wire::encode(working_))]])
