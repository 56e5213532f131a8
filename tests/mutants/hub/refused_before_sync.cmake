wrong("The hub refuses at once, though the refusal may rest on what is not synced.")
of(common/hub/hub.cpp)
replace([[
    held_.push_back({working_head(), peer, std::move(bytes)});
]] [[
    if (answer.fate == wire::Fate::refused) return send_bytes(peer, std::move(bytes));
    held_.push_back({working_head(), peer, std::move(bytes)});
]])
