#include "record/attribution.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace dais::record {
namespace {

using meeting::Intervention;
using meeting::Kind;
using meeting::Link;
using meeting::Role;

// What is known of a person's link while the timeline is walked.
struct Walk {
    const Intervention* stated = nullptr;  // where it was said last
    bool spoke_in_room = false;            // since then
};

bool was_in_room_between(const meeting::Meeting& meeting, const Intervention& stated,
                         const Intervention& next) {
    const auto* person = find_participant(meeting, next.speaker.who);
    if (person == nullptr) return false;
    return std::any_of(person->links.begin(), person->links.end(), [&](const meeting::LinkReport& report) {
        return report.link == Link::in_room && !reported_before(report, stated) &&
               reported_before(report, next);
    });
}

bool has_name(const meeting::Participant& person) {
    return !person.family_name.empty() || !person.given_name.empty();
}

std::string name_and_affiliation(const meeting::Meeting& meeting, const HouseStyle& style,
                                 const meeting::Speaker& speaker) {
    const auto& rules = meeting.setup.record;
    if (speaker.presiding) return style.word(rules.presiding);
    const auto affiliation = base::trimmed(speaker.affiliation);
    if (speaker.role == Role::state && !affiliation.empty() &&
        rules.state_attribution == meeting::StateAttribution::anonymous) {
        return style.contracted(style.anonymous.fill({{"state", affiliation}}));
    }
    const auto* person = find_participant(meeting, speaker.who);
    if (person == nullptr) return speaker.who;
    const auto name = name_of(*person);
    // Somebody without a name is called by the affiliation, which is not said twice.
    const bool twice = !has_name(*person) && name == speaker.affiliation;
    if (speaker.role == Role::chair || speaker.role == Role::member || twice) return name;
    return with_affiliation(style, name,
                            speaker.role == Role::state ? style.without_article(affiliation) : affiliation);
}

std::string phrase_part(const meeting::Meeting& meeting, const HouseStyle& style,
                        const Intervention& intervention, PhrasePart part, bool states_link) {
    switch (part) {
        case PhrasePart::link:
            if (!states_link) return {};
            return (link_of(meeting, intervention) == Link::audio ? style.audio : style.video).fill({});
        case PhrasePart::kind:
            if (intervention.kind == Kind::point_of_order) return style.point_of_order.fill({});
            if (intervention.kind == Kind::right_of_reply) return style.right_of_reply.fill({});
            return {};
        case PhrasePart::behalf: {
            const auto whom = base::trimmed(intervention.on_behalf_of);
            return whom.empty() ? std::string() : style.contracted(style.on_behalf.fill({{"whom", whom}}));
        }
    }
    return {};
}

// How many bytes of the text's beginning, or end, are a comma of the style; 0 where there is none.
std::size_t leading_comma(const HouseStyle& style, std::string_view text) {
    for (const auto& comma : style.commas) {
        if (text.starts_with(comma)) return comma.size();
    }
    return 0;
}

bool ends_with_comma(const HouseStyle& style, std::string_view text) {
    return std::any_of(style.commas.begin(), style.commas.end(),
                       [&](const std::string& comma) { return text.ends_with(comma); });
}

}  // namespace

bool has_paragraph(const meeting::Meeting& meeting, const Intervention& intervention) {
    return std::any_of(intervention.blocks.begin(), intervention.blocks.end(), [&](meeting::TextId id) {
        const auto* text = find_text(meeting, id);
        return text != nullptr && text->kind == meeting::TextKind::paragraph && !text->removed;
    });
}

namespace {

// `as_if_written`: an intervention without a paragraph is taken in as if it had its first one now.
std::unordered_set<std::uint64_t> walk_links(const meeting::Meeting& meeting, const Coverage& coverage,
                                             bool as_if_written) {
    std::unordered_set<std::uint64_t> stated;
    if (meeting.setup.facts.mode == meeting::Mode::online) return stated;
    std::map<meeting::ParticipantId, Walk> walks;
    for (std::size_t i = 0; i < meeting.timeline.size(); ++i) {
        const auto& item = meeting.timeline[i];
        if (item.place != meeting::Place::intervention) continue;
        const auto* intervention = find_intervention(meeting, meeting::InterventionId{item.ref});
        if (intervention == nullptr) continue;
        auto& walk = walks[intervention->speaker.who];
        if (link_of(meeting, *intervention) == Link::in_room) {
            walk.spoke_in_room = true;
            continue;
        }
        if (intervention->part_of || !coverage.covered[i]) continue;
        const bool written = has_paragraph(meeting, *intervention);
        if (!written && !as_if_written) continue;
        if (walk.stated != nullptr && !walk.spoke_in_room &&
            !was_in_room_between(meeting, *walk.stated, *intervention)) {
            continue;
        }
        stated.insert(item.ref);
        if (written) walk = {intervention, false};
    }
    return stated;
}

}  // namespace

std::unordered_set<std::uint64_t> stated_links(const meeting::Meeting& meeting, const Coverage& coverage) {
    return walk_links(meeting, coverage, false);
}

std::unordered_set<std::uint64_t> links_to_state(const meeting::Meeting& meeting, const Coverage& coverage) {
    return walk_links(meeting, coverage, true);
}

std::string attribution_of(const meeting::Meeting& meeting, const HouseStyle& style,
                           const Intervention& intervention, bool states_link) {
    auto attribution = name_and_affiliation(meeting, style, intervention.speaker);
    if (intervention.part_of) return attribution;
    std::vector<std::string> parts;
    for (const auto part : style.phrase_order) {
        auto text = phrase_part(meeting, style, intervention, part, states_link);
        if (!text.empty()) parts.push_back(std::move(text));
    }
    if (parts.empty()) return attribution;
    const auto joined = base::join(parts, style.phrase_separator.fill({}));
    return style.phrase.fill({{"attribution", attribution}, {"parts", joined}});
}

std::string attributed(const HouseStyle& style, std::string_view attribution, std::string_view text) {
    const auto comma = leading_comma(style, text);
    if (comma != 0 && !ends_with_comma(style, attribution)) return std::string(attribution).append(text);
    return std::string(attribution) + style.joint.fill({}) + std::string(base::trimmed(text.substr(comma)));
}

std::string with_affiliation(const HouseStyle& style, const std::string& name, std::string_view affiliation) {
    const auto shown = base::trimmed(affiliation);
    return shown.empty() ? name : style.with_affiliation.fill({{"name", name}, {"affiliation", shown}});
}

}  // namespace dais::record
