// Nothing of a meeting but what the room may know is in any answer.
#include <gtest/gtest.h>

#include "meeting/room_view.hpp"
#include "support/scene.hpp"
#include "web/caller.hpp"
#include "web/served.hpp"

namespace dais::test_web {
namespace {

TEST(Secrets, of_a_meeting_are_in_no_answer) {
    support::Scene scene;
    scene.go(R"(
        15:10 chair open_meeting
        15:10:05 chair give_floor to=lewis label=i1
        15:11 clerk-2 write of=i1 label=p1 text="said that SECRET-PARAGRAPH was so."
        15:12 clerk-1 write of=i1 label=p2 text="SECRET-OTHER"
        15:13 moderator report_link who=ople link=video
        15:14 chair request_floor who=moreno label=r1
        15:14 chair request_floor who=ople
    )");
    Served served;
    served.show(meeting::room_view(scene.meeting()));
    Caller stream(served.port());
    stream.send(request_for("/events"));
    ASSERT_TRUE(stream.read_until("Lewis"));
    ASSERT_TRUE(stream.read_until("\n\n", stream.heard().find("Lewis")));
    const auto said = stream.heard() + get(served.port(), "/state") + get(served.port(), "/") +
                      get(served.port(), "/health") + get(served.port(), "/nothing");
    EXPECT_NE(said.find("Moreno"), std::string::npos) << "or nothing is looked through";
    for (const auto* secret : {"SECRET", "\"lewis\"", "\"moreno\"", "\"ople\"", "clerk", "said that",
                               "paragraph", "digest", "draft", "\"id\"", "httplib", "cpp"}) {
        EXPECT_EQ(said.find(secret), std::string::npos) << secret;
    }
    for (const auto& person : scene.meeting().participants) {
        const bool seen = person.family_name == "Lewis" || person.family_name == "Moreno" ||
                          person.family_name == "Ople" || person.id == "garcia";
        if (seen || person.family_name.empty()) continue;
        EXPECT_EQ(said.find(person.family_name), std::string::npos) << person.family_name;
    }
}

}  // namespace
}  // namespace dais::test_web
