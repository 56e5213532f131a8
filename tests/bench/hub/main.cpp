// How quick a hub is: see --help, and README.md beside this folder for what is measured where.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "bench/hub/floor.hpp"
#include "bench/hub/measures.hpp"
#include "bench/hub/options.hpp"

int main(int argc, char** argv) {
    using namespace dais::bench;
    auto options = read_options(argc, argv);
    if (options.list) {
        for (const auto& measure : all_measures(false)) fmt::print("{}\n", measure.name);
        return 0;
    }
    const bool keep = !options.directory.empty();
    if (!keep) {
        char folder[] = "/tmp/bench_hub_XXXXXX";
        if (::mkdtemp(folder) == nullptr) return 1;
        options.directory = folder;
    }
    const int code = run(options);
    std::error_code ignored;
    if (!keep) std::filesystem::remove_all(options.directory, ignored);
    return code;
}
