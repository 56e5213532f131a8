// Writes the seeds of what people write by hand: make_folder_corpus SOURCE-FOLDER tests/fuzz/corpus. The
// sample meeting and the house styles as they are, and one file for each thing that the formats allow and
// the sample does without.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "support/scene.hpp"

namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

void write_meetings(const fs::path& source, const fs::path& folder) {
    write(folder / "sample", content(source / "config/sample-meeting/meeting.toml"));
    for (const auto* language : {"ar", "en", "zh"}) {
        write(folder / ("style-" + std::string(language)),
              content(source / "config/house-styles" / (std::string(language) + ".toml")));
    }
    const std::string begin = "[meeting]\nbody = \"B\"\n";
    write(folder / "least", begin);
    write(folder / "byte-order-mark", "\xEF\xBB\xBF" + begin);
    write(folder / "carriage-returns", "[meeting]\r\nbody = 'B'\r\ndate = 2021-10-08\r\n");
    write(folder / "short-times",
          begin + "scheduled = 15:00 # three\nscheduled_end = 18:00\nmode = \"online\"\n");
    write(folder / "inline",
          "meeting = { body = \"B\", language = \"fr\", date = 1900-01-01 }\n"
          "limits = { right_of_reply = [300, 180], state = 60 }\n"
          "agenda = [ { id = \"a\", title = \"A\", items = [ { id = \"b\", title = \"B\" } ] } ]\n");
    write(folder / "record", begin +
                                 "[record]\nkind = \"summary\"\ncovers_start = false\npart = \"public\"\n"
                                 "presiding = \"The Chair\"\nstate_attribution = \"anonymous\"\n");
    std::string deep = begin;
    std::string table = "agenda";
    for (int level = 0; level < 9; ++level) {
        const auto name = std::to_string(level);
        deep += "[[" + table + "]]\nid = \"" + name + "\"\ntitle = \"T\"\n";
        table += ".items";
    }
    write(folder / "deep-agenda", deep);
    write(folder / "wrong-types",
          "[meeting]\nbody = 1\ndate = \"x\"\nnumber = 1.5\nscheduled = 2021-10-08\n"
          "timezone = \"Mars\"\n[limits]\nstate = -1\nright_of_reply = [true]\n[agenda]\n");
    write(folder / "dotted",
          "meeting.body = \"B\"\nmeeting.session = '''a'''\n\"meeting\".place = \"\\u00e9\"\n");
    write(
        folder / "many-dots", begin + "a" + [] {
            std::string dots;
            for (int i = 0; i < 70; ++i) dots += ".a";
            return dots;
        }() + " = 1\n");
    write(folder / "left-open", begin + "session = \"left open\n");
}

void write_people(const fs::path& source, const fs::path& folder) {
    const std::string header = "id,title,given_name,family_name,pronoun,role,affiliation,attendance";
    write(folder / "sample", content(source / "config/sample-meeting/participants.csv"));
    write(folder / "cast", header + "\n" + std::string(dais::support::default_cast));
    write(folder / "least", "id,role\na,chair\n");
    write(folder / "quoted", "\"id\",\"role\",\"given_name\"\r\n\"a\",\"chair\",\"B \"\"b\"\", C\"\r\n");
    write(folder / "further", "id,role,seat,,note\na,state,\"3\n4\",x,\" y \"\nb,member,,,\xE2\x80\xA8\n");
    write(folder / "semicolons", "id;role\na;chair\n");
    write(folder / "left-open", "id,role\na,chair\nb,\"member\nc,state\n");
    write(folder / "inner-quote", "id,role\na,ch\"air\nb,\"member\"x\n");
    write(folder / "short-row", header + "\na,,,,she\nb\n,,,,,,,\n");
    write(folder / "twice", "id,role,id\na,chair,b\n");
    write(folder / "tabs", "id,role\n\ta\t, chair \n\n \n");
}

