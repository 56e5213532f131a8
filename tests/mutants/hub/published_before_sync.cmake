wrong("The hub sends out what it has decided, whether the journal has synced it or not.")
of(common/hub/hub.cpp)
replace([[
    Feeder feeder(options_.epoch, tail_, out_);
]] [[
    Tail published = tail_;
    for (const auto& each : pending_) published.push(each.bytes);
    Feeder feeder(options_.epoch, published, out_);
]])
