// A station in a process of its own, for tests that stop it, or that give it a key which is not on the list.
//   watcher RING NAME ADDRESS SPOOL OUTPUT
// writes "LINK HEAD DIGEST" to OUTPUT whenever one of them has changed, until it is killed.
#include <cstdio>
#include <string>

#include "cli/cast.hpp"
#include "program/clocks.hpp"
#include "program/print.hpp"
#include "seal/digest.hpp"
#include "wire/codec.hpp"

int main(int argc, char** argv) {
    using namespace dais;
    if (argc != 6) return 2;
    auto cast = cli::Cast::open({argv[2]}, net::KeyRing(argv[1]), argv[3], argv[4]);
    if (!cast) {
        std::fprintf(stderr, "%s\n", cast.error().text.c_str());
        return 3;
    }
    std::string written;
    for (;;) {
        if (!cast->turn(base::Span{50}, [](const auto&, const auto&) {})) return 3;
        const auto& replica = cast->at(argv[2]).replica();
        const auto line = std::string(replica::word(replica.link())) + " " +
                          std::to_string(replica.head().value) + " " +
                          seal::hex(wire::state_digest(replica.state())) + "\n";
        if (line != written && program::write_file(argv[5], line)) written = line;
    }
}
