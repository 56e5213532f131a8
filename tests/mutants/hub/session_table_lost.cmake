wrong("A hub that comes back does not make the table of sessions again from its journal.")
of(common/hub/restoring.cpp)
replace([[
        sessions_.accept(entry->session, entry->fact.stamp.actor.name, entry->request, next);
]] [[
]])
