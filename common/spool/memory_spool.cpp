#include "spool/memory_spool.hpp"

namespace dais::spool {
namespace {

Contents fresh(const Session& session) {
    Contents contents;
    contents.session = session;
    return contents;
}

}  // namespace

MemorySpool::MemorySpool(const Session& session) : MemorySpool(fresh(session)) {}

MemorySpool::MemorySpool(Contents stored) : Spool(stored), stored_(std::move(stored)) {}

std::unique_ptr<MemorySpool> MemorySpool::crash() const {
    return std::unique_ptr<MemorySpool>{new MemorySpool{stored_}};
}

void MemorySpool::fail_change(std::string code, std::uint64_t successes, bool kept_all_the_same) {
    failure_ = Failure{std::move(code), successes, kept_all_the_same};
}

base::Status<> MemorySpool::store(const Contents& next, const Changes&) {
    if (failure_ && failure_->successes == 0) {
        const Failure failure = *failure_;
        failure_.reset();
        if (failure.kept) stored_ = next;
        return base::Error{failure.code, "the disk in memory was told to fail"};
    }
    if (failure_) --failure_->successes;
    stored_ = next;
    ++syncs_;
    return base::Done{};
}

}  // namespace dais::spool
