// docs/wire-format.md says what the code does: its tables are made from the layouts, and its example is
// encoded. DAIS_RENEW_GOLDEN=1 writes the tables anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "wire/codec.hpp"
#include "wire/hex.hpp"
#include "wire/tables.hpp"

namespace dais::wire {
namespace {

constexpr const char* document_path = DAIS_SOURCE_DIR "/docs/wire-format.md";
constexpr std::string_view begin_mark = "<!-- tables: made from the layouts -->\n";
constexpr std::string_view end_mark = "<!-- end of tables -->\n";

std::string document() {
    std::ifstream file(document_path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string tables() {
    Tables made;
    made.add_variant<Message>("Messages");
    made.add_variant<meeting::Command>("Commands");
    made.add_variant<meeting::Event>("Events");
    made.add_struct<base::Epoch>();
    made.add_struct<Entry>();
    made.add_struct<meeting::Meeting>();
    return "\n" + made.text() + "\n";
}

TEST(Document, TablesAreThoseOfTheLayouts) {
    auto text = document();
    const auto begin = text.find(begin_mark);
    const auto end = text.find(end_mark);
    ASSERT_NE(begin, std::string::npos);
    ASSERT_NE(end, std::string::npos);
    const auto from = begin + begin_mark.size();
    if (std::getenv("DAIS_RENEW_GOLDEN") != nullptr) {
        text.replace(from, end - from, tables());
        std::ofstream(document_path) << text;
        GTEST_SKIP() << "written anew: " << document_path;
    }
    EXPECT_EQ(text.substr(from, end - from), tables());
}

// The bytes at the beginning of each line of the block after "## An example", up to two spaces.
std::string example_bytes() {
    const auto text = document();
    const auto begin = text.find("```\n", text.find("## An example")) + 4;
    std::istringstream block(text.substr(begin, text.find("```", begin) - begin));
    std::string bytes;
    for (std::string line; std::getline(block, line);) bytes += from_hex(line.substr(0, line.find("  ")));
    return bytes;
}

TEST(Document, ExampleIsWhatIsSent) {
    const meeting::Write write{.of = meeting::InterventionId(12), .text = "Le comité approuve.", .after = {}};
    const Envelope envelope{.epoch = {5, 0x1122334455667788},
                            .message = CommandMessage{.request = 300, .script_time = {}, .command = write}};
    EXPECT_EQ(hex(example_bytes()), hex(encode(envelope)));
}

}  // namespace
}  // namespace dais::wire
