#include "ledger/seal/signed_note.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

// Of the tests of golang.org/x/mod/sumdb/note.
const std::string kText =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const std::string kNeumannLine =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const std::string kEnochLine =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
const VerifierKey kNeumann = *parseVkey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
const VerifierKey kEnoch = *parseVkey("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

// Names of those whose signatures hold, or the reason of the refusal.
std::string verdict(const std::string& note, const std::vector<VerifierKey>& known) {
  const auto parsed = parseNote(note);
  if (!parsed) return parsed.error().reason;
  const auto signers = verifyNote(*parsed, known);
  if (!signers) return signers.error().reason;
  std::string names;
  for (const VerifierKey& signer : *signers) names += signer.name + " ";
  return names;
}

TEST(SignedNote, OfOthersHolds) {
  const std::string note = kText + "\n" + kNeumannLine + kEnochLine;
  EXPECT_EQ(verdict(note, {kNeumann}), "PeterNeumann ");
  EXPECT_EQ(verdict(note, {kEnoch}), "EnochRoot ");
  EXPECT_EQ(verdict(note, {kEnoch, kNeumann}), "PeterNeumann EnochRoot ");
  const auto example = parseVkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  EXPECT_EQ(verdict("This is an example message.\n\n— example.com/foo "
                    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
                    {*example}),
            "example.com/foo ");
}

TEST(SignedNote, ComesBackByteForByte) {
  const std::string note = kText + "\n" + kNeumannLine + kEnochLine;
  EXPECT_EQ(noteText(*parseNote(note)), note);
  EXPECT_EQ(parseNote(note)->text, kText);
}

TEST(SignedNote, OfOursIsTheKnownOne) {
  // PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz of the same tests.
  const Bytes typed = *fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
  Seed seed{};
  std::copy(typed.begin() + 1, typed.end(), seed.begin());
  EXPECT_EQ(signatureLine(signNote(kText, "PeterNeumann", *KeyPair::fromSeed(seed))), kNeumannLine);
}

TEST(SignedNote, WithOnlyUnknownSignaturesIsRefused) {
  EXPECT_EQ(verdict(kText + "\n" + kEnochLine, {kNeumann}), "BAD_NOTE_SIGNATURE");
  EXPECT_EQ(verdict(kText + "\n" + kEnochLine, {}), "BAD_NOTE_SIGNATURE");
  // The same name with another key id is another key.
  std::string other = kNeumannLine;
  other.replace(other.find("x08g"), 4, "y08g");
  EXPECT_EQ(verdict(kText + "\n" + other, {kNeumann}), "BAD_NOTE_SIGNATURE");
  EXPECT_EQ(verdict(kText + "\n" + other + kEnochLine, {kNeumann, kEnoch}), "EnochRoot ");
}

TEST(SignedNote, WithAKnownSignatureThatFailsIsRefusedWhole) {
  std::string broken = kNeumannLine;
  broken[30] = broken[30] == 'A' ? 'B' : 'A';
  EXPECT_EQ(verdict(kText + "\n" + broken + kEnochLine, {kNeumann, kEnoch}), "BAD_NOTE_SIGNATURE");
  EXPECT_EQ(verdict(kText + "\n" + broken + kEnochLine, {kEnoch}), "EnochRoot ");
  EXPECT_EQ(verdict("x" + kText + "\n" + kNeumannLine, {kNeumann}), "BAD_NOTE_SIGNATURE");
  // Five bytes are enough to parse and never enough to verify.
  EXPECT_EQ(verdict(kText + "\n— PeterNeumann x08gowE=\n", {kNeumann}), "BAD_NOTE_SIGNATURE");
}

TEST(SignedNote, CountsTheFirstOfRepeatedSignatures) {
  EXPECT_EQ(verdict(kText + "\n" + kNeumannLine + kNeumannLine, {kNeumann}), "PeterNeumann ");
  std::string broken = kNeumannLine;
  broken[30] = broken[30] == 'A' ? 'B' : 'A';
  EXPECT_EQ(verdict(kText + "\n" + kNeumannLine + broken, {kNeumann}), "PeterNeumann ");
  EXPECT_EQ(verdict(kText + "\n" + broken + kNeumannLine, {kNeumann}), "BAD_NOTE_SIGNATURE");
}

TEST(SignedNote, SplitsAtTheLastBlankLine) {
  const std::string text = "one\n\ntwo\n\n— three AAAAAAA=\n";
  Seed seed{};
  seed[0] = 1;
  const auto pair = *KeyPair::fromSeed(seed);
  const std::string note = noteText({text, {signNote(text, "a", pair)}});
  EXPECT_EQ(parseNote(note)->text, text);
  EXPECT_EQ(verdict(note, {verifierKey("a", NoteKeyType::kEd25519, pair.publicKey())}), "a ");
}

TEST(SignedNote, ThatIsMalformedIsRefused) {
  const std::string good = kText + "\n" + kNeumannLine;
  const std::string signature = kNeumannLine.substr(kNeumannLine.rfind(' ') + 1);
  const std::vector<std::string> malformed = {
      "",
      "\n",
      kText,
      kText + "\n",
      kText + kNeumannLine,             // no blank line
      good.substr(0, good.size() - 1),  // no last newline
      "\x01" + good,
      "\xff" + good,
      kText + "\t\n\n" + kNeumannLine,
      kText + "\r\n\n" + kNeumannLine,
      kText + std::string(1, '\0') + "\n\n" + kNeumannLine,
      good + "not a signature\n",
      kText + "\nnot a signature\n" + kNeumannLine,
      kText + "\n- PeterNeumann " + signature,  // a hyphen for the dash
      kText + "\n—PeterNeumann " + signature,
      kText + "\n— Peter Neumann " + signature,
      kText + "\n— Peter+Neumann " + signature,
      kText + "\n—  PeterNeumann " + signature,
      kText + "\n— " + signature,
      kText + "\n— PeterNeumann\n",
      kText + "\n— PeterNeumann \n",
      kText + "\n— PeterNeumann x08g\n",      // three bytes
      kText + "\n— PeterNeumann x08gow==\n",  // four bytes: an id and no signature
      kText + "\n— PeterNeumann !" + signature,
      kText + "\n— PeterNeumann  " + signature,
  };
  for (const std::string& note : malformed) EXPECT_EQ(verdict(note, {kNeumann}), "MALFORMED_NOTE") << note;
}

TEST(SignedNote, MayHave100SignaturesAndNot101) {
  std::string note = kText + "\n";
  for (int i = 0; i < 99; ++i) note += kEnochLine;
  EXPECT_EQ(verdict(note + kNeumannLine, {kNeumann}), "PeterNeumann ");
  EXPECT_EQ(verdict(note + kEnochLine + kNeumannLine, {kNeumann}), "MALFORMED_NOTE");
}

// Sixteen witnesses that sign with ML-DSA-44: 2,420 bytes each.
TEST(SignedNote, MayHave128KiB) {
  std::string note = kText + "\n" + kNeumannLine;
  for (int i = 0; note.size() < 128 << 10; ++i)
    note += signatureLine({"witness.example/" + std::to_string(i), 7, Bytes(2428, 0x55)});
  EXPECT_EQ(verdict(note, {kNeumann}), "PeterNeumann ");
  EXPECT_EQ(verdict(std::string(300 << 10, 'a') + note, {kNeumann}), "MALFORMED_NOTE");
}

}  // namespace
}  // namespace ledger
