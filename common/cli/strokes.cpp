#include "cli/strokes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <variant>

#include "meeting/decide.hpp"

namespace dais::cli {
namespace {

using meeting::InterventionId;
using meeting::Kind;
using meeting::TextId;
using Strokes = std::vector<Stroke>;
using Played = base::Result<Strokes>;

constexpr std::int64_t grant_step = 30;

base::Error no_keys(std::string why) {
    return {"no_keys", "The desks have no keys for this: " + why};
}

// Builds the strokes for one line.
class Player {
  public:
    Player(const folder::ScriptLine& line, const meeting::Meeting& meeting, const record::Record& record,
           Hand& hand)
        : line_(line), meeting_(meeting), record_(record), hand_(hand) {
        // Whatever box has the keyboard is left, so that single keys act.
        if (line_.desk == meeting::Desk::chair) press("Esc").press("Esc");
    }

    Played play(const meeting::Command& command) {
        return std::visit([this](const auto& one) { return on(one); }, command);
    }

  private:
    Player& press(std::string keys, std::size_t times = 1) {
        for (std::size_t i = 0; i < times; ++i) strokes_.push_back({keys, false, false});
        return *this;
    }
    Player& ask(std::string keys, std::size_t times = 1) {
        for (std::size_t i = 0; i < times; ++i) strokes_.push_back({keys, false, true});
        return *this;
    }
    Player& type(std::string text) {
        if (!text.empty()) strokes_.push_back({std::move(text), true, false});
        return *this;
    }
    Played done() { return std::move(strokes_); }
    // In a list that has the keyboard.
    Player& row(std::size_t index) { return press("Home").press("Down", index); }

    // --- The chair ---------------------------------------------------------------------------------------
    Played on(const meeting::OpenMeeting&) { return ask("m").done(); }
    Played on(const meeting::SuspendMeeting&) { return ask("m").done(); }
    Played on(const meeting::ResumeMeeting&) { return ask("m").done(); }
    Played on(const meeting::EndMeeting&) { return press("Ctrl+e").press("Tab").ask("Enter").done(); }
    Played on(const meeting::TakeUp& take) { return press("a").row(item(take.item)).ask("Enter").done(); }
    Played on(const meeting::Conclude& conclude) {
        return press("a").row(item(conclude.item)).ask("k").done();
    }
    Played on(const meeting::CloseList&) { return ask("c").done(); }
    Played on(const meeting::ReopenList&) { return ask("c").done(); }
    Played on(const meeting::ClearList&) { return press("Ctrl+Delete").press("Tab").ask("Enter").done(); }
    // At the moderator's desk as well, while the chair lets it.
    Played on(const meeting::EndFloor&) { return ask("e").done(); }
    Played on(const meeting::PauseClock&) { return ask("p").done(); }
    Played on(const meeting::ResumeClock&) { return ask("p").done(); }
    Played on(const meeting::UndoLast&) { return ask("Ctrl+z").done(); }
    Played on(const meeting::TakeChair& take) { return press("t").find(take.who).ask("Enter").done(); }
    Played on(const meeting::LetModerate& let) {
        if (let.who.empty()) return ask("g").done();
        return press("g").find(let.who).ask("Enter").done();
    }
    Played on(const meeting::SetResumption& set) {
        const auto& zone = meeting_.setup.facts.zone;
        if (!set.until) return press("u").ask("Enter").done();
        const auto seconds = set.until->ms / 1000 + zone.offset_seconds;
        const auto minutes = (seconds / 60) % (24 * 60);
        if (seconds % 60 != 0) return no_keys("a meeting goes on at a whole minute.");
        return press("u").type(fmt::format("{:02}:{:02}", minutes / 60, minutes % 60)).ask("Enter").done();
    }
    Played on(const meeting::Decide& decide) { return press("d").type(decide.text).ask("Enter").done(); }

    Played on(const meeting::GrantTime& grant) {
        if (grant.seconds % grant_step != 0) {
            return no_keys(
                fmt::format("time is granted by {} seconds, not by {}.", grant_step, grant.seconds));
        }
        const auto times = static_cast<std::size_t>(std::abs(grant.seconds) / grant_step);
        return ask(grant.seconds < 0 ? "-" : "+", times).done();
    }

