// Writes the seeds of the targets that make a file on a disk: make_disk_corpus tests/fuzz/corpus. What the
// first byte of a frame means is in journal_rows.cpp and spool_fuzz.cpp.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>

#include "fuzz/frames.hpp"
#include "fuzz/journal_rows.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using Frames = std::initializer_list<std::string>;

std::string row(Frames frames) {
    std::string input;
    for (const auto& frame : frames) dais::fuzz::add_frame(input, frame);
    return input;
}

void write(const fs::path& path, Frames frames) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << row(frames);
}

// A frame of these bytes.
std::string f(std::initializer_list<unsigned> bytes, const std::string& rest = {}) {
    std::string frame;
    for (const auto byte : bytes) frame += static_cast<char>(byte);
    return frame + rest;
}

// The file that these frames make, in a frame that puts it in the place of another.
std::string whole_journal(Frames frames) {
    dais::fuzz::JournalRows rows;
    for (const auto& frame : frames) rows.play(frame);
    rows.file().finish();
    return f({7, 255}, rows.file().content());
}

void write_journals(const fs::path& folder) {
    const auto begin = f({2, 0, 0, 7, 3, 232});
    const auto other_key = f({2, 1, 0, 9, 4, 0});
    const auto one = f({0}, "entry");
    const auto long_one = f({0}, std::string(700, 'y'));
    const auto ten = f({1, 10});
    const auto head = f({3});
    const auto go_on = f({131});  // a head, and a hub starts afterwards
    write(folder / "empty", {go_on});
    write(folder / "honest", {begin, one, long_one, ten, go_on});
    write(folder / "many-entries", {begin, f({1, 200}), f({1, 190}), head});
    write(folder / "two-hubs", {begin, ten, head, other_key, ten, head, begin, one, go_on});
    std::string epochs;
    for (int n = 0; n < 20; ++n) epochs += row({other_key, one});
    std::ofstream(folder / "many-epochs", std::ios::binary) << epochs;
    write(folder / "left-in-log", {begin, ten, f({4}), ten, f({4}), one, f({132})});
    write(folder / "kept-head", {begin, ten, f({5, 0, 5, 0}), ten, head});
    write(folder / "kept-head-unsigned", {begin, ten, f({5, 0, 7, 1})});
    write(folder / "removed", {begin, ten, f({8, 4}), head});
    write(folder / "swapped", {begin, ten, f({9, 3, 40}), f({9, 4, 3}), f({9, 40, 4})});
    write(folder / "tail-cut", {begin, ten, head, f({10, 6})});
    write(folder / "tail-cut-everywhere",
          {begin, ten, head, other_key, ten, head, f({10, 8}), f({11, 8, 0})});
    write(folder / "tail-cut-kept-head", {begin, ten, f({5, 0, 9, 0}), f({10, 3}), f({11, 3, 1})});
    write(folder / "row-of-others", {begin, ten, f({12, 3, 1}, std::string(32, 'd') + "other")});
    write(folder / "row-of-nothing", {begin, ten, f({12, 3, 0, 5}, "short"), f({12, 255, 255, 255, 255})});
    write(folder / "rewritten", {begin, ten, head, ten, f({13, 4})});
    write(folder / "rewritten-unsigned", {begin, ten, head, ten, f({13, 12})});
    write(folder / "signed-anew", {begin, ten, head, other_key, one, f({14})});
    write(folder / "head-of-nobody", {begin, ten, f({15, 0, 1, 1, 5}, std::string(96, 's'))});
    write(folder / "epoch-of-nobody", {begin, ten, f({15, 1, 1, 2, 5}, std::string(112, 's'))});
    write(folder / "bytes-changed",
          {begin, one, long_one, ten, f({6, 0, 9, 0}, "XYZ"), f({6, 0, 12, 40}, "ab")});
    write(folder / "header-changed", {begin, ten, f({6, 0, 0, 18}, f({2, 2}))});
    write(folder / "page-zeroed", {begin, one, long_one, ten, f({6, 0, 6, 0}, std::string(512, '\0'))});
    write(folder / "log-changed", {begin, ten, f({4}), ten, f({6, 1, 2, 100}, "XYZ")});
    write(folder / "log-cut", {begin, ten, f({4}), ten, f({4}), ten, f({6, 225, 4, 100})});
    write(folder / "file-cut", {begin, one, long_one, ten, f({6, 224, 6, 0})});
    write(folder / "not-a-file", {f({7, 255}, "this is no journal")});
    write(folder / "whole-file", {whole_journal({begin, one, ten, head})});
    write(folder / "whole-log", {whole_journal({begin, one}), f({4}), ten});
}

