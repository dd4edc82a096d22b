#include "ledger/seal/checkpoint.h"

#include <gtest/gtest.h>

#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

const std::string kRoot = "4BsONTxLnszPUag63lJOdu1sTqFEed8GnTMm7B4r98M=";

TEST(Checkpoint, KnownOnesOpenAndComeBack) {
  const nlohmann::json known = tests::tlogVectors()["note"];
  const VerifierKey log = *parseVkey(known["log_vkey"].get<std::string>());
  EXPECT_EQ(known["cosigned_checkpoints_by_size"].size(), 4U);
  for (const auto& [size, note] : known["cosigned_checkpoints_by_size"].items()) {
    const auto checkpoint = openCheckpoint(note.get<std::string>(), log);
    ASSERT_TRUE(checkpoint.ok()) << checkpoint.error().message;
    EXPECT_EQ(std::to_string(checkpoint->size), size);
    EXPECT_EQ(checkpoint->origin, "log.example/volunteer-ledger");
    EXPECT_EQ(checkpointText(*checkpoint), parseNote(note.get<std::string>())->text);
  }
}

TEST(Checkpoint, MayHaveExtensionLines) {
  const auto checkpoint = parseCheckpointText("a\n5\n" + kRoot + "\nmore\nand more\n");
  ASSERT_TRUE(checkpoint.ok());
  EXPECT_EQ(checkpoint->size, 5U);
  EXPECT_EQ(checkpoint->root.base64(), kRoot);
}

TEST(Checkpoint, ThatIsMalformedIsRefused) {
  const std::vector<std::string> malformed = {
      "",
      "a\n",
      "a\n5\n",
      "a\n5\n" + kRoot,  // no last newline
      "\n5\n" + kRoot + "\n",
      "a b\n5\n" + kRoot + "\n",
      "a+b\n5\n" + kRoot + "\n",
      std::string(256, 'a') + "\n5\n" + kRoot + "\n",
      "a\n\n" + kRoot + "\n",
      "a\n05\n" + kRoot + "\n",
      "a\n+5\n" + kRoot + "\n",
      "a\n-5\n" + kRoot + "\n",
      "a\n 5\n" + kRoot + "\n",
      "a\n5.0\n" + kRoot + "\n",
      "a\n0x5\n" + kRoot + "\n",
      "a\n18446744073709551616\n" + kRoot + "\n",  // 2^64
      "a\n5\n" + kRoot.substr(1) + "\n",
      "a\n5\n" + kRoot.substr(0, 42) + "N=\n",                 // padding bits are not zero
      "a\n5\n4BsONTxLnszPUag63lJOdu1sTqFEed8GnTMm7B4r9w==\n",  // 31 bytes
      "a\n5\n" + kRoot + "\n\n",                               // an empty extension line
      "a\n5\n" + kRoot + "\nmore\n\nand more\n",
  };
  for (const std::string& text : malformed) {
    const auto checkpoint = parseCheckpointText(text);
    EXPECT_EQ(checkpoint.ok() ? "" : checkpoint.error().reason, "BAD_CHECKPOINT") << text;
  }
  EXPECT_TRUE(parseCheckpointText(std::string(255, 'a') + "\n5\n" + kRoot + "\n").ok());
}

TEST(Checkpoint, OpensOnlyUnderTheKeyOfItsOrigin) {
  Seed seed{};
  seed[0] = 1;
  const auto pair = *KeyPair::fromSeed(seed);
  const std::string text = "log.example/one\n5\n" + kRoot + "\n";
  const auto opened = [&](const std::string& name) {
    const std::string note = noteText({text, {signNote(text, name, pair)}});
    return openCheckpoint(note, verifierKey(name, NoteKeyType::kEd25519, pair.publicKey()));
  };
  EXPECT_TRUE(opened("log.example/one").ok());
  EXPECT_EQ(opened("log.example/two").error().reason, "BAD_CHECKPOINT");
}

TEST(Decimal, IsStrict) {
  EXPECT_EQ(*parseDecimal("0"), 0U);
  EXPECT_EQ(*parseDecimal("18446744073709551615"), ~std::uint64_t{0});
  for (const char* text : {"", "00", "01", "+1", "-1", " 1", "1 ", "1a", "18446744073709551616", "99999999999999999999",
                           "100000000000000000000"})
    EXPECT_FALSE(parseDecimal(text).ok()) << text;
}

}  // namespace
}  // namespace ledger
