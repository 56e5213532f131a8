// Private to the folder: keys of a flat map of rules, taken one by one until the first error, which is kept.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "prose/keys.hpp"

namespace dais::prose {

class HintReader {
  public:
    explicit HintReader(const FlatMap& rules) : rules_(rules), keys_(rules, "the hints") {}

    // After the first error these give nothing. Texts are not empty.
    std::string text(const std::string& key);             // must be there
    std::string text_or_nothing(const std::string& key);  // need not
    std::vector<std::string> several(const std::string& key);
    [[nodiscard]] bool has_under(const std::string& prefix) const;

    void missing(const std::string& key) { (void)text(key); }  // REQUIRES: it is
    void wrong(const std::string& key, const std::string& what);
    // Of what nobody took.
    void finish();

    [[nodiscard]] bool ok() const { return error_.code.empty(); }
    [[nodiscard]] const base::Error& error() const { return error_; }

  private:
    void keep(const base::Error& error) {
        if (ok()) error_ = error;
    }

    const FlatMap& rules_;
    Keys keys_;
    base::Error error_;
};

}  // namespace dais::prose
