#include "ui/gallery_play.hpp"

#include <array>
#include <string_view>

#include "base/check.hpp"
#include "meeting/apply.hpp"
#include "meeting/decide.hpp"

namespace dais::ui {

using meeting::Kind;

Play::Play(meeting::Setup setup, std::vector<meeting::Participant> people) {
    record({meeting::MeetingPrepared{std::move(setup), std::move(people)}}, {"hub", meeting::Desk::hub});
}

Play& Play::play(meeting::Actor actor, const meeting::Command& command) {
    auto decided = meeting::decide(meeting_, actor, command, now_);
    base::check(decided.ok(), "a scene of the gallery plays what the core accepts");
    record(*std::move(decided), std::move(actor));
    return *this;
}

void Play::record(std::vector<meeting::Event> events, meeting::Actor actor) {
    ++entry_;
    meeting::apply(meeting_, meeting::Fact{{{entry_}, now_, std::move(actor)}, std::move(events)});
}

meeting::Participant person(std::string id, std::string title, std::string family, meeting::Role role,
                            std::string affiliation, meeting::Attendance attendance) {
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

namespace {

struct Language {
    std::string_view code;
    std::string_view body;
    std::array<std::string_view, 2> items;
    std::array<std::array<std::string_view, 3>, 3> people;  // title, name, affiliation
    std::string_view text;
};

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

const Language& language_of(Tongue tongue) {
    switch (tongue) {
        case Tongue::french:
            return french;
        case Tongue::arabic:
            return arabic;
        case Tongue::chinese:
            return chinese;
        case Tongue::russian:
            break;
    }
    return russian;
}

}  // namespace

Play in_language(Tongue tongue) {
    return in_language(language_of(tongue));
}

}  // namespace dais::ui
