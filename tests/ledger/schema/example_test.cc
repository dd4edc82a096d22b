// The worked example of ledger/schema/README.md: every block of hex in it is made anew, once from the values the page
// names and once from the page's own bytes by the page's own formulas.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/sum_tree.h"
#include "ledger/rules/keys.h"
#include "ledger/seal/envelope.h"

namespace ledger {
namespace {

constexpr UtcMs kSignedAt = 1'767'225'600'000;

template <class T>
T filled(std::uint8_t byte) {
  T value;
  value.bytes.fill(byte);
  return value;
}

KeyPair keyOf(std::uint8_t byte) {
  Seed seed{};
  seed.fill(byte);
  return *KeyPair::fromSeed(seed);
}

std::string textOfThePage() {
  std::ifstream page(std::string(ASAR_SOURCE_DIR) + "/ledger/schema/README.md");
  std::ostringstream text;
  text << page.rdbuf();
  return text.str();
}

// "```hex NAME", lines of hex, "```".
std::map<std::string, std::string> blocksOfThePage() {
  std::istringstream page(textOfThePage());
  std::map<std::string, std::string> blocks;
  std::string* open = nullptr;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("```hex ")) {
      open = &blocks[line.substr(7)];
    } else if (line.starts_with("```")) {
      open = nullptr;
    } else if (open != nullptr) {
      *open += line;
    }
  }
  return blocks;
}

LedgerFound founding() {
  LedgerFound found;
  found.origin = "log.example/1";
  found.log_key = actorKeyOf(keyOf(3));
  found.zone = "Asia/Almaty";
  found.currency = "KZT";
  found.schema_hash = filled<Digest>(0x44);
  found.authorities = {{filled<PersonId>(0x11), actorKeyOf(keyOf(1))}, {filled<PersonId>(0x22), actorKeyOf(keyOf(2))}};
  found.demo = true;
  return found;
}

Entry entryOf(std::uint64_t index, const Digest& previous, std::uint8_t salt, EntryBody body) {
  Entry entry;
  entry.version = 1;
  entry.index = index;
  entry.previous = previous;
  entry.recorded_at = kSignedAt;
  entry.salt = filled<NonceId>(salt);
  entry.body = std::move(body);
  return entry;
}

// Section 10: three persons with their minutes.
std::map<std::string, std::string> blocksOfHeads() {
  std::vector<StreamLeaf> leaves{{filled<SubjectId>(0x11), 2, 7, {90}},
                                 {filled<SubjectId>(0x22), 1, 9, {0}},
                                 {filled<SubjectId>(0x33), 5, 12, {240}}};
  const SumTree minutes = *SumTree::over(leaves, 1);
  const std::string first = minutes.path(1).at(0).hash.hex(), second = minutes.path(0).at(0).hash.hex();
  for (StreamLeaf& leaf : leaves) leaf.sums = {};
  const auto number = [](const char* hex) { return std::string(14, '0') + hex; };
  return {
      {"minutes leaf bytes", "00" + toHex(filled<SubjectId>(0x11).bytes) + number("02") + number("07") + number("5a")},
      {"minutes leaf", first},
      {"minutes node bytes", "01" + first + number("02") + number("5a") + second + number("01") + number("00")},
      {"minutes root", minutes.root().hash.hex()},
      {"persons root", (*SumTree::over(leaves, 0)).root().hash.hex()}};
}

