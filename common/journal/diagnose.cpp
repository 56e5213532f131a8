#include "journal/diagnose.hpp"

namespace dais::journal {
namespace {

// How far we look for an entry that was moved; beyond, it counts as missing.
constexpr std::uint64_t search_distance = 100'000;

std::string entry_name(base::Sequence sequence) {
    return "entry " + std::to_string(sequence.value);
}

// Where the entry that belongs at the place stands now, if it stands further back: it is the one whose digest
// follows from the entry before the place.
std::optional<base::Sequence> find_rightful(JournalReader& journal, const Misfit& misfit) {
    std::optional<base::Sequence> where;
    base::Sequence last;
    (void)journal.read(misfit.place, search_distance, [&](const Entry& entry) {
        if (entry.sequence <= last) return false;  // in a damaged file rows can come again and again
        last = entry.sequence;
        const auto digest = seal::chain(misfit.before, entry.bytes);
        const bool whole = digest == entry.digest;
        const bool bytes_only = digest == misfit.stored && misfit.sequence == misfit.place;
        if (entry.sequence != misfit.place && (whole || bytes_only)) where = entry.sequence;
        return !where;
    });
    return where;
}

// Whether the next entry follows from this digest: tells changed bytes from a changed digest.
bool next_follows(JournalReader& journal, const Misfit& misfit, const base::Digest& digest) {
    bool follows = false;
    (void)journal.read(misfit.place.next(), 1, [&](const Entry& entry) {
        follows = entry.sequence == misfit.place.next() && seal::chain(digest, entry.bytes) == entry.digest;
        return false;
    });
    return follows;
}

Finding missing(const Misfit& misfit) {
    const auto last = misfit.sequence.value - 1;
    const std::string which = last == misfit.place.value ? entry_name(misfit.place) + " is"
                                                         : "entries " + std::to_string(misfit.place.value) +
                                                               " to " + std::to_string(last) + " are";
    return {Fault::entry_missing, misfit.place, std::to_string(misfit.place.value),
            std::to_string(misfit.sequence.value),
            which + " missing: the next that is there is " + std::to_string(misfit.sequence.value)};
}

Finding changed(JournalReader& journal, const Misfit& misfit) {
    std::string text = entry_name(misfit.place) + " was changed: ";
    if (next_follows(journal, misfit, misfit.stored)) {
        text += "its bytes are not those that were written";
    } else if (next_follows(journal, misfit, misfit.computed)) {
        text += "the digest that is stored with it is not the one that was written, its bytes are";
    } else {
        text += "its bytes and the digest stored with it do not belong together";
    }
    return {Fault::entry_changed, misfit.place, seal::hex(misfit.stored), seal::hex(misfit.computed), text};
}

}  // namespace

Finding diagnose(JournalReader& journal, const Misfit& misfit) {
    if (misfit.sequence < misfit.place) {
        return {Fault::entry_moved, misfit.sequence, std::to_string(misfit.place.value),
                std::to_string(misfit.sequence.value),
                "a row with the number " + std::to_string(misfit.sequence.value) + " stands where " +
                    entry_name(misfit.place) + " was expected"};
    }
    if (const auto where = find_rightful(journal, misfit)) {
        return {Fault::entry_moved, misfit.place, entry_name(misfit.place),
                "the same at " + std::to_string(where->value),
                "what was written as " + entry_name(misfit.place) + " stands at place " +
                    std::to_string(where->value) + ": entries are out of order"};
    }
    return misfit.sequence == misfit.place ? changed(journal, misfit) : missing(misfit);
}

}  // namespace dais::journal
