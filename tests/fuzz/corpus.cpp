// The fuzz targets over the committed corpus, as an everyday test: no input that was ever kept may fail
// again. Inputs that a fuzzer found are added to the folders under any name.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fuzz/targets.hpp"
#include "wire/codec.hpp"

namespace dais::fuzz {
namespace {

std::vector<std::string> inputs(const std::string& name) {
    std::vector<std::string> all;
    for (const auto& file :
         std::filesystem::directory_iterator(DAIS_SOURCE_DIR "/tests/fuzz/corpus/" + name)) {
        std::ifstream stream(file.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        all.push_back(bytes.str());
    }
    return all;
}

// Runs the target over everything, and expects enough of it to be well-formed for the corpus to be of use:
// when the format changes, make_fuzz_corpus makes it anew.
template <class Target, class Decode>
void expect_useful(const std::string& name, Target target, Decode decode, std::size_t at_least) {
    std::size_t taken = 0;
    for (const auto& bytes : inputs(name)) {
        target(bytes);
        if (decode(bytes).ok()) ++taken;
    }
    EXPECT_GE(taken, at_least) << "run make_fuzz_corpus";
}

TEST(FuzzCorpus, Envelope) {
    expect_useful("envelope", envelope, wire::decode_envelope, std::variant_size_v<wire::Message>);
}
TEST(FuzzCorpus, Entry) {
    expect_useful("entry", entry, wire::decode_entry, std::variant_size_v<meeting::Event>);
}
TEST(FuzzCorpus, Command) {
    expect_useful("command", command, wire::decode_command, std::variant_size_v<meeting::Command>);
}
TEST(FuzzCorpus, Meeting) {
    expect_useful("meeting", fuzz::meeting, wire::decode_meeting, 4);
}

}  // namespace
}  // namespace dais::fuzz
