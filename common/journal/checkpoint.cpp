#include "journal/checkpoint.hpp"

#include <array>

#include "seal/bytes.hpp"
#include "seal/digest.hpp"
#include "sqlite/files.hpp"

namespace dais::journal {
namespace {

constexpr std::string_view magic = "dais-checkpoint-1";
constexpr std::size_t digest_bytes = std::tuple_size_v<base::Digest>;
constexpr std::size_t signature_bytes = std::tuple_size_v<seal::Signature>;
// Magic, sequence, chain, program, length, digest of the content: what is signed.
constexpr std::size_t signed_bytes = magic.size() + 8 + digest_bytes + max_program_bytes + 8 + digest_bytes;
constexpr std::size_t head_bytes = signed_bytes + signature_bytes;

base::Bytes message_of(const Checkpoint& checkpoint, const base::Digest& of_content) {
    base::Bytes message{magic};
    seal::add_u64(message, checkpoint.sequence.value);
    message += seal::view(checkpoint.chain);
    message += checkpoint.program;
    message.append(max_program_bytes - checkpoint.program.size(), '\0');
    seal::add_u64(message, checkpoint.content.size());
    message += seal::view(of_content);
    return message;
}

base::Error bad(const std::string& path, const std::string& why) {
    return {"bad_checkpoint", path + " " + why};
}

// What is not needed to be whole is not read: a length is believed once the file has it.
base::Result<Checkpoint> parse(const std::string& path, base::Bytes bytes) {
    const base::BytesView all{bytes};
    if (all.size() < magic.size() || all.substr(0, magic.size()) != magic) {
        return bad(path, "is no checkpoint, or that of another version");
    }
    if (all.size() < head_bytes) return bad(path, "is cut off");
    Checkpoint checkpoint;
    auto rest = all.substr(magic.size());
    checkpoint.sequence = {seal::read_u64(rest)};
    checkpoint.chain = *seal::digest_from_bytes(rest.substr(8, digest_bytes));
    rest = rest.substr(8 + digest_bytes);
    const auto program = rest.substr(0, max_program_bytes);
    checkpoint.program = program.substr(0, program.find('\0'));
    if (program.find_first_not_of('\0', checkpoint.program.size()) != base::BytesView::npos) {
        return bad(path, "names no program");
    }
    rest = rest.substr(max_program_bytes);
    const auto length = seal::read_u64(rest);
    checkpoint.content_digest = *seal::digest_from_bytes(rest.substr(8, digest_bytes));
    rest = rest.substr(8 + digest_bytes, signature_bytes);
    std::copy(rest.begin(), rest.end(), reinterpret_cast<char*>(checkpoint.signature.data()));
    if (checkpoint.sequence.value == 0) return bad(path, "says that it is of entry 0");
    if (length != all.size() - head_bytes) {
        return bad(path, "holds " + std::to_string(all.size() - head_bytes) +
                             " bytes of content and says that they are " + std::to_string(length));
    }
    bytes.erase(0, head_bytes);
    checkpoint.content = std::move(bytes);
    if (seal::digest(checkpoint.content) != checkpoint.content_digest) {
        return bad(path, "was changed after it was written");
    }
    return checkpoint;
}

}  // namespace

std::string checkpoint_path(const std::string& journal) {
    const auto real = sqlite::real_path(journal);
    return (real ? *real : journal) + "-checkpoint";
}

base::Status<> write_checkpoint(const std::string& journal, const Checkpoint& checkpoint,
                                const seal::KeyPair& key) {
    const auto path = checkpoint_path(journal);
    if (checkpoint.content.size() > max_checkpoint_bytes || checkpoint.program.size() > max_program_bytes) {
        return base::Error{"checkpoint_too_long", path + " would be longer than a checkpoint may be"};
    }
    auto head = message_of(checkpoint, seal::digest(checkpoint.content));
    const auto signature = key.sign(head);
    head += seal::view_of(signature);
    const std::array<base::BytesView, 2> parts{head, checkpoint.content};
    return sqlite::replace_file(path, parts);
}

base::Result<Checkpoint> read_checkpoint(const std::string& journal) {
    const auto path = checkpoint_path(journal);
    switch (sqlite::file_state(path)) {
        case sqlite::FileState::absent:
            return base::Error{"no_checkpoint", "there is no " + path};
        case sqlite::FileState::not_a_file:
            return bad(path, "is no file");
        default:
            break;
    }
    auto bytes = sqlite::read_file(path, head_bytes + max_checkpoint_bytes);
    if (!bytes) {
        return bytes.error().code == "too_long" ? bad(path, "is longer than a checkpoint may be")
                                                : bytes.error();
    }
    return parse(path, *std::move(bytes));
}

bool checkpoint_signed_by(const Checkpoint& checkpoint, const seal::PublicKey& key) {
    return seal::signed_by(key, message_of(checkpoint, checkpoint.content_digest), checkpoint.signature);
}

base::Status<> remove_checkpoint(const std::string& journal) {
    const auto path = checkpoint_path(journal);
    if (sqlite::file_state(path) == sqlite::FileState::absent) return base::Done{};
    sqlite::remove_file(path);
    if (sqlite::file_state(path) != sqlite::FileState::absent) {
        return base::Error{"cannot_open", path + " cannot be removed"};
    }
    return sqlite::sync_parent(path);
}

}  // namespace dais::journal
