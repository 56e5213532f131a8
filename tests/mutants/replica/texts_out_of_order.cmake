wrong("What was not answered is sent again in the opposite order.")
of(common/replica/replica.cpp)
replace([[
    for (auto& [request, waiting] : outbox_.all()) {
        if (waiting.doubtful) {
]] [[
    for (auto each = outbox_.all().rbegin(); each != outbox_.all().rend(); ++each) {
        auto& [request, waiting] = *each;
        if (waiting.doubtful) {
]])
