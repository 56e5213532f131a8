#include "folder/style.hpp"

#include "folder/text_file.hpp"
#include "folder/toml_text.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

class Flattening {
  public:
    explicit Flattening(FileFaults faults) : faults_(std::move(faults)) {}

    void table(const toml::table& table, const std::string& prefix, std::size_t depth) {
        for (const auto& [key, node] : table) entry(node, prefix + std::string(key.str()), depth);
    }

    std::map<std::string, std::string> style;

  private:
    void entry(const toml::node& node, const std::string& key, std::size_t depth) {
        constexpr std::size_t most_levels = 8;
        if (const auto* text = node.as_string()) {
            add(node, key, text->get());
        } else if (depth == most_levels && !node.is_value()) {
            faults_.error(place_of(node), in_quotes(key) + " lies too deep, expected at most " +
                                              std::to_string(most_levels) + " levels");
        } else if (const auto* nested = node.as_table()) {
            table(*nested, key + ".", depth + 1);
        } else if (const auto* list = node.as_array()) {
            std::size_t index = 0;
            for (const auto& each : *list) entry(each, key + "." + std::to_string(index++), depth + 1);
        } else {
            faults_.error(place_of(node), in_quotes(key) + " is " + std::string(type_name(node)) +
                                              ", expected a text in quotes, or a list of texts");
        }
    }

    void add(const toml::node& node, const std::string& key, const std::string& text) {
        if (key.size() > meeting::max_name_bytes || text.size() > meeting::max_text_bytes) {
            return faults_.error(place_of(node), in_quotes(key) + " is too long, expected at most " +
                                                     std::to_string(meeting::max_text_bytes) + " bytes");
        }
        if (text.find('\0') != std::string::npos) {
            return faults_.error(place_of(node), in_quotes(key) + " has a NUL, expected text");
        }
        if (style.size() == max_style_keys) {
            return faults_.error(place_of(node),
                                 "one key too many, expected at most " + std::to_string(max_style_keys));
        }
        if (!style.emplace(key, text).second) {
            faults_.error(place_of(node), in_quotes(key) + " is given twice, expected each key once");
        }
    }

    FileFaults faults_;
};

}  // namespace

std::optional<std::map<std::string, std::string>> read_style_text(std::string text, FileFaults faults) {
    const auto root = parse_toml(std::move(text), faults);
    if (!root) return std::nullopt;
    Flattening flattening(faults);
    flattening.table(*root, "", 1);
    return std::move(flattening.style);
}

std::optional<std::map<std::string, std::string>> read_style_file(const std::filesystem::path& path,
                                                                  Faults& faults) {
    const FileFaults of_file(faults, path.string());
    auto text = read_text_file(path, toml_limits, of_file);
    if (!text) return std::nullopt;
    return read_style_text(*std::move(text), of_file);
}

}  // namespace dais::folder
