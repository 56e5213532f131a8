// base/text against slow models, over texts that are UTF-8, nearly UTF-8, and any bytes at all.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8_model.hpp"

namespace dais::base {
namespace {

constexpr std::array<std::uint32_t, 7> line_breaks = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029};

bool is_line_break(std::uint32_t c) {
    return std::find(line_breaks.begin(), line_breaks.end(), c) != line_breaks.end();
}

bool is_control(std::uint32_t c) {
    return (c < 0x20 || (c >= 0x7F && c <= 0x9F)) && c != '\t' && !is_line_break(c);
}

// Code points that crowd where the encodings change and where line breaks and controls are.
rc::Gen<std::uint32_t> code_point() {
    using rc::gen::inRange;
    return rc::gen::suchThat(
        rc::gen::oneOf(inRange<std::uint32_t>(0, 0xB0), inRange<std::uint32_t>(0x7F0, 0x810),
                       inRange<std::uint32_t>(0x2020, 0x2030), inRange<std::uint32_t>(0xD7F0, 0xE010),
                       inRange<std::uint32_t>(0xFFF0, 0x10010), inRange<std::uint32_t>(0, 0x110000)),
        model::is_scalar);
}

rc::Gen<std::string> well_formed() {
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(code_point()),
                        [](const std::vector<std::uint32_t>& points) {
                            std::string text;
                            for (const auto point : points) text += model::encode(point);
                            return text;
                        });
}

// Bytes among which those that begin, continue and spoil sequences are frequent.
rc::Gen<std::string> bytes() {
    const auto byte = rc::gen::oneOf(
        rc::gen::arbitrary<char>(),
        rc::gen::map(rc::gen::inRange(0x80, 0xC0), [](int c) { return static_cast<char>(c); }),
        rc::gen::map(rc::gen::inRange(0xC0, 0x100), [](int c) { return static_cast<char>(c); }));
    return rc::gen::container<std::string>(byte);
}

template <class Holds>
std::optional<std::size_t> first_offset(std::string_view text, Holds holds) {
    const auto decoded = model::decode(text);
    for (std::size_t i = 0; i < decoded.code_points.size(); ++i) {
        if (holds(decoded.code_points[i])) return decoded.offsets[i];
    }
    return std::nullopt;
}

RC_GTEST_PROP(Utf8Property, what_is_encoded_is_well_formed, ()) {
    const auto text = *well_formed();
    RC_ASSERT(!first_bad_utf8(text));
    RC_ASSERT(code_points(text) == model::decode(text).code_points.size());
}

RC_GTEST_PROP(Utf8Property, any_bytes_are_judged_as_the_model_does, ()) {
    const auto text = *bytes();
    RC_ASSERT(first_bad_utf8(text) == model::decode(text).bad);
}

RC_GTEST_PROP(Utf8Property, one_changed_byte_is_judged_as_the_model_does, ()) {
    auto text = *rc::gen::nonEmpty(well_formed());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    RC_ASSERT(first_bad_utf8(text) == model::decode(text).bad);
}

// Every sequence of one and two bytes, and every third and fourth byte at the borders: no chance is needed
// here.
TEST(Utf8Exhaustive, short_sequences_are_judged_as_the_model_does) {
    for (unsigned first = 0; first < 0x100; ++first) {
        for (unsigned second = 0; second < 0x100; ++second) {
            for (const std::string_view rest :
                 {"", "\x7F", "\x80", "\xBF\x80", "\x80\xBF", "\x80\xC0", "\xC0\x80", "\x80\x80"}) {
                std::string text = {static_cast<char>(first), static_cast<char>(second)};
                text += rest;
                ASSERT_EQ(first_bad_utf8(text), model::decode(text).bad) << testing::PrintToString(text);
            }
        }
    }
}

RC_GTEST_PROP(LineBreakProperty, the_first_one_is_found, ()) {
    const auto text = *well_formed();
    RC_ASSERT(first_line_break(text) == first_offset(text, is_line_break));
}

RC_GTEST_PROP(ControlProperty, the_first_one_is_found, ()) {
    const auto text = *well_formed();
    RC_ASSERT(first_control(text) == first_offset(text, is_control));
}

rc::Gen<std::string> spaced() {
    return rc::gen::container<std::string>(rc::gen::element(' ', '\t', 'a', 'b', ','));
}

RC_GTEST_PROP(TrimmedProperty, loses_all_space_at_the_ends_and_nothing_else, ()) {
    const auto text = *spaced();
    std::string left = text;
    while (!left.empty() && (left.front() == ' ' || left.front() == '\t')) left.erase(left.begin());
    while (!left.empty() && (left.back() == ' ' || left.back() == '\t')) left.pop_back();
    RC_ASSERT(trimmed(text) == left);
    RC_ASSERT(trimmed(trimmed(text)) == trimmed(text));
}

RC_GTEST_PROP(SplitProperty, join_puts_it_together_again, ()) {
    const auto text = *spaced();
    const auto parts = split(text, ',');
    RC_ASSERT(parts.size() == 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ',')));
    for (const auto part : parts) RC_ASSERT(part.find(',') == std::string_view::npos);
    RC_ASSERT(join({parts.begin(), parts.end()}, ",") == text);
}

}  // namespace
}  // namespace dais::base
