#include "folder/participants_file.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "folder/csv_rows.hpp"
#include "folder/in_quotes.hpp"
#include "folder/people_fields.hpp"
#include "folder/text_file.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

bool is_known(std::string_view column) {
    return std::find(person_columns.begin(), person_columns.end(), column) != person_columns.end();
}

// The content of a further column as one line that fits: nothing that stands there can be wrong.
std::string tamed(std::string_view content) {
    std::string line;
    for (std::size_t at = 0; at < content.size();) {
        std::size_t end = at + 1;
        while (end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0U) == 0x80U) ++end;
        const auto one = content.substr(at, end - at);
        if (line.size() + one.size() > meeting::max_name_bytes) break;
        if (base::first_line_break(one) || base::first_control(one)) {
            if (!line.ends_with(' ')) line += ' ';
        } else {
            line += one;
        }
        at = end;
    }
    return std::string(base::trimmed(line));
}

class Table {
  public:
    Table(ParticipantsFile& file, FileFaults faults) : file_(file), faults_(std::move(faults)) {}

    // False where the rows below would say nothing.
    bool read_header(const CsvRow& row) {
        columns_.clear();
        for (const auto& field : row.fields) columns_.push_back(field.text);
        const bool has_id = std::find(columns_.begin(), columns_.end(), "id") != columns_.end();
        if (!has_id) {
            const bool semicolons = columns_.size() == 1 && columns_[0].find(';') != std::string::npos;
            faults_.error({row.fields.front().place.line, 1},
                          semicolons ? "the header has no commas, expected id,title,… with commas between"
                                     : "no header with the column id, expected "
                                       "id,title,given_name,family_name,pronoun,role,affiliation,attendance");
            return false;
        }
        if (columns_.size() > meeting::max_columns) {
            faults_.error(row.fields.front().place,
                          "the header has more columns than can be kept, expected at most " +
                              std::to_string(meeting::max_columns));
            return false;
        }
        check_names(row);
        return true;
    }

    void read_row(const CsvRow& row) {
        if (std::all_of(row.fields.begin(), row.fields.end(), [](const auto& f) { return f.text.empty(); })) {
            return faults_.warning({row.end.line, 1}, "a row without content is left out");
        }
        if (row.fields.size() != columns_.size()) return wrong_length(row);
        meeting::Participant person;
        for (std::size_t i = 0; i < columns_.size(); ++i) read_field(person, columns_[i], row.fields[i]);
        const auto& id_field = row.fields[column_of("id")];
        if (person.id.empty()) {
            faults_.error(id_field.place, "id is empty, expected a short name for scripts");
        } else if (!file_.ids.insert(person.id).second) {
            faults_.error(id_field.place,
                          "the id " + in_quotes(person.id) + " is given twice, expected each once");
        }
        if (file_.participants.size() == meeting::max_participants) {
            return faults_.error({row.end.line, 1}, "one participant too many, expected at most " +
                                                        std::to_string(meeting::max_participants));
        }
        warn_of_sense(person, row);
        file_.participants.push_back(std::move(person));
    }

  private:
    [[nodiscard]] std::size_t column_of(std::string_view name) const {
        return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
    }

    void check_names(const CsvRow& row) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto place = row.fields[i].place;
            if (columns_[i].empty()) {
                faults_.warning(place, "a column without a name is left out");
            } else if (const auto fault = fault_in_line(columns_[i], meeting::max_name_bytes)) {
                faults_.error(place, "the name of a column " + *fault);
            } else if (column_of(columns_[i]) != i) {
                faults_.error(place,
                              "the column " + in_quotes(columns_[i]) + " is given twice, expected each once");
            }
        }
        for (const auto name : person_columns) {
            if (column_of(name) != columns_.size()) continue;
            const std::string message = "the column " + std::string(name) + " is missing";
            if (name == "role") {
                faults_.error({row.end.line, 1}, message + ", expected it with " + any_word<meeting::Role>());
            } else {
                faults_.warning({row.end.line, 1}, message + " and counts as empty");
            }
        }
    }

    void wrong_length(const CsvRow& row) {
        const bool few = row.fields.size() < columns_.size();
        faults_.error(few ? row.end : row.fields[columns_.size()].place,
                      "the row has " +
                          (few ? std::to_string(row.fields.size()) + " fields"
                               : std::string("more fields than the header")) +
                          ", expected " + std::to_string(columns_.size()));
        const auto id = column_of("id");
        if (id < row.fields.size()) file_.ids.insert(row.fields[id].text);
    }

    void read_field(meeting::Participant& person, const std::string& column, const CsvField& field) {
        if (column.empty()) return;
        if (!is_known(column)) {
            person.further[column] = tamed(field.text);
            return;
        }
        if (const auto fault = fault_in_line(field.text, meeting::max_name_bytes)) {
            return faults_.error(field.place, column + " " + *fault);
        }
        if (column == "role") return read_word(person.role, column, field, false);
        if (column == "attendance") return read_word(person.attendance, column, field, true);
        (column == "id" ? person.id : *plain_column(person, column)) = field.text;
    }

    template <class E>
    void read_word(E& value, const std::string& column, const CsvField& field, bool may_be_empty) {
        if (field.text.empty() && may_be_empty) return;
        if (const auto parsed = meeting::parse_word<E>(field.text)) {
            value = *parsed;
        } else {
            faults_.error(field.place,
                          column + (field.text.empty() ? " is empty" : " is " + in_quotes(field.text)) +
                              ", expected " + any_word<E>());
        }
    }

    void warn_of_sense(const meeting::Participant& person, const CsvRow& row) {
        if (person.role == meeting::Role::chair) {
            if (!chair_.empty()) {
                faults_.warning({row.end.line, 1}, in_quotes(person.id) + " has the role chair as " +
                                                       in_quotes(chair_) +
                                                       " has, expected one; the first presides");
            }
            chair_ = person.id;
        }
        if (person.role == meeting::Role::state && person.affiliation.empty()) {
            faults_.warning({row.end.line, 1}, in_quotes(person.id) +
                                                   " speaks for a State without an affiliation, "
                                                   "expected the State's name");
        }
    }

    ParticipantsFile& file_;
    FileFaults faults_;
    std::vector<std::string> columns_;
    std::string chair_;
};

}  // namespace

ParticipantsFile read_participants_text(std::string_view text, FileFaults faults) {
    ParticipantsFile file;
    const auto errors = faults.all().errors();
    const auto rows = read_csv(text, faults);
    if (rows.empty()) {
        if (faults.all().errors() == errors) {
            faults.error({1, 1},
                         "the file is empty, expected a header id,title,given_name,family_name,pronoun,role,"
                         "affiliation,attendance");
        }
        return file;
    }
    Table table(file, faults);
    file.parsed = table.read_header(rows.front());
    if (!file.parsed) return file;
    for (std::size_t i = 1; i < rows.size() && !faults.all().full(); ++i) table.read_row(rows[i]);
    return file;
}

}  // namespace dais::folder
