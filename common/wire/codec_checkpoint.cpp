#include "wire/checkpoint.hpp"
#include "wire/layout_messages.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

namespace dais::wire {

template <>
struct Layout<AcceptedRequest> {
    static constexpr std::tuple fields{field("request", &AcceptedRequest::request),
                                       field("sequence", &AcceptedRequest::sequence)};
};

template <>
struct Layout<SessionRecord> {
    static constexpr std::tuple fields{
        field("session", &SessionRecord::session), field<short_text>("owner", &SessionRecord::owner),
        field("forgotten", &SessionRecord::forgotten),
        field<Terms{.limit = max_checkpoint_requests}>("accepted", &SessionRecord::accepted)};
};

template <>
struct Layout<CheckpointFacts> {
    static constexpr std::tuple fields{
        field("sequence", &CheckpointFacts::sequence), field("chain", &CheckpointFacts::chain),
        field("now", &CheckpointFacts::now),
        field<Terms{.limit = max_checkpoint_sessions}>("sessions", &CheckpointFacts::sessions)};
};

template <>
struct Layout<Checkpoint> {
    static constexpr std::tuple fields{field("facts", &Checkpoint::facts),
                                       field("state", &Checkpoint::state)};
};

base::Bytes encode(const CheckpointFacts& facts, const meeting::Meeting& state) {
    constexpr std::size_t a_paragraph = 1024;
    constexpr std::size_t a_request = 8;
    std::size_t room = 64 * 1024 + state.texts.size() * a_paragraph;
    for (const auto& each : facts.sessions) room += 64 + each.accepted.size() * a_request;
    Writer writer(room);
    writer.array(field_count<Checkpoint>);
    writer.put(facts);
    writer.put(state);
    return writer.take();
}

base::Result<Checkpoint> decode_checkpoint(base::BytesView bytes) {
    return decode<Checkpoint>(bytes, max_checkpoint_bytes, "checkpoint");
}

}  // namespace dais::wire
