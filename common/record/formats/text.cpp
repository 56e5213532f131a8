#include "record/formats/text.hpp"

namespace dais::record {

std::string to_text(const Record& record) {
    std::string text;
    for (const auto& block : record.blocks) {
        if (!text.empty()) text += '\n';
        if (block.number) text += std::to_string(*block.number) + ". ";
        text += block.text;
        text += '\n';
    }
    return text;
}

}  // namespace dais::record