    Played on(const meeting::SetLimit& limit) {
        using meeting::Role;
        static const std::vector<std::pair<std::optional<Role>, std::optional<Kind>>> choices{
            {Role::member, {}},   {Role::state, {}},          {Role::organization, {}},
            {Role::observer, {}}, {{}, Kind::point_of_order}, {{}, Kind::reply}};
        const auto wanted = std::find(choices.begin(), choices.end(), std::pair{limit.role, limit.kind});
        if (wanted == choices.end()) return no_keys("that limit is not on the chair's screen.");
        const auto index = static_cast<std::size_t>(wanted - choices.begin());
        press("i").press("Enter", (index + choices.size() - hand_.limit_of) % choices.size());
        hand_.limit_of = index;
        return press("Tab").type(std::to_string(limit.seconds)).ask("Enter").done();
    }

    Played on(const meeting::RequestFloor& request) {
        if (line_.desk == meeting::Desk::moderator) {
            remote(request.who).press(kind_key(request.kind));
            if (request.on_behalf_of.empty()) return ask("f").done();
            return press("Ctrl+b").type(request.on_behalf_of).ask("Enter").done();
        }
        return chair_box(request.who, request.kind, request.on_behalf_of).ask("Enter").done();
    }

    Played on(const meeting::GiveFloor& give) {
        if (give.to.empty()) return ask("Space").done();
        if (line_.desk == meeting::Desk::moderator) {
            const auto* next = meeting::next_request(meeting_.proceedings);
            if (next != nullptr && next->who == give.to) return ask("Space").done();
            return no_keys("a moderator gives the floor to the next on the list.");
        }
        const auto kind = give.kind.value_or(Kind::statement);
        if (const auto* request = request_of(give)) return choose(*request).ask("Enter").done();
        if (kind == Kind::point_of_order && give.on_behalf_of.empty()) {
            return press("o").find(give.to).ask("Enter").done();
        }
        return chair_box(give.to, kind, give.on_behalf_of).ask("Shift+Enter").done();
    }

    Played on(const meeting::WithdrawRequest& withdraw) {
        if (line_.desk == meeting::Desk::moderator) {
            const auto* request = find(withdraw.request, withdraw.who);
            return request == nullptr ? no_keys("there is no such request.")
                                      : remote(request->who).ask("w").done();
        }
        const auto* request = find(withdraw.request, withdraw.who);
        return request == nullptr ? no_keys("there is no such request.")
                                  : choose(*request).ask("Delete").done();
    }

    Played on(const meeting::PassOver& pass) {
        const auto* request = pass.request || !pass.who.empty() ? find(pass.request, pass.who)
                                                                : meeting::next_request(meeting_.proceedings);
        return request == nullptr ? no_keys("there is no such request.")
                                  : choose(*request).ask(pass.back ? "b" : "x").done();
    }

    Played on(const meeting::MoveRequest& move) {
        const auto* request = find(move.request, move.who);
        if (request == nullptr) return no_keys("there is no such request.");
        const auto& queue = queue_of(*request);
        const auto from = position(queue, request->id);
        const auto* before = find(move.before, move.before_who);
        auto to = before == nullptr ? queue.size() - 1 : position(queue, before->id);
        if (before != nullptr && to > from) --to;
        choose(*request);
        return to < from ? ask("Alt+Up", from - to).done() : ask("Alt+Down", to - from).done();
    }

    // --- The clerk ---------------------------------------------------------------------------------------
    Played on(const meeting::Write& write) {
        const auto of = write.of ? write.of : meeting_.proceedings.floor;
        press("F2").row(intervention(of)).press("Enter").type(write.text).ask("Ctrl+Enter");
        if (!write.after) return done();
        const auto* spoken = meeting::find_intervention(meeting_, of);
        if (spoken != nullptr && !spoken->blocks.empty() && spoken->blocks.back() == write.after)
            return done();
        return no_keys("a paragraph is written at its intervention's end, and moved from there.");
    }
    Played on(const meeting::Revise& revise) {
        return text(revise.paragraph)
            .press("Ctrl+r")
            .press("Ctrl+a")
            .type(revise.text)
            .ask("Ctrl+Enter")
            .done();
    }
    Played on(const meeting::Remove& remove) { return text(remove.paragraph).ask("Delete").done(); }
    Played on(const meeting::Restore& restore) {
        std::size_t index = 0;
        for (const auto& each : meeting_.texts) {
            if (each.id == restore.paragraph) break;
            if (each.removed) ++index;
        }
        return press("Ctrl+t").row(index).ask("Delete").press("Ctrl+t").done();
    }
    Played on(const meeting::Attribute& attribute) {
        return text(attribute.paragraph)
            .press("Ctrl+b")
            .press("Ctrl+a")
            .type(attribute.text)
            .ask("Ctrl+Enter")
            .done();
    }
    Played on(const meeting::MakeNote& note) {
        after(note.after).press("Ctrl+n");
        if (!note.numbered) press("Ctrl+u");
        if (note.after) press("Ctrl+j");
        return type(note.text).ask("Ctrl+Enter").done();
    }
    Played on(const meeting::MakeHeading& heading) {
        after(heading.after).press("Ctrl+Shift+n");
        if (heading.after) press("Ctrl+j");
        return type(heading.text).ask("Ctrl+Enter").done();
    }

