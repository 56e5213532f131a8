// A rehearsal: the lines of a script, each sent from its own station in its own time, until all went through or one was
// refused.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/cast.hpp"
#include "cli/hub_stage.hpp"
#include "folder/folder.hpp"
#include "folder/script.hpp"

namespace dais::cli {

struct Figures {
    std::size_t lines = 0;
    std::size_t stations = 0;
    base::Span took{0};
    std::vector<base::Span> answers;   // how long each line waited for its answer
};

class Rehearsal {
  public:
    // `stage` is null where the hub is somebody else's. `rate`: 0 as fast as it goes, else the speed of the clock.
    Rehearsal(const folder::Folder& folder, Cast& cast, HubStage* stage, double rate)
        : folder_(folder), cast_(cast), stage_(stage), rate_(rate) {}

    // Plays every line. Errors name the script's line: line_refused (with the refusal), no_answer, and those of
    // the stations.
    base::Status<> play();

    // Asks the hub for the digest of its state and holds every station's against it. Error: digest_differs, naming the station.
    base::Status<> compare_digests();

    [[nodiscard]] const Figures& figures() const { return figures_; }

  private:
    base::Status<> play_line(const folder::ScriptLine& line);
    base::Result<replica::Settled> ask(const folder::ScriptLine& line, const meeting::Command& command);
    base::Status<> wait_for_hour(const folder::ScriptLine& line);
    // Turns the stations until `done` holds. Error: no_answer after a minute in which it does not.
    template <class Done>
    base::Status<> until(const Done& done, const std::string& what);
    base::Status<> turn();
    void hear(const std::string& name, const replica::Outbound& told);

    const folder::Folder& folder_;
    Cast& cast_;
    HubStage* stage_;
    double rate_;
    folder::Labels labels_;
    base::Sequence answered_;      // the last entry that any line was answered with
    base::Instant started_;
    // What the station that is asking has been told about its request.
    std::string asking_;
    std::optional<replica::Settled> settled_;
    std::deque<wire::Entry> applied_;
    std::optional<replica::HubDigest> hub_digest_;
    Figures figures_;
};

}  // namespace dais::cli
