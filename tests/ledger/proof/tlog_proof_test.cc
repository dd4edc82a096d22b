#include "ledger/proof/tlog_proof.h"

#include <gtest/gtest.h>

#include "ledger/merkle/hashing.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

class TlogProofTest : public ::testing::Test {
 protected:
  std::string known(const char* name) const { return vectors_["tlog_proof"][name].get<std::string>(); }
  static Digest leaf(std::uint64_t index) { return leafHash(asBytes(tests::numberedEntry(index))); }

  std::string reason(const TlogProof& proof, const Digest& leaf_hash) const {
    const auto checkpoint = verifyTlogProof(proof, leaf_hash, log_);
    return checkpoint ? "" : checkpoint.error().reason;
  }

  const nlohmann::json vectors_ = tests::tlogVectors();
  const VerifierKey log_ = *parseVkey(vectors_["note"]["log_vkey"].get<std::string>());
};

TEST_F(TlogProofTest, KnownOnesHoldAndComeBack) {
  for (const auto& [name, index] : {std::pair("index_0_size_1", 0U), std::pair("index_299_size_300", 299U)}) {
    const auto proof = parseTlogProof(known(name));
    ASSERT_TRUE(proof.ok()) << proof.error().message;
    EXPECT_EQ(proof->index, index);
    EXPECT_EQ(tlogProofText(*proof), known(name));
    const auto checkpoint = verifyTlogProof(*proof, leaf(index), log_);
    ASSERT_TRUE(checkpoint.ok()) << checkpoint.error().message;
    EXPECT_EQ(checkpoint->size, index + 1);
  }
}

TEST_F(TlogProofTest, HoldsForItsOwnEntryPlaceAndLogOnly) {
  const TlogProof proof = *parseTlogProof(known("index_299_size_300"));
  EXPECT_EQ(reason(proof, leaf(298)), "BAD_PROOF");
  TlogProof changed = proof;
  changed.index = 298;
  EXPECT_EQ(reason(changed, leaf(299)), "BAD_PROOF");
  changed = proof;
  changed.path.pop_back();
  EXPECT_EQ(reason(changed, leaf(299)), "BAD_PROOF");
  changed = proof;
  changed.checkpoint.replace(changed.checkpoint.find("300"), 3, "301");
  EXPECT_EQ(reason(changed, leaf(299)), "BAD_NOTE_SIGNATURE");
  const VerifierKey other = verifierKey(log_.name, NoteKeyType::kEd25519, KeyPair::fromSeed(Seed{5})->publicKey());
  EXPECT_EQ(verifyTlogProof(proof, leaf(299), other).error().reason, "BAD_NOTE_SIGNATURE");
}

TEST_F(TlogProofTest, CarriesOpaqueBytesBeside) {
  TlogProof proof = *parseTlogProof(known("index_299_size_300"));
  proof.extra = std::string("any\0bytes\n\n", 11);
  const auto again = parseTlogProof(tlogProofText(proof));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->extra, proof.extra);
  EXPECT_EQ(reason(*again, leaf(299)), "");
}

TEST_F(TlogProofTest, CutOffAnywhereIsRefused) {
  const std::string whole = known("index_299_size_300");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto proof = parseTlogProof(whole.substr(0, length));
    EXPECT_FALSE(proof.ok() && verifyTlogProof(*proof, leaf(299), log_).ok() && length < whole.rfind("— witness"))
        << length;
  }
}

TEST_F(TlogProofTest, ThatIsMalformedIsRefused) {
  const std::string hash = Digest().base64() + "\n";
  const std::string head = "c2sp.org/tlog-proof@v1\n";
  std::string too_long = head + "index 1\n";
  for (int i = 0; i < 64; ++i) too_long += hash;
  const std::vector<std::string> malformed = {
      "",
      head,
      "c2sp.org/tlog-proof@v2\nindex 1\n\nnote",
      head + "\nnote",
      head + "index 01\n\nnote",
      head + "index -1\n\nnote",
      head + "index\n\nnote",
      head + "extra !\nindex 1\n\nnote",
      head + "index 1\nextra AAAA\n\nnote",
      head + "index 1\nAAAA\n\nnote",
      head + "index 1\n" + hash,
      too_long + "\nnote",
  };
  for (const std::string& text : malformed) {
    const auto proof = parseTlogProof(text);
    EXPECT_EQ(proof.ok() ? "" : proof.error().reason, "BAD_TLOG_PROOF") << text;
  }
  EXPECT_TRUE(parseTlogProof(head + "index 1\n" + hash + "\nnote").ok());
}

}  // namespace
}  // namespace ledger
