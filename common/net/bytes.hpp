// What net carries: opaque bytes. What they mean is wire's business.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace dais::net {

// Bytes that many peers are sent at once: held together, never copied per peer, never changed.
using SharedBytes = std::shared_ptr<const std::string>;

inline SharedBytes share(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

enum class SendResult {
    sent,  // queued for the peer; whether it arrives only the peer's own answer can say
    gone,  // there is no such peer, or no finished connection: nothing was queued
    full,  // the queue to it is at its limit: nothing was queued
};

// Why wait() came back. Neither may hold: after a timeout, after a signal, or because something of net's own
// was due.
struct Ready {
    bool messages = false;  // something can be received, or the link changed
    bool extra = false;     // the extra file descriptor can be read
};

}  // namespace dais::net
