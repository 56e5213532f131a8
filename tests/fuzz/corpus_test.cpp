// The seeds of the wire's fuzz targets are of use only while most of them are well-formed: when the format
// has changed, make_wire_corpus tests/fuzz/corpus makes them anew.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "wire/codec.hpp"

namespace dais::wire {
namespace {

template <class Decode>
std::size_t well_formed(const std::string& name, Decode decode) {
    std::size_t taken = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(DAIS_SOURCE_DIR "/tests/fuzz/corpus/" + name)) {
        std::ifstream stream(file.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        if (decode(bytes.str()).ok()) ++taken;
    }
    return taken;
}

TEST(FuzzCorpus, HasASeedForEverything) {
    EXPECT_GE(well_formed("wire_envelope", decode_envelope), std::variant_size_v<Message>);
    EXPECT_GE(well_formed("wire_entry", decode_entry), std::variant_size_v<meeting::Event>);
    EXPECT_GE(well_formed("wire_command", decode_command), std::variant_size_v<meeting::Command>);
    EXPECT_GE(well_formed("wire_meeting", decode_meeting), 4u);
}

}  // namespace
}  // namespace dais::wire
