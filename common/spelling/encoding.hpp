// Private to the folder: words between UTF-8 and the encoding of a dictionary. Its thread only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace dais::spelling {

class Encoding {
  public:
    // By the name that a dictionary gives it ("UTF-8", "ISO8859-15", "KOI8-R", "microsoft-cp1251"); nothing
    // where ICU knows none of that name.
    static std::optional<Encoding> named(std::string name);

    // Nothing where the encoding has no such letters: its dictionary then cannot have the word either.
    [[nodiscard]] std::optional<std::string> from_utf8(std::string_view word) const;
    [[nodiscard]] std::string to_utf8(const std::string& word) const;

  private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    std::unique_ptr<UConverter, Close> converter_;  // null for UTF-8
};

}  // namespace dais::spelling
