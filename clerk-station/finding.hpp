// A search through all texts of the record that stand, a few in each frame, so that ten thousand paragraphs
// cost no frame more than a few milliseconds; what has changed since is searched again. And what a
// replacement asks the hub for. A value of the view; the window's thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "meeting/commands.hpp"
#include "prose/find.hpp"
#include "ui/model.hpp"

namespace dais::clerk_station {

class Finding {
  public:
    // Begins anew where the words or the options are others than before. Nothing is found for no words.
    void look_for(const std::string& words, prose::FindOptions options);
    // Goes on; once a frame. `most_bytes`: of texts that are looked at in this call.
    void go_on(const meeting::Meeting& meeting, std::size_t most_bytes = 262'144);

    [[nodiscard]] bool is_done(const meeting::Meeting& meeting) const;
    // 0 to 100.
    [[nodiscard]] int percent(const meeting::Meeting& meeting) const;
    // Where it stands, by text, in the texts' order of origin.
    [[nodiscard]] const std::map<meeting::TextId, std::vector<prose::Range>>& found() const { return found_; }
    [[nodiscard]] std::size_t places() const { return places_; }
    // Why nothing is looked for ("accents alone …"), or empty.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

    struct Plan {
        std::vector<meeting::Reword> asks;  // each within the limits of one command
        std::size_t texts = 0;
        std::size_t places = 0;
        std::size_t locked = 0;  // texts that are final, left out
        std::string trouble;     // a text would become too long: nothing is asked
    };
    [[nodiscard]] Plan replace_all(const meeting::Meeting& meeting, const prose::Replacement& by) const;

  private:
    void look_at(const meeting::RecordText& text);

    std::string words_;
    prose::FindOptions options_;
    std::optional<prose::Needle> needle_;
    std::string trouble_;
    std::vector<std::size_t> seen_;  // of each text: revisions + 1 if it was looked at, removed ones too
    std::size_t next_ = 0;
    std::size_t places_ = 0;
    std::map<meeting::TextId, std::vector<prose::Range>> found_;
};

// The way back of a replacement: each text as it was before it, where it still says what was put in.
std::vector<meeting::Reword> taken_back(const meeting::Meeting& meeting,
                                        const std::vector<meeting::Reword>& asked,
                                        std::size_t& changed_since);

}  // namespace dais::clerk_station
