#include "folder/clerk_settings.hpp"

#include "folder/text_file.hpp"
#include "folder/toml_text.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {

static_assert(ClerkSettings{}.take_seconds == meeting::usual_take_seconds);

ClerkSettingsReading read_clerk_settings(const std::filesystem::path& path) {
    ClerkSettings settings;
    std::error_code error;
    if (std::filesystem::symlink_status(path, error).type() == std::filesystem::file_type::not_found)
        return {settings, {}};
    Faults faults;
    const FileFaults of_file(faults, path.string());
    auto text = read_text_file(path, toml_limits, of_file);
    const auto root = text ? parse_toml(*std::move(text), of_file) : std::nullopt;
    if (root) {
        TomlTable file(&*root, "the clerks' settings", of_file);
        TomlTable takes(file.table("takes"), "[takes]", of_file);
        if (const auto minutes =
                takes.integer("minutes", meeting::min_take_seconds / 60, meeting::max_take_seconds / 60))
            settings.take_seconds = *minutes * 60;
        takes.finish();
        file.finish();
    }
    return {settings, faults.list()};
}

}  // namespace dais::folder
