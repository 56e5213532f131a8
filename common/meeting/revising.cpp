// What changes texts that stand: splitting, joining, choosing between two wordings, replacing words in many
// texts at once, and how far a text is.
#include <set>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

std::optional<Refusal> refuse_unless_paragraph(const Meeting& meeting, TextId id) {
    if (auto refusal = refuse_unless_open_to_change(meeting, id)) return refusal;
    if (find_text(meeting, id)->kind == TextKind::paragraph) return std::nullopt;
    return refuse(Reason::not_a_paragraph, "Only paragraphs are split and joined.");
}

std::optional<Refusal> refuse_revision(const Meeting& meeting, TextId id, std::string_view text,
                                       std::optional<std::uint32_t> base) {
    if (auto refusal = refuse_unless_open_to_change(meeting, id)) return refusal;
    if (auto refusal = refuse_text(text, "A paragraph")) return refusal;
    return refuse_unless_latest(*find_text(meeting, id), base);
}

}  // namespace

Decision decide_on(const Context& context, const Split& command) {
    const auto& meeting = context.meeting;
    if (auto refusal = refuse_unless_paragraph(meeting, command.paragraph)) return *std::move(refusal);
    if (auto refusal = refuse_revision(meeting, command.paragraph, command.text, command.base))
        return *std::move(refusal);
    if (auto refusal = refuse_text(command.rest, "What follows it")) return *std::move(refusal);
    if (auto refusal = refuse_full_record(meeting)) return *std::move(refusal);
    const auto of = find_text(meeting, command.paragraph)->of;
    return std::vector<Event>{TextRevised{command.paragraph, command.text},
                              ParagraphWritten{next_text_id(meeting), of, command.rest, command.paragraph}};
}

Decision decide_on(const Context& context, const Join& command) {
    const auto& meeting = context.meeting;
    if (auto refusal = refuse_unless_paragraph(meeting, command.paragraph)) return *std::move(refusal);
    if (auto refusal = refuse_unless_paragraph(meeting, command.with)) return *std::move(refusal);
    const auto& with = *find_text(meeting, command.with);
    if (command.paragraph == command.with || find_text(meeting, command.paragraph)->of != with.of) {
        return refuse(Reason::wrong_place, "Only paragraphs of one intervention are joined.");
    }
    if (auto refusal = refuse_revision(meeting, command.paragraph, command.text, command.base))
        return *std::move(refusal);
    if (auto refusal = refuse_unless_latest(with, command.with_base)) return *std::move(refusal);
    return std::vector<Event>{TextRevised{command.paragraph, command.text}, TextRemoved{command.with}};
}

Decision decide_on(const Context& context, const Settle& command) {
    if (auto refusal = refuse_revision(context.meeting, command.paragraph, command.text, command.base))
        return *std::move(refusal);
    if (auto refusal = refuse_text(command.other, "The other wording")) return *std::move(refusal);
    return std::vector<Event>{TextRevised{command.paragraph, command.other},
                              TextRevised{command.paragraph, command.text}};
}

Decision decide_on(const Context& context, const Reword& command) {
    if (command.texts.empty()) return refuse(Reason::text_is_empty, "There is nothing to replace.");
    if (command.texts.size() > max_replaced)
        return refuse(Reason::too_many, "That is more texts than can be changed at once.");
    std::set<TextId> seen;
    std::size_t bytes = 0;
    std::vector<Event> events;
    for (const auto& each : command.texts) {
        if (!seen.insert(each.paragraph).second)
            return refuse(Reason::wrong_value, "A text cannot be changed twice at once.");
        bytes += each.text.size();
        if (bytes > max_replaced_bytes)
            return refuse(Reason::too_long, "That is more text than can be changed at once.");
        if (auto refusal = refuse_revision(context.meeting, each.paragraph, each.text,
                                           each.base == 0 ? std::nullopt : std::optional(each.base)))
            return *std::move(refusal);
        events.emplace_back(TextRevised{each.paragraph, each.text});
    }
    return events;
}

Decision decide_on(const Context& context, const SetStatus& command) {
    const auto* text = find_text(context.meeting, command.paragraph);
    if (text == nullptr) return no_such_text();
    if (text->removed) return refuse(Reason::paragraph_is_removed, "That text was removed.");
    if (text->kind == TextKind::decision)
        return refuse(Reason::not_a_paragraph, "A decision is the chair's, and as it was taken.");
    if (text->status == command.status && text->status_revision == text->revisions.size())
        return refuse(Reason::wrong_value, "That text is " + std::string(word(command.status)) + " already.");
    return std::vector<Event>{StatusSet{command.paragraph, command.status}};
}

void apply_one(Meeting& meeting, const StatusSet& event, const Stamp&) {
    auto* text = find_text(meeting, event.id);
    if (text == nullptr) return;
    text->status = event.status;
    text->status_revision = static_cast<std::uint32_t>(text->revisions.size());
}

}  // namespace dais::meeting
