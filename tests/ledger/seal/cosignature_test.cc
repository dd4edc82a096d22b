#include "ledger/seal/cosignature.h"

#include <gtest/gtest.h>

#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

constexpr std::uint64_t kTime = 1'679'315'147;
constexpr std::uint64_t kLater = 2'000'000'000;

class CosignatureTest : public ::testing::Test {
 protected:
  std::string reason(const SignedNote& note, const std::vector<VerifierKey>& witnesses, std::uint64_t not_after) {
    const auto found = verifyCosignatures(note, witnesses, not_after);
    return found ? std::to_string(found->size()) : found.error().reason;
  }

  const nlohmann::json known_ = tests::tlogVectors()["note"];
  const KeyPair pair_ = *KeyPair::fromSeed(tests::digestOf(known_["witness_seed"]).bytes);
  const VerifierKey witness_ = *parseVkey(known_["witness_vkey"].get<std::string>());
  const SignedNote note_ = *parseNote(known_["cosigned_checkpoints_by_size"]["300"].get<std::string>());
};

TEST_F(CosignatureTest, KnownOnesHoldWithTheirTime) {
  for (const auto& [size, text] : known_["cosigned_checkpoints_by_size"].items()) {
    const auto found = verifyCosignatures(*parseNote(text.get<std::string>()), {&witness_, 1}, kLater);
    ASSERT_TRUE(found.ok()) << size;
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->at(0).time, known_["cosignature_time"]);
    EXPECT_EQ(found->at(0).witness.name, "witness.example/w1");
  }
}

TEST_F(CosignatureTest, OfOursIsTheKnownOne) {
  const NoteSignature made = cosign(note_.text, kTime, "witness.example/w1", pair_);
  EXPECT_EQ(signatureLine(made), signatureLine(note_.signatures[1]));
  EXPECT_EQ(signatureLine(made), tests::tlogVectors()["witness"]["add_checkpoint_response"]);
}

TEST_F(CosignatureTest, SignsTheKnownMessage) {
  const std::string message = known_["cosignature_signed_message_for_size_300"];
  EXPECT_TRUE(verifySignature(witness_.key, asBytes(message), ByteView(note_.signatures[1].signature).subspan(8)));
}

TEST_F(CosignatureTest, WithAChangedTimeOrTextIsRefused) {
  SignedNote changed = note_;
  changed.signatures[1].signature[7] ^= 1;
  EXPECT_EQ(reason(changed, {witness_}, kLater), "BAD_COSIGNATURE");
  changed = note_;
  changed.text += "more\n";
  EXPECT_EQ(reason(changed, {witness_}, kLater), "BAD_COSIGNATURE");
  changed = note_;
  changed.signatures[1].signature.pop_back();
  EXPECT_EQ(reason(changed, {witness_}, kLater), "BAD_COSIGNATURE");
}

TEST_F(CosignatureTest, IsPassedOverWhereTheWitnessIsUnknown) {
  SignedNote changed = note_;
  changed.signatures[1].signature[7] ^= 1;
  EXPECT_EQ(reason(changed, {}, kLater), "0");
  EXPECT_EQ(reason(changed, {*parseVkey(known_["log_vkey"].get<std::string>())}, kLater), "0");
}

TEST_F(CosignatureTest, OfNoTimeOrTheFutureDoesNotCount) {
  SignedNote note{note_.text, {cosign(note_.text, 0, "witness.example/w1", pair_)}};
  EXPECT_EQ(reason(note, {witness_}, kLater), "0");
  EXPECT_EQ(reason(note_, {witness_}, kTime - 1), "0");
  EXPECT_EQ(reason(note_, {witness_}, kTime), "1");
}

TEST_F(CosignatureTest, CountsAWitnessOnceAndTheFirstOfItsRepeats) {
  SignedNote note = note_;
  note.signatures.push_back(cosign(note_.text, kTime + 1, "witness.example/w1", pair_));
  note.signatures.back().signature[20] ^= 1;
  const auto found = verifyCosignatures(note, {&witness_, 1}, kLater);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->at(0).time, kTime);
}

TEST_F(CosignatureTest, CountsOneKeyOnceUnderTwoNames) {
  const VerifierKey twin = verifierKey("witness.example/w9", NoteKeyType::kCosignature, pair_.publicKey());
  SignedNote note = note_;
  note.signatures.push_back(cosign(note_.text, kTime, "witness.example/w9", pair_));
  EXPECT_EQ(reason(note, {witness_, twin}, kLater), "1");
}

TEST_F(CosignatureTest, IsNoSignatureOfALog) {
  const auto signers = verifyNote(note_, {&witness_, 1});
  EXPECT_EQ(signers.error().reason, "BAD_NOTE_SIGNATURE");
}

}  // namespace
}  // namespace ledger
