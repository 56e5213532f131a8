#include "spelling/dictionary.hpp"

#include <hunspell.hxx>
#include <utility>

#include "base/text.hpp"
#include "spelling/encoding.hpp"

namespace dais::spelling {

struct Dictionary::Opened {
    Opened(const DictionaryFiles& files) : hunspell(files.affixes.c_str(), files.words.c_str()) {}
    Hunspell hunspell;
    Encoding encoding;
};

Dictionary::Dictionary(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

base::Result<Dictionary> Dictionary::open(const DictionaryFiles& files) {
    for (const auto& file : {files.affixes, files.words}) {
        std::error_code wrong;
        const bool plain = std::filesystem::is_regular_file(file, wrong);
        const auto bytes = plain ? std::filesystem::file_size(file, wrong) : 0;
        if (plain && !wrong && bytes > 0 && bytes <= max_file_bytes) continue;
        return base::Error{"no_dictionary",
                           "The dictionary " + file.string() +
                               " cannot be read, is empty or is too large, so no word is marked."};
    }
    auto opened = std::make_unique<Opened>(files);
    const auto& name = opened->hunspell.get_dict_encoding();
    auto encoding = Encoding::named(name);
    if (!encoding) {
        return base::Error{"bad_dictionary", "The dictionary " + files.affixes.string() +
                                                 " has the unknown encoding \"" + name +
                                                 "\", so no word is marked."};
    }
    opened->encoding = *std::move(encoding);
    return Dictionary(std::move(opened));
}

bool Dictionary::has(std::string_view word) const {
    if (word.size() > max_word_bytes) return false;
    const auto encoded = opened_->encoding.from_utf8(word);
    return encoded && opened_->hunspell.spell(*encoded);
}

std::vector<std::string> Dictionary::suggestions(std::string_view word, std::size_t most) const {
    std::vector<std::string> found;
    if (word.size() > max_word_bytes) return found;
    const auto encoded = opened_->encoding.from_utf8(word);
    if (!encoded) return found;
    for (const auto& each : opened_->hunspell.suggest(*encoded)) {
        if (found.size() == most) break;
        auto suggestion = opened_->encoding.to_utf8(each);
        if (!suggestion.empty() && !base::first_bad_utf8(suggestion)) found.push_back(std::move(suggestion));
    }
    return found;
}

}  // namespace dais::spelling
