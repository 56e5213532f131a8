// The site's files as the texts of this room read them.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "folder/folder.hpp"

namespace dais::prose {

inline constexpr const char* languages[] = {"en", "fr", "es", "ru", "ar", "zh"};

// config/KIND/LANGUAGE.toml as a flat map.
inline std::map<std::string, std::string> site(const std::string& kind, const std::string& language) {
    auto reading = folder::read_style(DAIS_SOURCE_DIR "/config/" + kind + "/" + language + ".toml");
    if (!reading.style) throw std::runtime_error(kind + " in " + language + " does not read");
    return *std::move(reading.style);
}

}  // namespace dais::prose
