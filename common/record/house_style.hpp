// A house style: every word of a record that nobody said and no clerk typed. It is data
// (config/house-styles/LANG.toml, flattened to dotted keys; docs/record.md tells editors how to write one);
// the code knows places and slots, no language. A value: any thread, no files.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "record/template.hpp"

namespace dais::record {

// What the phrase after a name can hold, in the order that the style says.
enum class PhrasePart : std::uint8_t { link, kind, behalf };

struct HouseStyle {
    // Reads the flat map. Arrays are "key.0", "key.1", … Every key that the style must have and every slot in
    // a template is checked, and so is that there is no key besides, because a misspelt key would otherwise
    // print nothing. Errors: `missing_key`, `unknown_key`, `unknown_slot`, `bad_template`, `bad_text`,
    // `wrong_value`; the text names the key.
    static base::Result<HouseStyle> from(const std::map<std::string, std::string>& style);

    // What a word of the meeting folder ("public", "The Chair", "General") is in this language; itself where
    // the style does not say.
    [[nodiscard]] std::string word(const std::string& given) const;
    // The text without a leading article of the list, in whatever case its ASCII letters are; never nothing.
    [[nodiscard]] std::string_view without_article(std::string_view text) const;
    // The text with the style's contractions: "au nom de le Mexique" has "du" in French.
    [[nodiscard]] std::string contracted(std::string text) const;

    Template opened, opened_part, rose, rose_part;  // {time}, {part}
    Template coverage_began, coverage_ended;        // {time}
    Template suspended, suspended_resumed;          // {suspended}, {resumed}
    Template took_chair, resumed_chair;             // {name}
    Template decided;                               // no slot

    Template with_affiliation;  // {name}, {affiliation}
    Template anonymous;         // {state}
    Template joint;             // between an attribution and what follows; no slot
    std::vector<std::string> commas;

    Template phrase;                                                          // {attribution}, {parts}
    Template phrase_separator, video, audio, point_of_order, right_of_reply;  // no slot
    Template on_behalf;                                                       // {whom}
    std::vector<PhrasePart> phrase_order;

    Template numbered_item, plain_item;  // {number}, {title}
    Template continued, concluded;       // {heading}
    Template documents;                  // {heading}, {documents}
    Template document_separator;         // no slot

    Template full_hour, hour_minute;  // {hour} (1 to 12), {hour24} (0 to 23), {minute}, {half}
    Template am, pm, noon, midnight;  // no slot
    Template long_date, short_date;   // {weekday}, {day}, {month}, {year}
    Template first_day;               // no slot: the first of a month
    std::array<std::string, 12> months;
    std::array<std::string, 7> weekdays;   // Monday first
    Template ordinal;                      // {number}, {suffix}
    std::array<std::string, 10> suffixes;  // by the last digit
    Template suffix_one, suffix_teens;     // of exactly 1; of 11, 12 and 13 of every hundred

    Template organization, original, contents, footnote;    // no slot
    Template distribution;                                  // {distribution}
    Template title, title_partial;                          // no slot
    Template title_numbered, title_partial_numbered;        // {number}, {ordinal}
    Template held, held_place, held_time, held_place_time;  // {place}, {date}, {time}
    Template online, online_time;                           // {date}, {time}, {zone}
    Template chair;                                         // {presiding}, {name}
    Template later;                                         // {name}

    std::vector<std::string> articles;
    std::vector<std::pair<std::string, std::string>> contractions;
    std::map<std::string, std::string> words;
};

}  // namespace dais::record
