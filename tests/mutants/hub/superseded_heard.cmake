wrong("The hub goes on hearing a station's earlier connection after a later one has said hello.")
of(common/hub/hub.cpp)
replace([[
    for (const auto& id : older) {
        refuse(id, "superseded", "This station has connected again elsewhere.");
        peers_.erase(id);
    }
]] [[
]])
