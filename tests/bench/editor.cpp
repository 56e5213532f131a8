// From a key to drawn text: a letter typed into a paragraph at the clerk's station, with the gallery's full
// meeting beside it, at 1920x1080 without a window. Counted is what the processor works in this thread: the
// view's frames with spelling, typography, hints and names that complete themselves, as the site's files have
// them, setting the paragraph, drawing the lines that changed. What a window adds is the upload of those
// lines and its drawing. One line of JSON a measure, in milliseconds.
//
//   bench_editor
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "clerk-station/clerk_view.hpp"
#include "ui/frame.hpp"
#include "ui/gallery.hpp"
#include "ui/null_window.hpp"

namespace dais {
namespace {

constexpr int rounds = 400;

struct Language {
    const char* name;
    std::vector<std::string> words;  // with the space behind them
    std::string letters;             // that are typed, a character each
};

std::vector<Language> languages() {
    return {{"en", {"the ", "gauges ", "upstream ", "had ", "shown ", "the ", "rise; "}, "reading on "},
            {"fr", {"les ", "échelles ", "d’amont ", "l’avaient ", "montré ", "; "}, "mesurée à "},
            {"ar", {"قالت ", "إن ", "القياسات ", "أظهرت ", "ارتفاع ", "المياه، "}, "قياسات "},
            {"ru", {"уровень ", "воды ", "поднимался ", "с ", "самого ", "утра, "}, "измерен "},
            {"zh", {"上游", "的", "水位计", "显示", "水位", "上升，"}, "读数主席说"}};
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> found;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) {
            found.back() += c;
        } else {
            found.emplace_back(1, c);
        }
    }
    return found;
}

void full(ui::Model& model) {
    for (const auto& scene : ui::scenes(meeting::Desk::clerk)) {
        if (scene.name == "full") model = scene.make();
    }
}

class Desk {
  public:
    Desk(const std::string& language, const std::string& text) {
        full(model_);
        model_.meeting.setup.facts.language = language;
        view_.editor.texts.put(
            model_, {clerk_station::PlaceKind::paragraph, model_.meeting.proceedings.floor.value}, text);
        frame_.ui().focus("editor.text");
        for (int i = 0; i < 10; ++i) draw();
    }
    double key(const std::string& letter) {
        window_.input().push(ui::KeyPress{ui::Key::none, {}, false});
        window_.input().push(ui::Typed{letter});
        return draw();
    }
    double press(ui::Key key, ui::Mods mods) {
        window_.input().push(ui::KeyPress{key, mods, false});
        return draw();
    }

  private:
    double draw() {
        const double began = cpu_ms();
        (void)view_.take_news();
        frame_.draw(view_, model_, sink_, [this] { (void)sink_.take(); });
        return cpu_ms() - began;
    }

    ui::Model model_;
    spelling::Speller speller_{[] {}};
    clerk_station::ClerkView view_{clerk_station::load_aids, &speller_};
    ui::NullWindow window_{{1920, 1080}};
    ui::Frame frame_{window_, ui::Fonts::find(), {}};
    ui::Sink sink_;
};

void print(const Language& language, std::size_t words, const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto part = [&](double of) {
        return times[static_cast<std::size_t>(of * static_cast<double>(times.size() - 1) + 0.5)];
    };
    fmt::print(
        R"({{"bench":"editor","language":"{}","words":{},"measure":"{}","count":{},"median_ms":{:.2f},"p99_ms":{:.2f}}})"
        "\n",
        language.name, words, what, times.size(), part(0.5), part(0.99));
    std::fflush(stdout);
}

void measure(const Language& language, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += language.words[i % language.words.size()];
    Desk desk(language.name, text);
    const auto letters = characters(language.letters);
    const auto typed = [&](const char* what) {
        std::vector<double> times;
        for (std::size_t i = 0; i < rounds; ++i) times.push_back(desk.key(letters[i % letters.size()]));
        print(language, words, what, std::move(times));
    };
    typed("a letter at the end");
    for (std::size_t i = 0; i < words / 2; ++i) desk.press(ui::Key::left, ui::ctrl);
    typed("a letter in the middle");
    std::vector<double> times;
    for (std::size_t i = 0; i < rounds; ++i) times.push_back(desk.press(ui::Key::left, {}));
    print(language, words, "a step to the left", std::move(times));
}

}  // namespace
}  // namespace dais

int main() {
    for (const auto& language : dais::languages()) {
        for (const std::size_t words : {320U, 2000U}) dais::measure(language, words);
    }
}
