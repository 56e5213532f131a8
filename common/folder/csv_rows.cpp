#include "folder/csv_rows.hpp"

#include <csv.h>

#include <algorithm>

#include "folder/text_file.hpp"
#include "meeting/limits.hpp"

namespace dais::folder {
namespace {

// Of one row; what comes behind is dropped, as a row of this length is refused anyway.
constexpr std::size_t most_fields = 2 * meeting::max_columns;

// libcsv calls back with fields and row ends and tells no places: it is handed one byte at a time, so that
// the place of what it calls back about is known here.
class Reading {
  public:
    Reading(std::string_view text, FileFaults faults) : text_(text), faults_(std::move(faults)) {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~Reading() { csv_free(&parser_); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    std::vector<CsvRow> run() {
        while (!faults_.all().full()) {
            if (at_ < text_.size()) {
                if (csv_parse(&parser_, &text_[at_], 1, on_field, on_row, this) == 1) {
                    pass();
                } else {
                    recover(what_is_wrong());
                }
                continue;
            }
            if (csv_fini(&parser_, on_field, on_row, this) == 0) break;
            if (!recover("the quote is left open, expected one more before the line ends")) break;
        }
        return std::move(rows_);
    }

  private:
    static void on_field(void* bytes, std::size_t size, void* self) {
        auto& reading = *static_cast<Reading*>(self);
        if (reading.row_.fields.size() < most_fields) {
            std::string content(static_cast<const char*>(bytes), size);
            reading.row_.fields.push_back({std::move(content), reading.field_place()});
        }
        reading.field_begin_ = reading.at_ + 1;
    }

    static void on_row(int, void* self) {
        auto& reading = *static_cast<Reading*>(self);
        reading.row_.end = reading.place(reading.at_);
        reading.rows_.push_back(std::move(reading.row_));
        reading.row_ = {};
    }

    // Takes a byte that the parser has taken.
    void pass() {
        const char c = text_[at_++];
        if (c == '\n') {
            ++line_;
            line_begin_ = at_;
        }
        const bool blank = c == '\n' || c == '\r' || c == ' ' || c == '\t';
        // What the parser skips before a row: blank lines, and the LF behind a CR.
        if (blank && row_.fields.empty() && parser_.entry_pos == 0 && parser_.quoted == 0) field_begin_ = at_;
        if (field_begin_ == at_) field_line_ = {line_, line_begin_};
    }

    struct Line {
        std::size_t number = 1;
        std::size_t begin = 0;
    };

    [[nodiscard]] Place place_in(Line line, std::size_t offset) const {
        return {line.number, column_at(text_.substr(line.begin), offset - line.begin)};
    }
    [[nodiscard]] Place place(std::size_t offset) const { return place_in({line_, line_begin_}, offset); }

    // Where the field that ends here began, without the blanks before it.
    [[nodiscard]] Place field_place() const {
        auto begin = field_begin_;
        while (begin < at_ && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
        return place_in(field_line_, begin);
    }

    [[nodiscard]] std::string what_is_wrong() {
        if (parser_.quoted == 0) {
            return "a quote inside a field without quotes, expected the whole field in quotes, with its own "
                   "doubled";
        }
        return "text behind a closing quote, expected a comma or the end of the line (was a quote left "
               "open?)";
    }

    // Reports what is wrong and goes on behind the line in which the field began. False at the text's end.
    bool recover(const std::string& message) {
        const bool quoted = parser_.quoted != 0;
        faults_.error(quoted ? field_place() : place(at_), message);
        const auto line_end = text_.find('\n', quoted ? field_line_.begin : line_begin_);
        const auto number = (quoted ? field_line_.number : line_) + 1;
        csv_free(&parser_);
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        row_ = {};
        at_ = line_end == std::string_view::npos ? text_.size() : line_end + 1;
        line_ = number;
        line_begin_ = field_begin_ = at_;
        field_line_ = {line_, line_begin_};
        return at_ < text_.size();
    }

    std::string_view text_;
    FileFaults faults_;
    csv_parser parser_{};
    std::vector<CsvRow> rows_;
    CsvRow row_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
    std::size_t field_begin_ = 0;
    Line field_line_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text, FileFaults faults) {
    return Reading(text, std::move(faults)).run();
}

}  // namespace dais::folder
