#include "support/generators.hpp"

#include <limits>

#include "support/any_value.hpp"

namespace dais::support {
namespace {

// Asks RapidCheck for each choice. REQUIRES: to be used inside of rc::gen::exec or a property.
class Picked : public Source {
  public:
    std::uint64_t natural(std::uint64_t greatest) override {
        const auto drawn = *rc::gen::oneOf(
            rc::gen::inRange<std::uint64_t>(0, 300), rc::gen::arbitrary<std::uint64_t>(),
            rc::gen::element<std::uint64_t>(0xFFFF, 0x10000, 0xFFFFFFFF, 1ull << 32, greatest));
        return greatest == std::numeric_limits<std::uint64_t>::max() ? drawn : drawn % (greatest + 1);
    }
    std::int64_t integer(std::int64_t least, std::int64_t greatest) override {
        const auto drawn = *rc::gen::oneOf(
            rc::gen::inRange<std::int64_t>(-200, 300), rc::gen::arbitrary<std::int64_t>(),
            rc::gen::element<std::int64_t>(-32, -33, -128, -129, -32768, -32769, least, greatest));
        return drawn < least || drawn > greatest ? drawn % 100 : drawn;
    }
    std::string text() override { return *texts(); }
    std::string bytes() override { return *rc::gen::container<std::string>(rc::gen::arbitrary<char>()); }
    std::size_t count() override { return *rc::gen::inRange<std::size_t>(0, 4); }
    std::size_t choose(std::size_t from) override { return *rc::gen::inRange<std::size_t>(0, from); }
    bool yes() override { return *rc::gen::arbitrary<bool>(); }
};

template <class Make>
auto from_picks(Make make) {
    return rc::gen::exec([make] {
        Picked source;
        return make(source);
    });
}

}  // namespace

rc::Gen<std::string> texts() {
    const auto piece =
        rc::gen::element<std::string>("a", "b", "Mr. Lewis", " ", "\u00e9", "\u0416", "\u0628", "\u4f60",
                                      "\U0001F642", "\n", "\"", std::string("\0", 1));
    return rc::gen::map(rc::gen::resize(10, rc::gen::container<std::vector<std::string>>(piece)),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const auto& each : pieces) text += each;
                            return text;
                        });
}

rc::Gen<meeting::Command> commands() {
    return from_picks(any_command);
}
rc::Gen<meeting::Event> events() {
    return from_picks(any_event);
}
rc::Gen<meeting::Meeting> meetings() {
    return from_picks(any_meeting);
}
rc::Gen<wire::Entry> entries() {
    return from_picks(any_entry);
}
rc::Gen<wire::Envelope> envelopes() {
    return from_picks(any_envelope);
}

}  // namespace dais::support
