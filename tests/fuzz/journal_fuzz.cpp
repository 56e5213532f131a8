// A journal file that a hub wrote, and others changed: rows, signatures, bytes of the file and of its log.
// Whatever it has become, verifying it ends, says the same again, and finds nothing where nobody changed
// anything; what is served as the verified prefix is chained and ends where it says; what the hub's own key
// vouches for is what the hub wrote; reading changes nothing, and a hub goes on only where all is well.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "fuzz/bounded.hpp"
#include "fuzz/journal_rows.hpp"
#include "journal/prefix.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/sqlite_reader.hpp"
#include "seal/digest.hpp"

namespace {

using namespace dais;
using base::check;
using journal::Report;

constexpr std::size_t most_frames = 64;

std::string said(const Report& report) {
    std::string text;
    for (const auto& finding : report.findings) {
        text += std::string(journal::word(finding.fault)) + " " + std::to_string(finding.sequence.value) +
                " " + finding.expected + " " + finding.found + " " + finding.text + "\n";
    }
    return text + std::to_string(report.verified.sequence.value) + " " +
           std::to_string(report.vouched.value) + " " + std::to_string(report.last_known.value) + " " +
           report.lost;
}

void check_report(const Report& report) {
    check(report.findings.size() <= journal::max_findings, "more findings than may be");
    check(report.verified.sequence <= report.last_known, "verified beyond what is known");
    check(report.vouched <= report.verified.sequence, "vouched for beyond what is verified");
    check(report.lost.empty() == report.intact(), "nothing is said of what is lost, or something of nothing");
    check(!report.intact() || report.verified.sequence == report.last_known, "intact, and not to its end");
    for (const auto& finding : report.findings) {
        check(journal::word(finding.fault) != "unknown" && !finding.text.empty(), "a finding without words");
    }
}

// Verifies it, and looks on while the entries pass by.
Report watched(const std::string& path, journal::Checks checks) {
    base::Sequence last;
    std::vector<base::Digest> digests{seal::no_digest};
    checks.each = [&](const journal::Entry& entry) {
        last = last.next();
        check(entry.sequence == last, "an entry out of order");
        digests.push_back(seal::chain(digests.back(), entry.bytes));
        check(entry.digest == digests.back(), "an entry that does not follow");
    };
    auto report = journal::verify_file(path, checks);
    check_report(report);
    check(report.verified.sequence <= last, "verified more than was there");
    check(report.verified.digest == digests[report.verified.sequence.value], "verified another digest");
    return report;
}

// The prefix ends where the report does, can be read in pieces, and what is vouched for was written.
void check_prefix(const std::string& path, const journal::Checks& checks, const Report& report,
                  const fuzz::JournalRows& rows) {
    const auto& written = rows.written();
    const auto sure = rows.of_another() ? base::Sequence{} : report.vouched;
    auto prefix = journal::open_read_only_prefix(path, checks);
    if (!prefix) {
        check(!report.intact(), "an intact journal cannot be opened");
        return;
    }
    check(said(prefix->report) == said(report), "read again, it says otherwise");
    auto& reader = *prefix->journal;
    const auto end = report.verified.sequence;
    check(reader.head().ok() && *reader.head() == report.verified, "the prefix ends elsewhere");
    auto digest = seal::no_digest;
    base::Sequence last;
    const auto read = reader.read({0}, UINT64_MAX, [&](const journal::Entry& entry) {
        last = last.next();
        digest = seal::chain(digest, entry.bytes);
        check(entry.sequence == last && entry.digest == digest, "the prefix serves what does not follow");
        check(last > sure || (last.value <= written.size() && entry.bytes == written[last.value - 1]),
              "the hub vouches for what it did not write");
        return true;
    });
    check(read.ok() && *read == end.value && last == end, "the prefix is not whole");
    check(digest == report.verified.digest, "the prefix has another digest");
    check(!reader.digest_at(end.next()).ok(), "a digest beyond the end");
    const auto at_end = reader.digest_at(end);
    check(at_end.ok() && *at_end == digest, "another digest at the end");
    const auto from_end = reader.read(end, 5, [&](const journal::Entry& entry) {
        check(entry.sequence == end && entry.digest == digest, "another entry at the end");
        return true;
    });
    check(from_end.ok() && *from_end == (end.value == 0 ? 0 : 1), "the last entry is not there");
    if (const auto heads = reader.heads()) {
        for (const auto& head : *heads) check(head.head.sequence <= end, "a head beyond the end");
    }
    if (const auto epochs = reader.epochs()) {
        for (const auto& epoch : *epochs) check(epoch.first <= end.next(), "an epoch beyond the end");
    }
}

// A hub that starts on it: goes on only where there is no fault, and then with what was there.
void go_on(fuzz::TouchedFile& file, const Report& report) {
    const bool had_log = file.has_log();
    const auto before = file.content();
    {
        auto opened = journal::open_journal({file.path(), fuzz::JournalRows::hub_key(), {}, {}});
        if (!opened) {
            const auto& code = opened.error().code;
            check(!report.intact() || code != "journal_damaged", "a hub finds damage that verify does not");
            check(report.intact() || had_log || file.content() == before, "a damaged journal was written to");
            return;
        }
        check(report.intact(), "a hub goes on with a damaged journal");
        check((*opened)->begin_epoch(9, {9}).ok(), "no epoch begins");
        const std::vector<base::Bytes> more{"more", "and more"};
        const auto head = (*opened)->append(more);
        check(head.ok() && head->sequence.value == report.verified.sequence.value + 2, "not appended");
        check((*opened)->close().ok(), "not closed");
    }
    const auto later = watched(file.path(), {});
    check(later.intact(), later.intact() ? "" : "what a hub went on with is damaged: " + said(later));
    check(later.vouched.value == report.verified.sequence.value + 2, "a closed journal is not vouched for");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::Bounded bounded;
    fuzz::JournalRows rows;
    for (const auto frame : fuzz::frames({reinterpret_cast<const char*>(bytes), size}, most_frames)) {
        rows.play(frame);
    }
    auto& file = rows.file();
    file.finish();
    const auto content = file.content();
    journal::Checks checks;
    checks.kept = rows.kept();
    checks.trusted = fuzz::JournalRows::trusted();
    const auto report = watched(file.path(), checks);
    if (rows.honest()) {
        check(report.intact(), report.intact() ? "" : "a fault in an honest journal: " + said(report));
        check(report.verified.sequence.value == rows.written().size(), "not all of an honest journal");
    }
    check_prefix(file.path(), checks, report, rows);
    check(file.content() == content, "reading changed the file");
    if (rows.goes_on()) go_on(file, watched(file.path(), {}));
    return 0;
}
