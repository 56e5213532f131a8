#include "desks/windows.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "cli/commands.hpp"
#include "program/clocks.hpp"
#include "record/house_style.hpp"

namespace dais::e2e {
namespace fs = std::filesystem;

namespace {

constexpr base::Span key_delay{10};
constexpr base::Span patience{30'000};

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    return *std::move(result);
}

void must(const base::Status<>& status) {
    if (!status) throw std::runtime_error(status.error().text);
}

std::string last_line(const fs::path& file) {
    const auto text = read_file(file);
    const auto end = text.rfind('\n');
    if (end == std::string::npos) return {};
    const auto before = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
    return text.substr(before == std::string::npos ? 0 : before + 1, end);
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Near the middle of a text, with two letters on both sides.
std::size_t middle_of_a_word(const std::string& text) {
    for (auto at = text.size() / 2; at + 2 < text.size(); ++at) {
        if (is_letter(text[at - 2]) && is_letter(text[at - 1]) && is_letter(text[at]) &&
            is_letter(text[at + 1])) {
            return at;
        }
    }
    throw std::runtime_error("no word: " + text);
}

record::Record record_of(const meeting::Meeting& meeting) {
    return record::make_record(meeting, *record::HouseStyle::from(meeting.setup.style));
}

}  // namespace

Windows::Windows(const fs::path& meeting, base::Instant start, const fs::path& out,
                 const std::vector<std::string>& desks)
    : out_(out), keyboard_(key_delay) {
    cli::StageOptions options;
    options.folder = meeting;
    options.out = out;
    options.stations = desks;
    std::vector<std::string> without_window{"clerk-9"};
    if (std::find(desks.begin(), desks.end(), "moderator") == desks.end())
        without_window.push_back("moderator");
    options.stations.insert(options.stations.end(), without_window.begin(), without_window.end());
    options.start = start;
    options.program = dais();
    hub_ = must(cli::HubStage::start(std::move(options)));
    cast_ = must(cli::Cast::open(without_window, hub_->ring(), hub_->address(), out / "stations"));
    for (const auto& name : desks) {
        fs::create_directories(out / name);
        auto& desk = desks_[name];
        desk.program = name == "chair" ? "chair-console" : "clerk-station";
        desk.display = std::make_unique<Display>(out / name);
        desk.number = std::getenv("DISPLAY");
        must(cli::Keyboard::prepare());
        open(name);
    }
    if (!until([&] { return cast_->all_live_at({1}); }))
        throw std::runtime_error("the stations do not connect");
}

fs::path Windows::spool(const std::string& desk) const {
    return out_ / "stations" / (desk + ".spool");
}

void Windows::use(const std::string& desk) {
    ::setenv("DISPLAY", desks_.at(desk).number.c_str(), 1);
}

void Windows::open(const std::string& name) {
    auto& desk = desks_.at(name);
    use(name);
    fs::remove(out_ / name / "frames");
    desk.process = std::make_unique<Process>(
        std::vector<std::string>{(fs::path(DAIS_BIN_DIR) / desk.program).string(), "--hub", hub_->address(),
                                 "--keys", hub_->ring().directory().string(), "--name", name, "--spool",
                                 spool(name).string(), "--size", "1280x800", "--at", "0,0", "--pictures",
                                 (out_ / name).string(), "--frame-log", (out_ / name / "frames").string()},
        out_ / name / "out");
    if (!until([&] { return last_line(out_ / name / "frames").find("\"live\":true") != std::string::npos; }))
        throw std::runtime_error(name + " does not show the meeting: " + read_file(out_ / name / "out"));
    must(keyboard_.focus("Dais: "));
}

void Windows::kill(const std::string& desk) {
    desks_.at(desk).process->signal(SIGKILL);
    desks_.at(desk).process->wait();
    desks_.at(desk).process.reset();
}

void Windows::kill_hub() {
    for (const auto pid : processes_with({" hub ", out_.string()})) ::kill(pid, SIGKILL);
    if (!eventually([&] { return processes_with({" hub ", out_.string()}).empty(); }))
        throw std::runtime_error("the hub does not die");
    hub_runs_ = false;
}

void Windows::restart_hub() {
    must(hub_->keep_running());
    hub_runs_ = true;
    const auto behind = head();
    if (hub_->restarts() == 0) throw std::runtime_error("the hub was not started again");
    if (!until([&] { return cast_->all_live_at(behind); }))
        throw std::runtime_error("the hub is not heard again");
}

void Windows::stop() {
    for (auto& [name, desk] : desks_) {
        if (desk.process) desk.process->signal(SIGTERM);
    }
    for (auto& [name, desk] : desks_) desk.process.reset();
    hub_->stop();
}

bool Windows::until(const std::function<bool()>& holds) {
    const auto deadline = program::uptime() + patience;
    while (!holds()) {
        must(cast_->turn(base::Span{10}, [&](const auto&, const replica::Outbound& told) {
            if (const auto* settled = std::get_if<replica::Settled>(&told)) settled_ = *settled;
            if (const auto* applied = std::get_if<replica::Applied>(&told)) applied_ = applied->entry;
        }));
        if (program::uptime() > deadline) return false;
    }
    return true;
}

bool Windows::arrives(base::Sequence before, std::uint64_t entries) {
    return until([&] { return head().value >= before.value + entries; });
}

// Whether the window has drawn all that the watching station knows of.
bool Windows::shows_all(const std::string& desk) {
    const auto wanted = "\"recorded_ms\":" + std::to_string(meeting().now.ms) + ",";
    return until([&] { return last_line(out_ / desk / "frames").find(wanted) != std::string::npos; });
}

// The hub's clock follows the times in commands; one that is always refused changes nothing else.
bool Windows::set_clock(base::Instant at) {
    settled_.reset();
    const auto asked = watcher().submit(meeting::Remove{}, program::uptime(), at);
    return asked && until([&] { return settled_ && settled_->request == *asked; });
}

void Windows::press(const std::string& desk, const std::vector<std::string>& chords) {
    use(desk);
    must(keyboard_.press(chords));
}

void Windows::type(const std::string& desk, const std::string& text) {
    use(desk);
    must(keyboard_.type(text));
}

std::string Windows::make(const std::string& desk, const cli::Stroke& stroke) {
    const auto before = head();
    if (!stroke.typed) {
        press(desk, {stroke.keys});
    } else if (in_mid_word) {
        const auto middle = middle_of_a_word(stroke.keys);
        type(desk, stroke.keys.substr(0, middle));
        std::exchange(in_mid_word, nullptr)();
        type(desk, stroke.keys.substr(middle));
    } else {
        type(desk, stroke.keys);
    }
    if (!stroke.asks || !hub_runs_) return {};
    return arrives(before) ? "" : "the hub has not accepted what " + stroke.keys + " asked for";
}

std::string Windows::by_station(const folder::ScriptLine& line, meeting::Command command) {
    const auto before = head();
    const auto asked = cast_->at(line.from).submit(std::move(command), program::uptime(), line.at);
    if (!asked) return asked.error().text;
    return arrives(before) ? "" : "the hub has not accepted it";
}

std::string Windows::play(const folder::ScriptLine& line) {
    if (hub_runs_ && !set_clock(line.at)) return "the hub's clock is not set";
    const auto command = folder::bind(line.ask, labels_);
    if (!command) return command.error().text;
    if (desks_.count(line.from) == 0) return by_station(line, *command);
    if (!shows_all(line.from)) return line.from + " does not show what the hub knows";
    const auto strokes = cli::strokes_for(line, *command, meeting(), record_of(meeting()), hand_);
    if (!strokes) return strokes.error().text;
    applied_.reset();
    for (const auto& stroke : *strokes) {
        if (auto wrong = make(line.from, stroke); !wrong.empty()) return wrong;
    }
    if (line.label.empty() || !applied_) return {};
    if (const auto made = folder::made_by(line.ask, applied_->fact.events))
        labels_.remember(line.label, *made);
    return {};
}

std::vector<std::string> Windows::keys_to(const std::string& label) {
    folder::ScriptLine line;
    line.desk = meeting::Desk::clerk;
    line.ask.command = meeting::Write{{}, "x", {}};
    line.ask.of = label;
    const auto strokes =
        cli::strokes_for(line, must(folder::bind(line.ask, labels_)), meeting(), record_of(meeting()), hand_);
    std::vector<std::string> keys;
    for (const auto& stroke : must(strokes)) {
        if (stroke.typed) break;
        keys.push_back(stroke.keys);
    }
    return keys;
}

}  // namespace dais::e2e