std::map<std::string, std::string> blocksMadeAnew() {
  const Command command{filled<NonceId>(0x55), {}, founding()};
  SubmissionDraft draft;
  draft.submission = filled<SubmissionId>(0x06);
  draft.person = filled<PersonId>(0x11);
  draft.signed_at = kSignedAt;
  draft.expires_at = kSignedAt + kMsPerDay;
  draft.seen = {0, emptyRoot()};
  auto submission = signSubmission(draft, {command}, keyOf(1));
  addSignature(submission, keyOf(2));
  const Bytes first = encode(entryOf(0, Digest{}, 0xa0, SubmissionBody{submission.header, submission.signatures}));
  const Bytes second = encode(entryOf(
      1, leafHash(first), 0xa1, EventBody{0, 0, submission.commands.at(0), Decision{1, Effect::kEffective, 0, 0, {}}}));
  const LedgerId id = ledgerIdOf(submission.header);
  const KeyPair next = keyOf(4);
  std::map<std::string, std::string> blocks{
      {"command", toHex(submission.commands.at(0))},
      {"commandsRoot", leafHash(submission.commands.at(0)).hex()},
      {"header", toHex(submission.header)},
      {"ledgerId", toHex(id.bytes)},
      {"signature 1", toHex(submission.signatures.at(0).signature.bytes)},
      {"signature 2", toHex(submission.signatures.at(1).signature.bytes)},
      {"entry 0", toHex(first)},
      {"leaf 0", leafHash(first).hex()},
      {"entry 1", toHex(second)},
      {"leaf 1", leafHash(second).hex()},
      {"root of size 2", nodeHash(leafHash(first), leafHash(second)).hex()},
      {"possession", toHex(provePossession(id, filled<PersonId>(0x11), next).bytes)},
      {"commitment",
       sha256({asBytes("asar/commit/v1"), Bytes{0, 7}, Bytes(32, 0x77), Bytes{0, 0, 0, 4}, asBytes("Aisu")}).hex()}};
  blocks.merge(blocksOfHeads());
  return blocks;
}

Bytes bytesOf(const std::map<std::string, std::string>& blocks, const std::string& name) {
  const auto found = blocks.find(name);
  auto bytes = fromHex(found == blocks.end() ? "" : found->second);
  return bytes ? std::move(*bytes) : Bytes{};
}

TEST(WorkedExample, IsWhatTheCodecAndTheKeysGive) {
  const auto page = blocksOfThePage();
  for (const auto& [name, hex] : blocksMadeAnew()) {
    const auto found = page.find(name);
    EXPECT_EQ(found == page.end() ? "no such block" : found->second, hex) << "```hex " << name;
  }
  EXPECT_EQ(page.size(), blocksMadeAnew().size()) << "the page has a block that nobody makes anew";
}

// By the table of section 2 alone: SHA-256, Ed25519 and bytes put together.
TEST(WorkedExample, FollowsFromItsOwnBytes) {
  const auto page = blocksOfThePage();
  const auto block = [&](const std::string& name) { return bytesOf(page, name); };
  const auto hashed = [](ByteView prefix, ByteView bytes) { return sha256({prefix, bytes}).hex(); };
  const Bytes zero{0};
  const Bytes one{1};
  EXPECT_EQ(page.at("commandsRoot"), hashed(zero, block("command")));
  EXPECT_EQ(page.at("ledgerId"), sha256(block("header")).hex().substr(0, 32));
  EXPECT_EQ(page.at("leaf 0"), hashed(zero, block("entry 0")));
  EXPECT_EQ(page.at("leaf 1"), hashed(zero, block("entry 1")));
  EXPECT_EQ(page.at("root of size 2"), sha256({one, block("leaf 0"), block("leaf 1")}).hex());
  EXPECT_NE(page.at("entry 0").find(page.at("header")), std::string::npos);
  EXPECT_NE(page.at("entry 1").find(page.at("command")), std::string::npos);
  EXPECT_NE(page.at("entry 1").find(page.at("leaf 0")), std::string::npos) << "`previous`";
  const Bytes header = block("header");
  const std::string type = "application/vnd.asar.submission.v1+capnp";
  const std::string before =
      "DSSEv1 " + std::to_string(type.size()) + " " + type + " " + std::to_string(header.size()) + " ";
  EXPECT_NE(textOfThePage().find("`\"" + before + "\" ‖ header`"), std::string::npos) << before;
  Bytes message = toBytes(asBytes(before));
  appendBytes(message, header);
  for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) {
    ActorSignature signature;
    const Bytes bytes = block("signature " + std::to_string(number));
    ASSERT_EQ(bytes.size(), signature.bytes.size());
    std::ranges::copy(bytes, signature.bytes.begin());
    EXPECT_TRUE(signatureRules().holds(actorKeyOf(keyOf(number)), message, signature)) << int{number};
  }
  EXPECT_EQ(page.at("command"), toHex(encode(*decodeCommand(block("command")))));
  EXPECT_EQ(page.at("minutes leaf"), sha256(block("minutes leaf bytes")).hex());
  EXPECT_NE(page.at("minutes node bytes").find(page.at("minutes leaf")), std::string::npos);
}

}  // namespace
}  // namespace ledger
