#include "desks/large_committee.hpp"

#include <fmt/format.h>

#include "e2e/process.hpp"

namespace dais::e2e {
namespace {

constexpr std::size_t people = 124;

std::string person(std::size_t number) {
    return fmt::format("d{:03}", number);
}

// Lines that follow each other, each some seconds after the one before.
class Script {
  public:
    Script& line(const std::string& from, const std::string& what, const std::string& fields = "") {
        seconds_ += 5;
        text_ += fmt::format(R"({{"at": "{:02}:{:02}:{:02}", "from": "{}", "do": "{}"{}{}}})"
                             "\n",
                             seconds_ / 3600, seconds_ / 60 % 60, seconds_ % 60, from, what,
                             fields.empty() ? "" : ", ", fields);
        return *this;
    }
    Script& chair(const std::string& what, const std::string& fields = "") {
        return line("chair", what, fields);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::size_t seconds_ = 10 * 3600;
    std::string text_;
};

std::string who(std::size_t number) {
    return fmt::format(R"("who": "{}")", person(number));
}

std::string to(std::size_t number, const std::string& kind) {
    return fmt::format(R"("to": "{}", "for": "{}")", person(number), kind);
}

std::string script() {
    Script script;
    script.chair("open_meeting").chair("take_up", R"("item": "debate")");
    for (std::size_t number = 1; number <= requests; ++number) script.chair("request_floor", who(number));
    script.chair("close_list");
    for (std::size_t number = 1; number <= 3; ++number) {
        script.chair("give_floor");
        script.chair("give_floor", to(100 + number, "point_of_order"))
            .chair("end_floor")
            .chair("resume_clock");
    }
    script.chair("grant_time", R"("seconds": 30)")
        .chair("pause_clock")
        .chair("resume_clock")
        .chair("end_floor");
    script.chair("pass_over", who(4) + R"(, "back": true)").chair("pass_over", who(5));
    script.chair("let_moderate", R"("who": "d050")").chair("let_moderate");
    script.chair("suspend_meeting").chair("set_resumption", R"("until": "11:30")").chair("resume_meeting");
    for (int reply = 0; reply < 2; ++reply) {
        script.chair("request_floor", who(121) + R"(, "for": "right_of_reply")");
        script.chair("give_floor", to(121, "right_of_reply")).chair("end_floor");
    }
    return script.text();
}

}  // namespace

std::filesystem::path large_committee(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    write_file(
        folder / "meeting.toml",
        "[meeting]\nbody = \"Committee of the Whole\"\ndate = 2026-03-12\nscheduled = 10:00:00\n"
        "scheduled_end = 13:00:00\n\n[limits]\nstate = 180\nright_of_reply = [180, 120]\nwarning = 30\n\n"
        "[[agenda]]\nid = \"debate\"\nnumber = 3\ntitle = \"General debate\"\n");
    std::string rows = "id,title,given_name,family_name,role,affiliation\nchair,Ms.,Ada,Okoro,chair,\n";
    for (std::size_t number = 1; number <= people; ++number) {
        rows += fmt::format("{0},Mr.,Delegate,Number {1},state,State {2}\n", person(number), number,
                            (number + 1) / 2);
    }
    write_file(folder / "participants.csv", rows);
    write_file(folder / "script.jsonl", script());
    return folder;
}

}  // namespace dais::e2e
