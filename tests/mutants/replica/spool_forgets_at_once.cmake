wrong("A text leaves the station's disk when it is sent, and not when the hub has answered.")
of(common/replica/replica.cpp)
replace([[
            waiting.sent = true;
]] [[
            waiting.sent = true;
            if (!waiting.act) out_.emplace_back(Forget{request});
]])
