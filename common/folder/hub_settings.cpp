#include "folder/hub_settings.hpp"

#include "folder/text_file.hpp"
#include "folder/toml_text.hpp"

namespace dais::folder {

HubSettingsReading read_hub_settings(const std::filesystem::path& path) {
    HubSettings settings;
    std::error_code error;
    if (std::filesystem::symlink_status(path, error).type() == std::filesystem::file_type::not_found)
        return {settings, {}};
    Faults faults;
    const FileFaults of_file(faults, path.string());
    auto text = read_text_file(path, toml_limits, of_file);
    const auto root = text ? parse_toml(*std::move(text), of_file) : std::nullopt;
    if (root) {
        TomlTable file(&*root, "the hub's settings", of_file);
        TomlTable clock(file.table("clock"), "[clock]", of_file);
        settings.pause_when_link_lost =
            clock.boolean("pause_when_link_lost").value_or(settings.pause_when_link_lost);
        clock.finish();
        file.finish();
    }
    return {settings, faults.list()};
}

}  // namespace dais::folder
