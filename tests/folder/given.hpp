// What the tests of the folder share: texts in, faults out as the lines that `dais check` prints.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "folder/folder.hpp"
#include "folder/meeting_file.hpp"
#include "folder/participants_file.hpp"
#include "folder/text_file.hpp"

namespace dais::folder::given {

// 6 October 2021, 22:30 UTC: the 7th in Zurich.
inline constexpr base::Instant now{1'633'559'400'000};

inline std::vector<std::string> lines(const std::vector<Fault>& faults) {
    std::vector<std::string> texts;
    for (const auto& fault : faults) texts.push_back(to_text(fault));
    return texts;
}

inline std::vector<std::string> meeting_faults(const std::string& text) {
    Faults faults;
    if (auto clean = checked_text(text, toml_limits, {faults, "m"})) {
        read_meeting_text(*std::move(clean), now, {faults, "m"});
    }
    return lines(faults.list());
}

// [meeting] with a body on its second line; what is handed in begins on the third.
inline std::vector<std::string> faults_of_rest(const std::string& text) {
    return meeting_faults("[meeting]\nbody = \"B\"\n" + text);
}

inline meeting::Setup setup(const std::string& text) {
    Faults faults;
    return read_meeting_text("[meeting]\nbody = \"B\"\n" + text, now, {faults, "m"}).setup;
}

inline std::vector<std::string> people_faults(const std::string& text) {
    Faults faults;
    if (const auto clean = checked_text(text, csv_limits, {faults, "p"})) {
        read_participants_text(*clean, {faults, "p"});
    }
    return lines(faults.list());
}

// A folder of its own under the system's temporary one, removed at the end.
class Directory {
  public:
    Directory();
    ~Directory();
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    void write(const std::string& name, std::string_view content) const;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace dais::folder::given
