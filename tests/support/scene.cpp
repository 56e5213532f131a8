#include "support/scene.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/text.hpp"
#include "folder/meeting_file.hpp"
#include "folder/participants_file.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/describe.hpp"

namespace dais::support {

const std::string_view default_cast = R"(garcia,,,,she,chair,,room
lewis,Mr.,Benjamin,Lewis,he,member,,room
poussi,Ms.,,Poussi,she,member,,room
diallo,Ms.,,Diallo,she,member,,room
charef,Mr.,,Charef,he,member,,room
ople,Ms.,,Ople,she,state,the Philippines,video
moreno,Mr.,,Moreno,he,state,Chile,room
sato,Ms.,,Sato,she,organization,Human Rights House,room
kim,Mr.,,Kim,he,secretariat,Secretary of the Committee,room
narain,Ms.,,Narain,she,officer,Rapporteur,room
vidal,Mr.,,Vidal,he,officer,Vice-Chair,room
)";

namespace {

constexpr std::string_view header = "id,title,given_name,family_name,pronoun,role,affiliation,attendance\n";

[[noreturn]] void wrong(std::string_view line, const std::string& what) {
    throw std::invalid_argument("scene: " + what + ", in: " + std::string(line));
}

void throw_if_failed(const folder::Faults& faults) {
    if (!faults.failed()) return;
    std::string text = "scene:";
    for (const auto& fault : faults.list()) text += "\n" + to_text(fault);
    throw std::invalid_argument(text);
}

std::string completed(std::string_view setup) {
    std::string text(setup);
    constexpr std::string_view table = "[meeting]";
    auto at = text.find(table);
    if (at == std::string::npos) {
        text = std::string(table) + "\n" + text;
        at = 0;
    }
    std::string absent = "\n";
    const auto has = [&](std::string_view key) {
        for (const auto line : base::split(text, '\n')) {
            const auto rest = base::trimmed(line);
            if (!rest.starts_with(key)) continue;
            if (base::trimmed(rest.substr(key.size())).starts_with('=')) return true;
        }
        return false;
    };
    if (!has("body")) absent += "body = \"Committee on Tests\"\n";
    if (!has("date")) absent += "date = 2021-10-08\n";
    return text.insert(at + table.size(), absent);
}

// The parts of a line; spaces inside double quotes do not part.
std::vector<std::string> words(std::string_view line) {
    std::vector<std::string> found;
    bool quoted = false;
    bool open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (!quoted && (c == ' ' || c == '\t')) {
            open = false;
            continue;
        }
        if (!open) found.emplace_back();
        open = true;
        if (c == '"') {
            quoted = !quoted;
        } else if (quoted && c == '\\' && i + 1 < line.size()) {
            const char next = line[++i];
            found.back() += next == 'n' ? '\n' : next;
        } else {
            found.back() += c;
        }
    }
    if (quoted) wrong(line, "a quote is left open");
    return found;
}

nlohmann::json value_of(const std::string& key, const std::string& value) {
    const bool is_switch = key == "numbered" || key == "back";
    if (is_switch && (value == "true" || value == "false")) return value == "true";
    std::int64_t number = 0;
    const auto* end = value.data() + value.size();
    if (key == "seconds" && std::from_chars(value.data(), end, number).ptr == end) return number;
    return value;
}

// Lets `#7` stand for the request, intervention and text with that id.
void name_by_id(folder::Labels& labels, const std::string& name) {
    std::uint64_t id = 0;
    if (!name.starts_with('#')) return;
    if (std::from_chars(name.data() + 1, name.data() + name.size(), id).ptr != name.data() + name.size())
        return;
    labels.requests[name] = meeting::RequestId(id);
    labels.texts[name] = meeting::TextId(id);
}

void name_all_by_id(folder::Labels& labels, const folder::ScriptCommand& ask) {
    for (const auto* name : {&ask.request, &ask.before, &ask.paragraph, &ask.after})
        name_by_id(labels, *name);
    // A move's `#7` is a text; elsewhere an intervention may be meant.
    const bool move = std::holds_alternative<meeting::Move>(ask.command);
    for (const auto* name : {&ask.of, &ask.intervention, &ask.after}) {
        if (move || !name->starts_with('#')) continue;
        name_by_id(labels, *name);
        labels.interventions[*name] = meeting::InterventionId(labels.texts[*name].value);
    }
}

