wrong("After a full disk the hub goes on deciding on what was not stored.")
of(common/hub/hub.cpp)
replace([[
    working_ = durable_;
}

void Hub::take(const Room&) {
]] [[
}

void Hub::take(const Room&) {
]])
