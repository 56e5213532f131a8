wrong("The hub answers at once, whether what the answer rests on is synced or not.")
of(common/hub/hub.cpp)
replace([[while (!held_.empty() && held_.front().upto <= tail_.head()) {]] [[while (!held_.empty()) {]])
