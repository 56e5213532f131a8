#include "desk/loop.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <chrono>

#include "program/clocks.hpp"

namespace dais::desk {

void PreviewSlot::make(const meeting::Meeting& meeting) {
    auto made = maker_.make(meeting);
    std::erase_if(made_, [](const auto& each) { return each.use_count() == 1; });
    if (made) made_.push_back(made);
    const std::lock_guard lock(mutex_);
    latest_ = std::move(made);
}

std::shared_ptr<const ui::Preview> PreviewSlot::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(latest_, nullptr);
}

ui::Settings settings_of(const Options& options) {
    ui::Settings settings;
    settings.scale = options.scale;
    settings.theme = options.theme.value_or(ui::ThemeName::light);
    return settings;
}

Loop::Loop(ui::Window& window, ui::View& view, Store& store, PreviewSlot& previews, TakeNews take_news,
           const Options& options)
    : window_(window),
      view_(view),
      store_(store),
      previews_(previews),
      take_news_(std::move(take_news)),
      options_(options),
      frame_(window, ui::Fonts::find(), settings_of(options)) {
    for (const auto& sentence : frame_.fonts().missing()) spdlog::warn("{}", sentence);
    if (!options.frame_log.empty()) frame_log_.open(options.frame_log);
}

void Loop::run(const std::atomic<bool>& stop) {
    while (!stop && !window_.close_asked()) {
        const auto before = program::uptime();
        window_.wait(pacer_.due(before) ? base::Span{0} : pacer_.patience(before));
        const auto now = program::uptime();
        take_in(now);
        if (!window_.input().empty()) pacer_.input();
        if (pacer_.due(now)) draw(now);
    }
}

void Loop::take_in(base::Instant now) {
    auto news = take_news_();
    if (!news.empty()) {
        store_.take(std::move(news), now);
        pacer_.changed();
    }
    if (auto preview = previews_.take()) {
        store_.set_preview(std::move(preview));
        pacer_.changed();
    }
    if (view_.take_news()) pacer_.changed();
    restore_settings();
    restore_drafts();
}

void Loop::restore_drafts() {
    if (const auto drafts = store_.take_drafts()) view_.restore(*drafts);
}

// What somebody has set at this station before, unless the command line says otherwise.
void Loop::restore_settings() {
    if (settings_restored_ || store_.settings().empty()) return;
    settings_restored_ = true;
    auto settings = frame_.settings();
    const auto& kept = store_.settings();
    if (const auto at = kept.find(ui::Settings::theme_place); at != kept.end() && !options_.theme) {
        settings.theme = ui::theme_named(at->second).value_or(settings.theme);
    }
    if (const auto at = kept.find(ui::Settings::scale_place); at != kept.end() && !options_.scale) {
        float scale = 0;
        const auto& text = at->second;
        const auto [rest, bad] = std::from_chars(text.data(), text.data() + text.size(), scale);
        if (bad == std::errc{} && rest == text.data() + text.size()) settings.scale = scale;
    }
    frame_.set(settings);
}

void Loop::draw(base::Instant now) {
    const auto began = std::chrono::steady_clock::now();
    store_.tell_time(now);
    const auto settle = [this, now] {
        store_.carry_out(sink_.take(), now);
        store_.tell_time(now);
    };
    frame_.draw(view_, store_.model(), sink_, settle);
    pacer_.drawn(program::uptime(), view_.next_digit(store_.model()));
    const auto& body = store_.model().meeting.setup.facts.body;
    auto title = "Dais: " + view_.title() + (body.empty() ? "" : " · " + body);
    if (title != title_) window_.set_title(title_ = std::move(title));
    if (frame_.take_picture_wish()) keep_picture();
    if (frame_log_.is_open()) log_frame(now, began);
}

void Loop::keep_picture() {
    auto folder = options_.pictures.empty() ? std::filesystem::path(".") : options_.pictures;
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    std::filesystem::path file;
    do {
        file = folder / fmt::format("{}-{}.png", options_.name, ++pictures_);
    } while (std::filesystem::exists(file, ignored));
    if (auto written = ui::write_png(file.string(), window_.picture()); !written) {
        spdlog::warn("{}", written.error().text);
    } else {
        spdlog::info("The picture is in {}.", file.string());
    }
}

void Loop::log_frame(base::Instant now, std::chrono::steady_clock::time_point began) {
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    const auto& model = store_.model();
    const auto blocks = model.preview ? model.preview->record.blocks.size() : 0;
    // `at` is the system's monotonic clock at the frame's end, which other programs on the machine share.
    const auto at = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    frame_log_
        << fmt::format(
               R"({{"at_us":{},"uptime_ms":{},"frame_us":{},"built":{},"recorded_ms":{},"changes":{},"blocks":{},"live":{}}})",
               at.count(), now.ms, took.count(), frame_.built(), model.meeting.now.ms, model.revision, blocks,
               model.live())
        << '\n'
        << std::flush;
}

}  // namespace dais::desk
