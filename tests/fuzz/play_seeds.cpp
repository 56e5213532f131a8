// The main of a fuzz target where there is no libFuzzer: plays every seed of a folder, some of its
// beginnings, and some damage that is the same in every run, some PLAYS times in all. It finds no new paths;
// it keeps the target building and the seeds true.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

// Its name and its signature are libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr std::size_t most_of_one = 256;  // beginnings, and as many damages

// A copy of its own for every run, so that reading past the end is seen.
void play(const std::string& input) {
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string damaged(std::string input, std::minstd_rand& chance) {
    for (auto blows = 1 + chance() % 4; blows > 0 && !input.empty(); --blows) {
        const auto at = chance() % input.size();
        switch (chance() % 3) {
            case 0:
                input[at] = static_cast<char>(chance() % 256);
                break;
            case 1:
                input.erase(at, 1 + chance() % 8);
                break;
            default:
                input.insert(at, 1 + chance() % 8, static_cast<char>(chance() % 256));
                break;
        }
    }
    return input;
}

void play_all_of(const std::string& seed, std::size_t times, std::minstd_rand& chance) {
    play(seed);
    const std::size_t step = std::max<std::size_t>(1, (seed.size() + times - 1) / times);
    for (std::size_t length = 0; length < seed.size(); length += step) play(seed.substr(0, length));
    for (std::size_t i = 0; i < times; ++i) play(damaged(seed, chance));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3 || !std::filesystem::is_directory(arguments[1])) {
        std::fprintf(stderr, "Usage: %s FOLDER-OF-SEEDS PLAYS\n", arguments[0]);
        return 2;
    }
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    const auto plays = std::strtoul(arguments[2], nullptr, 10);
    const auto times =
        std::clamp<std::size_t>(plays / 2 / std::max<std::size_t>(paths.size(), 1), 2, most_of_one);
    std::minstd_rand chance(1);
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        play_all_of({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}, times, chance);
    }
    std::printf("%zu seeds played\n", paths.size());
    return paths.empty() ? 1 : 0;
}
