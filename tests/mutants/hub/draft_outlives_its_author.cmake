wrong("What a station had begun to write stays on the others' screens when its connection has ended.")
of(common/hub/drafts.cpp)
replace([[for (auto& gone : all) put(peer, std::move(gone));]] [[all.clear();]])
