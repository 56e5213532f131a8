// What the record beside the text is made of: which of its blocks are shown, what is said below each, and,
// for a reviser, what has changed in each since it was looked at. Thread: the window's.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clerk-station/stages.hpp"
#include "record/record.hpp"
#include "ui/marked_text.hpp"
#include "ui/model.hpp"

namespace dais::clerk_station {

// What the reviser's view shows.
enum class RecordFilter : std::uint8_t {
    all,
    drafts,   // texts that nobody has called revised or final
    changed,  // texts that were revised since their status was set, or since they were written
};
inline constexpr std::array<std::string_view, 3> filters{"All", "Drafts", "Changed"};

// The blocks that pass, in order, as indices; of a filter only blocks with a text behind them do.
std::vector<std::size_t> blocks_shown(const ui::Model& model, RecordFilter filter);

// "12. Mr. Lewis said …": a block as it is read.
std::string text_of(const record::Block& block);

// What is said below a text: how far it has come, how far it is, and for the chosen one who worded it when.
struct Below {
    ui::State sign = ui::State::quiet;
    std::string words;  // empty: nothing

    friend bool operator==(const Below&, const Below&) = default;
};
Below below(const ui::Model& model, const meeting::RecordText& text, bool chosen, bool unfinished);

// What changed in texts since they were looked at, kept for those that were drawn lately.
class Changes {
  public:
    static constexpr std::size_t most = 256;

    // The block as it is read with what changed marked; good until the next call.
    const ui::MarkedText& of(const record::Block& block, const meeting::RecordText& text);
    [[nodiscard]] std::size_t compared() const { return compared_; }  // how often texts had to be

  private:
    struct Kept {
        std::uint32_t from = 0;
        std::size_t to = 0;
        std::string before;  // what stands before the text: number and attribution
        ui::MarkedText marked;
    };
    std::unordered_map<std::uint64_t, Kept> kept_;
    std::size_t compared_ = 0;
};

}  // namespace dais::clerk_station
