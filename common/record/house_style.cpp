#include "record/house_style.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "meeting/setup.hpp"

namespace dais::record {
namespace {

using Style = std::map<std::string, std::string>;
using Slots = std::vector<std::string_view>;

// No phrase of a record is longer than this; the whole of a style travels in a journal's first entry.
constexpr std::size_t max_value_bytes = 2'000;
constexpr std::size_t max_keys = 2'500;  // a meeting's short forms among them

struct TemplateKey {
    std::string_view key;
    Template HouseStyle::*place;
    Slots slots;
};

const std::vector<TemplateKey>& template_keys() {
    using S = HouseStyle;
    static const std::vector<TemplateKey> keys{
        {"sentence.opened", &S::opened, {"time"}},
        {"sentence.opened_part", &S::opened_part, {"time", "part"}},
        {"sentence.rose", &S::rose, {"time"}},
        {"sentence.rose_part", &S::rose_part, {"time", "part"}},
        {"sentence.coverage_began", &S::coverage_began, {"time"}},
        {"sentence.coverage_ended", &S::coverage_ended, {"time"}},
        {"sentence.suspended", &S::suspended, {"suspended"}},
        {"sentence.suspended_resumed", &S::suspended_resumed, {"suspended", "resumed"}},
        {"sentence.took_chair", &S::took_chair, {"name"}},
        {"sentence.resumed_chair", &S::resumed_chair, {"name"}},
        {"sentence.decided", &S::decided, {}},
        {"attribution.with_affiliation", &S::with_affiliation, {"name", "affiliation"}},
        {"attribution.anonymous", &S::anonymous, {"state"}},
        {"attribution.joint", &S::joint, {}},
        {"phrase.frame", &S::phrase, {"attribution", "parts"}},
        {"phrase.separator", &S::phrase_separator, {}},
        {"phrase.video", &S::video, {}},
        {"phrase.audio", &S::audio, {}},
        {"phrase.point_of_order", &S::point_of_order, {}},
        {"phrase.right_of_reply", &S::right_of_reply, {}},
        {"phrase.on_behalf", &S::on_behalf, {"whom"}},
        {"heading.numbered", &S::numbered_item, {"number", "title"}},
        {"heading.plain", &S::plain_item, {"title"}},
        {"heading.continued", &S::continued, {"heading"}},
        {"heading.concluded", &S::concluded, {"heading"}},
        {"heading.documents", &S::documents, {"heading", "documents"}},
        {"heading.document_separator", &S::document_separator, {}},
        {"time.full_hour", &S::full_hour, {"hour", "hour24", "half"}},
        {"time.hour_minute", &S::hour_minute, {"hour", "hour24", "minute", "half"}},
        {"time.am", &S::am, {}},
        {"time.pm", &S::pm, {}},
        {"time.noon", &S::noon, {}},
        {"time.midnight", &S::midnight, {}},
        {"date.long", &S::long_date, {"weekday", "day", "month", "year"}},
        {"date.short", &S::short_date, {"weekday", "day", "month", "year"}},
        {"date.first_day", &S::first_day, {}},
        {"ordinal.form", &S::ordinal, {"number", "suffix"}},
        {"ordinal.one", &S::suffix_one, {}},
        {"ordinal.teens", &S::suffix_teens, {}},
        {"masthead.organization", &S::organization, {}},
        {"masthead.distribution", &S::distribution, {"distribution"}},
        {"masthead.original", &S::original, {}},
        {"masthead.title", &S::title, {}},
        {"masthead.title_partial", &S::title_partial, {}},
        {"masthead.title_numbered", &S::title_numbered, {"number", "ordinal"}},
        {"masthead.title_partial_numbered", &S::title_partial_numbered, {"number", "ordinal"}},
        {"masthead.held", &S::held, {"date"}},
        {"masthead.held_place", &S::held_place, {"place", "date"}},
        {"masthead.held_time", &S::held_time, {"date", "time"}},
        {"masthead.held_place_time", &S::held_place_time, {"place", "date", "time"}},
        {"masthead.online", &S::online, {"date"}},
        {"masthead.online_time", &S::online_time, {"date", "time", "zone"}},
        {"masthead.chair", &S::chair, {"presiding", "name"}},
        {"masthead.later", &S::later, {"name"}},
        {"masthead.contents", &S::contents, {}},
        {"masthead.footnote", &S::footnote, {}},
    };
    return keys;
}

base::Error in_key(std::string_view key, const base::Error& error) {
    return {error.code, "In the house style, key \"" + std::string(key) + "\": " + error.text + "."};
}

// Takes keys out of the style one by one; what nobody asked for is left and reported.
class Reader {
  public:
    explicit Reader(const Style& style) : style_(style) {}

    base::Result<std::string> text(const std::string& key) {
        const auto found = style_.find(key);
        if (found == style_.end()) {
            return base::Error{"missing_key", "The house style lacks the key \"" + key + "\"."};
        }
        taken_.insert(key);
        const auto& value = found->second;
        const auto bad = [&](std::string what) { return in_key(key, {"bad_text", std::move(what)}); };
        if (value.size() > max_value_bytes) {
            return bad("the text has more than " + std::to_string(max_value_bytes) + " bytes");
        }
        if (base::first_bad_utf8(value)) return bad("the text is not UTF-8");
        if (base::first_line_break(value) || base::first_control(value))
            return bad("the text is not one line");
        return value;
    }

