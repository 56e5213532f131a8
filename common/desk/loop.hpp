// The frame loop of a desk: waits, takes in what the station tells, draws when the pacer says so, and hands
// on what the view wants. Thread: the window's.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "desk/options.hpp"
#include "desk/store.hpp"
#include "ui/frame.hpp"
#include "ui/pacer.hpp"
#include "ui/preview.hpp"
#include "ui/view.hpp"
#include "ui/window.hpp"

namespace dais::desk {

// The preview on its way from the station's thread to the window's: the latest counts.
class PreviewSlot {
  public:
    // On the station's thread.
    void make(const meeting::Meeting& meeting);
    // On the window's: the latest, or null where none came since.
    std::shared_ptr<const ui::Preview> take();

  private:
    ui::PreviewMaker maker_;
    // Those that the window may still hold: a record of ten thousand paragraphs is long in going, so it goes
    // here, where no frame waits for it.
    std::vector<std::shared_ptr<const ui::Preview>> made_;
    std::mutex mutex_;
    std::shared_ptr<const ui::Preview> latest_;
};

class Loop {
  public:
    using TakeNews = std::function<std::vector<station::News>()>;
    Loop(ui::Window& window, ui::View& view, Store& store, PreviewSlot& previews, TakeNews take_news,
         const Options& options);

    // Until the window is closed or `stop` is set (and the window woken).
    void run(const std::atomic<bool>& stop);

  private:
    void take_in(base::Instant now);
    void draw(base::Instant now);
    void restore_drafts();
    void restore_settings();
    void keep_picture();
    void log_frame(base::Instant now, std::chrono::steady_clock::time_point began);

    ui::Window& window_;
    ui::View& view_;
    Store& store_;
    PreviewSlot& previews_;
    TakeNews take_news_;
    const Options& options_;
    ui::Frame frame_;
    ui::Pacer pacer_;
    ui::Sink sink_;
    std::string title_;
    std::uint64_t revision_drawn_ = 0;
    std::ofstream frame_log_;
    bool settings_restored_ = false;
    int pictures_ = 0;
};

// Settings for a frame, from the command line.
ui::Settings settings_of(const Options& options);

}  // namespace dais::desk
