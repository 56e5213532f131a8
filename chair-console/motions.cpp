#include "chair-console/motions.hpp"

#include <fmt/format.h>

#include <set>

#include "folder/folder.hpp"
#include "program/places.hpp"

namespace dais::chair_console {

base::Result<Motions> Motions::from(const std::map<std::string, std::string>& map) {
    std::set<std::string> taken;
    const auto take = [&](const std::string& key, std::string& text) -> base::Status<> {
        const auto found = map.find(key);
        if (found == map.end()) return base::Error{"missing_key", key + " is missing from the motions."};
        if (found->second.size() > max_text_bytes)
            return base::Error{"too_long", fmt::format("{} has {} bytes, expected at most {}.", key,
                                                       found->second.size(), max_text_bytes)};
        taken.insert(key);
        text = found->second;
        return base::Done{};
    };
    Motions made;
    if (auto title = take("title", made.title); !title) return title.error();
    if (map.contains("note")) {
        if (auto note = take("note", made.note); !note) return note.error();
    }
    for (std::size_t number = 1; made.list.empty() || map.contains(fmt::format("{}.motion", number));
         ++number) {
        if (number > max_motions)
            return base::Error{"too_many", fmt::format("There are more than {} motions.", max_motions)};
        auto& motion = made.list.emplace_back();
        const std::pair<const char*, std::string*> parts[] = {{"motion", &motion.motion},
                                                              {"speakers", &motion.speakers},
                                                              {"decision", &motion.decision},
                                                              {"rule", &motion.rule}};
        for (const auto& [name, text] : parts) {
            if (auto part = take(fmt::format("{}.{}", number, name), *text); !part) return part.error();
        }
    }
    for (const auto& [key, text] : map) {
        if (!taken.contains(key)) return base::Error{"unknown_key", key + " is no key of the motions."};
    }
    return made;
}

base::Result<Motions> load_motions(const std::string& language) {
    const auto file = program::motions_file(language);
    if (!file) return file.error();
    auto reading = folder::read_style(*file);
    if (!reading.style) {
        return base::Error{"wrong_motions", file->string() + ": " +
                                                (reading.faults.empty() ? std::string("cannot be read.")
                                                                        : reading.faults.front().message)};
    }
    auto made = Motions::from(*reading.style);
    if (!made) return base::Error{made.error().code, file->string() + ": " + made.error().text};
    return made;
}

}  // namespace dais::chair_console
