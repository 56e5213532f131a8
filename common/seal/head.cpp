#include "seal/head.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.hpp"
#include "seal/bytes.hpp"

namespace dais::seal {
namespace {

constexpr std::string_view domain = "dais-head-1";
constexpr std::size_t longest_line = 1024;

base::Error not_a_head(const std::string& what) {
    return {"not_a_head",
            "not a head: " + what + " (a head is one line: dais-head-1 EPOCH ID SEQUENCE DIGEST SIGNATURE)"};
}

std::optional<std::uint64_t> number(std::string_view text, int base) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view without_breaks(std::string_view line) {
    static constexpr std::string_view blanks = " \t\r\n";
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

base::Result<std::optional<Signature>> parse_signature(std::string_view word) {
    if (word == "-") return std::optional<Signature>{};
    const auto bytes = bytes_from_hex(word);
    Signature signature;
    if (!bytes || bytes->size() != signature.size()) {
        return not_a_head("its signature is not `-` or 128 hexadecimal digits");
    }
    std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(signature.data()));
    return std::optional<Signature>{signature};
}

}  // namespace

base::Bytes head_message(const Head& head) {
    base::Bytes message{domain};
    add_u64(message, head.epoch.counter);
    add_u64(message, head.epoch.id);
    add_u64(message, head.sequence.value);
    message += view(head.digest);
    return message;
}

SignedHead sign_head(const Head& head, const KeyPair& key) {
    return {head, key.sign(head_message(head))};
}

bool head_signed_by(const SignedHead& head, const PublicKey& key) {
    return head.signature && signed_by(key, head_message(head.head), *head.signature);
}

std::string print_head(const SignedHead& head) {
    base::Bytes id;
    add_u64(id, head.head.epoch.id);
    return std::string{domain} + " " + std::to_string(head.head.epoch.counter) + " " + hex(id) + " " +
           std::to_string(head.head.sequence.value) + " " + hex(head.head.digest) + " " +
           (head.signature ? hex(view_of(*head.signature)) : "-");
}

base::Result<SignedHead> parse_head(std::string_view line) {
    if (line.size() > longest_line) return not_a_head("the text is longer than 1,024 bytes");
    std::vector<std::string_view> words = base::split(without_breaks(line), ' ');
    std::erase(words, "");
    if (words.size() != 6) return not_a_head("it has " + std::to_string(words.size()) + " words, not 6");
    if (words[0] != domain) return not_a_head("it does not begin with dais-head-1");
    const auto counter = number(words[1], 10);
    if (!counter) return not_a_head("its epoch is not a number");
    const auto id = number(words[2], 16);
    if (!id || words[2].size() != 16) return not_a_head("its epoch id is not 16 hexadecimal digits");
    const auto sequence = number(words[3], 10);
    if (!sequence) return not_a_head("its sequence is not a number");
    const auto digest = digest_from_hex(words[4]);
    if (!digest) return not_a_head("its digest is wrong: " + digest.error().text);
    const auto signature = parse_signature(words[5]);
    if (!signature) return signature.error();
    return SignedHead{{{*counter, *id}, {*sequence}, *digest}, *signature};
}

}  // namespace dais::seal
