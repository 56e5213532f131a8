#include "disks/ledger.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace dais::disks {
namespace {

// How many words follow each verb; after any other, one.
const std::map<std::string, std::size_t>& shapes() {
    static const std::map<std::string, std::size_t> known{
        {"life", 1},    {"waiting", 2},      {"unplaced", 2}, {"draft", 1}, {"held", 0},
        {"asking", 4},  {"drafting", 1},     {"drafted", 1},  {"taken", 1}, {"not_taken", 1},
        {"settled", 4}, {"refused_text", 1}, {"giving_up", 1}};
    return known;
}

std::string read_whole(const std::filesystem::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

}  // namespace

LedgerWriter::LedgerWriter(const std::filesystem::path& path) {
    // What a kill has torn is cut off: the next line begins a line.
    const auto before = read_whole(path);
    const auto end = before.rfind('\n');
    const auto whole = end == std::string::npos ? 0 : end + 1;
    file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file_ < 0 || ::ftruncate(file_, static_cast<off_t>(whole)) != 0) {
        std::perror("the ledger cannot be opened");
        std::exit(4);
    }
}

LedgerWriter::~LedgerWriter() {
    ::close(file_);
}

void LedgerWriter::write(const std::string& line) const {
    const auto bytes = line + "\n";
    if (::write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
        std::perror("the ledger cannot be written");
        std::exit(4);
    }
}

std::uint64_t Line::number(std::size_t at) const {
    std::uint64_t value = 0;
    const auto text = word(at);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<Line> read_ledger(const std::filesystem::path& path) {
    std::vector<Line> lines;
    const auto content = read_whole(path);
    std::size_t begin = 0;
    for (auto end = content.find('\n'); end != std::string::npos; end = content.find('\n', begin)) {
        std::istringstream words(content.substr(begin, end - begin));
        begin = end + 1;
        Line line;
        words >> line.verb;
        const auto shape = shapes().find(line.verb);
        const std::size_t count = shape == shapes().end() ? 1 : shape->second;
        for (std::size_t at = 0; at + 1 < count; ++at) words >> line.words.emplace_back();
        if (count > 0) {
            words >> std::ws;
            std::getline(words, line.words.emplace_back());
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace dais::disks
