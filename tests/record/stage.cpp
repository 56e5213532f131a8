#include "record/stage.hpp"

#include <stdexcept>

#include "folder/folder.hpp"
#include "record/formats/text.hpp"

namespace dais::record::test {

const std::string_view cast = R"(okoro,Ms.,Adaeze,Okoro,she,chair,,room
ana,Ms.,Ana,Ferreira,she,member,,room
ben,Mr.,Ben,Haddad,he,member,,video
cleo,Mr.,Cleo,Brandt,he,officer,Vice-Chair,room
rita,Ms.,Rita,Sundaram,she,officer,Rapporteur,room
mex,Ms.,,Liévano,she,state,Mexico,video
phi,Ms.,,Ople,she,state,the Philippines,room
org,Mr.,,Koné,he,organization,the River Network,room
sec,Ms.,,Whitfield,she,secretariat,Secretary of the Committee,room
obs,Mr.,,Oduya,he,observer,,room
)";

const std::string_view agenda = R"(
[[agenda]]
id    = "work"
title = "Organization of work"
[[agenda]]
id        = "impl"
number    = 4
title     = "Implementation of the Convention"
continued = true
documents = ["CSR/1", "CSR/2"]
  [[agenda.items]]
  id    = "floods"
  title = "Early warning of floods"
  [[agenda.items]]
  id        = "fish"
  title     = "Passage of fish"
  concluded = true
[[agenda]]
id        = "other"
title     = "Other matters"
documents = ["CSR/3"]
)";

const std::map<std::string, std::string>& style_map(const std::string& language) {
    static std::map<std::string, std::map<std::string, std::string>> styles;
    const auto known = styles.find(language);
    if (known != styles.end()) return known->second;
    auto reading = folder::read_style(std::string(DAIS_SOURCE_DIR) + "/config/house-styles/" + language + ".toml");
    if (!reading.style) throw std::runtime_error(to_text(reading.faults.front()));
    return styles[language] = *std::move(reading.style);
}

const HouseStyle& style_of(const std::string& language) {
    static std::map<std::string, HouseStyle> styles;
    const auto known = styles.find(language);
    if (known != styles.end()) return known->second;
    auto style = HouseStyle::from(style_map(language));
    if (!style) throw std::runtime_error(style.error().text);
    return styles[language] = *std::move(style);
}

Stage::Stage(std::string_view setup, std::string_view people)
    : scene(std::string(setup) + std::string(agenda), people),
      style(style_of(scene.meeting().setup.facts.language)) {}

Record Stage::record(const Options& options) const {
    return make_record(scene.meeting(), style, options);
}

namespace {

template <class Wanted>
Lines lines_of(const Record& record, const Wanted& wanted) {
    Lines lines;
    for (const auto& block : record.blocks) {
        if (!wanted(block)) continue;
        auto line = to_text(Record{{block}, record.language});
        line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

bool is_masthead(const Block& block) {
    return block.kind == BlockKind::masthead || block.kind == BlockKind::contents ||
           block.kind == BlockKind::footnote;
}

}  // namespace

Lines Stage::body() const {
    return lines_of(record({.body_only = true}), [](const Block&) { return true; });
}

Lines Stage::paragraphs() const {
    return lines_of(record({.body_only = true}), [](const Block& block) {
        return block.kind != BlockKind::heading && block.kind != BlockKind::sentence;
    });
}

Lines Stage::masthead() const {
    return lines_of(record(), is_masthead);
}

}  // namespace dais::record::test
