// Cosignatures made by the ledger's own library are read by the audit's; what was changed is not.
#include "audit/log/cosignature.h"

#include <gtest/gtest.h>

#include "ledger/seal/cosignature.h"
#include "tests/audit/answers/answered_log.h"

namespace audit::tests {
namespace {

const std::string kName = "one.example/witness";

std::string vkeyText(std::uint8_t seed) {
  return ledger::vkeyText(ledger::verifierKey(kName, ledger::NoteKeyType::kCosignature, keyOf(seed).publicKey()));
}

Note cosignedNote(std::uint8_t seed, std::uint64_t time) {
  const Buffer bytes = checkpointOf(numbered(5), keyOf(3));
  Note note = *Note::parse(bytes);
  const auto line = ledger::cosign(note.text, time, kName, keyOf(seed));
  std::array<std::uint8_t, 4> hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = static_cast<std::uint8_t>(line.key_id >> (24 - 8 * i));
  note.signatures.push_back({line.name, hash, line.signature});
  return note;
}

TEST(Cosignature, SaysWhenTheWitnessSignedIt) {
  const auto key = WitnessKey::parse(vkeyText(9));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->name, kName);
  EXPECT_EQ(cosignedAt(cosignedNote(9, 1'790'000'000), *key), 1'790'000'000U);
}

TEST(Cosignature, HoldsForNoOtherTextTimeOrKey) {
  const auto key = *WitnessKey::parse(vkeyText(9));
  Note changed = cosignedNote(9, 1'790'000'000);
  changed.text += "more\n";
  EXPECT_FALSE(cosignedAt(changed, key));
  Note later = cosignedNote(9, 1'790'000'000);
  later.signatures.back().signature[7] ^= 1;
  EXPECT_FALSE(cosignedAt(later, key));
  Note cut = cosignedNote(9, 1'790'000'000);
  cut.signatures.back().signature.pop_back();
  EXPECT_FALSE(cosignedAt(cut, key));
  EXPECT_FALSE(cosignedAt(cosignedNote(8, 1'790'000'000), key)) << "somebody else under that name";
  EXPECT_FALSE(cosignedAt(cosignedNote(9, 0), key)) << "a time has to be said";
}

TEST(Cosignature, AKeyOfALogIsNoneOfAWitness) {
  const auto log_key = ledger::verifierKey(kName, ledger::NoteKeyType::kEd25519, keyOf(9).publicKey());
  EXPECT_FALSE(WitnessKey::parse(ledger::vkeyText(log_key)));
  std::string damaged = vkeyText(9);
  damaged[kName.size() + 1] = damaged[kName.size() + 1] == '0' ? '1' : '0';
  EXPECT_FALSE(WitnessKey::parse(damaged));
  for (const char* text : {"", "+", "a+b+c", "a+01234567+", "a b+01234567+AAAA"}) EXPECT_FALSE(WitnessKey::parse(text));
}

TEST(Cosignature, ReadsTheWitnessesOfAPolicy) {
  const auto read = witnessesOf("# who\nlog x\n\nwitness one " + vkeyText(9) + " https://one.example/\n  witness two " +
                                vkeyText(8) + "\ngroup both all one two\nquorum both\n");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].name, "one");
  EXPECT_EQ((*read)[0].url, "https://one.example/");
  EXPECT_EQ((*read)[1].url, "");
  EXPECT_FALSE(witnessesOf("witness one\n"));
  EXPECT_FALSE(witnessesOf("witness one nothing https://one.example/\n"));
  EXPECT_FALSE(witnessesOf("something else\n"));
}

}  // namespace
}  // namespace audit::tests