void write_scripts(const fs::path& source, const fs::path& folder) {
    (void)source;
    const auto script = [&](const std::string& name, std::string_view lines) {
        std::string text;
        for (const auto line : dais::base::split(lines, '\n')) {
            if (!line.empty()) text += dais::support::script_json(line) + "\n";
        }
        write(folder / name, text);
    };
    script("floor", R"(15:00 chair open_meeting
15:00 chair take_up item=item-1
15:01 chair request_floor who=ann label=r1
15:01 chair request_floor who=eli on_behalf_of=many label=r2
15:01 chair move_request request=r2 before=r1
15:02 chair give_floor label=i1
15:02:30 chair pause_clock
15:02:40 chair resume_clock
15:03 chair grant_time seconds=-30
15:04 chair give_floor to=ben for=point_of_order label=i2
15:05 chair end_floor label=i3
15:06 chair end_floor
15:07 chair undo_last
24:10:00 chair end_meeting)");
    script("list", R"(15:00 chair open_meeting
15:01 chair request_floor who=ann label=r1
15:01 chair request_floor who=fay for=right_of_reply label=r2
15:02 chair withdraw_request who=ann
15:02 chair move_request who=fay before=end
15:03 chair close_list
15:03 chair reopen_list
15:04 chair clear_list
15:05 chair set_limit role=state seconds=60
15:05 chair set_limit for=statement seconds=0
15:06 chair suspend_meeting
15:07 chair resume_meeting
15:08 chair take_chair who=ivy
15:09 chair conclude item=item-1)");
    script("record", R"(15:00 chair open_meeting
15:02 chair give_floor to=ann label=i1
15:03 clerk-1 write of=i1 label=p1 text="said \"é\"."
15:03 clerk-2 write of=i1 after=p1 label=p2 text=", added"
15:04 clerk-1 revise paragraph=p1 text="said so."
15:04 clerk note text=n numbered=false label=n1 after=i1
15:05 clerk heading text=h label=h1
15:05 clerk move paragraph=n1 after=p1
15:05 clerk attribute paragraph=p1 text="The member"
15:06 clerk remove paragraph=p2
15:06 clerk restore paragraph=p2
15:07 chair decide text="It was so decided." label=d1
15:08 clerk begin_coverage
15:09 clerk end_coverage)");
    script("people", R"(15:00 moderator report_link who=ann link=lost observed=14:59:30
15:01 clerk add_participant id=ng role=state affiliation=Chile title=Mr. family_name=Ng
15:01 clerk correct_participant who=ng affiliation=Peru
15:02 clerk log_intervention who=ng for=statement began=15:01:30 label=i1
15:03 clerk correct_intervention intervention=i1 who=ann link=audio reason="misheard")");
    write(folder / "blank-lines", "\n \r\n\t\n");
    write(folder / "not-json", "{\"at\": }\n[]\n3\n{\"at\": \"15:00\"\n{}x\n");
    write(folder / "wrong-types",
          "{\"at\": 15, \"from\": null, \"do\": [1, {\"a\": \"]\"}], \"x\": 1.5, \"x\": "
          "99999999999999999999}\n");
    write(folder / "escapes",
          "{\"at\": \"15:00\", \"from\": \"clerk\", \"do\": \"note\", \"text\": "
          "\"\\u00e9 \\ud83d\\ude42 \\\"\"}\n");
    write(folder / "wrong-labels",
          "{\"at\": \"15:00\", \"from\": \"clerk\", \"do\": \"write\", \"of\": \"i1\", "
          "\"text\": \"x\", \"label\": \"end\"}\n"
          "{\"at\": \"14:00\", \"from\": \"clerk\", \"do\": \"give_flor\"}\n");
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::fprintf(stderr, "usage: make_folder_corpus SOURCE-FOLDER CORPUS-FOLDER\n");
        return 2;
    }
    const fs::path source = words[1];
    const fs::path corpus = words[2];
    write_meetings(source, corpus / "meeting_toml");
    write_people(source, corpus / "participants_csv");
    write_scripts(source, corpus / "script_jsonl");
    return 0;
}
