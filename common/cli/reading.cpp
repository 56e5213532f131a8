#include "cli/reading.hpp"

#include <fmt/format.h>

#include "cli/progress.hpp"
#include "folder/hub_settings.hpp"
#include "journal/prefix.hpp"
#include "meeting/apply.hpp"
#include "program/clocks.hpp"
#include "program/places.hpp"
#include "program/print.hpp"
#include "prose/snippets.hpp"
#include "record/formats/text.hpp"
#include "record/record.hpp"
#include "wire/codec.hpp"

namespace dais::cli {
namespace fs = std::filesystem;

namespace {

void print_faults(const std::vector<folder::Fault>& faults) {
    for (const auto& fault : faults) fmt::print(stderr, "{}\n", folder::to_text(fault));
}

// The house style that was asked for, or that of the meeting's language, checked for what a record needs.
base::Result<std::map<std::string, std::string>, Unread> style_for(const fs::path& asked,
                                                                   const std::string& language) {
    auto file = asked.empty() ? program::style_file(language) : base::Result<fs::path>(asked);
    if (!file) {
        program::complain(file.error());
        return Unread::unreadable;
    }
    auto reading = folder::read_style(*file);
    print_faults(reading.faults);
    if (!reading.style) return Unread::faulty;
    if (auto style = record::HouseStyle::from(*reading.style); !style) {
        program::complain(file->string() + ": " + style.error().text);
        return Unread::faulty;
    }
    return *std::move(reading.style);
}

// What the site settles, where the meeting's folder says nothing.
void take_settings(meeting::Setup& setup) {
    const auto config = program::config_directory();
    if (!config || setup.limits.pause_when_link_lost) return;
    const auto reading = folder::read_hub_settings(*config / "hub.toml");
    print_faults(reading.faults);
    if (reading.settings.pause_when_link_lost) setup.limits.pause_when_link_lost = true;
}

}  // namespace

base::Result<folder::Folder, Unread> read_for(const fs::path& path, const fs::path& style, bool script) {
    folder::Options options;
    options.need_script = script;
    auto reading = folder::read_folder(path, program::wall_clock(), options);
    print_faults(reading.faults);
    if (!reading.folder) return Unread::faulty;
    if (auto snippets = prose::Snippets::from(reading.folder->snippets); !snippets) {
        program::complain((path / "snippets.toml").string() + ": " + snippets.error().text);
        return Unread::faulty;
    }
    auto read = style_for(style, reading.folder->setup.facts.language);
    if (!read) return read.error();
    reading.folder->setup.style = *std::move(read);
    take_settings(reading.folder->setup);
    if (script && reading.folder->script.empty()) {
        program::complain((path / "script.jsonl").string() + ": the script has no line.");
        return Unread::faulty;
    }
    return *std::move(reading.folder);
}

base::Result<std::string> record_text(const meeting::Meeting& meeting, bool body,
                                      const fs::path& style_path) {
    auto keys = meeting.setup.style;
    if (!style_path.empty()) {
        auto read = style_for(style_path, meeting.setup.facts.language);
        if (!read)
            return base::Error{"no_style", "The house style " + style_path.string() + " cannot be used."};
        keys = *std::move(read);
    }
    auto style = record::HouseStyle::from(keys);
    if (!style) return style.error();
    record::Options options;
    options.body_only = body;
    return record::to_text(record::make_record(meeting, *style, options));
}

base::Result<Folded> fold(const fs::path& path, base::Sequence until) {
    Progress progress("Reading", 0);
    journal::Checks checks;
    checks.progress = [&](std::uint64_t done, std::uint64_t) { progress.at(done); };
    auto prefix = journal::open_read_only_prefix(path.string(), checks);
    if (!prefix) return prefix.error();
    Folded folded;
    if (!prefix->report.intact()) {
        folded.whole = false;
        program::complain(path.string() + ": " + prefix->report.findings.front().text + ".");
        if (!prefix->report.lost.empty()) program::complain(prefix->report.lost);
    }
    base::Status<> decoded = base::Done{};
    const auto most = until.value == 0 ? ~std::uint64_t{0} : until.value;
    auto read = prefix->journal->read({1}, most, [&](const journal::Entry& entry) {
        auto content = wire::decode_entry(entry.bytes);
        if (!content) {
            decoded = base::Error{"bad_entry",
                                  fmt::format("Entry {}: {}", entry.sequence.value, content.error().text)};
            return false;
        }
        meeting::apply(folded.meeting, content->fact);
        folded.head = entry.sequence;
        progress.at(entry.sequence.value);
        return true;
    });
    if (!read) return read.error();
    if (!decoded) return decoded.error();
    return folded;
}

}  // namespace dais::cli
