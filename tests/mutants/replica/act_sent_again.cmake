wrong("An act without an answer is sent again on the next connection, as a text is.")
of(common/replica/outbox.cpp)
replace([[
        waiting.doubtful = waiting.act;
]] [[
]])
