#include "spelling/meeting_words.hpp"

namespace dais::spelling {

std::vector<std::string> texts_that_name(const meeting::Meeting& meeting) {
    std::vector<std::string> texts;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) texts.push_back(text);
    };
    for (const auto& person : meeting.participants) {
        for (const auto* text :
             {&person.title, &person.given_name, &person.family_name, &person.affiliation}) {
            add(*text);
        }
    }
    const auto& setup = meeting.setup;
    for (const auto& item : setup.agenda) add(item.title);
    const auto& facts = setup.facts;
    for (const auto* text : {&facts.treaty, &facts.body, &facts.session, &facts.place}) add(*text);
    add(setup.record.presiding);
    return texts;
}

}  // namespace dais::spelling