    Played on(const meeting::Move& move) {
        const auto* moved = meeting::find_text(meeting_, move.paragraph);
        const auto* spoken = moved == nullptr ? nullptr : meeting::find_intervention(meeting_, moved->of);
        if (spoken == nullptr || move.after_intervention)
            return no_keys("only paragraphs are moved, within their own.");
        std::vector<TextId> standing;
        for (const auto id : spoken->blocks) {
            const auto* each = meeting::find_text(meeting_, id);
            if (each != nullptr && !each->removed) standing.push_back(id);
        }
        const auto from = index_of(standing, move.paragraph);
        auto to = move.after ? index_of(standing, move.after) + 1 : 0;
        if (to > from) --to;
        text(move.paragraph);
        return to < from ? ask("Alt+Up", from - to).done() : ask("Alt+Down", to - from).done();
    }

    Played on(const meeting::LogIntervention& log) {
        if (log.after) {
            press("F2").row(intervention(log.after)).press("Ctrl+Shift+l");
        } else {
            press("Ctrl+l");
        }
        find(log.who).press("Enter").type(log.began ? time_of_day(*log.began) : "");
        press("Tab").type(log.on_behalf_of).press("Tab").press("Right", static_cast<std::size_t>(log.kind));
        return ask("Ctrl+Enter").done();
    }

    Played on(const meeting::CorrectIntervention& correct) {
        press("F2").row(intervention(correct.intervention)).press("Ctrl+i");
        // From the box backwards: kind, link, on whose behalf, the reason.
        if (!correct.who.empty()) find(correct.who).press("Enter").press("Shift+Tab");
        if (correct.who.empty()) press("Shift+Tab");
        if (correct.kind) press("Right", static_cast<std::size_t>(*correct.kind) + 1);
        press("Shift+Tab");
        if (correct.link) press("Right", link_choice(*correct.link));
        press("Shift+Tab").type(correct.on_behalf_of.value_or(""));
        press("Shift+Tab").type(correct.reason);
        if (!correct.who.empty()) return no_keys("another speaker is chosen by hand.");
        return ask("Ctrl+Enter").done();
    }

    Played on(const meeting::CorrectParticipant& correct) {
        press("Ctrl+p").find(correct.who).press("Enter");
        // The form opens in the family name.
        for (const auto& [column, content] : correct.fields) {
            if (column != "family_name")
                return no_keys("only the family name is corrected by the script's hand.");
            press("Ctrl+a").type(content);
        }
        return ask("Ctrl+Enter").done();
    }

    // What clerks do to each other's texts depends on what stands in their editors, not on a line of a
    // script.
    template <class C>
    Played on(const C&) {
        return no_keys("a script says it to stations only.");
    }

    Played on(const meeting::BeginCoverage&) { return ask("Ctrl+Shift+b").done(); }
    Played on(const meeting::EndCoverage&) { return ask("Ctrl+Shift+e").done(); }

    // --- The moderator, and anybody ----------------------------------------------------------------------
    Played on(const meeting::ReportLink& report) {
        remote(report.who);
        if (report.observed) press("Ctrl+o").type(time_of_day(*report.observed)).press("Enter");
        return ask(std::to_string(static_cast<int>(report.link) + 1)).done();
    }

    Played on(const meeting::AddParticipant& add) {
        const auto& person = add.person;
        press("Ctrl+Shift+p").type(person.title).press("Tab").type(person.given_name).press("Tab");
        type(person.family_name).press("Tab").type(person.affiliation).press("Tab");
        const auto role = static_cast<std::size_t>(person.role);
        if (role == 0) press("Left");
        if (role > 1) press("Right", role - 1);
        press("Tab").press("Right", static_cast<std::size_t>(person.attendance));
        return ask("Ctrl+Enter").done();
    }

