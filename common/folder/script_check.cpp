// A script against itself and its folder.
#include <algorithm>

#include "folder/in_quotes.hpp"
#include "folder/script.hpp"
#include "folder/script_commands.hpp"
#include "folder/text_file.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

namespace m = meeting;

class Check {
  public:
    Check(Known known, FileFaults faults) : known_(std::move(known)), faults_(std::move(faults)) {}

    void line(const ScriptLine& line) {
        line_ = &line;
        check_time();
        if (!m::may_ask(line.desk, line.ask.command)) {
            error("from", in_quotes(line.from) + " may not ask for " + line.word + ", expected " + desks());
        }
        check_labels();
        std::visit([&](const auto& command) { on(command); }, line.ask.command);
        define_label();
    }

  private:
    void error(std::string_view key, std::string message) {
        const auto at = line_->columns.find(std::string(key));
        faults_.error({line_->number, at == line_->columns.end() ? 1 : at->second}, std::move(message));
    }

    void check_time() {
        if (last_ != nullptr && line_->at < last_->at) {
            error("at", "the time goes back behind line " + std::to_string(last_->number) +
                            ", expected that time or a later one");
            return;
        }
        last_ = line_;
    }

    [[nodiscard]] std::string desks() const {
        std::string text;
        for (const auto desk : {m::Desk::chair, m::Desk::clerk, m::Desk::moderator}) {
            if (!m::may_ask(desk, line_->ask.command)) continue;
            text += (text.empty() ? "" : " or ") + std::string(m::word(desk));
        }
        return text;
    }

    // References

    void check_labels() {
        const auto& ask = line_->ask;
        refer("request", ask.request, Sort::request);
        refer("of", ask.of, Sort::intervention);
        refer("paragraph", ask.paragraph, Sort::text);
        refer("intervention", ask.intervention, Sort::intervention);
        refer("with", ask.with, Sort::text);
        refer("mark", ask.mark, Sort::mark);
        if (std::holds_alternative<m::Move>(ask.command)) {
            refer("after", ask.after, Sort::text, Sort::intervention);
        } else {
            refer("after", ask.after,
                  std::holds_alternative<m::Write>(ask.command) ? Sort::text : Sort::intervention);
        }
        check_before();
    }

    void refer(std::string_view key, const std::string& label, Sort sort, Sort other = Sort::nothing) {
        if (label.empty()) return;
        const std::string expected = std::string(sort_name(sort)) +
                                     (other == Sort::nothing ? "" : " or " + std::string(sort_name(other)));
        const auto at = labels_.find(label);
        if (at == labels_.end()) {
            return error(key, std::string(key) + ": no earlier line has the label " + in_quotes(label) +
                                  ", expected the label of " + expected);
        }
        if (at->second.sort == sort || at->second.sort == other) return;
        error(key, std::string(key) + ": " + in_quotes(label) + " is the label of " +
                       std::string(sort_name(at->second.sort)) + " (line " + std::to_string(at->second.line) +
                       "), expected " + expected);
    }

    void check_before() {
        const auto& before = line_->ask.before;
        if (before.empty() || before == "end") return;
        const auto at = labels_.find(before);
        if (at != labels_.end() && at->second.sort == Sort::request) return;
        if (!known_.participants || known_.participants->contains(before)) return;
        error("before", "before: " + in_quotes(before) +
                            " is unknown, expected the label of a request, a participant's id, or \"end\"");
    }

    void define_label() {
        const auto& label = line_->label;
        if (label.empty()) return;
        if (label == "end")
            return error("label", "\"end\" means the end of the list, expected another label");
        if (const auto fault = fault_in_line(label, max_label_bytes))
            return error("label", "label " + *fault);
        const auto [at, is_new] =
            labels_.try_emplace(label, Label{made_sort(line_->ask.command), line_->number});
        if (is_new) return;
        error("label", "the label " + in_quotes(label) + " is taken by line " +
                           std::to_string(at->second.line) + ", expected another");
    }

    void participant(std::string_view key, const std::string& id) {
        if (id.empty() || !known_.participants || known_.participants->contains(id)) return;
        error(key, std::string(key) + ": no participant has the id " + in_quotes(id) +
                       ", expected one of participants.csv or of an earlier add_participant");
    }

    void item(const std::string& id) {
        if (!known_.items || known_.items->contains(id)) return;
        error("item", "item: no agenda item has the id " + in_quotes(id) + ", expected one of meeting.toml");
    }

    // Values

    void text(std::string_view key, const std::string& content, bool may_be_empty = false) {
        if (const auto fault = fault_in_line(content, m::max_text_bytes)) {
            return error(key, std::string(key) + " " + *fault);
        }
        if (!may_be_empty && content.find_first_not_of(" \t") == std::string::npos) {
            error(key, std::string(key) + " is empty, expected the words");
        }
    }

    void name(std::string_view key, const std::string& content) {
        if (const auto fault = fault_in_line(content, m::max_name_bytes))
            error(key, std::string(key) + " " + *fault);
    }

