wrong("The hub accepts a request again that it has accepted already.")
of(common/hub/hub.cpp)
replace([[
    if (const auto at = sessions_.accepted(peer.session, request)) {
        return answer(peer.id, {request, wire::Fate::accepted, *at, "", ""});
    }
    if (request == 0]] [[
    if (request == 0]])
