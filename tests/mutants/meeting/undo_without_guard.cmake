wrong("An act of the chair is taken back also where texts of the record stand on what it made.")
of(common/meeting/undo.cpp)
replace([[
    if (target.act != nullptr) target.refusal = refuse_dependents(meeting, *target.act);
]] [[
]])