    base::Status<> fixed(const std::string& key, std::string* first, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            auto value = text(key + "." + std::to_string(i));
            if (!value) return value.error();
            first[i] = *std::move(value);
        }
        return base::Done{};
    }

    // An array of any length, perhaps none: an empty one leaves no key behind when it is flattened.
    base::Result<std::vector<std::string>> several(const std::string& key) {
        std::vector<std::string> values;
        for (;;) {
            const auto next = key + "." + std::to_string(values.size());
            if (style_.count(next) == 0) return values;
            auto value = text(next);
            if (!value) return value.error();
            values.push_back(*std::move(value));
        }
    }

    // All keys that begin with `prefix`, without it.
    base::Result<std::map<std::string, std::string>> under(const std::string& prefix) {
        std::map<std::string, std::string> values;
        for (auto at = style_.lower_bound(prefix); at != style_.end() && at->first.starts_with(prefix);
             ++at) {
            auto value = text(at->first);
            if (!value) return value.error();
            values[at->first.substr(prefix.size())] = *std::move(value);
        }
        return values;
    }

    base::Status<> nothing_left() const {
        for (const auto& [key, _] : style_) {
            if (taken_.count(key) != 0 || key.starts_with(meeting::Setup::snippet_prefix)) continue;
            return base::Error{"unknown_key", "The house style has the key \"" + key +
                                                  "\", for which there is no use; is it misspelt?"};
        }
        return base::Done{};
    }

  private:
    const Style& style_;
    std::set<std::string> taken_;
};

base::Status<> read_templates(Reader& reader, HouseStyle& style) {
    for (const auto& [key, place, slots] : template_keys()) {
        auto text = reader.text(std::string(key));
        if (!text) return text.error();
        auto parsed = Template::parse(*text, slots);
        if (!parsed) return in_key(key, parsed.error());
        style.*place = *std::move(parsed);
    }
    return base::Done{};
}

base::Status<> read_order(Reader& reader, HouseStyle& style) {
    constexpr std::array<std::string_view, 3> names{"link", "kind", "behalf"};
    std::array<std::string, 3> order;
    if (auto done = reader.fixed("phrase.order", order.data(), order.size()); !done) return done;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto* const found = std::find(names.begin(), names.end(), order[i]);
        const auto part = static_cast<PhrasePart>(found - names.begin());
        const auto& seen = style.phrase_order;
        if (found == names.end() || std::find(seen.begin(), seen.end(), part) != seen.end()) {
            return in_key("phrase.order." + std::to_string(i),
                          {"wrong_value", "expected link, kind and behalf, each once"});
        }
        style.phrase_order.push_back(part);
    }
    return base::Done{};
}

base::Status<> read_contractions(Reader& reader, HouseStyle& style) {
    auto from = reader.several("contraction.from");
    if (!from) return from.error();
    for (std::size_t i = 0; i < from->size(); ++i) {
        auto to = reader.text("contraction.to." + std::to_string(i));
        if (!to) return to.error();
        if ((*from)[i].empty()) {
            return in_key("contraction.from." + std::to_string(i), {"wrong_value", "the text is empty"});
        }
        style.contractions.emplace_back((*from)[i], *std::move(to));
    }
    return base::Done{};
}

base::Status<> read_lists(Reader& reader, HouseStyle& style) {
    if (auto done = reader.fixed("date.months", style.months.data(), style.months.size()); !done) return done;
    if (auto done = reader.fixed("date.weekdays", style.weekdays.data(), style.weekdays.size()); !done)
        return done;
    if (auto done = reader.fixed("ordinal.suffixes", style.suffixes.data(), style.suffixes.size()); !done)
        return done;
    auto commas = reader.several("attribution.commas");
    if (!commas) return commas.error();
    style.commas = *std::move(commas);
    std::erase(style.commas, "");
    auto articles = reader.several("articles");
    if (!articles) return articles.error();
    style.articles = *std::move(articles);
    std::erase(style.articles, "");
    auto words = reader.under("words.");
    if (!words) return words.error();
    style.words = *std::move(words);
    return base::Done{};
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), text.begin(),
                                                         [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

base::Result<HouseStyle> HouseStyle::from(const std::map<std::string, std::string>& style) {
    if (style.size() > max_keys) {
        return base::Error{"unknown_key",
                           "The house style has more than " + std::to_string(max_keys) + " keys."};
    }
    HouseStyle result;
    Reader reader(style);
    for (const auto read : {read_templates, read_order, read_contractions, read_lists}) {
        if (auto done = read(reader, result); !done) return done.error();
    }
    if (auto done = reader.nothing_left(); !done) return done.error();
    return result;
}

std::string HouseStyle::word(const std::string& given) const {
    const auto found = words.find(given);
    return found == words.end() ? given : found->second;
}

std::string_view HouseStyle::without_article(std::string_view text) const {
    for (const auto& article : articles) {
        if (!begins_with(text, article)) continue;
        const auto rest = base::trimmed(text.substr(article.size()));
        if (!rest.empty()) return rest;
    }
    return text;
}

std::string HouseStyle::contracted(std::string text) const {
    for (const auto& [from, to] : contractions) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

}  // namespace dais::record
