#include "folder/script_commands.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "folder/people_fields.hpp"

namespace dais::folder {
namespace {

namespace m = meeting;

struct Source {
    ScriptFields& fields;
    base::Instant midnight;

    [[nodiscard]] std::optional<base::Instant> instant(std::string_view key) const {
        const auto seconds = fields.time_of_day(key);
        if (!seconds) return std::nullopt;
        return midnight + std::chrono::seconds(*seconds);
    }
    [[nodiscard]] std::string person(std::string_view key) const {
        return fields.required_name(key, "a participant's id");
    }
    [[nodiscard]] std::string paragraph() const {
        return fields.required_name("paragraph", "the label of a paragraph, note or heading");
    }
};

ScriptCommand with(m::Command command) {
    ScriptCommand ask;
    ask.command = std::move(command);
    return ask;
}

template <class C>
ScriptCommand plain(const Source&) {
    return with(C{});
}

template <class C>
ScriptCommand item(const Source& s) {
    return with(C{s.fields.required_name("item", "an agenda id")});
}

ScriptCommand request_floor(const Source& s) {
    return with(m::RequestFloor{s.person("who"), s.fields.word<m::Kind>("for").value_or(m::Kind::statement),
                                s.fields.text("on_behalf_of")});
}

// A request is named by its label, else by its person.
std::string who_or_request(const Source& s, ScriptCommand& ask) {
    ask.request = s.fields.name("request");
    auto who = s.fields.name("who");
    if (!s.fields.has("who") && !s.fields.has("request")) {
        s.fields.missing("who", "a participant's id, or request with the label of a request");
    }
    return ask.request.empty() ? who : std::string();
}

ScriptCommand withdraw_request(const Source& s) {
    ScriptCommand ask;
    m::WithdrawRequest command;
    command.who = who_or_request(s, ask);
    ask.command = std::move(command);
    return ask;
}

ScriptCommand pass_over(const Source& s) {
    ScriptCommand ask;
    m::PassOver command;
    ask.request = s.fields.name("request");
    if (ask.request.empty()) command.who = s.fields.name("who");
    command.back = s.fields.boolean("back", false);
    ask.command = std::move(command);
    return ask;
}

ScriptCommand set_resumption(const Source& s) {
    return with(m::SetResumption{s.instant("until")});
}

ScriptCommand let_moderate(const Source& s) {
    return with(m::LetModerate{s.fields.name("who")});
}

ScriptCommand move_request(const Source& s) {
    ScriptCommand ask;
    m::MoveRequest command;
    command.who = who_or_request(s, ask);
    ask.before = s.fields.required_name("before", "a participant's id, the label of a request, or \"end\"");
    ask.command = std::move(command);
    return ask;
}

ScriptCommand give_floor(const Source& s) {
    return with(m::GiveFloor{s.fields.name("to"), s.fields.word<m::Kind>("for"),
                             s.fields.text("on_behalf_of"), std::nullopt});
}

ScriptCommand grant_time(const Source& s) {
    return with(
        m::GrantTime{s.fields.required_integer("seconds", "a whole number of seconds, negative to take away"),
                     std::nullopt});
}

ScriptCommand set_limit(const Source& s) {
    m::SetLimit command{s.fields.word<m::Role>("role"), s.fields.word<m::Kind>("for"), 0};
    if (s.fields.has("role") && s.fields.has("for")) {
        s.fields.error("for", "role and for stand together, expected one of the two");
    } else if (!s.fields.has("role") && !s.fields.has("for")) {
        s.fields.missing("role", "it with a role, or for with a kind");
    }
    command.seconds = s.fields.required_integer("seconds", "a whole number of seconds, 0 for no limit");
    return with(command);
}

ScriptCommand take_chair(const Source& s) {
    return with(m::TakeChair{s.person("who")});
}

ScriptCommand decide(const Source& s) {
    return with(m::Decide{s.fields.text("text")});
}

ScriptCommand write(const Source& s) {
    ScriptCommand ask;
    ask.of = s.fields.name("of");
    ask.after = s.fields.name("after");
    ask.command = m::Write{{}, s.fields.required_text("text", "a text"), {}};
    return ask;
}

ScriptCommand revise(const Source& s) {
    ScriptCommand ask;
    ask.paragraph = s.paragraph();
    ask.command = m::Revise{{}, s.fields.required_text("text", "a text"), std::nullopt};
    return ask;
}

template <class C>
ScriptCommand on_paragraph(const Source& s) {
    ScriptCommand ask;
    ask.paragraph = s.paragraph();
    ask.command = C{};
    return ask;
}

ScriptCommand move(const Source& s) {
    auto ask = on_paragraph<m::Move>(s);
    ask.after = s.fields.name("after");
    return ask;
}

ScriptCommand attribute(const Source& s) {
    ScriptCommand ask;
    ask.paragraph = s.paragraph();
    ask.command = m::Attribute{{}, s.fields.required_text("text", "a text, empty to take it back")};
    return ask;
}

ScriptCommand note(const Source& s) {
    ScriptCommand ask;
    ask.after = s.fields.name("after");
    ask.command =
        m::MakeNote{s.fields.required_text("text", "a text"), s.fields.boolean("numbered", true), {}};
    return ask;
}

ScriptCommand heading(const Source& s) {
    ScriptCommand ask;
    ask.after = s.fields.name("after");
    ask.command = m::MakeHeading{s.fields.required_text("text", "a text"), {}};
    return ask;
}

ScriptCommand log_intervention(const Source& s) {
    ScriptCommand ask;
    ask.after = s.fields.name("after");
    ask.command = m::LogIntervention{s.person("who"),
                                     s.fields.word<m::Kind>("for").value_or(m::Kind::statement),
                                     s.fields.text("on_behalf_of"),
                                     s.instant("began"),
                                     {}};
    return ask;
}

ScriptCommand correct_intervention(const Source& s) {
    ScriptCommand ask;
    ask.intervention = s.fields.required_name("intervention", "the label of an intervention");
    ask.command = m::CorrectIntervention{{},
                                         s.fields.name("who"),
                                         s.fields.word<m::Kind>("for"),
                                         s.fields.optional_text("on_behalf_of"),
                                         s.fields.word<m::Link>("link"),
                                         s.fields.text("reason")};
    return ask;
}

ScriptCommand correct_participant(const Source& s) {
    m::CorrectParticipant command{s.person("who"), {}};
    if (const auto role = s.fields.word<m::Role>("role")) command.fields.emplace("role", m::word(*role));
    if (const auto attendance = s.fields.word<m::Attendance>("attendance")) {
        command.fields.emplace("attendance", m::word(*attendance));
    }
    if (s.fields.has("id")) s.fields.error("id", "an id stays what it is, expected other fields");
    command.fields.merge(s.fields.rest());
    if (command.fields.empty() && !s.fields.failed()) {
        s.fields.missing("family_name", "this or any other column of participants.csv");
    }
    return with(std::move(command));
}

ScriptCommand report_link(const Source& s) {
    return with(
        m::ReportLink{s.person("who"), s.fields.required_word<m::Link>("link"), s.instant("observed")});
}

ScriptCommand add_participant(const Source& s) {
    m::Participant person;
    person.id = s.fields.required_name("id", "a participant's id");
    person.role = s.fields.required_word<m::Role>("role");
    person.attendance = s.fields.word<m::Attendance>("attendance").value_or(m::Attendance::room);
    for (auto& [column, content] : s.fields.rest()) {
        auto* plain_text = plain_column(person, column);
        (plain_text != nullptr ? *plain_text : person.further[column]) = content;
    }
    return with(m::AddParticipant{std::move(person)});
}

// Clerks: what they do to texts that stand, and what they tell each other.
ScriptCommand split(const Source& s) {
    auto ask = on_paragraph<m::Split>(s);
    ask.command =
        m::Split{{}, s.fields.required_text("text", "a text"), s.fields.required_text("rest", "a text"), {}};
    return ask;
}

ScriptCommand join(const Source& s) {
    auto ask = on_paragraph<m::Join>(s);
    ask.with = s.fields.required_name("with", "the label of the paragraph that is joined to it");
    ask.command = m::Join{{}, {}, s.fields.required_text("text", "a text"), {}, {}};
    return ask;
}

ScriptCommand settle(const Source& s) {
    auto ask = on_paragraph<m::Settle>(s);
    ask.command = m::Settle{
        {}, s.fields.required_text("text", "a text"), s.fields.required_text("other", "a text"), {}};
    return ask;
}

ScriptCommand reword(const Source& s) {
    auto ask = on_paragraph<m::Reword>(s);
    ask.command = m::Reword{{{{}, s.fields.required_text("text", "a text"), 0}}};
    return ask;
}

ScriptCommand set_status(const Source& s) {
    auto ask = on_paragraph<m::SetStatus>(s);
    ask.command = m::SetStatus{{}, s.fields.required_word<m::Status>("status")};
    return ask;
}

ScriptCommand mark(const Source& s) {
    ScriptCommand ask;
    ask.of = s.fields.name("of");
    ask.paragraph = s.fields.name("paragraph");
    ask.command = m::MakeMark{s.fields.word<m::MarkKind>("for").value_or(m::MarkKind::missed),
                              {},
                              {},
                              s.fields.text("text"),
                              s.instant("observed")};
    return ask;
}

ScriptCommand clear_mark(const Source& s) {
    ScriptCommand ask;
    ask.mark = s.fields.required_name("mark", "the label of a mark");
    ask.command = m::ClearMark{};
    return ask;
}

ScriptCommand nothing_to_record(const Source& s) {
    ScriptCommand ask;
    ask.of = s.fields.required_name("of", "the label of an intervention");
    ask.command = m::SayNothingToRecord{{}, s.fields.boolean("nothing", true)};
    return ask;
}

ScriptCommand set_takes(const Source& s) {
    m::SetTakes command;
    command.seconds = s.fields.required_integer("seconds", "a whole number of seconds");
    std::string_view rest;
    const auto order = s.fields.required_text("order", "clerks' stations with spaces between");
    for (rest = order; !rest.empty();) {
        const auto space = std::min(rest.find(' '), rest.size());
        if (space != 0) command.order.emplace_back(rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return with(std::move(command));
}

struct CommandRow {
    std::string_view word;
    ScriptCommand (*read)(const Source&);
};

constexpr std::array<CommandRow, std::variant_size_v<m::Command>> rows{{
    {"open_meeting", plain<m::OpenMeeting>},
    {"suspend_meeting", plain<m::SuspendMeeting>},
    {"resume_meeting", plain<m::ResumeMeeting>},
    {"end_meeting", plain<m::EndMeeting>},
    {"take_up", item<m::TakeUp>},
    {"conclude", item<m::Conclude>},
    {"request_floor", request_floor},
    {"withdraw_request", withdraw_request},
    {"move_request", move_request},
    {"close_list", plain<m::CloseList>},
    {"reopen_list", plain<m::ReopenList>},
    {"clear_list", plain<m::ClearList>},
    {"give_floor", give_floor},
    {"end_floor", plain<m::EndFloor>},
    {"pause_clock", plain<m::PauseClock>},
    {"resume_clock", plain<m::ResumeClock>},
    {"grant_time", grant_time},
    {"set_limit", set_limit},
    {"take_chair", take_chair},
    {"decide", decide},
    {"undo_last", plain<m::UndoLast>},
    {"write", write},
    {"revise", revise},
    {"remove", on_paragraph<m::Remove>},
    {"restore", on_paragraph<m::Restore>},
    {"move", move},
    {"attribute", attribute},
    {"note", note},
    {"heading", heading},
    {"log_intervention", log_intervention},
    {"correct_intervention", correct_intervention},
    {"correct_participant", correct_participant},
    {"begin_coverage", plain<m::BeginCoverage>},
    {"end_coverage", plain<m::EndCoverage>},
    {"report_link", report_link},
    {"add_participant", add_participant},
    {"split", split},
    {"join", join},
    {"settle", settle},
    {"reword", reword},
    {"set_status", set_status},
    {"mark", mark},
    {"clear_mark", clear_mark},
    {"nothing_to_record", nothing_to_record},
    {"set_takes", set_takes},
    {"join_takes", plain<m::JoinTakes>},
    {"begin_take", plain<m::BeginTake>},
    {"pass_over", pass_over},
    {"set_resumption", set_resumption},
    {"let_moderate", let_moderate},
}};

// How many letters must be changed, put in or left out (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = corner + (a[i] == b[j] ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, corner + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string* plain_column(m::Participant& person, std::string_view column) {
    if (column == "title") return &person.title;
    if (column == "given_name") return &person.given_name;
    if (column == "family_name") return &person.family_name;
    if (column == "pronoun") return &person.pronoun;
    if (column == "affiliation") return &person.affiliation;
    return nullptr;
}

std::string_view sort_name(Sort sort) {
    constexpr std::array<std::string_view, 5> names{"nothing", "a request", "an intervention",
                                                    "a paragraph, note or heading", "a mark"};
    return names[static_cast<std::size_t>(sort)];
}

Sort made_sort(const m::Command& command) {
    const auto word = m::command_word(command);
    if (word == "request_floor") return Sort::request;
    if (word == "give_floor" || word == "end_floor" || word == "log_intervention") return Sort::intervention;
    if (word == "write" || word == "note" || word == "heading" || word == "split") return Sort::text;
    if (word == "mark") return Sort::mark;
    return Sort::nothing;
}

std::optional<ScriptCommand> read_command(std::string_view word, ScriptFields& fields,
                                          base::Instant midnight) {
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const CommandRow& each) { return each.word == word; });
    if (row == rows.end()) return std::nullopt;
    return row->read({fields, midnight});
}

std::string_view nearest_command(std::string_view word) {
    if (word.size() > 40) return {};
    const auto* const row = std::min_element(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        return distance(word, a.word) < distance(word, b.word);
    });
    return distance(word, row->word) <= 3 ? row->word : std::string_view();
}

}  // namespace dais::folder