    void seconds(std::int64_t value, std::int64_t low) {
        if (value >= low && value <= m::max_seconds) return;
        error("seconds", "seconds is " + std::to_string(value) + ", expected a whole number from " +
                             std::to_string(low) + " to " + std::to_string(m::max_seconds));
    }

    void fields(const std::map<std::string, std::string>& further) {
        if (further.size() > m::max_columns) error("who", "too many columns");
        for (const auto& [column, content] : further) name(column, content);
    }

    // Commands

    template <class C>
    void on(const C&) {}
    void on(const m::TakeUp& c) { item(c.item); }
    void on(const m::Conclude& c) { item(c.item); }
    void on(const m::RequestFloor& c) {
        participant("who", c.who);
        name("on_behalf_of", c.on_behalf_of);
    }
    void on(const m::WithdrawRequest& c) { participant("who", c.who); }
    void on(const m::PassOver& c) { participant("who", c.who); }
    void on(const m::LetModerate& c) { participant("who", c.who); }
    void on(const m::MoveRequest& c) { participant("who", c.who); }
    void on(const m::GiveFloor& c) {
        participant("to", c.to);
        name("on_behalf_of", c.on_behalf_of);
    }
    void on(const m::GrantTime& c) { seconds(c.seconds, -m::max_seconds); }
    void on(const m::SetLimit& c) { seconds(c.seconds, 0); }
    void on(const m::TakeChair& c) { participant("who", c.who); }
    void on(const m::Decide& c) { text("text", c.text, true); }
    void on(const m::Write& c) { text("text", c.text); }
    void on(const m::Revise& c) { text("text", c.text); }
    void on(const m::Attribute& c) { text("text", c.text, true); }
    void on(const m::MakeNote& c) { text("text", c.text); }
    void on(const m::MakeHeading& c) { text("text", c.text); }
    void on(const m::Split& c) {
        text("text", c.text);
        text("rest", c.rest);
    }
    void on(const m::Join& c) { text("text", c.text); }
    void on(const m::Settle& c) {
        text("text", c.text);
        text("other", c.other);
    }
    void on(const m::Reword& c) { text("text", c.texts.front().text); }
    void on(const m::MakeMark& c) { name("text", c.note); }
    void on(const m::SetTakes& c) {
        if (c.seconds < m::min_take_seconds || c.seconds > m::max_take_seconds) {
            error("seconds", "seconds is " + std::to_string(c.seconds) + ", expected a whole number from " +
                                 std::to_string(m::min_take_seconds) + " to " +
                                 std::to_string(m::max_take_seconds));
        }
        for (const auto& clerk : c.order) {
            if (m::desk_of(clerk) != m::Desk::clerk)
                error("order", "order: " + in_quotes(clerk) +
                                   " is no clerk's station, expected \"clerk-1 clerk-2\" or the like");
        }
    }
    void on(const m::LogIntervention& c) {
        participant("who", c.who);
        name("on_behalf_of", c.on_behalf_of);
    }
    void on(const m::CorrectIntervention& c) {
        participant("who", c.who);
        name("on_behalf_of", c.on_behalf_of.value_or(""));
        name("reason", c.reason);
        if (c.link && !m::says_how(*c.link)) {
            error("link", "link is " + in_quotes(m::word(*c.link)) + ", expected in_room, audio or video");
        }
    }
    void on(const m::CorrectParticipant& c) {
        participant("who", c.who);
        fields(c.fields);
    }
    void on(const m::ReportLink& c) { participant("who", c.who); }
    void on(const m::AddParticipant& c) {
        const auto& person = c.person;
        name("id", person.id);
        name("title", person.title);
        name("given_name", person.given_name);
        name("family_name", person.family_name);
        name("pronoun", person.pronoun);
        name("affiliation", person.affiliation);
        fields(person.further);
        if (!known_.participants || known_.participants->insert(person.id).second) return;
        error("id", "the id " + in_quotes(person.id) + " is taken already, expected another");
    }

    struct Label {
        Sort sort = Sort::nothing;
        std::size_t line = 0;
    };

    Known known_;
    FileFaults faults_;
    const ScriptLine* line_ = nullptr;
    const ScriptLine* last_ = nullptr;
    std::map<std::string, Label> labels_;
};

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void check_script(const std::vector<ScriptLine>& lines, Known known, FileFaults faults) {
    Check check(std::move(known), std::move(faults));
    for (const auto& line : lines) check.line(line);
}

std::vector<ScriptLine> read_script(std::string_view text, base::Instant midnight, Known known,
                                    FileFaults faults) {
    std::vector<ScriptLine> lines;
    std::size_t number = 0;
    while (!text.empty() && !faults.all().full()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (is_blank(line)) continue;
        if (lines.size() == max_script_lines) {
            faults.error({number, 1},
                         "one line too many, expected at most " + std::to_string(max_script_lines));
            break;
        }
        if (auto parsed = parse_script_line(line, number, midnight, faults))
            lines.push_back(*std::move(parsed));
    }
    check_script(lines, std::move(known), std::move(faults));
    return lines;
}

}  // namespace dais::folder
