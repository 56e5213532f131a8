// What somebody has begun to write and not asked for, at a few places: the unfinished texts of one clerk,
// which lie on the disk of the clerk's station and are there after a crash.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/time.hpp"
#include "support/chance.hpp"
#include "wire/messages.hpp"

namespace dais::simulation {

class Typist {
  public:
    explicit Typist(support::Chance chance, bool at_length) : chance_(chance), at_length_(at_length) {}

    // A key is pressed somewhere, or all there is given up, if it is time: what stands there then.
    std::optional<wire::Draft> type(base::Instant now) {
        if (now < next_key_) return std::nullopt;
        // Now and then faster than drafts may leave.
        next_key_ = now + (chance_.one_in(4) ? base::Span{10} : chance_.between(200, 3'000));
        static constexpr std::array places{"p:1", "r:2", "n", "h"};
        const std::string place = places[chance_.below(places.size())];
        auto& draft = unfinished_[place];
        draft.place = place;
        if (draft.text.empty()) draft.base = static_cast<std::uint32_t>(chance_.below(3));
        draft.text += static_cast<char>('a' + chance_.below(26));
        if (at_length_ && chance_.one_in(20)) draft.text += std::string(3'000, 'x');
        if (draft.text.size() > 20'000 || chance_.one_in(8)) return finish(place);
        return draft;
    }

    // What was written at one of the places goes on the record: it is empty then.
    std::optional<wire::Draft> hand_in() {
        if (unfinished_.empty() || chance_.coin()) return std::nullopt;
        return finish(unfinished_.begin()->first);
    }

    [[nodiscard]] const std::map<std::string, wire::Draft>& unfinished() const { return unfinished_; }

  private:
    wire::Draft finish(std::string place) {
        unfinished_.erase(place);  // `place` is a copy: the name may be the key that goes
        return {std::move(place), 0, ""};
    }

    support::Chance chance_;
    bool at_length_;
    base::Instant next_key_;
    std::map<std::string, wire::Draft> unfinished_;  // by place
};

}  // namespace dais::simulation
