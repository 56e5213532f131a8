// Private to the folder: keys of a flat map of rules, taken one by one; what nobody took is reported.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace dais::prose {

class HintReader {
  public:
    explicit HintReader(const std::map<std::string, std::string>& rules) : rules_(rules) {}

    // After the first error the others give nothing, and error() has it.
    std::string text(const std::string& key);  // must be there, and not be empty
    std::string text_or_nothing(const std::string& key);
    std::vector<std::string> several(const std::string& key);  // "key.0", …; none of them empty
    [[nodiscard]] bool has_under(const std::string& prefix) const;
    void wrong(const std::string& key, const std::string& what);
    void refuse(std::string code, std::string text);
    // Of what nobody took.
    void finish();

    [[nodiscard]] const base::Error& error() const { return error_; }
    [[nodiscard]] bool ok() const { return error_.code.empty(); }

  private:
    const std::map<std::string, std::string>& rules_;
    std::set<std::string> taken_;
    base::Error error_;
};

}  // namespace dais::prose
