wrong("A draft for which a station has no credit is never sent to it.")
of(common/hub/drafts.cpp)
replace([[if (next == changes_.end()) told.upto = last_;]] [[told.upto = last_;]])
