// A meeting folder, read and checked as a whole: meeting.toml, participants.csv, script.jsonl, snippets.toml,
// and the house style of the site. docs/meeting-folder.md says what they hold. Reads files and the system's
// time zones; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "folder/fault.hpp"
#include "folder/script.hpp"
#include "meeting/participants.hpp"
#include "meeting/setup.hpp"

namespace dais::folder {

struct Folder {
    meeting::Setup setup;
    std::vector<meeting::Participant> participants;
    std::vector<ScriptLine> script;
    // The meeting's own short forms, as read_style() gives them; which of them can be used is not looked at.
    std::map<std::string, std::string> snippets;
    bool has_script = false;
};

struct Options {
    std::filesystem::path style;  // the house style; empty for none
    bool need_script = false;     // a folder without script.jsonl is then a fault
};

struct Reading {
    std::optional<Folder> folder;  // absent where there was an error
    std::vector<Fault> faults;     // warnings too
};

// `now` says which day it is where meeting.toml gives none.
Reading read_folder(const std::filesystem::path& path, base::Instant now, const Options& options = {});

struct StyleReading {
    std::optional<std::map<std::string, std::string>> style;  // absent where there was an error
    std::vector<Fault> faults;
};

// A TOML file as a flat map: the text `opened` in the table `[sentence]` is sentence.opened, the first entry
// of a list `months` in `[date]` is date.months.0. Texts may have several lines. Which keys there are is the
// record's business.
StyleReading read_style(const std::filesystem::path& path);

}  // namespace dais::folder
