#include "record/record.hpp"

#include <iterator>

#include "record/body.hpp"
#include "record/coverage.hpp"
#include "record/masthead.hpp"

namespace dais::record {

Record make_record(const meeting::Meeting& meeting, const HouseStyle& style, const Options& options) {
    const auto coverage = coverage_of(meeting);
    Record record;
    record.language = meeting.setup.facts.language;
    auto body = body_of(meeting, style, coverage);
    const bool masthead = !options.body_only && has_masthead(meeting);
    if (masthead) record.blocks = masthead_of(meeting, style, coverage, body);
    record.blocks.insert(record.blocks.end(), std::make_move_iterator(body.begin()),
                         std::make_move_iterator(body.end()));
    if (masthead && is_partial(meeting, coverage)) {
        Block footnote;
        footnote.kind = BlockKind::footnote;
        footnote.text = style.footnote.fill({});
        record.blocks.push_back(std::move(footnote));
    }
    return record;
}

}  // namespace dais::record
