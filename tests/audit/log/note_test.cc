#include "audit/log/note.h"

#include <gtest/gtest.h>

#include "audit/base/ed25519.h"

namespace audit {
namespace {

// The example of the C2SP signed-note specification.
constexpr const char* kKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const std::string kNote =
    "This is an example message.\n\n\xE2\x80\x94 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

TEST(Note, AcceptsTheExampleOfTheSpecification) {
  const auto key = VerifierKey::parse(kKey);
  const auto note = Note::parse(bytesOf(kNote));
  ASSERT_TRUE(key && note);
  EXPECT_EQ(key->text(), kKey);
  EXPECT_EQ(signedBy(*note, *key), Signed::kYes);
  auto other = *note;
  other.text[0] = 't';
  EXPECT_EQ(signedBy(other, *key), Signed::kNo);
  EXPECT_EQ(signedBy(*note, VerifierKey::of("example.com/bar", key->key)), Signed::kAbsent);
}

TEST(Note, RefusesWhatIsNoNote) {
  const std::string line = kNote.substr(kNote.find("\xE2"));
  for (const std::string& text :
       {std::string(), std::string("text\n"), "text\n" + line, kNote.substr(0, kNote.size() - 1), "te\x01xt\n\n" + line,
        "te\xFFxt\n\n" + line, kNote + "more\n", std::string("text\n\n- name AAAAAAA=\n"),
        std::string("text\n\n\xE2\x80\x94 na+me AAAAAAA=\n"), std::string("text\n\n\xE2\x80\x94 name AAAA\n")}) {
    EXPECT_FALSE(Note::parse(bytesOf(text))) << text;
  }
}

TEST(Note, RefusesEveryMutatedVerifierKey) {
  const std::string text = kKey;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string mutated = text;
    mutated[i] = static_cast<char>(mutated[i] ^ 1);
    EXPECT_FALSE(VerifierKey::parse(mutated)) << mutated;
  }
}

TEST(Note, ReadsCheckpointsOfOneSpellingOnly) {
  const std::string root = "4BsONTxLnszPUag63lJOdu1sTqFEed8GnTMm7B4r98M=";
  const auto checkpoint = Checkpoint::parse("log.example/x\n300\n" + root + "\n");
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->size, 300U);
  EXPECT_EQ(base64Of(checkpoint->root), root);
  EXPECT_TRUE(Checkpoint::parse("log.example/x\n0\n" + root + "\nextension\n"));
  for (const std::string& text :
       {"\n300\n" + root + "\n", "x\n0300\n" + root + "\n", "x\n-1\n" + root + "\n", "x\n300\n" + root,
        std::string("x\n300\nAAAA\n"), "x\n300\n" + root + "\n\n", "x\n99999999999999999999\n" + root + "\n"}) {
    EXPECT_FALSE(Checkpoint::parse(text)) << text;
  }
}

TEST(Ed25519, RefusesKeysOfSmallOrder) {
  for (const char* text : {"0000000000000000000000000000000000000000000000000000000000000000",
                           "0100000000000000000000000000000000000000000000000000000000000000",
                           "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                           "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                           "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                           "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                           "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                           "f1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
    Key key = *hashFromHex(text);
    EXPECT_FALSE(acceptableKey(key)) << text;
    key[31] |= 0x80;
    EXPECT_FALSE(acceptableKey(key)) << text;
  }
  EXPECT_TRUE(acceptableKey(*hashFromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
}

// RFC 8032 section 7.1, test 1; then S + L in place of S, and other lengths.
TEST(Ed25519, TakesOneFormOfASignatureOnly) {
  const Key key = *hashFromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const Hash r = *hashFromHex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
  const Hash s = *hashFromHex("5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  const Hash s_plus_l = *hashFromHex("4c8c7872aa064e049dbb3013fbf29380d25bf5f0595bbe24655141438e7a101b");
  const auto joined = [](const Hash& a, const Hash& b) {
    Buffer out(a.begin(), a.end());
    out.insert(out.end(), b.begin(), b.end());
    return out;
  };
  Buffer signature = joined(r, s);
  EXPECT_TRUE(signatureHolds(key, {}, signature));
  EXPECT_FALSE(signatureHolds(key, {}, joined(r, s_plus_l)));
  signature.push_back(0);
  EXPECT_FALSE(signatureHolds(key, {}, signature));
  signature.resize(63);
  EXPECT_FALSE(signatureHolds(key, {}, signature));
}

}  // namespace
}  // namespace audit
