wrong("A room's screen is told in the welcome how long the journal is.")
of(common/hub/hub.cpp)
replace([[if (is_room(peer)) welcome.head = {};]] [[]])
