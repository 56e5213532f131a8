#include "spool/spool.hpp"

namespace dais::spool {

base::Status<> Spool::apply(const Changes& changes) {
    if (stopped_) return *stopped_;
    if (changes.empty()) return base::Done{};
    auto next = changes.applied_to(contents_);
    if (!next) return next.error();
    const auto stored = store(*next, changes);
    if (!stored) {
        const auto& code = stored.error().code;
        if (code != "disk_full" && code != "database_busy" && code != "out_of_memory")
            stopped_ = stored.error();
        return stored;
    }
    contents_ = std::move(*next);
    return base::Done{};
}

base::Status<> Spool::keep(std::uint64_t request, Kind kind, base::BytesView bytes) {
    return apply(Changes{}.keep(request, kind, bytes));
}

base::Status<> Spool::forget(std::uint64_t request) {
    return apply(Changes{}.forget(request));
}

base::Status<> Spool::set_unplaced(std::uint64_t request, std::string_view reason) {
    return apply(Changes{}.set_unplaced(request, reason));
}

base::Status<> Spool::keep_draft(std::string_view place, std::string_view text) {
    return apply(Changes{}.keep_draft(place, text));
}

base::Status<> Spool::forget_draft(std::string_view place) {
    return apply(Changes{}.forget_draft(place));
}

base::Status<> Spool::set_head_seen(const seal::SignedHead& head) {
    return apply(Changes{}.set_head_seen(head));
}

}  // namespace dais::spool
