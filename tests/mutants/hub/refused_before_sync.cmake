wrong("The hub refuses at once, though the refusal may rest on what is not synced.")
of(common/hub/hub.cpp)
replace([[
    held_.push_back({working_head(), peer, from.session, from.actor.name, std::move(answer)});
]] [[
    if (answer.fate == wire::Fate::refused) return send(peer, std::move(answer));
    held_.push_back({working_head(), peer, from.session, from.actor.name, std::move(answer)});
]])