    // --- What they share ---------------------------------------------------------------------------------
    // Types what finds one person, and no other, in a box.
    Player& find(const meeting::ParticipantId& who) { return type(who); }
    Player& remote(const meeting::ParticipantId& who) { return press("Ctrl+f").type(who).press("Enter"); }
    static std::string kind_key(Kind kind) { return "Alt+" + std::to_string(static_cast<int>(kind) + 1); }
    static std::size_t link_choice(meeting::Link link) {
        return link == meeting::Link::in_room ? 1 : link == meeting::Link::audio ? 2 : 3;
    }

    Player& chair_box(const meeting::ParticipantId& who, Kind kind, const std::string& behalf) {
        press(kind_key(kind));
        if (!behalf.empty()) press("Shift+Tab").type(behalf).press("Ctrl+f");
        return find(who);
    }

    // The request that giving the floor to somebody would meet.
    [[nodiscard]] const meeting::Request* request_of(const meeting::GiveFloor& give) const {
        for (const auto* queue : {&meeting_.proceedings.list, &meeting_.proceedings.replies}) {
            for (const auto& request : *queue) {
                if (request.who == give.to && (!give.kind || *give.kind == request.kind)) return &request;
            }
        }
        return nullptr;
    }

    [[nodiscard]] const meeting::Request* find(meeting::RequestId id,
                                               const meeting::ParticipantId& who) const {
        for (const auto* queue : {&meeting_.proceedings.list, &meeting_.proceedings.replies}) {
            for (const auto& request : *queue) {
                if (id ? request.id == id : request.who == who) return &request;
            }
        }
        return nullptr;
    }
    [[nodiscard]] const std::vector<meeting::Request>& queue_of(const meeting::Request& request) const {
        return request.kind == Kind::right_of_reply ? meeting_.proceedings.replies
                                                    : meeting_.proceedings.list;
    }
    static std::size_t position(const std::vector<meeting::Request>& queue, meeting::RequestId id) {
        const auto at =
            std::find_if(queue.begin(), queue.end(), [&](const auto& each) { return each.id == id; });
        return static_cast<std::size_t>(at - queue.begin());
    }
    Player& choose(const meeting::Request& request) {
        press(request.kind == Kind::right_of_reply ? "r" : "l");
        return row(position(queue_of(request), request.id));
    }

    [[nodiscard]] std::size_t item(const meeting::AgendaItemId& id) const {
        const auto& agenda = meeting_.setup.agenda;
        const auto at =
            std::find_if(agenda.begin(), agenda.end(), [&](const auto& each) { return each.id == id; });
        return static_cast<std::size_t>(at - agenda.begin());
    }

    // The row of an intervention in the clerk's list.
    [[nodiscard]] std::size_t intervention(InterventionId id) const {
        std::size_t index = 0;
        for (const auto& each : meeting_.timeline) {
            if (each.place != meeting::Place::intervention) continue;
            const InterventionId other{each.ref};
            if (meeting::find_intervention(meeting_, other) == nullptr) continue;
            if (other == id) return index;
            ++index;
        }
        return index;
    }
    Player& after(InterventionId id) { return id ? press("F2").row(intervention(id)) : *this; }

    // Goes to a text of the record.
    Player& text(TextId id) {
        std::size_t steps = 0;
        for (std::size_t i = 0; i < record_.blocks.size(); ++i) {
            if (!record_.blocks[i].source) continue;
            if (i > 0) ++steps;
            if (record_.blocks[i].source == id) break;
        }
        return press("F4").press("Home").press("Ctrl+Down", steps);
    }
    static std::size_t index_of(const std::vector<TextId>& texts, TextId id) {
        return static_cast<std::size_t>(std::find(texts.begin(), texts.end(), id) - texts.begin());
    }

    [[nodiscard]] std::string time_of_day(base::Instant at) const {
        const auto seconds = (at - folder::local_midnight(meeting_.setup.facts)).count() / 1000;
        return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    const folder::ScriptLine& line_;
    const meeting::Meeting& meeting_;
    const record::Record& record_;
    Hand& hand_;
    Strokes strokes_;
};

}  // namespace

base::Result<std::vector<Stroke>> strokes_for(const folder::ScriptLine& line, const meeting::Command& command,
                                              const meeting::Meeting& meeting, const record::Record& record,
                                              Hand& hand) {
    return Player(line, meeting, record, hand).play(command);
}

}  // namespace dais::cli
