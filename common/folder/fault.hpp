// What is wrong with a meeting folder: one fault a place, for the person who prepares the meeting. All faults
// of a folder are collected, so that one run of `dais check` shows everything there is to mend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dais::folder {

enum class Severity : std::uint8_t {
    error,    // the folder cannot be used
    warning,  // it can, and probably is not what was meant
};

// A place in a text file, both counted from 1, columns in characters (code points). 0 where there is none, as
// for a file that is missing.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Fault {
    std::string file;  // its name in the folder, "meeting.toml"
    Place place;
    Severity severity = Severity::error;
    std::string message;  // "number is a text, expected an integer from 1 to 99999"

    friend bool operator==(const Fault&, const Fault&) = default;
};

// "meeting.toml:12:5: error: number is a text, expected …"
std::string to_text(const Fault& fault);

// The faults found so far, of all files. Of each severity 100 are kept: who has made more mends those first.
class Faults {
  public:
    static constexpr std::size_t limit = 100;

    void add(Fault fault);
    [[nodiscard]] bool failed() const { return errors_ > 0; }  // there was an error, kept or not
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] bool full() const { return errors_ > limit; }

    // All of them in the order of the files, lines and columns; "and more errors" at the end where not all
    // were kept.
    [[nodiscard]] std::vector<Fault> list() const;

  private:
    std::vector<Fault> kept_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

// The faults of one file.
class FileFaults {
  public:
    FileFaults(Faults& faults, std::string file) : faults_(&faults), file_(std::move(file)) {}

    void error(Place place, std::string message) { add(place, Severity::error, std::move(message)); }
    void warning(Place place, std::string message) { add(place, Severity::warning, std::move(message)); }
    [[nodiscard]] Faults& all() const { return *faults_; }
    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    void add(Place place, Severity severity, std::string message) {
        faults_->add({file_, place, severity, std::move(message)});
    }

    Faults* faults_;
    std::string file_;
};

}  // namespace dais::folder
