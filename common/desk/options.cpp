#include "desk/options.hpp"

#include <algorithm>
#include <charconv>

#include "net/key_ring.hpp"
#include "program/places.hpp"
#include "ui/fonts.hpp"

namespace dais::desk {
namespace {

constexpr int largest_side = 16'384;

// "1280x800" or "1280,40": two numbers with that between them.
std::optional<std::pair<int, int>> two_numbers(const std::string& text, char between) {
    std::pair<int, int> numbers;
    const auto* end = text.data() + text.size();
    const auto [middle, first] = std::from_chars(text.data(), end, numbers.first);
    if (first != std::errc{} || middle == end || *middle != between) return std::nullopt;
    const auto [rest, second] = std::from_chars(middle + 1, end, numbers.second);
    if (second != std::errc{} || rest != end) return std::nullopt;
    return numbers;
}

}  // namespace

Area tile_of(const Area& desktop, Tile tile) {
    Area area = desktop;
    area.extent.width = desktop.extent.width / 2;
    if (tile != Tile::chair) {
        area.corner.x += desktop.extent.width - area.extent.width;
        area.extent.height = desktop.extent.height / 2;
    }
    if (tile == Tile::moderator) area.corner.y += desktop.extent.height - area.extent.height;
    area.extent.height -= room_for_title;
    area.extent.width = std::max(area.extent.width, smallest.width);
    area.extent.height = std::max(area.extent.height, smallest.height);
    return area;
}

namespace {

void add_window_options(CLI::App& app, Options& options) {
    app.add_option_function<std::string>(
           "--size",
           [&options](const std::string& text) {
               const auto size = two_numbers(text, 'x');
               if (!size || size->first < smallest.width || size->second < smallest.height ||
                   size->first > largest_side || size->second > largest_side) {
                   throw CLI::ValidationError("--size",
                                              "WIDTHxHEIGHT is expected, at least 800x500, not " + text);
               }
               options.window.extent = {size->first, size->second};
           },
           "Of the window: WIDTHxHEIGHT")
        ->type_name("SIZE");
    app.add_option_function<std::string>(
           "--at",
           [&options](const std::string& text) {
               const auto spot = two_numbers(text, ',');
               if (!spot) throw CLI::ValidationError("--at", "X,Y is expected, not " + text);
               options.window.place = Spot{spot->first, spot->second};
           },
           "Where the window's corner stands: X,Y")
        ->type_name("PLACE");
    app.add_option_function<std::string>(
           "--tile",
           [&options](const std::string& text) {
               options.window.tile = text == "chair"   ? Tile::chair
                                     : text == "clerk" ? Tile::clerk
                                                       : Tile::moderator;
           },
           "The part of the desktop that is this desk's where three share it: chair, clerk or moderator")
        ->check(CLI::IsMember({"chair", "clerk", "moderator"}))
        ->type_name("DESK");
    app.add_flag("--bare", options.window.bare, "Without a frame, for a desk that has one window only");
}

}  // namespace

void add_options(CLI::App& app, Options& options, const std::string& name) {
    options.hub = program::default_address;
    options.keys = program::data_directory() / "keys";
    options.name = name;
    app.add_option("--hub", options.hub, "The hub's address")->capture_default_str();
    app.add_option("--name", options.name, "This station's name on the hub's list")->capture_default_str();
    app.add_option("--keys", options.keys, "The key ring, made with `dais keys`")->capture_default_str();
    auto* key = app.add_option("--key", options.key, "This station's key file, where there is no ring here");
    auto* hub_key = app.add_option("--hub-key", options.hub_key, "The hub.pub that came with it");
    key->needs(hub_key);
    hub_key->needs(key);
    app.add_option("--spool", options.spool,
                   "Where unsent and unfinished text is kept (where absent: under " +
                       (program::data_directory() / "stations").string() + ")");
    app.add_option_function<std::string>(
           "--scale",
           [&options](const std::string& text) {
               int percent = 0;
               const auto [rest, bad] = std::from_chars(text.data(), text.data() + text.size(), percent);
               if (bad != std::errc{} || rest != text.data() + text.size() || percent < 100 ||
                   percent > 250) {
                   throw CLI::ValidationError("--scale", "a number from 100 to 250 is expected, not " + text);
               }
               options.scale = static_cast<float>(percent) / 100.0F;
           },
           "Size of everything in percent, 100 to 250 (where absent: as the system says)")
        ->type_name("PERCENT");
    app.add_option_function<std::string>(
           "--theme",
           [&options](const std::string& text) {
               options.theme = ui::theme_named(text);
               if (!options.theme) {
                   throw CLI::ValidationError("--theme",
                                              "light, dark or high-contrast is expected, not " + text);
               }
           },
           "light, dark or high-contrast")
        ->type_name("NAME");
    add_window_options(app, options);
    app.add_option("--pictures", options.pictures,
                   "Where F12 leaves pictures of the window, and the chair's desk the list on paper (where absent: here)");
    app.add_option("--frame-log", options.frame_log, "A file that gets a line of JSON for every frame shown");
    app.add_flag("--gallery", options.gallery, "Show every panel in every state, without a hub");
    app.add_option("--gallery-pictures", options.gallery_pictures,
                   "Write the gallery's pictures there and end");
}

base::Result<net::StationKeys> station_keys(const Options& options) {
    if (!options.key.empty()) return net::load_station_keys(options.key, options.hub_key);
    return net::KeyRing(options.keys).load_station(options.name);
}

std::filesystem::path spool_path(const Options& options) {
    if (!options.spool.empty()) return options.spool;
    return program::spool_file(options.name, options.hub);
}

}  // namespace dais::desk
