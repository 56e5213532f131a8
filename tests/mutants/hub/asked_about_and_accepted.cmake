wrong("The hub accepts a request after it has said, when asked, that it has not come.")
of(common/hub/hub.cpp)
replace([[
        sessions_.close(peer.session, peer.actor.name, ask.request);
]] [[
]])