void write_spools(const fs::path& folder) {
    const auto act = f({0, 0}, "an act");
    const auto text = f({1, 0}, "a text");
    const auto long_text = f({1, 3}, std::string(900, 't'));
    const auto draft = f({5, 1}, "a draft");
    const auto head = f({7, 1, 0, 0, 0, 0, 0, 0, 0, 7, 0, 5, 9, 1});
    write(folder / "empty", {f({4, 0})});
    write(folder / "kept", {act, text, long_text, draft, head});
    write(folder / "answered",
          {act, act, text, f({2, 1}), f({3, 2}, "too late"), f({2, 3}), draft, f({6, 1})});
    write(folder / "reserved", {f({4, 200}), act, f({1, 250}, "a text"), head});
    write(folder / "last-number", {f({1, 255, 127, 255, 255, 255, 255, 255, 255, 253}, "last"), act});
    write(folder / "left-in-log", {act, f({8}), text, draft, f({8}), f({2, 1}), head});
    write(folder / "long-places",
          {f({5, 250, 0, 199}, "a draft"), f({5, 251, 0, 200}, "b"), f({6, 250, 0, 199})});
    write(folder / "station-past", {act, f({9, 0}, std::string(16, 's') + f({0, 0, 0, 0, 0, 0, 0, 9}))});
    write(folder / "station-back",
          {act, text, f({9, 1}, std::string(16, 's') + f({0, 0, 0, 0, 0, 0, 0, 1}))});
    write(folder / "item-past", {act, text, f({9, 64, 1, 2, 1, 0, 9}, "other")});
    write(folder / "item-of-another", {act, f({9, 65, 1, 0, 0, 0, 0, 0, 0, 0, 9, 3, 0}, "other")});
    write(folder / "item-beyond", {act, f({9, 98, 0, 0, 0, 0, 0, 0, 9, 9, 1, 0}, "other")});
    write(folder / "draft-past", {draft, f({9, 128, 1, 44}, "a long place")});
    for (unsigned order = 0; order < 8; ++order) {
        write(folder / ("order-" + std::to_string(order)), {act, text, draft, head, f({9, 192 + order})});
    }
    write(folder / "bytes-changed",
          {act, text, long_text, draft, f({10, 0, 9, 0}, "XYZ"), f({10, 0, 12, 40}, "ab")});
    write(folder / "page-zeroed", {act, text, long_text, f({10, 0, 6, 0}, std::string(512, '\0'))});
    write(folder / "log-changed", {act, f({8}), text, draft, f({10, 1, 2, 100}, "XYZ")});
    write(folder / "log-cut", {act, f({8}), text, f({8}), draft, f({10, 225, 4, 100})});
    write(folder / "file-cut", {act, text, long_text, f({10, 224, 6, 0})});
    write(folder / "not-a-file", {f({11, 255}, "this is no spool")});
    write(folder / "nothing", {f({11, 255})});
    write(folder / "journal", {whole_journal({f({0}, "entry")}).replace(0, 1, "\x0b")});
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: make_disk_corpus FOLDER\n");
        return 2;
    }
    const fs::path folder = words[1];
    fs::create_directories(folder / "journal");
    write_journals(folder / "journal");
    write_spools(folder / "spool");
    return 0;
}
