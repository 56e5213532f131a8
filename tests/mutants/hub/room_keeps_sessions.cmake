wrong("After a full disk the hub holds requests for accepted whose entries were not stored.")
of(common/hub/hub.cpp)
replace([[
        sessions_.take_back(each.entry.session, each.entry.request);
]] [[
]])
