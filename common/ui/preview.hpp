// Makes the preview of a record. Pure; any thread: some milliseconds for ten thousand paragraphs.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "record/house_style.hpp"
#include "ui/model.hpp"

namespace dais::ui {

class PreviewMaker {
  public:
    // Null where the meeting brings no house style along, as before the hub has told of it. The style is read
    // once and kept.
    std::shared_ptr<const Preview> make(const meeting::Meeting& meeting);

  private:
    std::map<std::string, std::string> style_text_;
    std::optional<record::HouseStyle> style_;
};

}  // namespace dais::ui
