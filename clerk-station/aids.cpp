#include "clerk-station/aids.hpp"

#include <algorithm>

#include "spelling/meeting_words.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {
namespace {

// So many texts of a record are read for their abbreviations in a frame: a record of ten thousand paragraphs
// that comes at once is read in a second.
constexpr std::size_t texts_a_frame = 150;

// What the names of the meeting depend on, cheaply: who there is, and the agenda. A person's name that is
// corrected makes the list anew with the next person or the next opening.
std::uint64_t names_of(const meeting::Meeting& meeting) {
    std::uint64_t sum = meeting.participants.size() * 1'000'003U + meeting.setup.agenda.size();
    for (const auto& person : meeting.participants) {
        sum = sum * 31 + person.family_name.size() * 7 + person.affiliation.size() * 3 + person.title.size();
    }
    return sum;
}

// The meeting's own short forms, out of the style that they came with.
std::map<std::string, std::string> snippets_of(const meeting::Setup& setup) {
    constexpr std::string_view prefix = meeting::Setup::snippet_prefix;
    std::map<std::string, std::string> own;
    for (auto at = setup.style.lower_bound(std::string(prefix));
         at != setup.style.end() && at->first.starts_with(prefix); ++at) {
        own.emplace(at->first.substr(prefix.size()), at->second);
    }
    return own;
}

std::vector<prose::Candidate> candidates_of(const meeting::Meeting& meeting) {
    using Kind = prose::Candidate::Kind;
    std::vector<prose::Candidate> all;
    for (const auto& person : meeting.participants) {
        if (!person.family_name.empty()) all.push_back({ui::person_name(meeting, person.id), Kind::person});
    }
    for (const auto& person : meeting.participants) {
        if (!person.affiliation.empty()) all.push_back({person.affiliation, Kind::body});
    }
    const auto& facts = meeting.setup.facts;
    for (const auto* text : {&facts.body, &facts.treaty, &facts.session}) {
        if (!text->empty()) all.push_back({*text, Kind::body});
    }
    for (const auto& item : meeting.setup.agenda) {
        for (const auto& document : item.documents) all.push_back({document, Kind::document});
    }
    return all;
}

}  // namespace

Aids::Aids(LoadAids load, spelling::Speller* speller) : load_(std::move(load)), speller_(speller) {}

void Aids::bring_up_to_date(const ui::Model& model) {
    if (model.meeting.setup.facts.body.empty()) return;  // nothing is known of the meeting yet
    load(model);
    take_names(model);
    learn_abbreviations(model);
}

void Aids::load(const ui::Model& model) {
    const auto& language = model.meeting.setup.facts.language;
    if (language == language_) return;
    language_ = language;
    files_ = load_ ? load_(language) : LanguageAids{};
    if (auto own = prose::Snippets::from(snippets_of(model.meeting.setup)))
        files_.snippets = files_.snippets.with(*own);
    trouble_ = files_.faults.empty() ? std::string() : files_.faults.front();
    named_ = false;
    looked_at_learned_ = ~std::uint64_t{0};
}

void Aids::take_names(const ui::Model& model) {
    const auto names = names_of(model.meeting);
    if (named_ && names == names_for_) return;
    named_ = true;
    names_for_ = names;
    completer_ = prose::Completer(candidates_of(model.meeting));
    if (speller_ == nullptr || !files_.spelling) return;
    auto sources = *files_.spelling;
    sources.names = spelling::texts_that_name(model.meeting);
    speller_->open(std::move(sources));
}

bool Aids::take_news() {
    if (speller_ == nullptr) return false;
    auto all = speller_->take();
    for (auto& news : all) {
        if (const auto* ready = std::get_if<spelling::Ready>(&news)) {
            if (!ready->sentence.empty()) trouble_ = ready->sentence;
            looked_at_learned_ = ~std::uint64_t{0};
        } else if (auto* marks = std::get_if<spelling::Marks>(&news)) {
            // Those of a text that has changed since would stand at the wrong places.
            if (marks->id != spelling_id_ || marks->text != looked_at_) continue;
            misspelt_ = std::move(marks->misspelt);
            misspelt_known_ = true;
            ++learned_;
        } else if (auto* suggestions = std::get_if<spelling::Suggestions>(&news)) {
            suggestions_ = std::move(*suggestions);
        }
    }
    return !all.empty();
}

void Aids::learn_abbreviations(const ui::Model& model) {
    if (read_for_ == model.revision) return;
    const auto& texts = model.meeting.texts;
    if (read_revisions_.size() > texts.size()) {  // another meeting
        read_revisions_.clear();
        introduced_.clear();
    }
    read_revisions_.resize(texts.size(), 0);
    std::size_t read = 0;
    for (std::size_t i = 0; i < texts.size() && read < texts_a_frame; ++i) {
        if (read_revisions_[i] == texts[i].revisions.size()) continue;
        read_revisions_[i] = texts[i].revisions.size();
        ++read;
        prose::Introduced found;
        prose::add_introduced(texts[i].revisions.back().text, found);
        const bool had = introduced_.erase(texts[i].id) > 0;
        if (!found.empty()) introduced_.emplace(texts[i].id, std::move(found));
        if (had || introduced_.contains(texts[i].id)) ++learned_;
    }
    if (read < texts_a_frame) read_for_ = model.revision;
}

// What stands before a place in the record; where that is not known yet, all that the record introduces.
prose::Introduced Aids::introduced_before(const ui::Model& model, const Place& place) const {
    prose::Introduced all;
    const bool at_text = place.kind == PlaceKind::revision && model.preview;
    std::optional<std::size_t> limit;
    if (at_text) {
        const auto at = model.preview->block_of.find(meeting::TextId{place.id});
        if (at != model.preview->block_of.end()) limit = at->second;
    }
    for (const auto& [id, found] : introduced_) {
        const auto* text = meeting::find_text(model.meeting, id);
        if (text == nullptr || text->removed) continue;
        if (limit) {
            const auto at = model.preview->block_of.find(id);
            if (at == model.preview->block_of.end() || at->second >= *limit) continue;
        }
        all.insert(found.begin(), found.end());
    }
    return all;
}

const std::vector<Remark>& Aids::look_at(const ui::Model& model, const Place& place,
                                         const std::string& text) {
    const bool other = text != looked_at_ || place != looked_at_place_;
    if (other || looked_at_learned_ == ~std::uint64_t{0}) {
        looked_at_ = text;
        looked_at_place_ = place;
        misspelt_.clear();
        misspelt_known_ = false;
        if (speller_ != nullptr && !text.empty()) speller_->ask(++spelling_id_, text);
    } else if (looked_at_learned_ == learned_) {
        return remarks_;
    }
    looked_at_learned_ = learned_;
    remarks_.clear();
    for (const auto& range : misspelt_) remarks_.push_back({range, true, {}, {}});
    for (auto& hint : prose::hints(text, files_.hints, introduced_before(model, place))) {
        remarks_.push_back({hint.range, false, std::move(hint.say), std::move(hint.write)});
    }
    std::stable_sort(remarks_.begin(), remarks_.end(),
                     [](const Remark& one, const Remark& two) { return one.range.from < two.range.from; });
    return remarks_;
}

std::vector<prose::Completion> Aids::completions(std::string_view text, std::size_t caret) const {
    constexpr std::size_t most = 5;
    return completer_.complete(text, caret, most);
}

void Aids::suggest(const std::string& word) {
    suggestions_.reset();
    if (speller_ != nullptr) speller_->suggest(word);
}

}  // namespace dais::clerk_station
