#include "disks/story.hpp"

#include <utility>

namespace dais::disks {
namespace {

using simulation::Complaints;

int times(const Record& record, const std::string& text) {
    const auto found = record.texts.find(text);
    return found == record.texts.end() ? 0 : found->second;
}

// Reads line after line.
class Reading {
  public:
    Reading(Story& story, const Record& record, Complaints& complaints)
        : story_(story), record_(record), complaints_(complaints) {}

    void take(const Line& line);
    void end() { story_.dangling += asked_ ? 1 : 0; }

  private:
    void begin_life(const std::string& session);
    void take_held();
    void ask(const Line& line);
    void answered(const Line& line);
    void not_taken(const std::string& code);
    void complain(const std::string& what) { complaints_.push_back(story_.name + ": " + what); }
    void move(const std::string& text, Whereabouts to);

    Story& story_;
    const Record& record_;
    Complaints& complaints_;
    Held held_;
    std::optional<Request> asked_;  // and whether it was taken is not known yet
};

void Reading::begin_life(const std::string& session) {
    if (story_.lives > 0 && session != story_.session) complain("its disk came back with another session");
    story_.session = session;
    ++story_.lives;
    held_ = {};
}

void Reading::move(const std::string& text, Whereabouts to) {
    auto& entry = story_.texts[text];
    entry.whereabouts = to;
    entry.drafted = entry.drafted || to == Whereabouts::drafted;
}

void Reading::take_held() {
    // What was asked for when it was killed had been taken, if it is there.
    if (asked_) {
        const auto found = held_.requests.find(asked_->text);
        if (found != held_.requests.end()) {
            story_.requests[found->second] = *asked_;
            move(asked_->text, Whereabouts::taken);
        } else {
            ++story_.dangling;
        }
        asked_.reset();
    }
    for (const auto& text : held_.drafts) {
        if (held_.requests.contains(text))
            complain("\"" + text + "\" is on its disk as a draft and as a request");
        move(text, Whereabouts::drafted);
    }
    check_texts(story_, held_, record_, complaints_);
}

void Reading::ask(const Line& line) {
    Request request;
    request.word = line.word(0);
    request.act = line.word(1) == "act";
    request.epoch = line.number(2);
    request.life = story_.lives;
    if (line.word(3) != "-") request.text = line.word(3);
    if (!request.text.empty()) move(request.text, Whereabouts::being_asked);
    asked_ = std::move(request);
}

void Reading::answered(const Line& line) {
    ++story_.answered;
    if (line.word(3) == "disk_full") ++story_.refused_for_room;
    const auto number = line.number(0);
    const auto found = story_.requests.find(number);
    // A request of a life before, killed before it could write that it was taken.
    if (found == story_.requests.end()) return;
    auto& request = found->second;
    // A text is told again in a later life where the disk could not take down what was learnt in the one
    // before. What was accepted then stays so.
    const bool again = request.fate && !request.act && request.told_in < story_.lives &&
                       (request.fate != "accepted" || request.entry == line.number(2));
    if (request.fate && !again) complain("request " + std::to_string(number) + " was settled twice");
    request.fate = line.word(1);
    request.entry = line.number(2);
    request.told_in = story_.lives;
}

// A text is not taken only where the station's disk is full; its draft is there still, if it was.
void Reading::not_taken(const std::string& code) {
    if (code == "disk_full") ++story_.without_room;
    if (!asked_->act && code != "disk_full") complain("\"" + asked_->text + "\" was not taken: " + code);
    if (const auto text = story_.texts.find(asked_->text); text != story_.texts.end()) {
        if (text->second.drafted) {
            text->second.whereabouts = Whereabouts::drafted;
        } else {
            story_.texts.erase(text);
        }
    }
    asked_.reset();
}

void Reading::take(const Line& line) {
    if (line.verb == "life") {
        begin_life(line.word(0));
    } else if (line.verb == "waiting" || line.verb == "unplaced") {
        held_.requests[line.word(1)] = line.number(0);
        held_.numbers.insert(line.number(0));
    } else if (line.verb == "draft") {
        held_.drafts.insert(line.word(0));
    } else if (line.verb == "held") {
        take_held();
    } else if (line.verb == "drafting") {
        move(line.word(0), Whereabouts::being_drafted);
    } else if (line.verb == "drafted") {
        move(line.word(0), Whereabouts::drafted);
    } else if (line.verb == "asking") {
        ask(line);
    } else if (line.verb == "taken" && asked_) {
        if (!asked_->text.empty()) move(asked_->text, Whereabouts::taken);
        story_.requests[line.number(0)] = *std::exchange(asked_, std::nullopt);
    } else if (line.verb == "not_taken" && asked_) {
        not_taken(line.word(0));
    } else if (line.verb == "settled") {
        answered(line);
    } else if (line.verb == "giving_up") {
        story_.given_up.insert(line.number(0));
        const auto found = story_.requests.find(line.number(0));
        if (found != story_.requests.end() && !found->second.text.empty())
            move(found->second.text, Whereabouts::given_up);
    } else if (line.verb == "trouble") {
        if (line.word(0).find("no room on the disk") == std::string::npos)
            complain("its disk: " + line.word(0));
    }
}

}  // namespace

Story read_story(const std::string& name, const std::vector<Line>& lines, const Record& record,
                 Complaints& complaints) {
    Story story;
    story.name = name;
    Reading reading(story, record, complaints);
    for (const auto& line : lines) reading.take(line);
    reading.end();
    return story;
}

void check_texts(const Story& story, const Held& held, const Record& record, Complaints& complaints) {
    for (const auto& [text, about] : story.texts) {
        const bool request = held.requests.contains(text);
        const bool draft = held.drafts.contains(text);
        const bool placed = times(record, text) > 0;
        bool right = true;
        switch (about.whereabouts) {
            case Whereabouts::being_drafted:
            case Whereabouts::given_up:
                break;
            case Whereabouts::drafted:
                right = draft;
                break;
            case Whereabouts::being_asked:
                right = draft || request || placed || !about.drafted;
                break;
            case Whereabouts::taken:
                right = request || placed;
                break;
        }
        if (!right) {
            complaints.push_back(story.name + ": \"" + text + "\" was lost (before its life " +
                                 std::to_string(story.lives) + ")");
        }
    }
}

void check_requests(const Story& story, const Held& held, const Record& record, Complaints& complaints) {
    for (const auto& [number, request] : story.requests) {
        const auto found = record.stands.find({story.session, number});
        const std::uint64_t at = found == record.stands.end() ? 0 : found->second;
        const auto what = story.name + "'s request " + std::to_string(number) + " (" + request.word + ")";
        if (request.fate == "accepted" && request.entry != at) {
            complaints.push_back(what + " was told to stand at " + std::to_string(request.entry) +
                                 " and stands at " + std::to_string(at));
        }
        if (request.fate && request.fate != "accepted" && at != 0) {
            complaints.push_back(what + " was told to be " + *request.fate + " and stands at " +
                                 std::to_string(at));
        }
        // A fate may be learnt in the moment of a kill: an act's is then nobody's to know, and a text that
        // was refused is on its author's disk.
        const bool owned = held.numbers.contains(number) || story.given_up.contains(number);
        if (!request.fate && at == 0 && (request.act ? request.life == story.lives : !owned)) {
            complaints.push_back(what + " was never settled");
        }
        if (request.act && at != 0 && record.epoch_of.at(at) != request.epoch) {
            complaints.push_back(what + " fired late: it was meant for epoch " +
                                 std::to_string(request.epoch) + " and stands in " +
                                 std::to_string(record.epoch_of.at(at)));
        }
    }
    std::size_t unknown = 0;
    for (const auto& [key, at] : record.stands) {
        if (key.first == story.session && !story.requests.contains(key.second)) ++unknown;
    }
    if (unknown > story.dangling) {
        complaints.push_back(
            story.name + " has " + std::to_string(unknown) +
            " entries in the journal that it does not remember, and was killed while asking " +
            std::to_string(story.dangling) + " times");
    }
}

}  // namespace dais::disks
