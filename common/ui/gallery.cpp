#include "ui/gallery.hpp"

#include <array>
#include <string_view>

#include "base/check.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "ui/preview.hpp"

namespace dais::ui {
namespace {

using meeting::Command;
using meeting::Kind;
using meeting::Meeting;

// 12 March 2026, 09:00 UTC.
constexpr base::Instant morning{1'773'306'000'000};

// Plays a meeting: one who decides and applies, with a clock that is set by hand.
class Play {
  public:
    Play(meeting::Setup setup, std::vector<meeting::Participant> people) {
        record({meeting::MeetingPrepared{std::move(setup), std::move(people)}}, {"hub", meeting::Desk::hub});
    }

    Play& pass(std::int64_t seconds) {
        now_ = now_ + std::chrono::seconds(seconds);
        return *this;
    }
    Play& chair(const Command& command) { return play({"chair", meeting::Desk::chair}, command); }
    Play& clerk(const Command& command) { return play({"clerk-1", meeting::Desk::clerk}, command); }
    Play& other_clerk(const Command& command) { return play({"clerk-2", meeting::Desk::clerk}, command); }
    Play& moderator(const Command& command) { return play({"moderator", meeting::Desk::moderator}, command); }

    [[nodiscard]] const Meeting& meeting() const { return meeting_; }
    [[nodiscard]] base::Instant now() const { return now_; }

  private:
    Play& play(meeting::Actor actor, const Command& command) {
        auto decided = meeting::decide(meeting_, actor, command, now_);
        base::check(decided.ok(), "a scene of the gallery plays what the core accepts");
        record(*std::move(decided), std::move(actor));
        return *this;
    }
    void record(std::vector<meeting::Event> events, meeting::Actor actor) {
        ++entry_;
        meeting::apply(meeting_, meeting::Fact{{{entry_}, now_, std::move(actor)}, std::move(events)});
    }

