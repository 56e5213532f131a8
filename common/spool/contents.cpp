#include "spool/contents.hpp"

#include <algorithm>
#include <utility>

namespace dais::spool {
namespace {

base::Status<> within(std::size_t size, std::size_t limit, const char* code, const char* what) {
    if (size <= limit) return base::Done{};
    return base::Error{code, std::string{what} + " has " + std::to_string(size) + " bytes, the limit is " +
                                 std::to_string(limit)};
}

base::Status<> check_request(std::uint64_t request) {
    if (request <= max_request) return base::Done{};
    return base::Error{"request_too_large",
                       "request " + std::to_string(request) + " is beyond the last number"};
}

std::size_t bytes_of(const Contents& contents) {
    std::size_t bytes = 0;
    for (const auto& [request, item] : contents.items) bytes += item.bytes.size();
    for (const auto& [place, text] : contents.drafts) bytes += text.size();
    return bytes;
}

std::vector<Item> filtered(const Contents& contents, bool unplaced) {
    std::vector<Item> items;
    for (const auto& [request, item] : contents.items) {
        if (item.unplaced.has_value() == unplaced) items.push_back(item);
    }
    return items;
}

}  // namespace

std::vector<Item> Contents::outbox() const {
    return filtered(*this, false);
}
std::vector<Item> Contents::unplaced() const {
    return filtered(*this, true);
}

Changes& Changes::keep(std::uint64_t request, Kind kind, base::BytesView bytes) {
    steps_.emplace_back(Keep{{request, kind, base::Bytes{bytes}, {}}});
    return *this;
}

Changes& Changes::forget(std::uint64_t request) {
    steps_.emplace_back(Forget{request});
    return *this;
}

Changes& Changes::set_unplaced(std::uint64_t request, std::string_view reason) {
    steps_.emplace_back(SetUnplaced{request, std::string{reason}});
    return *this;
}

Changes& Changes::raise_next_request(std::uint64_t at_least) {
    steps_.emplace_back(Raise{at_least});
    return *this;
}

Changes& Changes::keep_draft(std::string_view place, std::string_view text) {
    steps_.emplace_back(KeepDraft{std::string{place}, std::string{text}});
    return *this;
}

Changes& Changes::forget_draft(std::string_view place) {
    steps_.emplace_back(ForgetDraft{std::string{place}});
    return *this;
}

Changes& Changes::set_head_seen(const seal::SignedHead& head) {
    steps_.emplace_back(SetHead{head});
    return *this;
}

base::Status<> Changes::take(Contents& contents, const Keep& step) {
    const auto& item = step.item;
    const auto number = check_request(item.request);
    if (!number) return number;
    if (item.request < contents.next_request) {
        return base::Error{"request_used", "request " + std::to_string(item.request) +
                                               " was used before; the next is " +
                                               std::to_string(contents.next_request)};
    }
    const auto size = within(item.bytes.size(), max_command_bytes, "command_too_long", "a command");
    if (!size) return size;
    if (contents.items.size() >= max_outbox_rows) {
        return base::Error{"spool_full",
                           "the spool holds " + std::to_string(max_outbox_rows) + " commands already"};
    }
    contents.next_request = item.request + 1;
    contents.items.emplace(item.request, item);
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const Forget& step) {
    contents.items.erase(step.request);
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const SetUnplaced& step) {
    const auto found = contents.items.find(step.request);
    if (found == contents.items.end()) {
        return base::Error{"no_such_request",
                           "request " + std::to_string(step.request) + " is not in the spool"};
    }
    const auto size = within(step.reason.size(), max_reason_bytes, "reason_too_long", "a reason");
    if (!size) return size;
    found->second.unplaced = step.reason;
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const Raise& step) {
    const auto number = check_request(step.at_least);
    if (!number) return number;
    contents.next_request = std::max(contents.next_request, step.at_least);
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const KeepDraft& step) {
    const auto place =
        within(step.place.size(), max_place_bytes, "place_too_long", "the key of a draft's place");
    if (!place) return place;
    const auto text = within(step.text.size(), max_draft_bytes, "draft_too_long", "a draft");
    if (!text) return text;
    contents.drafts[step.place] = step.text;
    if (contents.drafts.size() > max_drafts) {
        return base::Error{"spool_full", "the spool holds " + std::to_string(max_drafts) + " drafts already"};
    }
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const ForgetDraft& step) {
    contents.drafts.erase(step.place);
    return base::Done{};
}

base::Status<> Changes::take(Contents& contents, const SetHead& step) {
    contents.head_seen = step.head;
    return base::Done{};
}

base::Result<Contents> Changes::applied_to(Contents contents) const {
    for (const auto& step : steps_) {
        const auto taken = std::visit([&](const auto& one) { return take(contents, one); }, step);
        if (!taken) return taken.error();
    }
    if (bytes_of(contents) > max_contents_bytes) {
        return base::Error{"spool_full",
                           "the spool may hold " + std::to_string(max_contents_bytes) + " bytes in all"};
    }
    return contents;
}

std::set<std::uint64_t> Changes::touched_requests() const {
    std::set<std::uint64_t> requests;
    for (const auto& step : steps_) {
        if (const auto* keep = std::get_if<Keep>(&step)) requests.insert(keep->item.request);
        if (const auto* forget = std::get_if<Forget>(&step)) requests.insert(forget->request);
        if (const auto* unplaced = std::get_if<SetUnplaced>(&step)) requests.insert(unplaced->request);
    }
    return requests;
}

std::set<std::string> Changes::touched_places() const {
    std::set<std::string> places;
    for (const auto& step : steps_) {
        if (const auto* keep = std::get_if<KeepDraft>(&step)) places.insert(keep->place);
        if (const auto* forget = std::get_if<ForgetDraft>(&step)) places.insert(forget->place);
    }
    return places;
}

}  // namespace dais::spool
