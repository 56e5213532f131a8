wrong("A station takes another station's entry for the answer to its own request of that number.")
of(common/replica/replica.cpp)
replace([[const bool ours = entry->session == options_.session && entry->request != 0;]] [[const bool ours = entry->request != 0;]])
