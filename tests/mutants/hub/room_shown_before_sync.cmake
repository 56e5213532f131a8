wrong("A room's screen is shown what is decided, whether it is synced or not.")
of(common/hub/rooms.cpp)
replace([[meeting::room_view(durable_)]] [[meeting::room_view(working_)]])
