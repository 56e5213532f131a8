// From labels to ids, while a script is played.
#include "folder/in_quotes.hpp"
#include "folder/script.hpp"

namespace dais::folder {
namespace {

namespace m = meeting;

// Looks labels up and remembers the first that is not there.
class Resolver {
  public:
    explicit Resolver(const Labels& labels) : labels_(labels) {}

    m::RequestId request(const std::string& label) { return find(labels_.requests, label, "request"); }
    m::InterventionId intervention(const std::string& label) {
        return find(labels_.interventions, label, "intervention");
    }
    m::TextId text(const std::string& label) {
        return find(labels_.texts, label, "paragraph, note or heading");
    }

    m::MarkId mark(const std::string& label) { return find(labels_.marks, label, "mark"); }

    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] const Labels& labels() const { return labels_; }

  private:
    template <class Id>
    Id find(const std::map<std::string, Id>& ids, const std::string& label, std::string_view what) {
        if (label.empty()) return {};
        if (const auto at = ids.find(label); at != ids.end()) return at->second;
        if (!error_) {
            error_ = base::Error{"unknown_label", "No " + std::string(what) + " has the label " +
                                                      in_quotes(label) +
                                                      ", expected one that an earlier line made."};
        }
        return {};
    }

    const Labels& labels_;
    std::optional<base::Error> error_;
};

template <class C>
void resolve(const ScriptCommand&, Resolver&, C&) {}

void resolve(const ScriptCommand& ask, Resolver& resolver, m::WithdrawRequest& command) {
    command.request = resolver.request(ask.request);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::PassOver& command) {
    if (!ask.request.empty()) command.request = resolver.request(ask.request);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::MoveRequest& command) {
    command.request = resolver.request(ask.request);
    if (ask.before == "end") return;
    if (resolver.labels().requests.contains(ask.before)) {
        command.before = resolver.request(ask.before);
    } else {
        command.before_who = ask.before;
    }
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Write& command) {
    command.of = resolver.intervention(ask.of);
    command.after = resolver.text(ask.after);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Move& command) {
    command.paragraph = resolver.text(ask.paragraph);
    if (resolver.labels().interventions.contains(ask.after)) {
        command.after_intervention = resolver.intervention(ask.after);
    } else {
        command.after = resolver.text(ask.after);
    }
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::MakeNote& command) {
    command.after = resolver.intervention(ask.after);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::MakeHeading& command) {
    command.after = resolver.intervention(ask.after);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::LogIntervention& command) {
    command.after = resolver.intervention(ask.after);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::CorrectIntervention& command) {
    command.intervention = resolver.intervention(ask.intervention);
}
template <class C>
void resolve_paragraph(const ScriptCommand& ask, Resolver& resolver, C& command) {
    command.paragraph = resolver.text(ask.paragraph);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Revise& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Remove& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Restore& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Attribute& command) {
    resolve_paragraph(ask, resolver, command);
}

void resolve(const ScriptCommand& ask, Resolver& resolver, m::Split& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Join& command) {
    resolve_paragraph(ask, resolver, command);
    command.with = resolver.text(ask.with);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Settle& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::Reword& command) {
    for (auto& each : command.texts) each.paragraph = resolver.text(ask.paragraph);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::SetStatus& command) {
    resolve_paragraph(ask, resolver, command);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::MakeMark& command) {
    command.of = resolver.intervention(ask.of);
    command.paragraph = resolver.text(ask.paragraph);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::ClearMark& command) {
    command.mark = resolver.mark(ask.mark);
}
void resolve(const ScriptCommand& ask, Resolver& resolver, m::SayNothingToRecord& command) {
    command.of = resolver.intervention(ask.of);
}

template <class E>
std::optional<Made> id_of(const std::vector<m::Event>& events) {
    for (const auto& event : events) {
        if (const auto* made = std::get_if<E>(&event)) return Made(made->id);
    }
    return std::nullopt;
}

}  // namespace

void Labels::remember(const std::string& label, Made made) {
    if (label.empty()) return;
    if (const auto* request = std::get_if<m::RequestId>(&made)) requests[label] = *request;
    if (const auto* intervention = std::get_if<m::InterventionId>(&made))
        interventions[label] = *intervention;
    if (const auto* text = std::get_if<m::TextId>(&made)) texts[label] = *text;
    if (const auto* mark = std::get_if<m::MarkId>(&made)) marks[label] = *mark;
}

base::Result<m::Command> bind(const ScriptCommand& ask, const Labels& labels) {
    auto command = ask.command;
    Resolver resolver(labels);
    std::visit([&](auto& each) { resolve(ask, resolver, each); }, command);
    if (resolver.error()) return *resolver.error();
    return command;
}

std::optional<Made> made_by(const ScriptCommand& ask, const std::vector<m::Event>& events) {
    const auto& command = ask.command;
    if (std::holds_alternative<m::RequestFloor>(command)) return id_of<m::FloorRequested>(events);
    if (std::holds_alternative<m::GiveFloor>(command)) return id_of<m::FloorGiven>(events);
    if (std::holds_alternative<m::EndFloor>(command)) return id_of<m::FloorReturned>(events);
    if (std::holds_alternative<m::Write>(command)) return id_of<m::ParagraphWritten>(events);
    if (std::holds_alternative<m::Split>(command)) return id_of<m::ParagraphWritten>(events);
    if (std::holds_alternative<m::MakeMark>(command)) return id_of<m::MarkMade>(events);
    if (std::holds_alternative<m::MakeNote>(command)) return id_of<m::NoteMade>(events);
    if (std::holds_alternative<m::MakeHeading>(command)) return id_of<m::HeadingMade>(events);
    if (std::holds_alternative<m::LogIntervention>(command)) return id_of<m::InterventionLogged>(events);
    return std::nullopt;
}

}  // namespace dais::folder
