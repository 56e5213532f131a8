#include "folder/folder.hpp"

#include "folder/meeting_file.hpp"
#include "folder/participants_file.hpp"
#include "folder/style.hpp"
#include "folder/text_file.hpp"

namespace dais::folder {
namespace {

bool is_folder(const std::filesystem::path& path, Faults& faults) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::is_directory(status)) return true;
    const bool absent = status.type() == std::filesystem::file_type::not_found;
    faults.add({path.string(),
                {},
                Severity::error,
                absent  ? "there is no such folder, expected a meeting folder"
                : error ? "cannot be read: " + error.message()
                        : "is a file, expected a meeting folder"});
    return false;
}

bool is_there(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::not_found;
}

void read_script_file(const std::filesystem::path& path, const MeetingFile& meeting,
                      const ParticipantsFile& people, Folder& folder, FileFaults faults) {
    const auto text = read_text_file(path, script_limits, faults);
    if (!text) return;
    Known known;
    if (people.parsed) known.participants = people.ids;
    if (meeting.parsed) known.items = meeting.items;
    folder.script = read_script(*text, local_midnight(meeting.setup.facts), std::move(known), faults);
    folder.has_script = true;
}

void read_snippets_file(const std::filesystem::path& path, Folder& folder, FileFaults faults) {
    auto text = read_text_file(path, toml_limits, faults);
    if (!text) return;
    auto snippets = read_style_text(*std::move(text), faults);
    if (snippets) folder.snippets = *std::move(snippets);
}

}  // namespace

Reading read_folder(const std::filesystem::path& path, base::Instant now, const Options& options) {
    Faults faults;
    if (!is_folder(path, faults)) return {std::nullopt, faults.list()};
    Folder folder;
    MeetingFile meeting;
    const FileFaults meeting_faults(faults, "meeting.toml");
    if (auto text = read_text_file(path / "meeting.toml", toml_limits, meeting_faults)) {
        meeting = read_meeting_text(*std::move(text), now, meeting_faults);
    }
    ParticipantsFile people;
    const FileFaults people_faults(faults, "participants.csv");
    if (const auto text = read_text_file(path / "participants.csv", csv_limits, people_faults)) {
        people = read_participants_text(*text, people_faults);
    }
    if (options.need_script || is_there(path / "script.jsonl")) {
        read_script_file(path / "script.jsonl", meeting, people, folder, FileFaults(faults, "script.jsonl"));
    }
    if (is_there(path / "snippets.toml")) {
        read_snippets_file(path / "snippets.toml", folder, FileFaults(faults, "snippets.toml"));
    }
    folder.setup = std::move(meeting.setup);
    folder.participants = std::move(people.participants);
    if (!options.style.empty()) {
        if (auto style = read_style_file(options.style, faults)) folder.setup.style = *std::move(style);
    }
    // They travel to the stations with the style, under a name that no style has.
    for (const auto& [key, text] : folder.snippets) {
        folder.setup.style.emplace(meeting::Setup::snippet_prefix + key, text);
    }
    if (faults.failed()) return {std::nullopt, faults.list()};
    return {std::move(folder), faults.list()};
}

StyleReading read_style(const std::filesystem::path& path) {
    Faults faults;
    auto style = read_style_file(path, faults);
    if (faults.failed()) style.reset();
    return {std::move(style), faults.list()};
}

}  // namespace dais::folder
