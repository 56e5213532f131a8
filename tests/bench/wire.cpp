// How long it takes to turn what the hub handles most into bytes and back. One command is encoded by a
// station, decoded by the hub, and its entry encoded once by the hub and decoded once by each station.
#include <benchmark/benchmark.h>

#include "wire/codec.hpp"

namespace dais::wire {
namespace {

std::string paragraph(std::size_t words) {
    std::string text = "Ms. Garcia";
    while (words-- > 2) text += " said";
    return text + ".";
}

meeting::Write write_of(std::size_t words) {
    return {.of = meeting::InterventionId(812), .text = paragraph(words), .after = meeting::TextId(1234)};
}

Envelope small_command() {
    return {.epoch = {3, 0x1122334455667788},
            .message = CommandMessage{.request = 77, .script_time = {}, .command = write_of(8)}};
}

Entry paragraph_entry() {
    Entry entry{.session = {1, 2, 3}, .request = 77, .fact = {}};
    entry.fact.stamp = {.entry = {4711},
                        .recorded = {1'700'000'000'000},
                        .actor = {.name = "clerk-2", .desk = meeting::Desk::clerk}};
    entry.fact.events.emplace_back(meeting::ParagraphWritten{.id = meeting::TextId(1235),
                                                             .of = meeting::InterventionId(812),
                                                             .text = paragraph(300),
                                                             .after = {}});
    return entry;
}

meeting::Meeting large_meeting(std::size_t paragraphs) {
    meeting::Meeting meeting;
    meeting.interventions.resize(paragraphs / 10);
    for (std::size_t i = 0; i < meeting.interventions.size(); ++i) {
        auto& turn = meeting.interventions[i];
        turn.id = meeting::InterventionId(i + 1);
        turn.speaker = {.who = "garcia", .role = meeting::Role::member, .affiliation = "Somewhere"};
        auto& place = meeting.timeline.emplace_back();
        place.ref = i + 1;
    }
    for (std::size_t i = 0; i < paragraphs; ++i) {
        const meeting::InterventionId of(i / 10 + 1);
        meeting.texts.push_back({.id = meeting::TextId(i + 1),
                                 .of = of,
                                 .revisions = {{paragraph(100), "clerk-2", {1'700'000'000'000}}},
                                 .attribution = {}});
        meeting.interventions[i / 10].blocks.emplace_back(i + 1);
    }
    return meeting;
}

template <class T>
void encodes(benchmark::State& state, const T& value) {
    std::size_t length = 0;
    for (auto _ : state) {
        auto bytes = encode(value);
        length = bytes.size();
        benchmark::DoNotOptimize(bytes);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(length) * state.iterations());
    state.counters["bytes"] = static_cast<double>(length);
}

template <class T, class Decode>
void decodes(benchmark::State& state, const T& value, Decode decode) {
    const auto bytes = encode(value);
    for (auto _ : state) {
        auto decoded = decode(bytes);
        benchmark::DoNotOptimize(decoded);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void encode_command(benchmark::State& state) {
    encodes(state, small_command());
}
void decode_a_command(benchmark::State& state) {
    decodes(state, small_command(), decode_envelope);
}
void encode_entry(benchmark::State& state) {
    encodes(state, paragraph_entry());
}
void decode_an_entry(benchmark::State& state) {
    decodes(state, paragraph_entry(), decode_entry);
}
void encode_meeting(benchmark::State& state) {
    encodes(state, large_meeting(10'000));
}
void decode_a_meeting(benchmark::State& state) {
    decodes(state, large_meeting(10'000), decode_meeting);
}

void encode_entries_of_a_commit(benchmark::State& state) {
    const auto entry = encode(paragraph_entry());
    const std::vector<base::BytesView> entries(20, entry);
    for (auto _ : state) {
        auto bytes = encode_entries({3, 4}, {4711}, entries);
        benchmark::DoNotOptimize(bytes);
    }
}

BENCHMARK(encode_command);
BENCHMARK(decode_a_command);
BENCHMARK(encode_entry);
BENCHMARK(decode_an_entry);
BENCHMARK(encode_entries_of_a_commit);
BENCHMARK(encode_meeting)->Unit(benchmark::kMillisecond);
BENCHMARK(decode_a_meeting)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dais::wire
