#include "ui/gallery_room.hpp"

#include <utility>

#include "ui/gallery_play.hpp"

namespace dais::ui {
namespace {

using meeting::Kind;

Model seen(const Play& play) {
    Model model;
    model.room = std::make_shared<const meeting::RoomView>(meeting::room_view(play.meeting()));
    model.link = replica::LinkState::live;
    model.self = meeting::Actor{"room", meeting::Desk::room};
    model.now = play.now();
    model.uptime = base::Instant{1'000'000};
    return model;
}

// So many seconds after what has happened.
Model later(Play play, std::int64_t seconds) {
    play.pass(seconds);
    return seen(play);
}

Model unheard(Model model, replica::LinkState state) {
    model.link = state;
    model.link_since = model.uptime - base::Span{42'000};
    return model;
}

Model refused() {
    auto model = unheard({}, replica::LinkState::refused);
    model.link_sentence = "The hub knows no key of this name.";
    return model;
}

Play nobody() {
    auto play = in_session();
    play.chair(meeting::EndFloor{});
    return play;
}

Play lost() {
    auto play = in_session();
    play.moderator(meeting::ReportLink{"vale", meeting::Link::lost, {}}).pass(20);
    return play;
}

Play stands() {
    auto play = in_session();
    play.chair(meeting::PauseClock{}).pass(30);
    return play;
}

Play of_kind(Kind kind) {
    auto play = in_session();
    play.chair(meeting::GiveFloor{"castell", kind, "", {}}).pass(20);
    return play;
}

Play suspended(bool until) {
    auto play = in_session();
    play.chair(meeting::SuspendMeeting{});
    if (until) play.chair(meeting::SetResumption{play.now() + std::chrono::minutes(15)});
    play.pass(60);
    return play;
}

Play risen() {
    auto play = in_session();
    play.chair(meeting::EndFloor{}).chair(meeting::EndMeeting{}).pass(30);
    return play;
}

// Whose time is over at 10:20 there, a quarter of an hour after it began.
Play ending() {
    auto made = setup("Committee on the Care of Shared Rivers", {"Organization of work", "Other matters"});
    made.facts.symbol = "CSR/C/47/SR.12";
    made.facts.scheduled_end = 10 * 3600 + 20 * 60;
    Play play(std::move(made), people());
    play.pass(320)
        .chair(meeting::OpenMeeting{})
        .chair(meeting::TakeUp{"item-2"})
        .chair(meeting::GiveFloor{"ferreira", {}, "", {}})
        .chair(meeting::RequestFloor{"moreau", Kind::statement, ""});
    return play;
}

Play many(bool closed) {
    auto crowd = people();
    for (int i = 1; i <= 100; ++i) {
        const auto number = std::to_string(i);
        crowd.push_back(person("p-" + number, i % 2 == 0 ? "Ms." : "Mr.", "Delegate " + number,
                               meeting::Role::state, "the State of Region " + number));
    }
    auto made = setup("Committee on the Care of Shared Rivers", {"General debate"});
    made.facts.symbol = "CSR/C/47/SR.12";
    Play play(std::move(made), std::move(crowd));
    play.pass(320).chair(meeting::OpenMeeting{}).chair(meeting::TakeUp{"item-1"});
    play.chair(meeting::GiveFloor{"moreau", {}, "", {}});
    for (int i = 1; i <= 100; ++i) {
        play.chair(meeting::RequestFloor{"p-" + std::to_string(i), Kind::statement,
                                         i == 3 ? "the Group of Island States" : ""});
    }
    if (closed) play.chair(meeting::CloseList{});
    play.pass(95);
    return play;
}

}  // namespace

std::vector<Scene> room_scenes() {
    using replica::LinkState;
    const auto in = [](Tongue tongue) { return [=] { return later(in_language(tongue), 40); }; };
    return {
        {"connecting", [] { return Model{}; }},
        {"refused", refused},
        {"not begun", [] { return seen(small()); }},
        {"nobody", [] { return seen(nobody()); }},
        {"speaking", [] { return seen(in_session()); }},
        {"warning", [] { return later(in_session(), 85); }},
        {"over time", [] { return later(in_session(), 185); }},
        {"long over time", [] { return later(in_session(), 5'000); }},
        {"no limit", [] { return later(of_kind(Kind::point_of_order), 4'000); }},
        {"the clock stands", [] { return seen(stands()); }},
        {"right of reply", [] { return seen(of_kind(Kind::right_of_reply)); }},
        {"link lost", [] { return seen(lost()); }},
        {"suspended", [] { return seen(suspended(false)); }},
        {"suspended until", [] { return seen(suspended(true)); }},
        {"risen", [] { return seen(risen()); }},
        {"near the end", [] { return later(ending(), 75); }},
        {"past the end", [] { return later(ending(), 1'000); }},
        {"many next", [] { return seen(many(false)); }},
        {"list closed", [] { return seen(many(true)); }},
        {"long names", [] { return seen(long_names()); }},
        {"no connection", [] { return unheard(later(in_session(), 85), LinkState::stale); }},
        {"long names unconnected", [] { return unheard(seen(long_names()), LinkState::stale); }},
        {"French", in(Tongue::french)},
        {"Arabic", in(Tongue::arabic)},
        {"Arabic unconnected",
         [] { return unheard(later(in_language(Tongue::arabic), 140), LinkState::stale); }},
        {"Chinese", in(Tongue::chinese)},
        {"Russian", in(Tongue::russian)},
    };
}

}  // namespace dais::ui
