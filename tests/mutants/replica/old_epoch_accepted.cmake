wrong("A station takes what a hub of an earlier life has sent for what the present one says.")
of(common/replica/replica.cpp)
replace([[if (!welcomed_ || envelope->epoch != epoch_) return;]] [[if (!welcomed_) return;]])
replace([[
    if (epoch.counter < epoch_.counter) return;
]] [[
]])
