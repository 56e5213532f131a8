wrong("What a clerk has begun to write is handed to every desk.")
of(common/hub/hub.cpp)
replace([[if (!peer.writes || peer.drafts.upto]] [[if (peer.drafts.upto]])