template <class Id>
Id found_label(const std::map<std::string, Id>& ids, const std::string& label) {
    const auto at = ids.find(label);
    if (at == ids.end()) throw std::invalid_argument("scene: no label " + label);
    return at->second;
}

}  // namespace

std::string script_json(std::string_view line) {
    if (line.starts_with('{')) return std::string(line);
    const auto parts = words(line);
    if (parts.size() < 3) wrong(line, "expected TIME STATION COMMAND key=value …");
    nlohmann::ordered_json object;
    object["at"] = parts[0];
    object["from"] = parts[1];
    object["do"] = parts[2];
    for (std::size_t i = 3; i < parts.size(); ++i) {
        const auto equals = parts[i].find('=');
        if (equals == std::string::npos) wrong(line, "expected key=value instead of " + parts[i]);
        const auto key = parts[i].substr(0, equals);
        object[key] = value_of(key, parts[i].substr(equals + 1));
    }
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Scene::Scene(std::string_view setup, std::string_view people) {
    folder::Faults faults;
    const auto file = folder::read_meeting_text(completed(setup), base::Instant{},
                                                folder::FileFaults(faults, "meeting.toml"));
    const auto table = (people.starts_with("id,") ? "" : std::string(header)) + std::string(people);
    const auto cast = folder::read_participants_text(table, folder::FileFaults(faults, "participants.csv"));
    throw_if_failed(faults);
    midnight_ = folder::local_midnight(file.setup.facts);
    now_ = midnight_;
    accept({meeting::MeetingPrepared{file.setup, cast.participants}}, {"hub", meeting::Desk::hub});
}

void Scene::accept(std::vector<meeting::Event> events, const meeting::Actor& actor) {
    const base::Sequence entry{facts_.size() + 1};
    facts_.push_back({meeting::Stamp{entry, now_, actor}, std::move(events)});
    meeting::apply(meeting_, facts_.back());
}

std::optional<meeting::Refusal> Scene::play(std::string_view line) {
    folder::Faults faults;
    const auto parsed = folder::parse_script_line(script_json(line), 1, midnight_,
                                                  folder::FileFaults(faults, std::string(line)));
    throw_if_failed(faults);
    if (!faults.list().empty()) wrong(line, to_text(faults.list().front()));
    if (parsed->at < now_) wrong(line, "the time goes back");
    auto labels = labels_;
    name_all_by_id(labels, parsed->ask);
    const auto command = folder::bind(parsed->ask, labels);
    if (!command) wrong(line, command.error().text);
    now_ = parsed->at;
    const meeting::Actor actor{parsed->from, parsed->desk};
    auto decision = meeting::decide(meeting_, actor, *command, now_);
    if (!decision) return decision.error();
    if (const auto made = folder::made_by(parsed->ask, *decision)) labels_.remember(parsed->label, *made);
    last_command_ = *command;
    accept(*std::move(decision), actor);
    return std::nullopt;
}

void Scene::go(std::string_view lines) {
    for (const auto each : base::split(lines, '\n')) {
        const auto line = base::trimmed(each);
        if (line.empty() || line.starts_with('#')) continue;
        if (const auto refusal = play(line)) {
            throw std::logic_error("scene: refused (" + std::string(meeting::word(refusal->reason)) + ": " +
                                   refusal->sentence + "): " + std::string(line));
        }
    }
}

std::string Scene::state() const {
    return meeting::describe(meeting_, now_);
}

std::string Scene::state(std::string_view time_of_day) const {
    return meeting::describe(meeting_, at(time_of_day));
}

base::Instant Scene::at(std::string_view time_of_day) const {
    const auto seconds = folder::parse_time_of_day(time_of_day);
    if (!seconds) throw std::invalid_argument("scene: no time of day: " + std::string(time_of_day));
    return midnight_ + std::chrono::seconds(*seconds);
}

meeting::InterventionId Scene::intervention(const std::string& label) const {
    return found_label(labels_.interventions, label);
}

meeting::TextId Scene::text(const std::string& label) const {
    return found_label(labels_.texts, label);
}

meeting::RequestId Scene::request(const std::string& label) const {
    return found_label(labels_.requests, label);
}

}  // namespace dais::support
