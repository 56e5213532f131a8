// The speakers' list and, apart from it, the rights of reply; above them the box that finds and adds people.
#pragma once

#include <cstddef>

#include "chair-console/list_printer.hpp"
#include "chair-console/request_rows.hpp"
#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/person_box.hpp"
#include "ui/rows.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::chair_console {

// What became of the list on paper, for some seconds.
struct PrintedLine {
    static constexpr base::Span stays{20'000};

    Printed what;
    std::optional<base::Instant> until;  // by the machine's uptime; nothing before it was drawn
    bool asked = false;                  // the button was pressed, or Ctrl+L
};

struct ListDraft {
    ui::PersonBox find;
    ui::Field behalf{meeting::max_name_bytes};
    std::size_t kind = 0;  // what is asked for: an index into meeting::Kind
    ui::RowsState rows;
    ui::RowsState replies;
    meeting::RequestId chosen;  // the row's request, which stays chosen when rows move
    ListSums sums;
    bool asks_clear = false;  // the question before the list is emptied is open
    std::uint64_t kept = 0;   // revisions of the two fields that were handed to the disk
    PrintedLine printed;
};

void list_panel(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect rect);
void replies_panel(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink, ui::Rect rect);
void clear_list_dialog(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink);
// Ctrl+F, L, C, Delete, Alt+Up and Alt+Down. After all widgets.
void list_keys(ui::Ui& ui, const ui::Model& model, ListDraft& draft, ui::Sink& sink);

}  // namespace dais::chair_console
