#include "folder/meeting_file.hpp"

#include "folder/toml_text.hpp"
#include "folder/zone.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

using meeting::max_name_bytes;

constexpr std::int64_t max_number = 99'999;
constexpr std::int32_t noon = 12 * 3600;

meeting::Date plain(const toml::date& date) {
    return {date.year, date.month, date.day};
}

void read_texts(TomlTable& table, meeting::Facts& facts) {
    facts.symbol = table.text("symbol", max_name_bytes).value_or("");
    facts.treaty = table.text("treaty", max_name_bytes).value_or("");
    facts.distribution = table.text("distribution", max_name_bytes).value_or("");
    facts.session = table.text("session", max_name_bytes).value_or("");
    facts.place = table.text("place", max_name_bytes).value_or("");
    const auto body = table.text("body", max_name_bytes);
    facts.body = body.value_or("");
    if (!table.has("body")) {
        table.error("body", "body is missing in [meeting], expected the name of the body that meets");
    } else if (body && body->empty()) {
        table.error("body", "body is empty, expected the name of the body that meets");
    }
}

void read_language(TomlTable& table, meeting::Facts& facts) {
    constexpr std::string_view languages[] = {"en", "fr", "es", "ru", "ar", "zh"};
    const auto language = table.text("language", max_name_bytes);
    if (!language) return;
    for (const auto each : languages) {
        if (each == *language) facts.language = each;
    }
    if (facts.language != *language) {
        table.error("language",
                    "language is " + in_quotes(*language) + ", expected en, fr, es, ru, ar or zh");
    }
}

// The zone, the day in it, and the zone's offset on that day: each needs the one before.
void read_day(TomlTable& table, meeting::Facts& facts, base::Instant now) {
    facts.zone.name = "UTC";
    if (const auto name = table.text("timezone", max_name_bytes)) facts.zone.name = *name;
    if (const auto known = check_zone(facts.zone.name); !known) {
        table.error("timezone", known.error().text);
        facts.zone.name.clear();
    }
    if (const auto date = table.date("date")) {
        facts.date = plain(*date);
        if (facts.date.year < 1900) {
            table.error("date",
                        "date is in the year " + std::to_string(date->year) + ", expected 1900 to 9999");
        }
    } else if (!facts.zone.name.empty()) {
        facts.date = day_in_zone(facts.zone.name, now);
    }
    if (facts.zone.name.empty() || facts.date.year < 1900) {
        facts.zone = {};
        return;
    }
    facts.zone = zone_at(facts.zone.name, facts.date, facts.scheduled.value_or(noon), facts.language);
}

void read_facts(const toml::table* meeting, meeting::Facts& facts, base::Instant now, FileFaults faults) {
    TomlTable table(meeting, "[meeting]", std::move(faults));
    read_texts(table, facts);
    read_language(table, facts);
    if (const auto issued = table.date("issued")) facts.issued = plain(*issued);
    if (const auto number = table.integer("number", 1, max_number)) {
        facts.number = static_cast<std::int32_t>(*number);
    }
    facts.mode = table.word<meeting::Mode>("mode").value_or(meeting::Mode::in_person);
    facts.scheduled = table.time_of_day("scheduled");
    facts.scheduled_end = table.time_of_day("scheduled_end");
    read_day(table, facts, now);
    table.finish();
}

void read_record(const toml::table* record, meeting::RecordRules& rules, FileFaults faults) {
    TomlTable table(record, "[record]", std::move(faults));
    if (const auto kind = table.text("kind", max_name_bytes); kind && *kind != "summary") {
        table.error("kind", "kind is " + in_quotes(*kind) + ", expected summary");
    }
    rules.covers_start = table.boolean("covers_start").value_or(rules.covers_start);
    rules.covers_end = table.boolean("covers_end").value_or(rules.covers_end);
    rules.part = table.text("part", max_name_bytes).value_or(rules.part);
    if (const auto presiding = table.text("presiding", max_name_bytes)) {
        rules.presiding = *presiding;
        if (presiding->empty())
            table.error("presiding", "presiding is empty, expected \"The Chair\" or the like");
    }
    rules.state_attribution =
        table.word<meeting::StateAttribution>("state_attribution").value_or(rules.state_attribution);
    rules.number_decisions = table.boolean("number_decisions").value_or(rules.number_decisions);
    table.finish();
}

void read_reply_limits(TomlTable& table, meeting::Limits& limits) {
    constexpr std::size_t most = 100;
    const std::string expected = "a list of seconds, one for each reply of a delegation, such as [300, 180]";
    const auto* list = table.array("right_of_reply", expected);
    if (list == nullptr) return;
    if (list->empty() || list->size() > most) {
        table.error("right_of_reply", "right_of_reply has " + std::to_string(list->size()) +
                                          " entries, expected 1 to " + std::to_string(most));
        return;
    }
    for (const auto& node : *list) {
        const auto* value = node.as_integer();
        if (value == nullptr || value->get() < 1 || value->get() > meeting::max_seconds) {
            table.error_at(
                node, "right_of_reply has " +
                          (value == nullptr ? std::string(type_name(node)) : std::to_string(value->get())) +
                          ", expected whole numbers from 1 to " + std::to_string(meeting::max_seconds));
            continue;
        }
        limits.right_of_reply.push_back(static_cast<std::int32_t>(value->get()));
    }
}

