wrong("A station applies whatever entries come, also where some between are missing.")
of(common/replica/replica.cpp)
replace([[if (snapshot_due_ || message.first != head_.next()) return doubt();]] [[if (snapshot_due_) return doubt();]])
replace([[if (!entry || entry->fact.stamp.entry != head_.next()) return false;]] [[if (!entry) return false;]])
replace([[
    head_ = head_.next();
]] [[
    head_ = entry->fact.stamp.entry;
]])
