// Any bytes as meeting.toml, and as a house style: either the fault is named, clearly and at its place, or
// what was read can go into the journal and come back.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.hpp"
#include "folder/meeting_file.hpp"
#include "folder/style.hpp"
#include "folder/text_file.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/clear_faults.hpp"

namespace {

using namespace dais;

// 6 October 2021, 22:30 UTC.
constexpr base::Instant now{1'633'559'400'000};

void read_as_meeting(const std::string& text) {
    folder::Faults faults;
    const folder::FileFaults of_file(faults, "meeting.toml");
    folder::MeetingFile file;
    if (auto clean = folder::checked_text(text, folder::toml_limits, of_file)) {
        file = folder::read_meeting_text(*std::move(clean), now, of_file);
        base::check(file.parsed || faults.failed(), "not parsed, and no fault");
    }
    fuzz::check_faults(faults, text);
    if (faults.failed()) return;
    base::check(file.items.size() == file.setup.agenda.size(), "an agenda item without an id of its own");
    fuzz::check_journaled({std::move(file.setup), {}});
}

void read_as_style(const std::string& text) {
    folder::Faults faults;
    const folder::FileFaults of_file(faults, "style.toml");
    if (auto clean = folder::checked_text(text, folder::toml_limits, of_file)) {
        auto style = folder::read_style_text(*std::move(clean), of_file);
        base::check(style.has_value() || faults.failed(), "no style, and no fault");
        if (style && !faults.failed()) {
            meeting::Setup setup;
            setup.style = *std::move(style);
            fuzz::check_journaled({std::move(setup), {}});
        }
    }
    fuzz::check_faults(faults, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    read_as_meeting(text);
    read_as_style(text);
    return 0;
}
