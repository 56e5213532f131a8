wrong("A station takes a snapshot of whatever bytes come, also where they are parts of two.")
of(common/replica/snapshot_in.cpp)
replace([[
    } else if (!first_ || first_->sequence != part.sequence || first_->state != part.state ||
               first_->total != part.total || part.offset != bytes_.size()) {
]] [[
    } else if (!first_ || part.offset != bytes_.size()) {
]])
replace([[
    if (digester_.finish() != part.state)
        return bad("The snapshot does not have the digest that it should have.");
]] [[
]])
