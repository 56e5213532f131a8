// A sentence of a house style with slots: "The meeting was called to order at {time}." A brace always belongs
// to a slot.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace dais::record {

using SlotValue = std::pair<std::string_view, std::string_view>;  // name, what stands in its place

class Template {
  public:
    Template() = default;  // fills to nothing

    // Errors: `bad_template` for a brace without its partner, `unknown_slot` for a name that is not in
    // `slots`. A slot of the list that the text does not use is no error: a house may leave out what it does
    // not print.
    static base::Result<Template> parse(std::string_view text, const std::vector<std::string_view>& slots);

    // The text with values in its slots; a slot for which no value is given stays empty. A full stop is not
    // doubled: where a value ends in one and the template goes on with one, there is one.
    [[nodiscard]] std::string fill(std::initializer_list<SlotValue> values) const;

  private:
    struct Piece {
        bool slot = false;
        std::string text;  // the slot's name, or what stands there
    };
    std::vector<Piece> pieces_;
};

}  // namespace dais::record
