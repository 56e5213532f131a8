wrong("A text that the hub refuses is gone, instead of being its author's again.")
of(common/replica/replica.cpp)
replace([[
            out_.emplace_back(Unplaced{request, sentence});
]] [[
            out_.emplace_back(Forget{request});
]])
