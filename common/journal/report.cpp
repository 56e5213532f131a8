#include "journal/report.hpp"

#include <algorithm>
#include <utility>

namespace dais::journal {

std::string_view word(Fault fault) {
    switch (fault) {
        case Fault::unreadable:
            return "unreadable";
        case Fault::structure_damaged:
            return "structure_damaged";
        case Fault::entry_malformed:
            return "entry_malformed";
        case Fault::entry_changed:
            return "entry_changed";
        case Fault::entry_missing:
            return "entry_missing";
        case Fault::entry_moved:
            return "entry_moved";
        case Fault::tail_cut:
            return "tail_cut";
        case Fault::history_differs:
            return "history_differs";
        case Fault::epoch_wrong:
            return "epoch_wrong";
        case Fault::head_wrong:
            return "head_wrong";
        case Fault::key_unknown:
            return "key_unknown";
        case Fault::kept_head_wrong:
            return "kept_head_wrong";
    }
    return "unknown";
}

void add_finding(Report& report, Finding finding) {
    if (report.findings.size() < max_findings) report.findings.push_back(std::move(finding));
}

void name_what_is_lost(Report& report) {
    const auto first = report.verified.sequence.value + 1;
    const auto last = report.last_known.value;
    const bool cut_short =
        std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
            return finding.fault == Fault::unreadable || finding.fault == Fault::entry_malformed;
        });
    if (last >= first) {
        report.lost = first == last
                          ? "Lost: entry " + std::to_string(first)
                          : "Lost: entries " + std::to_string(first) + " to " + std::to_string(last) + " (" +
                                std::to_string(last - first + 1) + " entries)";
        if (cut_short) report.lost += " and whatever came after";
    } else if (cut_short) {
        report.lost = "Lost: whatever came after entry " + std::to_string(report.verified.sequence.value);
    } else if (!report.findings.empty()) {
        report.lost = "No entry is lost";
    }
}

}  // namespace dais::journal
