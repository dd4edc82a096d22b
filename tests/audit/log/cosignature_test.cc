// Cosignatures, on a checkpoint signed and cosigned by the programs of others.
#include "audit/log/cosignature.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

constexpr std::uint64_t kTime = 1679315147;
constexpr const char* kWitness = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
// The line of the log, and that of the witness: seeds 00…1f and 20…3f, made with golang.org/x/mod and C2SP's rules.
const std::string kText = "log.example/volunteer-ledger\n300\n4BsONTxLnszPUag63lJOdu1sTqFEed8GnTMm7B4r98M=\n";
const std::string kLine =
    "\xE2\x80\x94 witness.example/w1 "
    "IDJKvgAAAABkGFDL6DEj/gekWsS5rsf6o0Kfzp56Yeajab9ytlehgHR/fk5ITd5MdLkYW9i7NqXI2vWb7e/dGLcTzLocsWpKGj2pDw==\n";

Note noteOf(const std::string& lines) {
  return *Note::parse(bytesOf(kText + "\n" + lines));
}

TEST(Cosignature, OfAForeignWitnessHolds) {
  const auto witness = WitnessKey::parse(kWitness);
  ASSERT_TRUE(witness);
  EXPECT_TRUE(witness->verifiable);
  EXPECT_EQ(cosignedBy(noteOf(kLine), *witness, kTime), Cosigned::kYes);
  EXPECT_EQ(cosignedBy(noteOf(kLine), *witness, kTime - 1), Cosigned::kUntimed) << "a second still to come";
}

TEST(Cosignature, IsOfOneTextOneTimeAndOneKey) {
  const auto witness = *WitnessKey::parse(kWitness);
  Note other = noteOf(kLine);
  other.text[0] = 'L';
  EXPECT_EQ(cosignedBy(other, witness, kTime), Cosigned::kNo);
  Note later = noteOf(kLine);
  ++later.signatures[0].signature[7];
  EXPECT_EQ(cosignedBy(later, witness, kTime + 9), Cosigned::kNo);
  for (const std::size_t size : {0U, 8U, 71U, 73U}) {
    Note cut = noteOf(kLine);
    cut.signatures[0].signature.resize(size);
    EXPECT_EQ(cosignedBy(cut, witness, kTime), Cosigned::kNo) << size;
  }
  Note renamed = noteOf(kLine);
  renamed.signatures[0].name = "witness.example/w2";
  EXPECT_EQ(cosignedBy(renamed, witness, kTime), Cosigned::kAbsent);
  Note of_other_key = noteOf(kLine);
  of_other_key.signatures[0].hash[0] ^= 1;
  EXPECT_EQ(cosignedBy(of_other_key, witness, kTime), Cosigned::kAbsent);
}

TEST(Cosignature, TheFirstLineOfAKeyDecides) {
  const auto witness = *WitnessKey::parse(kWitness);
  Note twice = noteOf(kLine + kLine);
  EXPECT_EQ(cosignedBy(twice, witness, kTime), Cosigned::kYes);
  twice.signatures[1].signature[20] ^= 1;
  EXPECT_EQ(cosignedBy(twice, witness, kTime), Cosigned::kYes) << "repeats are passed over";
  std::swap(twice.signatures[0], twice.signatures[1]);
  EXPECT_EQ(cosignedBy(twice, witness, kTime), Cosigned::kNo);
}

TEST(Cosignature, KeysAreThoseOfCosigners) {
  const std::string text = kWitness;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string mutated = text;
    mutated[i] = static_cast<char>(mutated[i] ^ 1);
    EXPECT_FALSE(WitnessKey::parse(mutated)) << mutated;
  }
  for (const std::string& wrong :
       {std::string(), std::string("name"), std::string("name+20324abe"), std::string("name+20324abe+"),
        // A log's key, and one of small order under its right hash.
        std::string("log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")}) {
    EXPECT_FALSE(WitnessKey::parse(wrong)) << wrong;
  }
  EXPECT_TRUE(WitnessKey::parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"));
}

}  // namespace
}  // namespace audit
