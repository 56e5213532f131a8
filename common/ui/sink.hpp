// Where panels put what a person wants. Nothing is sent while drawing: whoever runs the frame takes the
// intents out after it and carries them out.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "meeting/commands.hpp"

namespace dais::ui {

// Ask the hub for this. `where` is the id of the place at which the answer is shown. `from`: the place of the
// draft that the command's text was; it is forgotten in the moment in which the command is kept.
struct Ask {
    std::string where;
    meeting::Command command;
    std::string from = {};
};
// The sentence of a refusal was read.
struct Read {
    std::uint64_t token = 0;
};
// Keep an unfinished text on this machine's disk, under the key of its place (spool::max_place_bytes). Where
// it is to go on the record (wire::is_draft_place), the other desks that write see it meanwhile. `base`: so
// many revisions the text had when this was begun, 0 where there was none.
struct KeepDraft {
    std::string place;
    std::string text;
    std::uint32_t base = 0;
};
struct ForgetDraft {
    std::string place;
};
// An unplaced text was placed anew or given up.
struct ForgetUnplaced {
    std::uint64_t request = 0;
};
using Intent = std::variant<Ask, Read, KeepDraft, ForgetDraft, ForgetUnplaced>;

class Sink {
  public:
    void ask(std::string where, meeting::Command command, std::string from = {}) {
        intents_.emplace_back(Ask{std::move(where), std::move(command), std::move(from)});
    }
    void read(std::uint64_t token) { intents_.emplace_back(Read{token}); }
    void keep_draft(std::string place, std::string text, std::uint32_t base = 0) {
        intents_.emplace_back(KeepDraft{std::move(place), std::move(text), base});
    }
    void forget_draft(std::string place) { intents_.emplace_back(ForgetDraft{std::move(place)}); }
    void forget_unplaced(std::uint64_t request) { intents_.emplace_back(ForgetUnplaced{request}); }

    [[nodiscard]] std::vector<Intent> take() { return std::exchange(intents_, {}); }

  private:
    std::vector<Intent> intents_;
};

}  // namespace dais::ui
