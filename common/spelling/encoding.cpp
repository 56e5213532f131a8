#include "spelling/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>

namespace dais::spelling {
namespace {

constexpr std::string_view microsoft = "microsoft-";
// A word that Hunspell takes is shorter in any encoding; what does not fit is not one.
constexpr std::size_t most_bytes = 1'024;

}  // namespace

void Encoding::Close::operator()(UConverter* converter) const {
    ucnv_close(converter);
}

std::optional<Encoding> Encoding::named(std::string name) {
    Encoding encoding;
    if (name == "UTF-8") return encoding;
    if (name.starts_with(microsoft)) name.erase(0, microsoft.size());
    UErrorCode status = U_ZERO_ERROR;
    encoding.converter_.reset(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setFromUCallBack(encoding.converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    if (U_FAILURE(status)) return std::nullopt;
    return encoding;
}

std::optional<std::string> Encoding::from_utf8(std::string_view word) const {
    if (!converter_) return std::string(word);
    const auto units = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    std::array<char, most_bytes> bytes{};
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetFromUnicode(converter_.get());
    const auto size = ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      units.getBuffer(), units.length(), &status);
    if (U_FAILURE(status) || static_cast<std::size_t>(size) > bytes.size()) return std::nullopt;
    return std::string(bytes.data(), static_cast<std::size_t>(size));
}

std::string Encoding::to_utf8(const std::string& word) const {
    if (!converter_) return word;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter_.get());
    const icu::UnicodeString units(word.data(), static_cast<std::int32_t>(word.size()), converter_.get(),
                                   status);
    std::string result;
    return U_FAILURE(status) ? result : units.toUTF8String(result);
}

}  // namespace dais::spelling
