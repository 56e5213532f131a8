wrong("The hub sends a station all there is, whatever credit the station gave.")
of(common/hub/peers.cpp)
replace([[parts.size() && peer.sent < peer.allowed) {]] [[parts.size()) {]])
replace([[peer.cursor.next() >= tail_.first() &&
           peer.sent < peer.allowed) {]] [[peer.cursor.next() >= tail_.first()) {]])
