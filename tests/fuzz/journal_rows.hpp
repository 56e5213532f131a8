// A journal file as an input tells it, frame by frame: what an honest hub writes, what somebody writes who
// has the file and not the hub's key, and what a disk makes of its bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "fuzz/frames.hpp"
#include "fuzz/touched_file.hpp"
#include "journal/verify.hpp"

namespace dais::fuzz {

class JournalRows {
  public:
    JournalRows();

    void play(std::string_view frame);

    TouchedFile& file() { return file_; }
    // The file was replaced by another, which a hub may have written too.
    [[nodiscard]] bool of_another() const { return of_another_; }
    // What an honest hub wrote, in order, whatever became of it.
    [[nodiscard]] const std::vector<base::Bytes>& written() const { return written_; }
    // Nobody but the hub wrote here.
    [[nodiscard]] bool honest() const { return honest_ && !file_.touched(); }
    // What to hold the journal against: never more than an honest station knows.
    [[nodiscard]] const std::optional<seal::SignedHead>& kept() const { return kept_; }
    // A hub is to start on it afterwards.
    [[nodiscard]] bool goes_on() const { return goes_on_; }

    static std::vector<seal::PublicKey> trusted();
    static const seal::KeyPair& hub_key();

  private:
    void append(base::BytesView entry);
    void begin_epoch(Bytes& bytes);
    void store_head(const seal::SignedHead& head);
    void store_epoch(const journal::EpochStart& start);
    void store_entry(std::int64_t sequence, base::BytesView digest, base::BytesView bytes);
    void keep_head(Bytes& bytes);
    void change_rows(unsigned what, Bytes& bytes);
    void rewrite_from(std::uint64_t first);
    void sign_anew();
    void any_row(Bytes& bytes);
    void change_bytes(Bytes& bytes);
    void run(const char* sql, std::int64_t one, std::int64_t other = 0);
    [[nodiscard]] std::int64_t place(Bytes& bytes) const;

    TouchedFile file_;
    std::vector<base::Bytes> written_;
    std::vector<base::Digest> digests_{1};  // of the honest chain, from before the first entry on
    std::vector<journal::EpochStart> epochs_;
    const seal::KeyPair* key_ = &hub_key();  // the present epoch's
    std::optional<seal::SignedHead> kept_;
    bool honest_ = true;
    bool of_another_ = false;
    bool goes_on_ = false;
};

}  // namespace dais::fuzz
