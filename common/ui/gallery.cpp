#include "ui/gallery.hpp"

#include "ui/gallery_play.hpp"
#include "ui/gallery_room.hpp"
#include "ui/preview.hpp"

namespace dais::ui {
namespace {

using meeting::Kind;

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
    const auto in = [desk](Tongue tongue) { return [=] { return seen(in_language(tongue), desk); }; };
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
        {"French", in(Tongue::french)},
        {"Arabic", in(Tongue::arabic)},
        {"Chinese", in(Tongue::chinese)},
        {"Russian", in(Tongue::russian)},
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
    if (desk == meeting::Desk::room) return room_scenes();
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
