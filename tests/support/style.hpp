// The house styles, for meetings whose record is looked at; the English one is read once.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "folder/folder.hpp"

namespace dais::support {

inline std::map<std::string, std::string> style_of(const std::string& language) {
    auto reading = folder::read_style(DAIS_SOURCE_DIR "/config/house-styles/" + language + ".toml");
    if (!reading.style) throw std::runtime_error("the house style of " + language + " does not read");
    return *std::move(reading.style);
}

inline const std::map<std::string, std::string>& english() {
    static const auto style = style_of("en");
    return style;
}

}  // namespace dais::support
