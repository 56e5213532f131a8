#include "base/utf8_model.hpp"

namespace dais::base::model {
namespace {

char low_six(std::uint32_t code_point, int shift) {
    return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
}

// The code point that `length` bytes at the front of the text would stand for, were they all what they should
// be.
std::uint32_t gathered(std::string_view text, std::size_t length) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (length == 1) return first;
    std::uint32_t code_point = first & ((1U << (7U - length)) - 1U);
    for (std::size_t i = 1; i < length; ++i) {
        code_point = (code_point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return code_point;
}

}  // namespace

bool is_scalar(std::uint32_t code_point) {
    return code_point <= 0x10FFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF);
}

std::string encode(std::uint32_t code_point) {
    std::string text;
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0U | (code_point >> 6));
        text += low_six(code_point, 0);
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xE0U | (code_point >> 12));
        text += low_six(code_point, 6);
        text += low_six(code_point, 0);
    } else {
        text += static_cast<char>(0xF0U | (code_point >> 18));
        text += low_six(code_point, 12);
        text += low_six(code_point, 6);
        text += low_six(code_point, 0);
    }
    return text;
}

Decoded decode(std::string_view text) {
    Decoded result;
    for (std::size_t at = 0; at < text.size();) {
        bool found = false;
        for (std::size_t length = 1; length <= 4 && at + length <= text.size() && !found; ++length) {
            const auto bytes = text.substr(at, length);
            const auto code_point = gathered(bytes, length);
            if (!is_scalar(code_point) || encode(code_point) != bytes) continue;
            result.code_points.push_back(code_point);
            result.offsets.push_back(at);
            at += length;
            found = true;
        }
        if (!found) {
            result.bad = at;
            return result;
        }
    }
    return result;
}

}  // namespace dais::base::model
