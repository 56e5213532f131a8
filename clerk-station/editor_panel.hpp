// Where the clerk writes: the text with its attribution before it, what has become of it, and the acts that
// put it on the record.
#pragma once

#include <map>
#include <string>

#include "clerk-station/aids_bar.hpp"
#include "clerk-station/desk_of_texts.hpp"
#include "clerk-station/merging.hpp"
#include "ui/feedback.hpp"
#include "ui/model.hpp"
#include "ui/sink.hpp"
#include "ui/ui.hpp"

namespace dais::clerk_station {

// How a note or heading that is being written will stand.
struct NoteChoice {
    bool numbered = true;           // of a note
    meeting::InterventionId after;  // where a note or heading stands; 0: at this moment

    friend bool operator==(const NoteChoice&, const NoteChoice&) = default;
};

struct EditorDraft {
    static constexpr const char* note_key = "clerk.note";  // the draft that says how the note will stand

    DeskOfTexts texts;
    Merging merging;
    NoteChoice note;
    NoteChoice note_kept;  // as the disk was told
    Aids aids;
    AidsBar aids_bar;

    void restore(const std::map<std::string, std::string>& drafts);
};

void editor_panel(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink, ui::Rect rect);
// Ctrl+Enter, Alt+Enter, Ctrl+Shift+Enter (splits), Ctrl+Shift+J (joins), Ctrl+N, Ctrl+Shift+N, Ctrl+U,
// Ctrl+J, Ctrl+B, Ctrl+R, Ctrl+G, F3. After all widgets.
void editor_keys(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, ui::Sink& sink,
                 meeting::TextId chosen_text, meeting::InterventionId chosen_intervention);
// Goes there and puts the keyboard into the text.
void write_at(ui::Ui& ui, const ui::Model& model, EditorDraft& draft, const Place& place);

}  // namespace dais::clerk_station
