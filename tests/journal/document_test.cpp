// The worked example of docs/journal.md is computed here: what the document says is what the program does.
#include "journal/scene.hpp"
#include "seal/bytes.hpp"

namespace dais::journal {
namespace {

class Document : public Scene {};

TEST_F(Document, the_worked_example_is_true) {
    const std::string document = file_content(std::string{DAIS_SOURCE_DIR} + "/docs/journal.md");
    ASSERT_FALSE(document.empty());
    seal::Seed seed{};
    for (std::size_t at = 0; at < seed.size(); ++at) seed[at] = static_cast<std::uint8_t>(at);
    key_ = seal::KeyPair::from_seed(seed);
    auto journal = open();
    const auto epoch = *journal->begin_epoch(0x0123456789abcdef, {1'700'000'000'000});
    ASSERT_TRUE(journal->append(std::vector<base::Bytes>{"first", "second", "third"}).ok());

    const auto says = [&](const std::string& what, const std::string& value) {
        EXPECT_NE(document.find(value), std::string::npos)
            << "docs/journal.md should say for " << what << ": " << value;
    };
    says("the public key", seal::hex(seal::view_of(key_.public_key())));
    says("digest 1", seal::hex(*journal->digest_at({1})));
    says("digest 2", seal::hex(*journal->digest_at({2})));
    says("digest 3", seal::hex(*journal->digest_at({3})));
    says("the epoch's message", seal::hex(epoch_message(epoch, seal::no_digest)));
    says("the epoch's signature", seal::hex(seal::view_of(epoch.signature)));
    says("the head's message", seal::hex(seal::head_message(*journal->head())));
    says("the head's line", seal::print_head(*journal->signed_head()));
    says("how often heads are stored", "multiple of " + std::to_string(entries_per_signed_head));

    auto database = sqlite::Database::open(path_, {.access = sqlite::Access::read, .vfs = {}});
    for (const char* table : {"entry", "epoch", "head"}) {
        says(table,
             *database->text(std::string{"SELECT sql FROM sqlite_schema WHERE name = '"} + table + "'"));
    }
    says("the application id", std::to_string(*database->number("PRAGMA application_id")));
}

}  // namespace
}  // namespace dais::journal
