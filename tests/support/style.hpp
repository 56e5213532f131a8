// The English house style, for meetings whose record is looked at. Read once.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "folder/folder.hpp"

namespace dais::support {

inline const std::map<std::string, std::string>& english() {
    static const auto style = [] {
        auto reading = folder::read_style(DAIS_SOURCE_DIR "/config/house-styles/en.toml");
        if (!reading.style) throw std::runtime_error("the English house style does not read");
        return *std::move(reading.style);
    }();
    return style;
}

}  // namespace dais::support