    Meeting meeting_;
    base::Instant now_ = morning;
    std::uint64_t entry_ = 0;
};

meeting::Participant person(std::string id, std::string title, std::string family, meeting::Role role,
                            std::string affiliation,
                            meeting::Attendance attendance = meeting::Attendance::room) {
    meeting::Participant made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.family_name = std::move(family);
    made.role = role;
    made.affiliation = std::move(affiliation);
    made.attendance = attendance;
    return made;
}

meeting::Setup setup(std::string body, std::vector<std::string> items) {
    meeting::Setup made;
    made.facts.body = std::move(body);
    made.facts.number = 47;
    made.facts.date = {2026, 3, 12};
    made.facts.zone = {"Europe/Zurich", 3600, "Central European Time"};
    made.limits.by_role[meeting::Role::member] = 300;
    made.limits.by_role[meeting::Role::state] = 180;
    made.limits.right_of_reply = {180, 120};
    made.limits.warning = 30;
    int number = 1;
    for (auto& title : items) {
        meeting::AgendaItem item;
        item.id = "item-" + std::to_string(number);
        item.number = number++;
        item.title = std::move(title);
        made.agenda.push_back(std::move(item));
    }
    return made;
}

std::vector<meeting::Participant> people() {
    using meeting::Attendance;
    using meeting::Role;
    return {person("okoro", "Ms.", "Okoro", Role::chair, ""),
            person("ferreira", "Ms.", "Ferreira", Role::member, ""),
            person("haddad", "Mr.", "Haddad", Role::member, "", Attendance::video),
            person("lindqvist", "Mr.", "Lindqvist", Role::member, ""),
            person("moreau", "Mr.", "Moreau", Role::state, "Marenne"),
            person("castell", "Mr.", "Castell", Role::state, "Talvia"),
            person("vale", "Ms.", "Vale", Role::state, "the Orrin Islands", Attendance::video),
            person("kone", "Mr.", "Koné", Role::organization, "River Keepers’ Network", Attendance::video),
            person("whitfield", "Ms.", "Whitfield", Role::secretariat, "Secretary of the Committee"),
            person("brandt", "Mr.", "Brandt", Role::officer, "Vice-Chair")};
}

Play small() {
    return {setup("Committee on the Care of Shared Rivers",
                  {"Organization of work", "Early warning of floods", "Passage of fish at weirs"}),
            people()};
}

// In session, with a list, links, what was spoken, and Ms. Vale on the floor by video.
Play in_session() {
    auto play = small();
    play.moderator(meeting::ReportLink{"vale", meeting::Link::video, {}})
        .moderator(meeting::ReportLink{"haddad", meeting::Link::waiting, {}})
        .pass(320)
        .chair(meeting::OpenMeeting{})
        .chair(meeting::TakeUp{"item-1"})
        .chair(meeting::GiveFloor{"okoro", {}, "", {}})
        .pass(60)
        .clerk(meeting::Write{{},
                              ", welcoming the participants, said that two reports of the secretariat were "
                              "before the Committee.",
                              {}})
        .chair(meeting::Decide{})
        .chair(meeting::EndFloor{})
        .chair(meeting::TakeUp{"item-2"});
    for (const auto* who : {"ferreira", "lindqvist", "moreau", "kone"}) {
        play.pass(4).chair(meeting::RequestFloor{who, Kind::statement, ""});
    }
    play.chair(meeting::RequestFloor{"castell", Kind::right_of_reply, ""})
        .chair(meeting::GiveFloor{"haddad", {}, "", {}})
        .pass(200)
        .clerk(meeting::Write{{},
                              "said that readings should pass from gauge to gauge without waiting for a "
                              "ministry’s leave. A river did not stop at the border to have its papers "
                              "checked.",
                              {}})
        .clerk(meeting::MakeNote{"A short film was shown.", true, {}})
        .chair(meeting::GiveFloor{"vale", {}, "the Group of Island States", {}})
        .pass(75);
    return play;
}

// Clerks at work: a take that is nearly over, a gap, marks, and one of whom there is nothing to record.
Play takes() {
    auto play = small();
    play.clerk(meeting::SetTakes{600, {"clerk-2", "clerk-1", "clerk-3"}})
        .other_clerk(meeting::BeginTake{})
        .pass(60)
        .chair(meeting::OpenMeeting{})
        .chair(meeting::TakeUp{"item-1"})
        .chair(meeting::GiveFloor{"okoro", {}, "", {}})
        .pass(90)
        .other_clerk(meeting::Write{{}, "opened the meeting and welcomed the participants.", {}})
        .chair(meeting::GiveFloor{"vale", {}, "", {}})
        .pass(130)
        .other_clerk(meeting::Write{{}, "said that the gauges upstream had been read by hand.", {}})
        .clerk(meeting::MakeMark{meeting::MarkKind::check, {}, meeting::TextId{2}, "the figures", {}})
        .chair(meeting::GiveFloor{"haddad", {}, "", {}})
        .pass(70)
        .other_clerk(meeting::MakeMark{meeting::MarkKind::missed, {}, {}, "", {}})
        .chair(meeting::GiveFloor{"brandt", {}, "", {}})
        .pass(30)
        .clerk(meeting::SayNothingToRecord{meeting::InterventionId{4}, true})
        .chair(meeting::GiveFloor{"castell", Kind::point_of_order, "", {}})
        .pass(65);
    return play;
}

Play point_of_order() {
    auto play = in_session();
    play.chair(meeting::GiveFloor{"castell", Kind::point_of_order, "", {}}).pass(20);
    return play;
}

Play suspended() {
    auto play = in_session();
    play.chair(meeting::SuspendMeeting{}).pass(600);
    return play.chair(meeting::SetResumption{base::Instant{(play.now().ms / 60'000 + 15) * 60'000}});
}

// A debate that somebody moderates: the moderators' stations give the floor.
Play moderated() {
    auto play = in_session();
    play.chair(meeting::LetModerate{"okoro"}).pass(5);
    return play.moderator(meeting::EndFloor{});
}

Play ended() {
    auto play = in_session();
    play.chair(meeting::EndFloor{}).chair(meeting::EndMeeting{}).pass(30);
    return play;
}

Play long_names() {
    auto crowd = people();
    crowd[4].family_name = "van der Aalst-Fitzwilliam-Oyelaran y Montenegro de la Sierra";
    crowd[4].affiliation =
        "the Permanent Observer Mission of the Intergovernmental Organization for the Conservation "
        "of Transboundary Watercourses and International Lakes of the Northern Hemisphere";
    Play play(setup("Open-ended Intergovernmental Expert Group Meeting of the Committee on the Care of "
                    "Shared Rivers and "
                    "Transboundary Watercourses (Working Group on Implementation)",
                    {"Consideration of reports submitted by States parties under article 73 of the "
                     "Convention, including "
                     "follow-up to earlier concluding observations and the responses received",
                     "Other matters"}),
              std::move(crowd));
    play.pass(300).chair(meeting::OpenMeeting{}).chair(meeting::TakeUp{"item-1"});
    for (const auto* who : {"kone", "moreau", "vale"}) {
        play.chair(
            meeting::RequestFloor{who, Kind::statement, "the Group of Least Developed Landlocked States"});
    }
    play.chair(meeting::GiveFloor{"moreau", {}, "the Group of Least Developed Landlocked States", {}})
        .pass(30)
        .clerk(meeting::Write{{}, std::string(600, 'm') + " " + std::string(300, 'w') + ".", {}});
    return play;
}

struct Language {
    std::string_view code;
    std::string_view body;
    std::array<std::string_view, 2> items;
    std::array<std::array<std::string_view, 3>, 3> people;  // title, name, affiliation
    std::string_view text;
};

Play in_language(const Language& language) {
    std::vector<meeting::Participant> crowd;
    int number = 1;
    for (const auto& [title, name, affiliation] : language.people) {
        crowd.push_back(person("person-" + std::to_string(number++), std::string(title), std::string(name),
                               meeting::Role::state, std::string(affiliation)));
    }
    auto made = setup(std::string(language.body), {language.items.begin(), language.items.end()});
    made.facts.language = language.code;
    Play play(std::move(made), std::move(crowd));
    play.pass(300)
        .chair(meeting::OpenMeeting{})
        .chair(meeting::TakeUp{"item-1"})
        .chair(meeting::RequestFloor{"person-1", Kind::statement, ""})
        .chair(meeting::RequestFloor{"person-2", Kind::statement, ""})
        .chair(meeting::GiveFloor{"person-3", {}, "", {}})
        .pass(50)
        .clerk(meeting::Write{{}, std::string(language.text), {}});
    return play;
}

constexpr Language french{
    "fr",
    "Comité des cours d’eau partagés",
    {"Organisation des travaux", "Alerte précoce en cas de crue"},
    {{{"M.", "Lefèvre", "la Belgique"}, {"Mme", "N’Diaye", "le Sénégal"}, {"M.", "Béranger", "la Suisse"}}},
    "dit que les relevés devraient passer d’une échelle à l’autre sans attendre "
    "l’autorisation d’un ministère : une crue ne s’arrête pas à la frontière."};
constexpr Language arabic{
    "ar",
    "اللجنة المعنية برعاية الأنهار المشتركة",
    {"تنظيم العمل", "الإنذار المبكر بالفيضانات"},
    {{{"السيد", "حداد", "لبنان"}, {"السيدة", "العلوي", "المغرب"}, {"السيد", "الأمين", "السودان"}}},
    "قال إن القراءات يجب أن تنتقل من مقياس إلى آخر في أقل من 10 دقائق، دون انتظار إذن من الوزارة."};
constexpr Language chinese{
    "zh",
    "共享河流保护委员会",
    {"工作安排", "洪水预警"},
    {{{"", "王女士", "中国"}, {"", "李先生", "新加坡"}, {"", "陈女士", "马来西亚"}}},
    "说，读数应当从一个水位计传到另一个水位计，而不必等待部委的许可。河流不会在边境停下来接受检查。"};
constexpr Language russian{"ru",
                           "Комитет по охране общих рек",
                           {"Организация работы", "Раннее предупреждение о наводнениях"},
                           {{{"г-н", "Орлов", "Российская Федерация"},
                             {"г-жа", "Ковальчук", "Беларусь"},
                             {"г-н", "Ахметов", "Казахстан"}}},
                           "говорит, что показания должны передаваться от одного водомерного поста к другому "
                           "без разрешения министерства."};

Model seen(const Play& play, meeting::Desk desk) {
    Model model;
    model.meeting = play.meeting();
    model.revision = 1;
    model.link = replica::LinkState::live;
    model.self =
        meeting::Actor{desk == meeting::Desk::clerk ? "clerk-1" : std::string(meeting::word(desk)), desk};
    model.now = play.now();
    model.uptime = base::Instant{1'000'000};
    model.present = {1, 2, 1, 1};
    return model;
}

Model warned(const Play& play, meeting::Desk desk, std::int64_t further) {
    auto later = play;
    later.pass(further);
    return seen(later, desk);
}

// A refusal at each of the places where a desk shows them.
Model refused(meeting::Desk desk) {
    auto model = seen(in_session(), desk);
    std::uint64_t token = 0;
    for (const auto* where : {"floor.next", "list.add", "agenda.take_up", "procedure.decide", "editor.write",
                              "record.revise", "remote.report"}) {
        model.asked.push_back(
            {++token, where, meeting::CloseList{}, Asked::State::refused,
             "Mr. Moreau has had, or asked for, all of the 2 rights of reply that Marenne may have.",
             base::Instant{}});
    }
    return model;
}

Model stale(meeting::Desk desk) {
    auto model = seen(in_session(), desk);
    model.link = replica::LinkState::stale;
    model.link_since = model.uptime - base::Span{42'000};
    model.texts_waiting = 3;
    return model;
}

// Clerks at work on one record: a paragraph that was revised after it was called revised, a final one, one
// that another has revised since this clerk began to; and what the others are typing.
Model two_clerks(meeting::Desk desk) {
    auto play = in_session();
    const meeting::TextId revised{1};
    const meeting::TextId contested{3};
    play.clerk(meeting::SetStatus{revised, meeting::Status::revised})
        .pass(60)
        .clerk(
            meeting::Revise{revised,
                            ", welcoming the participants, said that three reports of the secretariat were "
                            "before the Committee.",
                            {}})
        .clerk(meeting::SetStatus{meeting::TextId{4}, meeting::Status::final})
        .pass(60)
        .clerk(
            meeting::Revise{contested,
                            "said that readings should pass from gauge to gauge within the hour, without a "
                            "ministry’s leave. A river did not stop at the border to have its papers "
                            "checked.",
                            {}})
        .pass(30);
    auto model = seen(play, desk);
    const auto floor = "p:" + std::to_string(model.meeting.proceedings.floor.value);
    model.drafts_of_others = {
        {"clerk-2", floor, 0,
         "said that the islands had no gauge upstream, since they had no river that anybody else could see, "
         "and "
         "that what reached them reached them by sea; they asked all the same for a share in the warn",
         model.uptime},
        {"clerk-3", "r:3", 2, "said that readings should pass from gauge to gau", model.uptime}};
    return model;
}

// This machine's disk and the hub's are full at once, while somebody writes.
Model full_disks(meeting::Desk desk) {
    auto model = seen(in_session(), desk);
    model.trouble = "This machine’s disk is full: what is typed is not on it. It goes on once there is room.";
    model.hub_trouble = "The hub's disk is full: nothing is recorded until there is room.";
    model.texts_waiting = 3;
    model.texts_held = 2;
    const auto since = model.uptime - base::Span{9'000};
    if (desk == meeting::Desk::clerk) {
        const meeting::Write write{{}, "said that the gauges upstream had been read by hand.", {}};
        model.asked.push_back({1, "editor.write", write, Asked::State::waiting, "", since});
        model.asked.push_back({2, "editor.write", write, Asked::State::held, "", since});
    }
    if (desk == meeting::Desk::chair) {
        model.asked.push_back(
            {1, "floor.next", meeting::GiveFloor{}, Asked::State::refused, model.hub_trouble, since});
    }
    if (desk == meeting::Desk::moderator) {
        const meeting::ReportLink report{"vale", meeting::Link::lost, {}};
        model.asked.push_back({1, "remote.report", report, Asked::State::held, "", since});
    }
    return model;
}

}  // namespace

meeting::Meeting full_meeting(std::size_t requests, std::size_t interventions, std::size_t paragraphs) {
    auto crowd = people();
    for (std::size_t i = 0; i < requests; ++i) {
        const auto number = std::to_string(i + 1);
        crowd.push_back(person("p-" + number, i % 2 == 0 ? "Ms." : "Mr.", "Member " + number,
                               meeting::Role::state, "State " + number,
                               i % 5 == 0 ? meeting::Attendance::video : meeting::Attendance::room));
    }
    Play play(
        setup("Committee on the Care of Shared Rivers", {"Organization of work", "Early warning of floods"}),
        std::move(crowd));
    play.pass(300).chair(meeting::OpenMeeting{}).chair(meeting::TakeUp{"item-1"});
    for (std::size_t i = 0; i < interventions; ++i) {
        play.pass(2).chair(meeting::GiveFloor{"p-" + std::to_string(i % requests + 1), {}, "", {}});
        const auto count = paragraphs / interventions + (i < paragraphs % interventions ? 1 : 0);
        for (std::size_t each = 0; each < count; ++each) {
            play.clerk(meeting::Write{{},
                                      "said that paragraph " + std::to_string(each + 1) +
                                          " told of what the gauges upstream had shown since the morning, "
                                          "and that villages downstream had "
                                          "learned of the flood less than an hour before it came.",
                                      {}});
        }
    }
    for (std::size_t i = 0; i < requests; ++i) {
        play.chair(meeting::RequestFloor{"p-" + std::to_string(i + 1), Kind::statement, ""});
    }
    return play.meeting();
}

namespace {

std::vector<Scene> plain_scenes(meeting::Desk desk) {
    const auto of = [desk](Play (*make)()) { return [=] { return seen(make(), desk); }; };
    const auto in = [desk](const Language& language) {
        return [&language, desk] { return seen(in_language(language), desk); };
    };
    return {
        {"not joined", [] { return Model{}; }},
        {"empty", of(small)},
        {"in session", of(in_session)},
        {"warning", [=] { return warned(in_session(), desk, 85); }},
        {"over time", [=] { return warned(in_session(), desk, 185); }},
        {"point of order", of(point_of_order)},
        {"suspended", of(suspended)},
        {"moderated", of(moderated)},
        {"ended", of(ended)},
        {"full",
         [=] {
             auto model = seen(in_session(), desk);
             model.meeting = full_meeting(500, 500, 10'000);
             model.now = model.meeting.now;
             return model;
         }},
        {"long names", of(long_names)},
        {"French", in(french)},
        {"Arabic", in(arabic)},
        {"Chinese", in(chinese)},
        {"Russian", in(russian)},
        {"refused", [=] { return refused(desk); }},
        {"stale", [=] { return stale(desk); }},
        {"full disks", [=] { return full_disks(desk); }},
        {"no rights",
         [=] {
             const auto other =
                 desk == meeting::Desk::clerk ? meeting::Desk::moderator : meeting::Desk::clerk;
             return seen(in_session(), other);
         }},
    };
}

}  // namespace

std::vector<Scene> scenes(meeting::Desk desk, const StyleOf& style_of) {
    auto made = plain_scenes(desk);
    if (desk == meeting::Desk::clerk) {
        made.push_back({"takes", [=] { return seen(takes(), desk); }});
        made.push_back({"take due", [=] { return warned(takes(), desk, 185); }});
        for (const auto* name :
             {"others writing", "two wordings", "history", "reviser", "final", "hints", "find"})
            made.push_back({name, [desk] { return two_clerks(desk); }});
    }
    for (auto& scene : made) {
        scene.make = [make = scene.make, style_of] {
            auto model = make();
            auto& setup = model.meeting.setup;
            if (style_of) setup.style = style_of(setup.facts.language);
            model.preview = PreviewMaker().make(model.meeting);
            return model;
        };
    }
    return made;
}

}  // namespace dais::ui
