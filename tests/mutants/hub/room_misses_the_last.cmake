wrong("A room's screen that had no credit when something changed is not shown it later.")
of(common/hub/rooms.cpp)
replace([[continue;
        if (peer.drafts.bytes_under_way >= max_draft_bytes_under_way) continue;
        peer.room = room_;]] [[continue;
        peer.room = room_;
        if (peer.drafts.bytes_under_way >= 1) continue;]])