void read_limits(const toml::table* given, meeting::Limits& limits, FileFaults faults) {
    TomlTable table(given, "[limits]", std::move(faults));
    const auto seconds = [&](std::string_view key) -> std::optional<std::int32_t> {
        const auto value = table.integer(key, 1, meeting::max_seconds);
        return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
    };
    for (std::size_t i = 0; i < meeting::Words<meeting::Role>::list.size(); ++i) {
        const auto role = static_cast<meeting::Role>(i);
        if (const auto limit = seconds(meeting::word(role))) limits.by_role[role] = *limit;
    }
    for (const auto kind : {meeting::Kind::statement, meeting::Kind::point_of_order, meeting::Kind::reply}) {
        if (const auto limit = seconds(meeting::word(kind))) limits.by_kind[kind] = *limit;
    }
    if (const auto warning = table.integer("warning", 0, meeting::max_seconds)) {
        limits.warning = static_cast<std::int32_t>(*warning);
    }
    limits.pause_when_link_lost = table.boolean("pause_when_link_lost");
    read_reply_limits(table, limits);
    table.finish();
}

// The agenda, flattened: a parent stands before its items.
class Agenda {
  public:
    Agenda(MeetingFile& file, FileFaults faults) : file_(file), faults_(std::move(faults)) {}

    void read(const toml::array& list, const std::string& parent, std::size_t depth) {
        for (const auto& node : list) {
            if (!node.is_table()) {
                faults_.error(place_of(node), "the agenda has " + std::string(type_name(node)) +
                                                  ", expected [[agenda]] tables");
                continue;
            }
            if (file_.setup.agenda.size() == meeting::max_agenda_items) {
                faults_.error(place_of(node), "one agenda item too many, expected at most " +
                                                  std::to_string(meeting::max_agenda_items));
                return;
            }
            read_item(*node.as_table(), parent, depth);
        }
    }

  private:
    void read_item(const toml::table& given, const std::string& parent, std::size_t depth) {
        TomlTable table(&given, depth == 1 ? "[[agenda]]" : "an agenda item", faults_);
        meeting::AgendaItem item;
        item.id = required(table, "id", "a short name for scripts");
        item.title = required(table, "title", "the words of the heading");
        item.parent = parent;
        if (const auto number = table.integer("number", 1, max_number)) {
            item.number = static_cast<std::int32_t>(*number);
        }
        item.continued = table.boolean("continued").value_or(false);
        item.concluded = table.boolean("concluded").value_or(false);
        read_documents(table, item);
        if (!item.id.empty() && !file_.items.insert(item.id).second) {
            table.error("id",
                        "the id " + in_quotes(item.id) + " is given twice in the agenda, expected each once");
        }
        const auto id = item.id;
        file_.setup.agenda.push_back(std::move(item));
        if (const auto* items = table.array("items", "[[agenda.items]] tables"))
            read_sub_items(table, *items, id, depth);
        table.finish();
    }

    void read_sub_items(TomlTable& table, const toml::array& items, const std::string& id,
                        std::size_t depth) {
        if (depth == meeting::max_agenda_depth) {
            table.error("items", "the agenda is too deep, expected at most " +
                                     std::to_string(meeting::max_agenda_depth) + " levels");
            return;
        }
        read(items, id, depth + 1);
    }

    static std::string required(TomlTable& table, std::string_view key, std::string_view expected) {
        const auto text = table.text(key, max_name_bytes);
        if (!table.has(key)) {
            table.error(
                key, std::string(key) + " is missing in an agenda item, expected " + std::string(expected));
        } else if (text && text->empty()) {
            table.error(key, std::string(key) + " is empty, expected " + std::string(expected));
        }
        return text.value_or("");
    }

    static void read_documents(TomlTable& table, meeting::AgendaItem& item) {
        const auto* list = table.array("documents", "a list of symbols such as [\"CMW/C/1\"]");
        if (list == nullptr) return;
        if (list->size() > meeting::max_documents) {
            table.error("documents", "documents has " + std::to_string(list->size()) +
                                         " entries, expected at most " +
                                         std::to_string(meeting::max_documents));
            return;
        }
        for (const auto& node : *list) {
            if (auto text = table.text_of("documents", node, max_name_bytes))
                item.documents.push_back(*std::move(text));
        }
    }

    MeetingFile& file_;
    FileFaults faults_;
};

}  // namespace

MeetingFile read_meeting_text(std::string text, base::Instant now, FileFaults faults) {
    MeetingFile file;
    const auto root = parse_toml(std::move(text), faults);
    if (!root) return file;
    file.parsed = true;
    TomlTable table(&*root, "meeting.toml", faults);
    const bool has_meeting = table.has("meeting");
    const auto* meeting = table.table("meeting");
    if (!has_meeting) {
        faults.error({}, "[meeting] is missing, expected it with the key body at least");
    }
    if (meeting != nullptr) read_facts(meeting, file.setup.facts, now, faults);
    read_record(table.table("record"), file.setup.record, faults);
    read_limits(table.table("limits"), file.setup.limits, faults);
    if (const auto* agenda = table.array("agenda", "[[agenda]] tables"))
        Agenda(file, faults).read(*agenda, "", 1);
    table.finish();
    return file;
}

}  // namespace dais::folder
